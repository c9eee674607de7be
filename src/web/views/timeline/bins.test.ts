import { expect, test } from "vitest";
import { binsOf, counted, dayOf, placeOf, stretchOfBins } from "./bins.ts";

test.each([
  ["2031-05-03", "2031-05-03"],
  ["2031-05-03T09:10:00Z", "2031-05-03"],
  ["2031-05", null],
  ["1988/..", null],
  [null, null],
])("the day of %s is %s", (edtf, day) => {
  expect(dayOf(edtf)).toBe(day);
});

test.each([
  [["2031-05-03"], { first: "2031-05-02", binDays: 1, count: 3 }],
  [["2031-05-09", "2031-05-03"], { first: "2031-05-02", binDays: 1, count: 9 }],
  [["2031-01-01", "2031-12-31"], { first: "2030-12-25", binDays: 7, count: 55 }],
  [[], null],
])("%j lie in bins %j", (days, bins) => {
  expect(binsOf(days)).toEqual(bins);
});

test("every day is counted once", () => {
  const days = ["2031-05-03", "2031-05-03", "2031-05-05"];
  const bins = binsOf(days);
  expect(bins && counted(days, bins)).toEqual([0, 2, 0, 1, 0]);
});

const week = { first: "2031-05-01", binDays: 1, count: 10 };

test.each([
  [2, 5],
  [5, 2],
])("from bin %i to bin %i are whole days, whichever way it is drawn", (a, b) => {
  expect(stretchOfBins(a, b, week)).toEqual({ from: "2031-05-03", to: "2031-05-06" });
});

test.each([
  [
    { from: "2031-05-03", to: "2031-05-06" },
    { start01: 0.2, end01: 0.6 },
  ],
  [
    { from: null, to: "2031-05-01" },
    { start01: 0, end01: 0.1 },
  ],
  [
    { from: "2031-05-10", to: null },
    { start01: 0.9, end01: 1 },
  ],
  [{ from: "2032-01-01", to: null }, null],
  [{ from: null, to: "2030-01-01" }, null],
])("%j stands at %j", (stretch, place) => {
  expect(placeOf(stretch, week)).toEqual(place);
});
