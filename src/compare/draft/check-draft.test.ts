import { beforeAll, describe, expect, test } from "vitest";
import { lexicon } from "../../../tests/support/folder.ts";
import type { Case, DocumentCard } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import type { Findings } from "../findings.ts";
import { type CompareInput, memoryInput } from "../input.ts";
import { checkDraft } from "./check-draft.ts";
import type { DraftNote } from "./draft.ts";
import { type DraftRule, draftRuleIds } from "./rules.ts";

/** Two towns, Orvane in the east and Pellmark in the west, after a flood; eight texts of as many sources. */
const texts: readonly (readonly [
  source: string,
  side: string | null,
  day: string,
  text: string,
])[] = [
  [
    "Orvane Post",
    "east",
    "2031-05-04",
    "The wardens of Pellmark opened the weir gate on Monday night. Some 40 families were expelled from the Long Meadow. Nine people were killed in the flood. Miller Ina Dorn said that the pumps of Lower Tarn stood still for 14 hours. The county pays 3 million crowns for a new dam at Lower Tarn.",
  ],
  [
    "Radio Orvane",
    "east",
    "2031-05-05",
    "The wardens of Pellmark opened the weir gate. Families were expelled from the Long Meadow. Nine people were killed in the flood, and we know their names. Ina Dorn said that the wardens had laughed. The county pays 3 million crowns for a new dam at Lower Tarn.",
  ],
  [
    "Pellmark Gazette",
    "west",
    "2031-05-04",
    "The wardens of Pellmark did not open the weir gate. Families were evacuated from the Long Meadow before the water came. Nine people were killed in the flood. Ole Quist said that the rope of the ferry had broken. The county pays 3 million crowns for a new dam at Lower Tarn.",
  ],
  [
    "Pellmark Council",
    "west",
    "2031-05-05",
    "The wardens of Pellmark did not open the weir gate. Families were evacuated from the Long Meadow. The council mourns with both towns. The county pays 3 million crowns for a new dam at Lower Tarn.",
  ],
  [
    "County Wire",
    null,
    "2031-05-06",
    "Orvane says that the wardens of Pellmark opened the weir gate; Pellmark denies it. Nine people were killed in the flood. Ole Quist said that the bells of Saint Erd had rung at midnight. The county pays 3 million crowns for a new dam at Lower Tarn.",
  ],
  [
    "The Weir",
    null,
    "2031-05-07",
    "Ole Quist said that the bells of Saint Erd had rung at midnight. Nine people were killed in the flood. “We asked for a light on the weir and nobody brought one,” said Ina Dorn. The county pays 3 million crowns for a new dam at Lower Tarn.",
  ],
];

const declared: Case = {
  title: "The weir",
  language: "en",
  sides: [
    { id: "east", name: "Orvane" },
    { id: "west", name: "Pellmark" },
  ],
  sources: texts.map(([name, side]) => ({ id: name, name, kind: null, side, aliases: [] })),
  actors: [
    { id: "dorn", names: ["Ina Dorn", "Dorn"], side: "east", kind: "person" },
    { id: "orvane", names: ["Orvane"], side: "east", kind: "place" },
    { id: "quist", names: ["Ole Quist", "Quist"], side: "west", kind: "person" },
    { id: "pellmark", names: ["Pellmark"], side: "west", kind: "place" },
  ],
  packs: [],
  checklist: [],
};

const names = [...declared.actors.flatMap((actor) => actor.names), ...texts.map(([name]) => name)];
const reader = createReader(lexicon, { names, actors: declared.actors });

let input: CompareInput;
let findings: Findings;
beforeAll(async () => {
  const read = texts.map(([name, side, published, text]) => {
    const card: DocumentCard = {
      id: `${name}.txt`,
      file: `${name}.txt`,
      title: null,
      sourceId: name,
      sourceName: name,
      side,
      language: "en",
      published,
      completeness: "full",
      words: 60,
    };
    return { card, text, readings: reader(documentOf(text, { published })) };
  });
  input = memoryInput(declared, read);
  findings = await compareCase(input, reader);
});

