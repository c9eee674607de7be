import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { parsePack } from "../../lexicon/pack.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createWordingReader } from "./wording.ts";

const lexicon = loadLexicon(fileURLToPath(new URL("../../../lexicons", import.meta.url)));
const pack = parsePack(
  `
pack: boats
about: Words for what happened to the boat.
concepts:
  - concept: loss of the boat
    labels:
      - { label: sink, forms: [sank, sunk], note: plain, source: own example }
      - { label: scuttle, loadedFor: the owners, source: own example }
      - { label: sent to the bottom, forms: [send to the bottom], note: figure, source: own example }
  - concept: the boat
    labels:
      - { label: wreck, forms: [coffin ship], note: judges, except: [train wreck], source: own example }
      - { label: sister-ship, note: plain, source: own example }
`,
  "boats.yaml",
);
const readProse = createProseReader(lexicon);
const readWording = createWordingReader({ ...lexicon, packs: new Map([["boats", pack]]) }, []);
const nothing = { quotes: [], attributions: [], scareQuotes: [] };

function read(text: string): string[] {
  return readWording(readProse(text), nothing).map(
    ({ label, start, end }) => `${label}: ${text.slice(start, end)}`,
  );
}

describe("labels in their forms", () => {
  test.each<[string, string[]]>([
    ["It sinks. It sank.", ["sink: sinks", "sink: sank"]],
    ["Scuttling the boat was wrong.", ["scuttle: Scuttling"]],
    ["They sent to the bottom what they had.", ["sent to the bottom: sent to the bottom"]],
    ["Coffin-ships and a coffin ship", ["wreck: Coffin-ships", "wreck: coffin ship"]],
    ["The sister ship's bell", ["sister-ship: sister ship"]],
    ["OWNERS SCUTTLED BOAT", ["scuttle: SCUTTLED"]],
    ["A train wreck of a plan", []],
    ["He washed the dishes.", []],
  ])("%s", (text, labels) => {
    expect(read(text)).toEqual(labels);
  });
});

test("whose words: scare quotes before quotes and attributed content, else the writer's own", () => {
  const text = "The wreck sank, she said: the “wreck” was scuttled.";
  const prose = readProse(text);
  const scare = text.indexOf("wreck”");
  const found = readWording(prose, {
    quotes: [
      {
        start: scare,
        end: scare + 5,
        outer: { start: scare - 1, end: scare + 6 },
        depth: 0,
        closed: true,
      },
    ],
    scareQuotes: [{ start: scare, end: scare + 5, rule: "test" }],
    attributions: [
      {
        kind: "indirect",
        attitude: "states",
        source: [],
        cue: [],
        content: [{ start: text.indexOf("the “"), end: text.length - 1 }],
        via: [],
        sourceName: null,
        sourceInferred: false,
        distancing: false,
        negated: false,
        rule: "test",
      },
    ],
  });
  expect(found.map(({ label, voice }) => [label, voice])).toEqual([
    ["wreck", "own"],
    ["sink", "own"],
    ["wreck", "scare"],
    ["scuttle", "quoted"],
  ]);
});

test("a pack that is not asked for is not read", () => {
  const none = createWordingReader({ ...lexicon, packs: new Map([["boats", pack]]) }, ["other"]);
  expect(none(readProse("The wreck sank."), nothing)).toEqual([]);
});

test("labels never overlap, whatever the text", () => {
  const words = fc.array(
    fc.constantFrom(
      "sent",
      "to",
      "the",
      "bottom",
      "sank",
      "wreck",
      "train",
      "coffin",
      "-",
      "ship",
      ".",
      "“",
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(" ");
      let end = 0;
      for (const label of readWording(readProse(text), nothing)) {
        expect(label.start).toBeGreaterThanOrEqual(end);
        end = label.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 60 },
  );
});

describe("the pack conflict", () => {
  const conflict = lexicon.packs.get("conflict");
  test.each(conflict?.concepts.map((concept) => [concept.concept, concept] as const) ?? [])(
    "%s is balanced: loaded words of more than one side, or plain ones beside them",
    (_, { labels }) => {
      const loaded = new Set(labels.flatMap(({ loadedFor }) => (loadedFor ? [loadedFor] : [])));
      const plain = labels.filter(({ loadedFor }) => loadedFor === null);
      expect(loaded.size).toBeGreaterThanOrEqual(2);
      expect(plain.length).toBeGreaterThanOrEqual(1);
    },
  );
});
