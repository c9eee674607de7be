import { expect, test } from "vitest";
import { boundsOf, relate } from "./relate.ts";

const figure = (
  value: number | null,
  qualifier: string | null = null,
  range: [number, number] | null = null,
) => boundsOf({ value, qualifier, range });

test.each([
  ["13", figure(13), [13, 13]],
  ["at least 13", figure(13, "at least"), [13, Number.POSITIVE_INFINITY]],
  ["up to 20", figure(20, "up to"), [0, 20]],
  ["around 100", figure(100, "around"), [90, 110.00000000000001]],
  ["10 to 12", figure(null, null, [10, 12]), [10, 12]],
])("%s allows %j", (_name, bounds, expected) => {
  expect(bounds).toEqual(expected);
});

test.each([
  ["one document", [figure(13), figure(15)], 1, "single", []],
  ["the same number", [figure(13), figure(13)], 2, "agree", []],
  ["at least 13 and 15", [figure(13, "at least"), figure(15)], 2, "compatible", []],
  ["13 and 15", [figure(13), figure(15)], 2, "conflict", [[0, 1]]],
  ["at least 13 and 11", [figure(13, "at least"), figure(11)], 2, "conflict", [[0, 1]]],
] as const)("%s: %j of %i documents is %s", (_name, bounds, documents, relation, conflicts) => {
  expect(relate(bounds, documents)).toEqual({ relation, conflicts });
});
