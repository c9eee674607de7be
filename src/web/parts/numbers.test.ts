import { expect, test } from "vitest";
import { count, formatDate } from "./numbers.ts";

test.each([
  ["1992-02-26", "26 Feb 1992"],
  ["2031-05-13T06:20:00Z", "13 May 2031"],
  ["1992-02", "February 1992"],
  ["1992", "1992"],
  ["198X", "the 1980s"],
  ["1993-21", "spring 1993"],
  ["1986/1989~", "1986 to about 1989"],
  ["2020-09-27/..", "since 27 Sept 2020"],
  ["../1994", "until 1994"],
  ["1992-13-40", "1992-13-40"],
  ["Y-170000", "Y-170000"],
  [null, "no date"],
])("%s is shown as %s", (edtf, shown) => {
  expect(formatDate(edtf)).toBe(shown);
});

test.each([
  [1, "1 document"],
  [0, "0 documents"],
  [12345, "12,345 documents"],
])("%i", (n, shown) => {
  expect(count(n, "document")).toBe(shown);
});
