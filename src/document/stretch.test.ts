import fc from "fast-check";
import { expect, test } from "vitest";
import { stretchAround } from "./stretch.ts";

const text = "In the night of 3 May, at least 12 houses burnt down in Lower Tarn, the mayor said.";
const sentence = { documentId: "a", start: 100, end: 100 + text.length, text };
const twelve = { start: 100 + text.indexOf("12"), end: 102 + text.indexOf("12") };

test.each([
  [200, text],
  [44, "… of 3 May, at least 12 houses burnt down in …"],
  [2, "… 12 …"],
])("at most %i characters", (most, expected) => {
  expect(stretchAround(sentence, twelve, most)).toBe(expected);
});

test("a line of its own is shown in one", () => {
  const lines = { documentId: "a", start: 0, end: 9, text: "12\n\ndead" };
  expect(stretchAround(lines, { start: 0, end: 2 }, 80)).toBe("12 dead");
});

test("the part is always shown, and little more than what was asked for", () => {
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(90),
      (at, n, most) => {
        const end = Math.min(text.length, at + n);
        const part = text.slice(at, end).trim();
        const shown = stretchAround(sentence, { start: 100 + at, end: 100 + end }, most);
        expect(shown).toContain(part);
        expect(shown.length).toBeLessThanOrEqual(Math.max(most, n) + 4);
      },
    ),
  );
});
