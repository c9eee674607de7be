import { expect, test } from "vitest";
import { cardOf } from "../../../tests/fixtures/card.ts";
import type { Case } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import { memoryInput } from "../input.ts";
import type { FigureGroup } from "./figures.ts";

const reader = createReader(loadLexicon(new URL("../../../lexicons", import.meta.url).pathname), {
  names: ["Ostrel", "Velm", "Tarn", "Ilm"],
});

/** The quantities of texts that are called a, b, c …, each with its day of publication. */
async function figuresOf(...texts: readonly (string | readonly [string, string])[]) {
  const declared: Case = {
    title: "test",
    language: "en",
    sides: [],
    sources: [],
    actors: [],
    packs: [],
    checklist: [],
  };
  const documents = texts.map((given, at) => {
    const [text, published] = typeof given === "string" ? [given, "2031-05-09"] : given;
    const id = String.fromCharCode(97 + at);
    const card = cardOf(id, { published });
    const document = documentOf(text, { id, published, completeness: "full" });
    return { card, text, readings: reader(document) };
  });
  return (await compareCase(memoryInput(declared, documents), reader)).figures;
}

const shown = (groups: readonly FigureGroup[]) =>
  groups
    .filter(({ documents }) => documents > 1)
    .map(
      ({ relation, entries }) =>
        `${entries.map((one) => `${one.documentId} ${one.value}${one.unit ? ` ${one.unit}` : ""}`).join(", ")}: ${relation}`,
    )
    .sort();

test.each<[string, (string | readonly [string, string])[], string[]]>([
  [
    "two lengths of time have only their unit in common",
    [
      "Arn Feld has mediated between the two ports for 30 years.",
      "The bridge at Ilm, closed for nearly 30 years, will open to lorries.",
    ],
    [],
  ],
  [
    "a length of time with a word of what lasted",
    [
      "Arn Feld has mediated between the two ports for 30 years.",
      "For 30 years the old judge mediated between them.",
    ],
    ["a 30 years, b 30 years: agree"],
  ],
  [
    "two shares have only their unit in common",
    [
      "Turnout in the county vote was 30 per cent.",
      "The herring catch fell by 30 per cent over the winter.",
    ],
    [],
  ],
  [
    "sums of money for one work",
    [
      "The new harbour wall at Ostrel will cost $410 million.",
      "The harbour wall at Ostrel is to cost $640 million, engineers say.",
    ],
    ["a 410000000 USD, b 640000000 USD: conflict"],
  ],
  [
    "nouns that mean the same are one kind",
    [
      "Velm has moved 12,000 soldiers into the Tarn valley.",
      "Velm moved 9,000 troops into the Tarn valley, observers say.",
    ],
    ["a 12000 soldiers, b 9000 troops: conflict"],
  ],
  [
    "a bare number counts what the one before it counts",
    [
      "The plan needs 2,400 villagers to leave; the water board speaks of over 4,000.",
      "Under the plan 2,400 villagers must leave.",
    ],
    ["a 2400 villagers, a 4000 villagers, b 2400 villagers: conflict"],
  ],
  [
    "a number that was replaced, and by whom",
    [
      ["The works at Ostrel will cost $410 million.", "2031-05-02"],
      [
        "The cost of the works at Ostrel has risen to $465 million from $410 million, the port said.",
        "2031-05-09",
      ],
    ],
    ["a 410000000 USD, b 465000000 USD, b 410000000 USD: update"],
  ],
])("%s", async (_name, texts, expected) => {
  expect(shown(await figuresOf(...texts))).toEqual(expected);
});

test("the entries say when each number was published and which has been replaced", async () => {
  const [group] = await figuresOf(
    ["The works at Ostrel will cost $410 million, the port said.", "2031-05-02"],
    ["The cost of the works at Ostrel has risen to $465 million from $410 million.", "2031-05-09"],
  );
  expect(
    group?.entries.map(({ documentId, value, published, superseded }) => ({
      documentId,
      value,
      published,
      superseded,
    })),
  ).toEqual([
    { documentId: "a", value: 410_000_000, published: "2031-05-02", superseded: true },
    { documentId: "b", value: 465_000_000, published: "2031-05-09", superseded: false },
    { documentId: "b", value: 410_000_000, published: "2031-05-09", superseded: true },
  ]);
});
