import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { readParagraphs, readSentences } from "./sentences.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);

function cut(text: string): string[] {
  return readParagraphs(text).flatMap((paragraph) =>
    readSentences(text, paragraph, lexicon).map(({ start, end }) => text.slice(start, end)),
  );
}

test.each([
  ["One came. Two went.", ["One came.", "Two went."]],
  ["Gen. Ahn left at 5 p.m. He was tired.", ["Gen. Ahn left at 5 p.m.", "He was tired."]],
  [
    "The siren was heard at 4.10 a.m. Mayor Holm disputed that.",
    ["The siren was heard at 4.10 a.m.", "Mayor Holm disputed that."],
  ],
  [
    "It began at 5 p.m. Friday and ended at 6 p.m. GMT on Sunday.",
    ["It began at 5 p.m. Friday and ended at 6 p.m. GMT on Sunday."],
  ],
  ["Resolution No. 12 failed. Nobody spoke.", ["Resolution No. 12 failed.", "Nobody spoke."]],
  ["He said no. The vote went on.", ["He said no.", "The vote went on."]],
  [
    "The U.S. envoy left the U.N. The talks ended.",
    ["The U.S. envoy left the U.N.", "The talks ended."],
  ],
  ["J. Doe wrote it. I. too.", ["J. Doe wrote it.", "I. too."]],
  ["“Go away.” She went. “Why?” he asked.", ["“Go away.”", "She went.", "“Why?” he asked."]],
  ["A toll of 3.5 million. Then 1,200.", ["A toll of 3.5 million.", "Then 1,200."]],
  ["1. The Group failed. It is over.", ["1. The Group failed.", "It is over."]],
  [
    "they came at night. we hid. nobody asked why",
    ["they came at night.", "we hid.", "nobody asked why"],
  ],
  ["We waited… and waited. Then rain.", ["We waited… and waited.", "Then rain."]],
  ["See example.org for more. Bye.", ["See example.org for more.", "Bye."]],
  ["A heading\n\nA line.\r\nAnother.", ["A heading", "A line.", "Another."]],
  ["No-break\u00a0spaces.\u00a0Are spaces.", ["No-break\u00a0spaces.", "Are spaces."]],
  ["", []],
  [" \n\t\u00a0\n", []],
])("%j is cut into %j", (text, sentences) => {
  expect(cut(text)).toEqual(sentences);
});

test("sentences hold every character that is not white space, in order, and nothing twice", () => {
  const piece = fc.constantFrom(
    "Word",
    " ",
    ".",
    "?",
    "…",
    "“",
    "”",
    "\n",
    "\u00a0",
    "No",
    "5",
    "p.m.",
    "'",
    ")",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join("");
      expect(cut(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});
