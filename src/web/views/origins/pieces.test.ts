import { expect, test } from "vitest";
import type { Change, SharedPassage } from "../../../serve/types.ts";
import { laterInWords } from "./later.ts";
import { mergedPieces, type Piece, piecesOf } from "./pieces.ts";

const origin = "Then: the old lock jammed on Tuesday night, they said.";
const copy = "News. the lock failed on Tuesday at night, they said.";
const span = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const place = (text: string, words: string) => ({
  documentId: "x",
  ...span(text, words),
  text: words,
});
const passage: SharedPassage = {
  origin: span(origin, "the old lock jammed on Tuesday night"),
  copy: span(copy, "the lock failed on Tuesday at night"),
  words: 5,
};
const behind = (text: string, words: string) => span(text, words).end;
const changes: Change[] = [
  {
    kind: "left out",
    origin: place(origin, "old"),
    copy: null,
    at: { origin: span(origin, "old").start, copy: behind(copy, "News. the") },
  },
  {
    kind: "replaced",
    origin: place(origin, "jammed"),
    copy: place(copy, "failed"),
    at: { origin: span(origin, "jammed").start, copy: span(copy, "failed").start },
  },
  {
    kind: "added",
    origin: null,
    copy: place(copy, "at"),
    at: { origin: behind(origin, "Tuesday"), copy: span(copy, "at night").start },
  },
];
const shown = (pieces: readonly Piece[]) =>
  pieces
    .map(({ start, end, of }) => {
      const words = (of === "origin" ? origin : copy).slice(start, end);
      return of === "origin" ? `[-${words}-]` : of === "copy" ? `{+${words}+}` : words;
    })
    .join("");

test("each side is cut at what the other has otherwise", () => {
  const sides = (["origin", "copy"] as const).map((side) =>
    piecesOf(passage, changes, side).map(
      ({ start, end, of }) =>
        `${of === "both" ? "" : "*"}${(side === "origin" ? origin : copy).slice(start, end)}`,
    ),
  );
  expect(sides).toEqual([
    ["the ", "*old", " lock ", "*jammed", " on Tuesday night"],
    ["the lock ", "*failed", " on Tuesday ", "*at", " night"],
  ]);
});

test("both sides as one text", () => {
  expect(shown(mergedPieces(passage, changes))).toBe(
    "the[-old-] lock [-jammed-]{+failed+} on Tuesday {+at+} night",
  );
});

test.each([
  ["2031-05-03", "2031-05-06", "3 days later"],
  ["2031-05-03", "2031-05-03T08:00:00Z", "same day"],
  ["2031-05-03T06:00:00Z", "2031-05-03T08:40:00Z", "3 hours later"],
  ["2031-05-03T06:00:00Z", "2031-05-03T06:10:00Z", "within the hour"],
  ["2031-05-03T06:00:00Z", "2031-05-10T06:10:00Z", "7 days later"],
  ["2031-05", "2031-05-06", null],
  ["2031-05-06", "2031-05-03", null],
  [null, "2031-05-06", null],
])("%s, then %s: %s", (first, then, words) => {
  expect(laterInWords(first, then)).toBe(words);
});
