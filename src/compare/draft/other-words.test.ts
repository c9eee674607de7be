import { beforeAll, describe, expect, test } from "vitest";
import { lexicon } from "../../../tests/support/folder.ts";
import type { Case, DocumentCard } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import type { Findings } from "../findings.ts";
import { type CompareInput, memoryInput } from "../input.ts";
import { checkDraft } from "./check-draft.ts";
import { hasPlaceOf, isOppositePlace } from "./other-words.ts";

/** A march in Sarn, of which the town hall and the marchers tell differently. */
const texts: readonly (readonly [source: string, side: string | null, text: string])[] = [
  [
    "Sarn Marchers",
    "marchers",
    "The guards fired at the march on the Tarn Bridge. The lamps on the bridge were lit. The march was peaceful.",
  ],
  [
    "Bridge Radio",
    "marchers",
    "The guards fired at the march on the Tarn Bridge. The march in Sarn was peaceful.",
  ],
  [
    "Sarn Town Hall",
    "hall",
    "The guards did not fire at the march on the Tarn Bridge. The march in Sarn was not peaceful.",
  ],
  [
    "Hall Gazette",
    "hall",
    "The guards did not fire at the march on the Tarn Bridge. The march in Sarn was violent.",
  ],
  ["Vale Wire", null, "The marchers say that the guards fired at the march on the Tarn Bridge."],
];

const declared: Case = {
  title: "The march",
  language: "en",
  sides: [
    { id: "marchers", name: "The marchers" },
    { id: "hall", name: "The town hall" },
  ],
  sources: texts.map(([name, side]) => ({ id: name, name, kind: null, side, aliases: [] })),
  actors: [],
  packs: [],
  checklist: [
    { statement: "The guards fired at the march." },
    { statement: "The march was peaceful." },
  ].map(({ statement }) => statement),
};

const reader = createReader(lexicon, { names: ["Sarn", "Tarn Bridge"], actors: [] });

let input: CompareInput;
let findings: Findings;
beforeAll(async () => {
  input = memoryInput(
    declared,
    texts.map(([name, side, text]) => {
      const card: DocumentCard = {
        id: `${name}.txt`,
        file: `${name}.txt`,
        title: null,
        sourceId: name,
        sourceName: name,
        side,
        language: "en",
        published: "2031-05-04",
        completeness: "full",
        words: 30,
      };
      return { card, text, readings: reader(documentOf(text)) };
    }),
  );
  findings = await compareCase(input, reader);
});

describe("a draft that tells a disputed thing in other words", () => {
  test.each([
    ["The guards shot at the march on the bridge.", true, ["Hall Gazette", "Sarn Town Hall"]],
    ["The guards opened fire on the march.", true, ["Hall Gazette", "Sarn Town Hall"]],
    ["Not a bullet was fired by the guards at the march.", true, ["Bridge Radio", "Sarn Marchers"]],
    ["The march was a riot.", true, ["Bridge Radio", "Sarn Marchers"]],
    ["A choir sang on the steps of the museum.", false, []],
    ["The marchers say that the guards shot at the march.", false, []],
  ])("%s", async (text, noted, against) => {
    const document = documentOf(text);
    const { notes } = await checkDraft(
      { input, reader, packs: lexicon.packs, lists: lexicon, findings },
      { document, readings: reader(document) },
    );
    const told = notes.filter(({ rule }) => rule === "disputed-claim" || rule === "own-voice");
    expect(told.length > 0).toBe(noted);
    for (const name of against) expect(told[0]?.reason).toContain(name);
  });
});

test.each([
  ["The ferry was inside the zone.", "She lay well outside the zone.", true],
  ["The ferry was inside the zone.", "She lay within the zone.", false],
  ["The ferry was in the harbour.", "She lay outside the harbour.", false],
])("%j and %j are opposite: %j", (statement, text, opposite) => {
  expect(isOppositePlace(statement, text, lexicon)).toBe(opposite);
  expect(isOppositePlace(text, statement, lexicon)).toBe(opposite);
});

test.each([
  ["The ferry was inside the zone.", "Boats waited at the edge of the zone.", false],
  ["The ferry was inside the zone.", "Boats waited outside the zone.", true],
  ["The ferry was late.", "Boats waited at the edge of the zone.", true],
])("of the place in %j tells %j: %j", (statement, text, tells) => {
  expect(hasPlaceOf(statement, text, lexicon)).toBe(tells);
});
