import { expect, test } from "vitest";
import {
  centred,
  componentsOf,
  isPseudonym,
  neighboursOf,
  packed,
  radiusOf,
  startOf,
  widthOf,
} from "./layout.ts";

const nodes = [1, 1, 1, 2, 2, 2, null].map((group, at) => ({
  account: `a${at}`,
  group,
  edges: 2,
  weight: 5,
}));

test("no two accounts begin in one place, and the same ones always in the same places", () => {
  const places = startOf(nodes);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
  expect(startOf(nodes)).toEqual(places);
});

test("accounts of one group begin nearer to one another than to those of another", () => {
  const places = startOf(nodes);
  const apart = (one: number, other: number) => {
    const [a, b] = [places[one], places[other]];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;
  };
  for (const other of [1, 2])
    for (const far of [3, 4, 5]) expect(apart(0, other)).toBeLessThan(apart(0, far));
});

test("neighbours are those with a line between", () => {
  expect(neighboursOf({ nodes: nodes.slice(0, 3), edges: [[0, 1, 4]] })).toEqual([
    new Set([1]),
    new Set([0]),
    new Set(),
  ]);
});

test("heavier is thicker, more ties are larger, and nothing vanishes", () => {
  expect(widthOf(2, 100)).toBeGreaterThan(0.8);
  expect(widthOf(100, 100)).toBe(4);
  expect(radiusOf(0, 0)).toBe(4);
  expect(radiusOf(9, 9)).toBe(12);
});

test("accounts that are joined through others are one component, the largest first", () => {
  const edges = [
    [1, 2, 3],
    [4, 5, 2],
    [2, 3, 2],
  ] as const;
  expect(componentsOf({ nodes, edges })).toEqual([[1, 2, 3], [4, 5], [0], [6]]);
});

test("circles that are packed do not overlap", () => {
  const radii = [4, 3, 3, 1, 1, 0, 0, 0, 0, 0];
  const places = packed(radii);
  for (const [one, a] of places.entries())
    for (const [other, b] of places.entries())
      if (one < other)
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(
          (radii[one] ?? 0) + (radii[other] ?? 0),
        );
});

test("a component takes as much room as it has accounts", () => {
  const { places, radius } = centred([
    { x: 100, y: 0 },
    { x: 300, y: 0 },
  ]);
  expect(places).toEqual([
    { x: -radius, y: 0 },
    { x: radius, y: 0 },
  ]);
  expect(centred([{ x: 7, y: 7 }])).toEqual({ places: [{ x: 0, y: 0 }], radius: 0 });
});

test.each([
  ["account-00c7d1190dea", true],
  ["heron_watch_11", false],
  ["account-of-the-year", false],
])("%s stands for a private person: %s", (name, stands) => {
  expect(isPseudonym(name)).toBe(stands);
});
