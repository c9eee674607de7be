import { expect, test } from "vitest";
import { stacked } from "./stack.ts";

test.each<[wanted: [top: number, height: number][], tops: number[]]>([
  [[], []],
  [[[40, 20]], [40]],
  [
    [
      [40, 20],
      [50, 20],
      [300, 20],
    ],
    [40, 70, 300],
  ],
  [
    [
      [0, 100],
      [0, 100],
      [5, 100],
    ],
    [0, 110, 220],
  ],
])("%j", (wanted, tops) => {
  expect(stacked(wanted.map(([top, height]) => ({ top, height })))).toEqual(tops);
});
