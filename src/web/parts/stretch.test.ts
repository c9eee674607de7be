import { expect, test } from "vitest";
import { stretchInWords } from "./stretch.ts";

test.each([
  ["2031-05-03", "2031-05-06", "3 May to 6 May 2031"],
  ["2030-12-30", "2031-01-02", "30 Dec 2030 to 2 Jan 2031"],
  ["2031-05-03", "2031-05-03", "3 May 2031"],
  ["2031-05-03", null, "since 3 May 2031"],
  [null, "2031-05-06", "until 6 May 2031"],
])("%s and %s are %j", (from, to, words) => {
  expect(stretchInWords({ from, to })).toBe(words);
});
