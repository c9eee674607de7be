import { expect, test } from "vitest";
import { whichFirst, whichFirstOf } from "./which-first.ts";

const at = (instant: string) => Date.parse(instant) / 1000;

test.each([
  ["2031-05-02T20:11:00Z", "2031-05-03T08:40:00Z", "posts", 44_940, null],
  ["2031-05-03T09:40:00Z", "2031-05-03T08:40:00Z", "articles", 3600, null],
  ["2031-05-03T20:11:00Z", "2031-05-03", "same-day", null, null],
  ["2031-05-01T20:11:00Z", "2031-05-03", "posts", null, 2],
  ["2031-05-04T00:00:00Z", "2031-05-03", "articles", null, 1],
  ["2031-05-03T20:11:00Z", "2031-05", "unclear", null, null],
  ["2031-04-03T20:11:00Z", "2031-05", "posts", null, 28],
  ["2031-05-03T20:11:00Z", null, "unclear", null, null],
] as const)("a post of %s and an article of %s: %s", (post, published, first, seconds, days) => {
  expect(whichFirst(at(post), published)).toEqual({
    first,
    apartSeconds: seconds,
    apartDays: days,
  });
});

test.each([
  [["2031-05-05", "2031-05-04"], "posts"],
  [["2031-05-03", "2031-05-05"], "same-day"],
  [["2031-05-03", "2031-05-02"], "articles"],
  [["2031-05", "2031-05-05"], "unclear"],
  [[null, "2031-05-05"], "posts"],
  [[null], "unclear"],
  [[], "unclear"],
] as const)("a post of 3 May and articles of %j: %s", (published, first) => {
  expect(whichFirstOf(at("2031-05-03T12:00:00Z"), published).first).toBe(first);
});
