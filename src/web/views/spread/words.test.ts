import { expect, test } from "vitest";
import {
  likelihood,
  month,
  objectName,
  objectOf,
  shortTime,
  toldLanguage,
  windowOf,
} from "./words.ts";

test.each([
  ["url", "url"],
  [undefined, "hashtag"],
  ["toString", "hashtag"],
])("the object of ?on=%s is %s", (asked, object) => {
  expect(objectOf(asked)).toBe(object);
});

test.each([
  ["300", "300"],
  ["61", "60"],
  [undefined, "60"],
])("the window of ?window=%s is %s seconds", (asked, window) => {
  expect(windowOf(asked)).toBe(window);
});

test.each([
  [0.000004, "below 0.001"],
  [0.0216, "0.022"],
  [null, "not tested"],
])("q of %s is told as %s", (q, words) => {
  expect(likelihood(q)).toBe(words);
});

test.each([
  [5, "5 s"],
  [300, "5 min"],
  [3600, "1 h"],
])("%i seconds are told as %s", (seconds, words) => {
  expect(shortTime(seconds)).toBe(words);
});

test("months, languages and hashtags as people write them", () => {
  expect(month("2031-05")).toBe("May 2031");
  expect(["en", "x-no such", null].map(toldLanguage)).toEqual(["English", "x-no such", "not told"]);
  expect([objectName("hashtag", "ferry"), objectName("url", "ferry")]).toEqual(["#ferry", "ferry"]);
});
