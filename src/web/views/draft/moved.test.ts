import fc from "fast-check";
import { expect, test } from "vitest";
import { editBetween, moved } from "./moved.ts";

test.each<[before: string, after: string, word: string, stays: boolean]>([
  ["They were expelled on Sunday.", "Then they were expelled on Sunday.", "expelled", true],
  ["They were expelled on Sunday.", "They were expelled on Sunday. All.", "expelled", true],
  ["They were expelled on Sunday.", "They were moved on Sunday.", "expelled", false],
  ["They were expelled on Sunday.", "expelled", "expelled", false],
  ["expelled", "", "expelled", false],
])("%s > %s: %s", (before, after, word, stays) => {
  const start = before.indexOf(word);
  const now = moved({ start, end: start + word.length }, editBetween(before, after));
  expect(now && after.slice(now.start, now.end)).toBe(stays ? word : null);
});

test("what has moved has the same words", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (before, after, from, size) => {
      const start = from % (before.length + 1);
      const end = Math.min(before.length, start + size);
      const now = moved({ start, end }, editBetween(before, after));
      if (now) expect(after.slice(now.start, now.end)).toBe(before.slice(start, end));
    }),
  );
});
