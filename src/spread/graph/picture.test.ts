import { expect, test } from "vitest";
import type { SpreadEdge } from "../spread.ts";
import { pictureOf } from "./picture.ts";

const edge = (a: string, b: string, weight: number, q = 0.01): SpreadEdge => ({
  ...{ a, b, weight, meanDeltaSeconds: 1, postsA: weight, postsB: weight, symmetry01: 1 },
  chance: { expected: 0.1, p: q / 10, q },
});
const groups = [{ number: 1, members: ["ada", "ben", "cy"] }];
const edges = [
  edge("ada", "ben", 9),
  edge("dan", "eve", 8),
  edge("ada", "cy", 7),
  edge("ben", "cy", 6),
  edge("ada", "dan", 5, 0.4),
  edge("fay", "gus", 2),
];

test("pairs beyond chance and their accounts, those of groups first", () => {
  const picture = pictureOf(edges, groups);
  expect(picture.nodes.map(({ account, group }) => [account, group])).toEqual([
    ["ada", 1],
    ["ben", 1],
    ["cy", 1],
    ["dan", null],
    ["eve", null],
    ["fay", null],
    ["gus", null],
  ]);
  expect(picture.nodes[0]).toMatchObject({ edges: 2, weight: 16 });
  expect(picture.edges).toEqual([
    [0, 1, 9],
    [3, 4, 8],
    [0, 2, 7],
    [1, 2, 6],
    [5, 6, 2],
  ]);
  expect(picture).toMatchObject({ nodeCount: 7, edgeCount: 5 });
});

test("of too many accounts those of groups and the heaviest are left, and it is counted", () => {
  const picture = pictureOf(edges, groups, { nodes: 5, edges: 100 });
  expect(picture.nodes.map(({ account }) => account)).toEqual(["ada", "ben", "cy", "dan", "eve"]);
  expect(picture).toMatchObject({ nodeCount: 7, edgeCount: 5 });
  expect(picture.edges).toHaveLength(4);
});

test("of too many pairs each account keeps its heaviest", () => {
  const { edges: drawn } = pictureOf(edges, groups, { nodes: 100, edges: 4 });
  expect(drawn).toEqual([
    [0, 1, 9],
    [3, 4, 8],
    [0, 2, 7],
    [5, 6, 2],
  ]);
});

test("what was not held against chance is not drawn", () => {
  expect(pictureOf([{ ...edge("ada", "ben", 9), chance: null }], [])).toEqual({
    nodes: [],
    edges: [],
    nodeCount: 0,
    edgeCount: 0,
  });
});
