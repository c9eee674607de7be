import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf } from "../document/document-of.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { createExplain, explainAll } from "./explain.ts";
import { createReader } from "./read.ts";
import { type Explained, ruleOf, rules } from "./rules.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lexicon = loadLexicon(join(root, "lexicons"));
const read = createReader(lexicon, {
  actors: [{ id: "heron", names: ["Grey Heron"], kind: "organisation" }],
});
const kinds = Object.keys(rules) as Explained[];

const known = { id: "a.txt", published: "2031-05-10", publishedFrom: "case" } as const;

/** Kinds and rules of all readings of a text. */
function rulesOf(text: string): [Explained, string][] {
  const readings = read(documentOf(text, known));
  return kinds.flatMap((kind) =>
    readings[kind].map(({ rule }): [Explained, string] => [kind, rule]),
  );
}

describe("the catalogue", () => {
  const examples = kinds.flatMap((kind) =>
    Object.entries(rules[kind]).flatMap(([id, { example }]) =>
      example === "" ? [] : [[kind, id, example] as const],
    ),
  );
  test.each(examples)("%s: %s is the rule of its example", (kind, id, example) => {
    const found = rulesOf(example).filter(([of]) => of === kind);
    const pattern = new RegExp(`^${id.replace("*", ".+")}$`);
    expect(found.map(([, rule]) => rule)).toContainEqual(expect.stringMatching(pattern));
  });

  test("every rule is told in one sentence", () => {
    for (const kind of kinds)
      for (const [id, { says }] of Object.entries(rules[kind]))
        expect([id, says]).toEqual([id, expect.stringMatching(/^[\p{Lu}“].{10,}[.…]$/u)]);
  });

  test("no rule makes a reading that the catalogue does not have", () => {
    const unknown = new Map<string, string>();
    for (const text of ownTexts())
      for (const [kind, rule] of rulesOf(text))
        if (!ruleOf(kind, rule)) unknown.set(`${kind}: ${rule}`, text.slice(0, 200));
    expect(Object.fromEntries(unknown)).toEqual({});
  });

  test.each([
    ["wording", "wording/conflict", "wording/*"],
    ["attributions", "tagger", "tagger"],
  ] as const)("%s: %s is told by %s", (kind, id, entry) => {
    expect(ruleOf(kind, id)).toBe(rules[kind][entry]);
  });

  test("where two rules agree, both are told; an unknown one is not passed over", () => {
    expect(ruleOf("attributions", "tagger+verb-after-quote")?.says).toBe(
      `${rules.attributions.tagger?.says} ${rules.attributions["verb-after-quote"]?.says}`,
    );
    expect(ruleOf("attributions", "tagger+guess")).toBeUndefined();
  });
});

