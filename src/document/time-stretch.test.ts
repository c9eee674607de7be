import fc from "fast-check";
import { expect, test } from "vitest";
import { datedIn, publishedIn, timeStretch } from "./time-stretch.ts";

test.each([
  ["2031-05-03", "2031-05-06", { from: "2031-05-03", to: "2031-05-06" }],
  ["2031-05-06", "2031-05-03", { from: "2031-05-03", to: "2031-05-06" }],
  ["2031-05-03", undefined, { from: "2031-05-03", to: null }],
  [undefined, "2031-05-06", { from: null, to: "2031-05-06" }],
  ["2031-02-30", "2031-05-06", { from: null, to: "2031-05-06" }],
  ["yesterday", "", null],
  [undefined, undefined, null],
])("from %s to %s is %j", (from, to, stretch) => {
  expect(timeStretch(from, to)).toEqual(stretch);
});

const week = { from: "2031-05-03", to: "2031-05-06" };

test.each([
  ["2031-05-02", "out"],
  ["2031-05-03", "in"],
  ["2031-05-06T23:59:00Z", "in"],
  ["2031-05-07T00:00:00Z", "out"],
  ["2031-05", "unknown"],
  ["2031-06", "out"],
  ["2031", "unknown"],
  ["2031-05-04/2031-05-05", "in"],
  ["2031-05-04/..", "unknown"],
  ["no date", "unknown"],
  [null, "unknown"],
])("published %s is %s", (published, expected) => {
  expect(publishedIn(published, week)).toBe(expected);
});

test.each([
  ["2031-05-02", "2031-05-02", false],
  ["2031-05-06", "2031-05-06", true],
  ["2031-05-01", "2031-05-31", true],
  ["2031-05-05", null, true],
  ["2031-05-07", null, false],
  [null, "2031-05-03", true],
  [null, null, false],
])("an event from %s to %s is in it: %s", (from, to, expected) => {
  expect(datedIn({ from, to }, week)).toBe(expected);
});

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

test("a day is in a stretch, or before it, or after it", () => {
  fc.assert(
    fc.property(day, day, day, (one, a, b) => {
      const stretch = timeStretch(a, b);
      const before = stretch?.from != null && one < stretch.from;
      const after = stretch?.to != null && one > stretch.to;
      expect(stretch && publishedIn(one, stretch)).toBe(before || after ? "out" : "in");
      expect(stretch && datedIn({ from: one, to: one }, stretch)).toBe(!(before || after));
    }),
  );
});
