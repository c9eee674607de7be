import fc from "fast-check";
import { expect, test } from "vitest";
import { moved, offsetShowing, rangeOf } from "./window.ts";

test.each([
  [
    { offset: 0, length: 600 },
    { first: 0, end: 12 },
  ],
  [
    { offset: 399, length: 600 },
    { first: 0, end: 16 },
  ],
  [
    { offset: 400, length: 600 },
    { first: 0, end: 16 },
  ],
  [
    { offset: 99_900, length: 600 },
    { first: 992, end: 1000 },
  ],
  [
    { offset: 0, length: 0 },
    { first: 0, end: 4 },
  ],
])("a window %j of rows of 100 shows %j", (view, range) => {
  expect(rangeOf(view, 100, 1000, 4)).toEqual(range);
});

test("what is in the window is drawn, and little more", () => {
  const nat = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(nat(500_000), nat(3000), nat(5000), (offset, length, count) => {
      const { first, end } = rangeOf({ offset, length }, 84, count, 4);
      expect(first).toBeLessThanOrEqual(end);
      expect(end - first).toBeLessThanOrEqual(length / 84 + 16);
      for (const pixel of [offset, offset + length - 1]) {
        const row = Math.floor(pixel / 84);
        if (length > 0 && row < count) expect(first <= row && row < end).toBe(true);
      }
    }),
  );
});

test.each([
  [3, 300],
  [5, 500],
  [12, 700],
  [99, 9400],
])("row %i is shown whole from %i", (row, offset) => {
  expect(offsetShowing({ offset: 700, length: 600 }, 100, row)).toBe(offset);
});

const grid = { rows: 10, columns: 4, page: 3 };

test.each([
  ["ArrowDown", false, { row: 6, column: 2 }],
  ["ArrowUp", false, { row: 4, column: 2 }],
  ["ArrowLeft", false, { row: 5, column: 1 }],
  ["ArrowRight", false, { row: 5, column: 3 }],
  ["PageDown", false, { row: 8, column: 2 }],
  ["PageUp", false, { row: 2, column: 2 }],
  ["Home", false, { row: 5, column: -1 }],
  ["End", false, { row: 5, column: 3 }],
  ["Home", true, { row: 0, column: -1 }],
  ["End", true, { row: 9, column: 3 }],
  ["a", false, null],
])("%s, with control %s, leads to %j", (key, withControl, place) => {
  expect(moved({ row: 5, column: 2 }, { key, withControl }, grid)).toEqual(place);
});

test("a grid is not left by its keys", () => {
  expect(moved({ row: 0, column: -1 }, { key: "ArrowLeft", withControl: false }, grid)).toEqual({
    row: 0,
    column: -1,
  });
  expect(moved({ row: 9, column: 3 }, { key: "PageDown", withControl: false }, grid)).toEqual({
    row: 9,
    column: 3,
  });
});
