import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesOf } from "./differences.ts";

/** The text with what differs in brackets, numbers in double ones. */
function shown(text: string, other: string): string {
  return differencesOf(text, other)
    .pieces.map(({ start, end, is }) => {
      const words = text.slice(start, end);
      return is === "same" ? words : is === "number" ? `[[${words}]]` : `[${words}]`;
    })
    .join("");
}

test.each([
  ["The siren sounded.", "The siren sounded.", "The siren sounded.", []],
  ["the SIREN sounded", "The siren sounded.", "the SIREN sounded", []],
  [
    "A warning was given at 4:05.",
    "No warning was given to the town.",
    "[A] warning was given [at 4:05].",
    ["town"],
  ],
  [
    "A warning was given at 4:05.",
    "No warning was given to the town at 3:50.",
    "[A] warning was given at [[4:05]].",
    ["town", "3:50"],
  ],
  ["At least 14 people died.", "11 people died.", "[At least] [[14]] people died.", ["11"]],
  ["Nothing alike here", "some words", "[Nothing alike here]", ["some", "words"]],
  ["", "some words", "", ["some", "words"]],
])("%j against %j", (text, other, marked, missing) => {
  expect(shown(text, other)).toBe(marked);
  expect(differencesOf(text, other).missing).toEqual(missing);
});

test("the pieces tile the text, and a text does not differ from itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, other) => {
      const { pieces } = differencesOf(text, other);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      expect(differencesOf(text, text).pieces.every(({ is }) => is === "same")).toBe(true);
    }),
  );
});

test("the number of a paragraph is no other number", () => {
  const { pieces } = differencesOf(
    "6. The boats waited 50 minutes.",
    "The boats waited 40 minutes.",
  );
  expect(pieces.filter(({ is }) => is === "number")).toEqual([
    { start: 20, end: 22, is: "number" },
  ]);
});
