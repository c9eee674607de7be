import { expect, test } from "vitest";
import { meantBy } from "./meant.ts";

const span = (start: number, end: number) => ({ start, end });
const readings = [
  [span(20, 22)],
  [span(0, 2)],
  [span(4, 6), span(7, 9), span(10, 30)],
  [span(10, 12)],
];

test.each([
  ["one that has the passage's span is meant alone", span(10, 12), [3]],
  ["else all that stand in it, in the order of the text", span(0, 25), [1, 2, 3, 0]],
  ["one that stands on several spans is in each of them", span(7, 8), [2]],
  ["outside of all there is nothing", span(40, 50), []],
])("%s", (_, passage, expected) => {
  expect(meantBy(passage, readings)).toEqual(expected);
});

test("a passage full of readings tells of the first ones", () => {
  const many = Array.from({ length: 30 }, (_, at) => [span(at, at + 1)]);
  expect(meantBy(span(0, 30), many)).toEqual([0, 1, 2, 3]);
});
