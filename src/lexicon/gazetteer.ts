import { z } from "zod";
import { loadYaml, wordsPath } from "./load.ts";
import { wordListSchema } from "./words.ts";

/**
 * When a word is taken for the name that it also is: in any case, with a capital, with a capital that
 * its sentence's start does not give it, in capitals alone ("US", not "us").
 */
export type Written = "any" | "capital" | "inside" | "capitals";

/** A name of the lists. */
export type Listed = {
  readonly kind: "place" | "people";
  /** `=name`: the same for all names and forms of one place or people. */
  readonly term: string;
  readonly written: Written;
};

/** A listed name of several words, or one with full stops. */
export type ListedPhrase = Listed & { readonly text: string };

/** Widely known places and peoples of the world, all treated alike. */
export type Gazetteer = {
  /** Names of one word, in lower case with straight apostrophes. */
  readonly words: ReadonlyMap<string, Listed>;
  readonly phrases: readonly ListedPhrase[];
};

const countriesSchema = linesSchema(3, "names | words for its people | capital");
const citiesSchema = linesSchema(2, "country | cities");

/** A list with so many fields a line, parted by bars: far quicker to load than a list of lists. */
function linesSchema(fields: number, form: string) {
  return z.strictObject({
    about: z.string(),
    source: z.string(),
    rows: z
      .array(
        z.strictObject({
          note: z.string(),
          lines: z
            .string()
            .transform((lines) => lines.trim().split("\n").map(fieldsOf))
            .refine((lines) => lines.every((line) => line.length === fields), {
              message: `not every line is ${form}`,
            }),
        }),
      )
      .min(1),
  });
}

function fieldsOf(line: string): string[][] {
  return line.split("|").map((field) =>
    field
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
}

/** Loads `countries.yaml`, `cities.yaml` and `peoples.yaml`; the first of equal names counts. @throws InputError */
export function loadGazetteer(directory: string, language: string): Gazetteer {
  const words = new Map<string, Listed>();
  const phrases = new Map<string, ListedPhrase>();
  const add = (kind: Listed["kind"], term: string, starred: string) => {
    // "The Hague": the article is no part of what is looked up.
    const { text, written } = readStars(starred.replace(/^The /, ""));
    if (/[\s.-]/.test(text)) {
      if (!phrases.has(text)) phrases.set(text, { kind, term, written, text });
      return;
    }
    const lower = text.toLowerCase().replaceAll("’", "'");
    if (!words.has(lower)) words.set(lower, { kind, term, written });
  };
  const addCities = (cities: readonly string[]) => {
    for (const city of cities) {
      const names = city.split("/").map((name) => name.trim());
      for (const name of names) add("place", termOf(names[0] ?? name), name);
    }
  };
  const countries = loadYaml(wordsPath(directory, language, "countries"), countriesSchema);
  for (const [names = [], peoples = [], capitals = []] of countries.rows.flatMap(
    (row) => row.lines,
  )) {
    const term = termOf(names[0] ?? "");
    for (const name of names) add("place", term, name);
    for (const people of peoples) for (const form of forms(people)) add("people", term, form);
    addCities(capitals);
  }
  const cities = loadYaml(wordsPath(directory, language, "cities"), citiesSchema);
  for (const [, names = []] of cities.rows.flatMap((row) => row.lines)) addCities(names);
  const peoples = loadYaml(wordsPath(directory, language, "peoples"), wordListSchema);
  for (const people of peoples.rows.flatMap((row) => row.words))
    for (const form of forms(people)) add("people", termOf(people), form);
  return { words, phrases: [...phrases.values()] };
}

/** One star: "Turkey" but not "turkey"; two: not even "Reading" where it opens a sentence. */
function readStars(starred: string): { readonly text: string; readonly written: Written } {
  const text = starred.replace(/\*+/, "");
  if (/^[\p{Lu}.]{2,8}$/u.test(text)) return { text, written: "capitals" };
  const stars = starred.length - text.length;
  return { text, written: stars === 0 ? "any" : stars === 1 ? "capital" : "inside" };
}

function termOf(starred: string): string {
  return `=${readStars(starred).text.toLowerCase()}`;
}

/** With its plural: "Ghanaian", "Ghanaians"; "Dutch" has none. */
function forms(people: string): string[] {
  const [, word = people, stars = ""] = /^(.*?)(\**)$/.exec(people) ?? [];
  return /(?:s|sh|nch|tch|se|(?:sh|ch|ts)(?:wo)?m[ae]n)$/.test(word)
    ? [people]
    : [people, `${word}s${stars}`];
}
