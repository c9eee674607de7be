import { expect, test } from "vitest";
import { apart, instant } from "./times.ts";

test.each([
  [0, "0 s"],
  [59, "59 s"],
  [60, "1 min"],
  [-95, "1 min 35 s"],
  [3600, "1 h"],
  [3725, "1 h 2 min"],
  [86_400 * 2 + 3600 * 3 + 60, "2 d 3 h"],
])("%d seconds are %s", (seconds, words) => {
  expect(apart(seconds)).toBe(words);
});

test("an instant is told in UTC", () => {
  expect(instant(Date.UTC(2031, 4, 3, 6, 15, 9) / 1000)).toBe("3 May, 06:15");
  expect(instant(Date.UTC(2031, 4, 3, 6, 15, 9) / 1000, true)).toBe("3 May, 06:15:09");
});
