import { expect, test } from "vitest";
import { expectedByChance, oddsInWords } from "./odds-in-words.ts";

test.each([
  [{ logOdds: 1.21, low: 0.04, high: 2.38 }, "3.4 times the odds (1.0 to 11)"],
  [{ logOdds: -1.21, low: -2.38, high: -0.04 }, "3.4 times the odds (1.0 to 11)"],
  [{ logOdds: 8, low: 7, high: 9 }, "2,981 times the odds (1,097 to 8,103)"],
])("%j: %s", (word, words) => {
  expect(oddsInWords(word)).toBe(words);
});

test("one interval in twenty misses", () => {
  expect([0, 9, 10, 66, 1000].map(expectedByChance)).toEqual([0, 0, 1, 3, 50]);
});
