import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Row } from "../input.ts";
import type { Naming } from "./sourcing.ts";

/** The word lists that tell a name from a noun. */
export type NamingWords = Pick<
  Lexicon,
  "cueFamilies" | "people" | "speakers" | "names" | "references" | "functionWords" | "numerals"
>;

type Reading = Row<"attributions">["reading"];

/** What stands for somebody of whom it was not read who it is. */
const pronouns: ReadonlySet<string> = new Set(
  "he she it they him her them i we you me us who which that this these those".split(" "),
);
/** Behind these words of a phrase stands no longer who speaks, but whose or where. */
const ends: ReadonlySet<string> = new Set(
  "of in from for at on with by to near inside outside among within across behind under who whom which whose that".split(
    " ",
  ),
);
const articles: ReadonlySet<string> = new Set(["the", "a", "an", "that", "its", "their", "our"]);

/**
 * Makes the function that tells whether the speaker of an attribution has a name. What counts is the
 * noun that speaks: "Corvandian officials", "a spokesman for the ministry" and "residents of Tolby"
 * name nobody, "spokeswoman Mared Quint" and "the Tolby police" do; "she", where it was not read
 * who that is, is open.
 */
export function createNaming(
  words: NamingWords | null,
): (row: Pick<Row<"attributions">, "reading" | "sentence">) => Naming {
  return ({ reading, sentence }) => {
    const { sourceName } = reading;
    if (sourceName === null) return "unnamed";
    // Who writes in a thread goes by the name chosen there, whatever its letters.
    if (reading.rule === "turn") return "named";
    const lower = sourceName.toLowerCase();
    if (pronouns.has(lower)) return "open";
    const opens = opensSentence(reading, sentence);
    const phrases = sourceName.split(/,\s+|\s+(?:and|or)\s+/);
    return phrases.some((phrase, at) => holdsName(phrase, opens && at === 0, words))
      ? "named"
      : "unnamed";
  };
}

/** Does the capital of the first word come from its place, and not from a name? */
function opensSentence(
  { source, sourceInferred }: Reading,
  sentence: Row<"attributions">["sentence"],
) {
  const first = source[0];
  if (!first || sourceInferred) return false;
  const before = sentence.text.slice(0, Math.max(0, first.start - sentence.start));
  return !/[\p{L}\p{N}]/u.test(before.slice(-40)) || /[:.!?]["”’']?\s*["“‘']?\s*$/.test(before);
}

/** Is the noun that speaks a name, or a body with a name before it ("the Tolby police")? */
function holdsName(phrase: string, opens: boolean, words: NamingWords | null): boolean {
  const all = phrase
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  let from = 0;
  while (isBefore(all[from], words)) from++;
  const to = all.findIndex((word, at) => at > from && ends.has(word));
  // "Resolution 502" is named by its word.
  const head = all.slice(from, to < 0 ? undefined : to).filter((word) => /\p{L}/u.test(word));
  const last = head.at(-1);
  if (last === undefined) return false;
  // "The government of Hesk" is the Hesk government; "a group of Hesk sailors" is nobody.
  if (to > 0 && all[to] === "of" && words?.names.stateBody.has(last) && isNamePart(all, to + 1))
    return true;
  if (!head.some(isCapital)) return false;
  const isFirst = opens && from === 0;
  if (isCapital(last)) return !(isFirst && head.length === 1 && isNoun(last.toLowerCase(), words));
  const named = isFirst ? head.slice(1) : head;
  return words !== null && named.some(isCapital) && isBody(last, words);
}

function isNamePart(all: readonly string[], at: number): boolean {
  return isCapital(all[all[at] === "the" ? at + 1 : at] ?? "");
}

/** Articles and numbers before the noun: "The", "Five". */
function isBefore(word: string | undefined, words: NamingWords | null): boolean {
  if (word === undefined || word === "") return false;
  const lower = word.toLowerCase();
  return articles.has(lower) || words?.numerals.has(lower) === true || /^\d/.test(word);
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word) || /^\p{Ll}{1,2}\p{Lu}/u.test(word);
}

/** Words that begin a sentence with a capital and are no name, in the plural, too. */
function isNoun(lower: string, words: NamingWords | null): boolean {
  if (words === null) return false;
  const { cueFamilies, functionWords, people, speakers, names, references } = words;
  const forms = [lower, lower.replace(/s$/, ""), lower.replace(/es$/, "")];
  return forms.some(
    (form) =>
      functionWords.has(form) ||
      people.has(form) ||
      cueFamilies.nobody.has(form) ||
      speakers.person.has(form) ||
      speakers.body.has(form) ||
      speakers.nobodyNamed.has(form) ||
      names.kin.has(form) ||
      references.expert.has(form),
  );
}

function isBody(lower: string, { names, speakers }: NamingWords): boolean {
  return names.stateBody.has(lower) || names.outletNoun.has(lower) || speakers.body.has(lower);
}