describe("why a reading was made", () => {
  const why = (text: string, kind: Explained, at = 0) => {
    const document = documentOf(text, known);
    const readings = read(document);
    const reading = readings[kind][at];
    if (!reading) throw new Error(`no reading of ${kind} in: ${text}`);
    const explained = createExplain(document, readings, lexicon)(kind, reading);
    const cues = explained.cues.map(({ start, end, role }) => `${role}: ${text.slice(start, end)}`);
    return { ...explained, cues };
  };

  test.each<[Explained, string, string, string[]]>([
    [
      "attributions",
      "The harbour master denied that the ferry was late.",
      "“denied” is a cue of denying. Its source is “The harbour master”.",
      ["source: The harbour master", "cue: denied"],
    ],
    [
      "attributions",
      "The ferry allegedly left without its lights.",
      "“allegedly” is a cue of saying that keeps its distance. No source is named.",
      ["cue: allegedly"],
    ],
    [
      "figures",
      "At least 16 people were killed when the ferry sank near Brenna, officials said.",
      "“16” is read as 16 people. What it counts, killed, is told by “killed”. “At least” bounds it. The place is taken from “Brenna” in the same sentence. It stands in the words of officials.",
      [
        "qualifier: At least",
        "number: 16",
        "unit: people",
        "what is counted: killed",
        "place: Brenna",
        "whose: officials",
      ],
    ],
    [
      "figures",
      "The crossing takes 45 minutes.",
      "“45” is read as 45 minutes. The unit is “minutes”. No speaker is named for it: it is the writer's own.",
      ["number: 45", "unit: minutes"],
    ],
    [
      "dates",
      "The ferry sank yesterday.",
      "“yesterday” is 9 May 2031, reckoned from the day of publication: 10 May 2031.",
      ["date: yesterday"],
    ],
    [
      "scareQuotes",
      "The harbour has a new “safety zone” since the spring.",
      "2 words stand in quotation marks, and no attribution with a named source holds them.",
      ["mark: “", "label: safety zone", "mark: ”"],
    ],
    [
      "references",
      "The ferry left late, the Brenna Harbour Union has said.",
      "“Brenna Harbour Union” is what the text leans on. “has said” takes something from it.",
      ["name: Brenna Harbour Union", "leaning: has said"],
    ],
    [
      "voices",
      "ana-m wrote:\nThe ferry was late.\n\nluc-t replied:\nIt was the fog.",
      "It is where the text begins.",
      ["opening: ana-m wrote:"],
    ],
    [
      "noise",
      "The ferry left at noon with 250 people, the harbour master said on Monday.\n\nAll rights reserved.",
      "“All rights reserved” is listed as a notice. It is left out of every comparison.",
      ["listed words: All rights reserved"],
    ],
  ])("%s: %s", (kind, text, because, cues) => {
    expect(why(text, kind)).toMatchObject({ because, cues });
  });

  test("a name that was inferred is shown where the text gives it", () => {
    const text = "Ana Maron opened the pier. She said the ferry would come back.";
    const found = why(text, "attributions");
    expect(found.because).toContain("is taken to be Ana Maron");
    expect(found.cues).toEqual(["name: Ana Maron", "source: She", "cue: said"]);
  });

  test("a date is reckoned from the one that the text tells before", () => {
    const text = "The pier opened in 1994. It burned in the following year.";
    const found = why(text, "dates", 1);
    expect(found.because).toContain(
      "is 1995, reckoned from “1994”, told elsewhere in the text: 1994.",
    );
    expect(found.cues).toEqual(["reckoned from: 1994", "date: the following year"]);
  });

  test("a label brings what its pack notes of it, and whose word it is", () => {
    const found = why("The mayor said the harbour was liberated in the spring.", "wording");
    expect(found.because).toContain("It stands in the words of The mayor.");
    expect(found.parameters?.source).not.toBe("");
    expect(found.cues).toEqual(["source: The mayor", "cue: said", "label: liberated"]);
  });

  test("a reading of the trained tagger names its model and how sure it is", () => {
    const text = "The mayor said the ferry was late.";
    const document = documentOf(text, known);
    const readings = read(document);
    const [first] = readings.attributions;
    if (!first) throw new Error("nothing was read");
    const reading = { ...first, rule: "tagger", score01: 0.87 };
    const explained = createExplain(document, readings, lexicon)("attributions", reading);
    expect(explained).toMatchObject({ model: "attribution-tagger", score01: 0.87 });
  });

  test("for any text, every reading is explained with cues inside it, in order", () => {
    const parts = ownTexts().slice(0, 400);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 4 }), (chosen) => {
        const document = documentOf(chosen.join("\n\n"), known);
        const readings = read(document);
        const all = explainAll(document, readings, lexicon);
        for (const kind of kinds) {
          expect(all[kind]).toHaveLength(readings[kind].length);
          for (const { because, cues } of all[kind]) {
            expect(because).toMatch(/\.$/);
            let last = 0;
            for (const { start, end } of cues) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(document.text.length);
              last = start;
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Every text of our own: of the examples, of all tests of the readings, and the seeds where they are. */
function ownTexts(): string[] {
  const example = join(root, "examples", "brenna-strait");
  const seeds = join(root, "..", "shared", "seeds");
  const files = [...filesBelow(example), ...(existsSync(seeds) ? filesBelow(seeds) : [])];
  return [
    ...files.filter((file) => /\.(?:txt|md)$/.test(file)).map((file) => readFileSync(file, "utf8")),
    ...filesBelow(join(root, "src", "read"))
      .filter((file) => file.endsWith(".test.ts"))
      .flatMap((file) => stringsOf(readFileSync(file, "utf8"))),
    ...kinds.flatMap((kind) => Object.values(rules[kind]).map(({ example }) => example)),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The string literals of a source file that are long enough to be texts. */
function stringsOf(code: string): string[] {
  return [...code.matchAll(/"((?:[^"\\\n]|\\.){20,})"|`((?:[^`\\]|\\.){20,})`/g)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll("\\n", "\n").replaceAll('\\"', '"'),
  );
}