async function notesOn(text: string, least?: number): Promise<readonly DraftNote[]> {
  const document = documentOf(text, { published: "2031-05-08" });
  const { notes } = await checkDraft(
    { input, reader, packs: lexicon.packs, lists: lexicon, findings },
    { document, readings: reader(document) },
    least === undefined ? {} : { least },
  );
  return notes;
}

const dam = "The county pays 3 million crowns for a new dam at Lower Tarn.";
const both = "Orvane says so, said Ina Dorn. Pellmark does not, said Ole Quist.";
const quote = "“Nobody will ever tell us who opened that gate on Monday.”";

describe("each rule notes what it is for, and leaves what it is not for", () => {
  test.each<[rule: DraftRule, noted: string, left: string, reason: RegExp]>([
    [
      "contested-word",
      "Families were expelled from the Long Meadow.",
      "Families were “expelled” from the Long Meadow, as Orvane puts it.",
      /Orvane: “expelled” 2 times \(2 sources\); Pellmark: “evacuated” 2 times \(2 sources\)/,
    ],
    [
      "contested-word",
      "Families were evacuated from the Long Meadow.",
      "Ole Quist said that families were evacuated from the Long Meadow.",
      /at home in the telling of those who moved them/,
    ],
    [
      "own-voice",
      "The bells of Saint Erd had rung at midnight.",
      "Ole Quist said that the bells of Saint Erd had rung at midnight.",
      /no source of the case does. Give it as somebody's word: County Wire and The Weir/,
    ],
    [
      "disputed-claim",
      "The wardens of Pellmark opened the weir gate.",
      "Orvane says that the wardens of Pellmark opened the weir gate.",
      /So do: Orvane Post and Radio Orvane \(all of one side: Orvane\). Not so, in their own voice: Pellmark Council and Pellmark Gazette/,
    ],
    [
      "disputed-claim",
      "The wardens of Pellmark did not open the weir gate.",
      "Whether the wardens of Pellmark opened the weir gate is not known.",
      /So do: Pellmark Council and Pellmark Gazette \(all of one side: Pellmark\)/,
    ],
    [
      "figure-conflict",
      "Twelve people were killed in the flood.",
      "Nine people were killed in the flood.",
      /the draft gives 12. Beside it cannot hold: 9 \(5 sources, last 7 May 2031\)/,
    ],
    [
      "figure-conflict",
      "More than 12 people were killed in the flood.",
      "At least eight people were killed in the flood.",
      /No source of the case gives a number that can/,
    ],
    [
      "figure-single-origin",
      "The pumps of Lower Tarn stood still for 14 hours.",
      "The pumps of Lower Tarn stood still for 14 hours, Ina Dorn said.",
      /1 source of the case gives it, on the word of Ina Dorn/,
    ],
    [
      "side-not-quoted",
      "The rope had broken, said Ole Quist.",
      both,
      /quotes nobody who is declared of: Orvane. In the case, 4 sources of 6 quote that side, 4 times in all: Ina Dorn \(3\)/,
    ],
    [
      "altered-quotation",
      "“We asked for a lamp on the weir and nobody brought it,” said Ina Dorn.",
      "“We asked for a light on the weir and nobody brought one,” said Ina Dorn.",
      /1 text quotes nearly the same. Only in the draft: “lamp … it”. Only there: “light … one”/,
    ],
    [
      "altered-quotation",
      "Ina Dorn spoke of “a light on the weir that nobody brought”.",
      "Ina Dorn said: “We asked for a light […] and nobody brought one.”",
      /No text of the case has these words/,
    ],
    [
      "disputed-claim",
      "The sluice of the weir was opened by the wardens of Pellmark.",
      "Orvane says that the sluice of the weir was opened by the wardens of Pellmark.",
      /The draft says this in its own voice/,
    ],
    [
      "unattributed-quote",
      `${quote} It rained.`,
      `${quote.slice(0, -2)},” said Ina Dorn.`,
      /none of the 6 documents/,
    ],
    [
      "unattributed-quote",
      "“We asked for a light on the weir and nobody brought one.” It rained.",
      "The “weir of the two towns” is old.",
      /The case has the same words in 1 document/,
    ],
  ])("%s: %s", async (rule, noted, left, reason) => {
    const found = (await notesOn(noted)).filter((note) => note.rule === rule);
    expect(found.map((note) => note.reason).join("\n")).toMatch(reason);
    expect((await notesOn(left)).filter((note) => note.rule === rule)).toEqual([]);
  });

  test("every rule is tried", async () => {
    const all = await notesOn(
      `Families were expelled from the Long Meadow. The bells of Saint Erd had rung at midnight. The wardens of Pellmark opened the weir gate. Twelve people were killed in the flood. The pumps of Lower Tarn stood still for 14 hours. ${quote} It rained. “We asked for a lamp on the weir and nobody brought it.”`,
    );
    expect(new Set(all.map(({ rule }) => rule))).toEqual(new Set(draftRuleIds));
  });
});

