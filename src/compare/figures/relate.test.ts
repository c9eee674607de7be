import { expect, test } from "vitest";
import { boundsOf, relate, relateEntries } from "./relate.ts";

const figure = (
  value: number | null,
  qualifier: string | null = null,
  range: [number, number] | null = null,
  superseded = false,
) => ({ value, qualifier, range, superseded });

test.each([
  ["13", figure(13), [13, 13]],
  ["at least 13", figure(13, "at least"), [13, Number.POSITIVE_INFINITY]],
  ["up to 20", figure(20, "up to"), [0, 20]],
  ["around 100", figure(100, "around"), [90, 110.00000000000001]],
  ["10 to 12", figure(null, null, [10, 12]), [10, 12]],
])("%s allows %j", (_name, told, expected) => {
  expect(boundsOf(told)).toEqual(expected);
});

test.each([
  ["one document", [figure(13), figure(15)], 1, "single", []],
  ["the same number", [figure(13), figure(13)], 2, "agree", []],
  ["at least 13 and 15", [figure(13, "at least"), figure(15)], 2, "compatible", []],
  ["13 and 15", [figure(13), figure(15)], 2, "conflict", [[0, 1]]],
  ["at least 13 and 11", [figure(13, "at least"), figure(11)], 2, "conflict", [[0, 1]]],
] as const)("%s: %j of %i documents is %s", (_name, told, documents, relation, conflicts) => {
  expect(relate(told, documents)).toEqual({ relation, conflicts, updates: [] });
});

const replaced = figure(15, null, null, true);

test("a number that has been replaced does not conflict", () => {
  expect(relate([replaced, figure(32)], 2)).toEqual({
    relation: "update",
    conflicts: [],
    updates: [[0, 1]],
  });
});

test("a number that somebody still gives has not been replaced", () => {
  expect(relate([replaced, figure(32), figure(15)], 2).relation).toBe("conflict");
});

test.each([
  [figure(15), figure(15), "same"],
  [figure(15, "at least"), figure(15), "compatible"],
  [figure(15, "at least"), figure(32), "compatible"],
  [figure(15), figure(32), "conflict"],
  [replaced, figure(32), "update"],
  [replaced, figure(15), "same"],
] as const)("%j and %j: %s", (a, b, relation) => {
  expect(relateEntries(a, b)).toBe(relation);
  expect(relateEntries(b, a)).toBe(relation);
});
