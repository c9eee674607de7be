import { expect, test } from "vitest";
import { axisOf, conflictingNumbers, figureInWords, opennessOf, sharedNumbers } from "./entries.ts";

const number = (value: number | null, range: [number, number] | null = null) => ({
  value,
  range,
  qualifier: null,
});

test.each([
  [null, "exact"],
  ["at least", "up"],
  ["More than", "up"],
  ["up to", "down"],
  ["fewer than", "down"],
  ["around", "about"],
  ["some", "about"],
])("%s is open %s", (qualifier, openness) => {
  expect(opennessOf(qualifier)).toBe(openness);
});

test.each([
  [{ ...number(1400), qualifier: "at least" }, "at least 1,400"],
  [number(null, [12, 16]), "12 to 16"],
  [number(2.5), "2.5"],
  [number(null), "no number"],
])("%j is shown as %s", (entry, shown) => {
  expect(figureInWords(entry)).toBe(shown);
});

test.each([
  [[10, 20], "linear"],
  [[1, 100_000], "log"],
  [[0, 100_000], "linear"],
  [[7], "linear"],
  [[0], "linear"],
  [[-3, 4], "linear"],
] as const)("the axis of %j is %s and holds them all", (values, type) => {
  const axis = axisOf({ entries: values.map((value) => number(value)) as never });
  expect(axis.type).toBe(type);
  expect(axis.domain[0]).toBeLessThan(axis.domain[1]);
  for (const value of values) {
    expect(value).toBeGreaterThanOrEqual(axis.domain[0]);
    expect(value).toBeLessThanOrEqual(axis.domain[1]);
  }
});

const given = (
  value: number,
  attributedTo: string | null = null,
  qualifier: string | null = null,
) => ({ ...number(value), qualifier, attributedTo }) as never;

test("numbers that several give are told once, most given first", () => {
  const shared = sharedNumbers([given(8), given(15), given(15), given(15, "the mayor")]);
  expect(shared.map(({ said, entries }) => [said, entries.length])).toEqual([
    ["15", 2],
    ["8", 1],
    ["15, as somebody’s word", 1],
  ]);
});

test("a pair of numbers that cannot both hold is told once, in either order", () => {
  const entries = [given(15), given(8), given(15), given(14)];
  const conflicts = [
    [0, 1],
    [1, 2],
    [0, 3],
  ] as const;
  const pairs = conflictingNumbers({ entries, conflicts });
  expect(pairs.map((pair) => pair.map(figureInWords))).toEqual([
    ["15", "8"],
    ["15", "14"],
  ]);
});