describe("each number of the draft is held against the case by itself", () => {
  test.each<[text: string, noted: readonly string[]]>([
    ["Nine people were killed in the flood. Twenty people died.", ["Twenty"]],
    ["Twenty people died. Nine people were killed in the flood.", ["Twenty"]],
    ["Nine people were killed in the flood. At least 20 people died in the flood.", ["20"]],
    ["Nine people were killed in the flood. Four people were killed in the flood.", ["Four"]],
    ["Four people were killed in the flood. Nine people were killed in the flood.", ["Four"]],
    ["Twelve people were killed in the flood. Twenty people died.", ["Twelve", "Twenty"]],
    ["Nine people were killed in the flood. Nine people died.", []],
    ["Nine people were killed in the flood. Four of the dead were millers.", []],
    ["Nine people were killed in the flood. In 1998 twelve people died in a flood.", []],
  ])("%s", async (text, noted) => {
    const conflicts = (await notesOn(text)).filter(({ rule }) => rule === "figure-conflict");
    expect(conflicts.map(({ subject }) => subject)).toEqual(noted);
  });
});

describe("what is not noted", () => {
  test.each([
    ["nothing of the case", "The choir of Elmhurst sang three hymns, and the children had cake."],
    [
      "a number that is counted from today",
      "It is twelve days since nine people were killed in the flood.",
    ],
    ["a word that all use", "The flood came at night."],
    ["a question", "Did the wardens of Pellmark open the weir gate?"],
  ])("%s", async (_, text) => {
    expect((await notesOn(text)).filter(({ span }) => span !== null)).toEqual([]);
  });

  test("a claim that fewer sources carry than asked for, or that the draft has in other words", async () => {
    const missingIn = async (text: string, least: number) =>
      (await notesOn(text, least)).flatMap(({ rule, subject }) =>
        rule === "missing-claim" ? subject : [],
      );
    expect(await missingIn("It rained.", 6)).toEqual([dam]);
    expect(await missingIn("It rained.", 7)).toEqual([]);
    expect(await missingIn("For a new dam, three million crowns are there.", 6)).toEqual([]);
  });
});

test("the case is what it was: a draft that is checked twice is told the same, and is in no finding", async () => {
  const before = JSON.stringify(findings);
  const text =
    "The wardens of Pellmark opened the weir gate. Twelve people were killed in the flood.";
  expect(await notesOn(text)).toEqual(await notesOn(text));
  expect(JSON.stringify(findings)).toBe(before);
  for (const { backing } of await notesOn(text))
    for (const { documentId } of backing)
      expect(input.documents.map(({ id }) => id)).toContain(documentId);
});

test("a note of the same thing has the same id, wherever it stands", async () => {
  const word = "Families were expelled from the Long Meadow.";
  const idsIn = async (text: string) =>
    (await notesOn(text)).flatMap(({ rule, id }) => (rule === "contested-word" ? id : []));
  const [id] = await idsIn(word);
  expect(await idsIn(`It rained. ${word} It rained. ${word}`)).toEqual([id, id]);
});
