import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createVoicesReader } from "./voices.ts";

const lexicon = loadLexicon(fileURLToPath(new URL("../../../lexicons", import.meta.url)));
const readProse = createProseReader(lexicon);
const readVoices = createVoicesReader(lexicon);

function read(text: string): { name: string | null; text: string }[] {
  return readVoices(readProse(text), { noise: [] }).map(({ name, start, end }) => ({
    name,
    text: text.slice(start, end),
  }));
}

test("an article of one writer has no voices, gaps or not", () => {
  const article =
    "The ferry left late.\n\n\n\nIt struck the pier at noon, the master said.\n\n\nNobody was hurt.";
  expect(read(article)).toEqual([]);
});

test("gaps of empty lines part writers who write as in a chat", () => {
  const first = "nobody told us the ferry was late lol\n\nand then the bar was closed";
  const second = "same here, we waited for hours bc of the fog";
  expect(read(`${first}\n\n\n\n${second}`)).toEqual([
    { name: null, text: first },
    { name: null, text: second },
  ]);
});

test("a change from lower case to sentences parts them, a paragraph that goes on does not", () => {
  const first = "the ferry was late again lol, idk why\n\nthey never say anything tbh";
  const second = "I work on that ferry, and it was the fog.\n\nand also, the pier was closed.";
  expect(read(`${first}\n\n${second}`).map((voice) => voice.text)).toEqual([first, second]);
});

test.each([
  ["@ana_m:\nThe ferry was late.\n\n@luc.t:\nIt was the fog.", ["@ana_m", "@luc.t"]],
  ["ana-m wrote:\nThe ferry was late.\n\nluc-t replied:\nIt was the fog.", ["ana-m", "luc-t"]],
  [
    "Posted by Ana Maron\nThe ferry was late.\n\nPosted by Luc Teren\nIt was the fog.",
    ["Ana Maron", "Luc Teren"],
  ],
  [
    "Ana Maron · 2h\nThe ferry was late.\n\nLuc Teren · 1h\nIt was the fog.",
    ["Ana Maron", "Luc Teren"],
  ],
  [
    "On 5 May 2031, Ana Maron wrote:\n> It was late.\n\nOn 4 May 2031, Luc Teren wrote:\n>> It was not.",
    ["Ana Maron", "Luc Teren"],
  ],
  ["Q: Was it late?\nA: No.\nQ: Why not?\nA: The fog had gone.", ["Q", "A", "Q", "A"]],
  ["HOST: Was it late?\nMARON: No.\nHOST: Why not?", ["HOST", "MARON", "HOST"]],
  ["[12:03] ana: was it late\n[12:04] luc: no\n[12:05] luc: it was not", ["ana", "luc"]],
  ["<ana> was it late\n<luc> no\n<ana> why not", ["ana", "luc", "ana"]],
  [
    "4/5/31, 09:12 - Ana M: Was it late?\n4/5/31, 09:13 - Luc: No.\n4/5/31, 09:15 - Ana M: Why?",
    ["Ana M", "Luc", "Ana M"],
  ],
  [
    "Sir — It was late.\nAna Maron, Brenna\nSir — It was not.\nLuc Teren",
    ["Ana Maron", "Luc Teren"],
  ],
  ["It was late.\n\n> It was never late.\n\nIt was not late.", []],
  ["It was late again today.\n\n> It was late again\n\nIt was not.", [null, null, null]],
])("lines that name the writer: %j", (text, names) => {
  expect(read(text).map((voice) => voice.name)).toEqual(names);
});

test.each([
  ["1/ The ferry was late.\n2/ It was the fog.\n3/ That is all."],
  ["The costs: four million.\nThe mayor: “We can pay.”\nIn short: nobody knows."],
  ["Cost: Four million.\nLines: Four.\nHours: Until five.\nDrivers: Eleven."],
  ["09:05 The gates are open.\n09:40 Two bridges are closed.\n10:15 Buses turn at the mill."],
  ["The report is short.\n\n> The piers have moved.\n\nIt goes on.\n\n> No repair is planned."],
])("one writer: %j", (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ["marks of quoting", "> ".repeat(20_000)],
  ["lines of quoting", "> a\n".repeat(5_000)],
  ["at signs", "@".repeat(40_000)],
  ["handles", "@a:\n".repeat(5_000)],
  ["times", "[12:03] a: b\n".repeat(5_000)],
  ["empty lines", `a\n${"\n".repeat(60_000)}b`],
  ["names", "Ana Maron ".repeat(8_000)],
])("comes to an end on long runs of %s", (_, text) => {
  expect(readVoices(readProse(text), { noise: [] }).length).toBeLessThanOrEqual(5_000);
});

test("for any text, voices are in order, apart, and inside it", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "i was there lol",
      "The ferry left.",
      "",
      "",
      "@ana:",
      "ana wrote:",
      "and so on bc",
    ),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const text = lines.join("\n");
      let end = 0;
      for (const voice of readVoices(readProse(text), { noise: [] })) {
        expect(voice.start).toBeGreaterThanOrEqual(end);
        expect(voice.end).toBeGreaterThan(voice.start);
        end = voice.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 60 },
  );
});
