import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createDatesReader } from "./dates.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const readDates = createDatesReader(lexicon);

function whatsOf(text: string): string[] {
  return readDates(readProse(text), { published: "2021-03-17", noise: [] }).map(({ what }) =>
    text.slice(what.start, what.end),
  );
}

test.each<readonly [text: string, ...whats: string[]]>([
  ["The lock opened in 1994.", "The lock opened in 1994"],
  [
    "In 1994, a truce was signed, but the boats sailed on until 1996.",
    "In 1994, a truce was signed",
    "the boats sailed on until 1996",
  ],
  [
    "The board met on Tuesday; on Wednesday, nobody came.",
    "The board met on Tuesday",
    "on Wednesday, nobody came",
  ],
  [
    "Ola Renn, who left the board in 2019, said nothing.",
    "Ola Renn, who left the board in 2019, said nothing",
  ],
  ["They held the quay – since May 2018 – and left it.", "They held the quay – since May 2018"],
  ["A tower, 1931", "A tower, 1931"],
  ["The gate broke, and again in 1999.", "The gate broke, and again in 1999"],
  ["“We left in 1994,” she said, and wept.", "“We left in 1994,” she said"],
])("%s", (text, ...whats) => {
  expect(whatsOf(text)).toEqual(whats);
});

const words = [
  "in 1994",
  "on Friday",
  ",",
  "and",
  "the boats sailed",
  ";",
  "–",
  "who",
  "5 May",
  ".",
];

test("what happened lies in the text and holds its date", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const text = parts.join(" ");
      for (const { start, end, what } of readDates(readProse(text), {
        published: "2021-03-17",
        noise: [],
      })) {
        expect(what.start).toBeGreaterThanOrEqual(0);
        expect(what.start).toBeLessThanOrEqual(start);
        expect(what.end).toBeGreaterThanOrEqual(end);
        expect(what.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
