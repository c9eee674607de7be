import { expect, test } from "vitest";
import { partsInWords } from "./figures.ts";

test.each([
  [[6], 6, 34, "of 34 in all, 6 told (28 not told)"],
  [[6, 4], 10, 34, "of 34 in all, 6 + 4 = 10 told (24 not told)"],
  [[20, 14], 34, 34, "of 34 in all, 20 + 14 = 34 told (all of them)"],
  [[20, 16], 36, 34, "of 34 in all, 20 + 16 = 36 told (2 more than all)"],
])("parts %j of a whole: sum %d of %d", (parts, sum, whole, words) => {
  expect(partsInWords(parts, sum, whole)).toBe(words);
});
