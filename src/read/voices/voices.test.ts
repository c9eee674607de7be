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
])("lines that name the writer: %j", (text, names) => {
  expect(read(text).map((voice) => voice.name)).toEqual(names);
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
