import type { WhoQuotesWhom } from "../../../serve/types.ts";

/** One end of lines: a source on the left, a name on the right. */
export type LayeredNode = {
  /** Its place among the rows or columns. */
  readonly at: number;
  readonly side: string | null;
  /** The first of its side. */
  readonly isFirst: boolean;
  readonly y: number;
  readonly height: number;
};

/** A band between a source and a name; its ends lie in the nodes, no two over each other. */
export type LayeredLine = {
  /** Its place among the cells. */
  readonly at: number;
  readonly row: number;
  readonly column: number;
  /** Middles of its two ends, and how wide it is. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
};

export type Layered = {
  readonly left: readonly LayeredNode[];
  readonly right: readonly LayeredNode[];
  readonly lines: readonly LayeredLine[];
  readonly height: number;
};

/** Nodes on each side: more could not be told apart. */
export const mostLeft = 16;
export const mostRight = 24;

const nodePixels = 20;
/** Above the nodes of each side its name stands. */
const sideGapPixels = 24;
const mostBandPixels = 320;

/**
 * Places sources left and names right, in the order in which they are given, sides a gap apart;
 * those with most are kept. Every line is as wide as its count, all to one scale; the shorter layer
 * stands in the middle of the other. The same input gives the same picture.
 */
export function layered(
  { rows, columns, cells }: Pick<WhoQuotesWhom, "rows" | "columns" | "cells">,
  sideOfRow: (row: number) => string | null,
): Layered {
  const inRow = sums(cells, "row");
  const kept = new Set(heaviest(rows.length, inRow, mostLeft));
  const ofKept = cells.flatMap((cell, at) => (kept.has(cell.row) ? [{ ...cell, at }] : []));
  const names = new Set(heaviest(columns.length, sums(ofKept, "column"), mostRight));
  const drawn = ofKept.filter(({ column }) => names.has(column));
  const scale = mostBandPixels / Math.max(80, sum(drawn));
  const left = stack(
    [...kept].sort((a, b) => a - b).filter((row) => drawn.some((cell) => cell.row === row)),
    sideOfRow,
    (row) => sum(drawn.filter((cell) => cell.row === row)) * scale,
  );
  const right = stack(
    [...names].sort((a, b) => a - b),
    (column) => columns[column]?.side ?? null,
    (column) => sum(drawn.filter((cell) => cell.column === column)) * scale,
  );
  const height = Math.max(left.height, right.height);
  const down = (layer: typeof left) =>
    layer.nodes.map((node) => ({ ...node, y: node.y + (height - layer.height) / 2 }));
  const [onLeft, onRight] = [down(left), down(right)];
  const ends = (nodes: readonly LayeredNode[], own: "row" | "column", other: "row" | "column") => {
    const middles = new Map<number, number>();
    for (const node of nodes) {
      const bands = drawn.filter((cell) => cell[own] === node.at);
      let y = node.y + (node.height - sum(bands) * scale) / 2;
      for (const cell of bands.sort((a, b) => a[other] - b[other])) {
        middles.set(cell.at, y + (cell.count * scale) / 2);
        y += cell.count * scale;
      }
    }
    return middles;
  };
  const from = ends(onLeft, "row", "column");
  const to = ends(onRight, "column", "row");
  return {
    left: onLeft,
    right: onRight,
    lines: drawn.map(({ at, row, column, count }) => ({
      at,
      row,
      column,
      from: from.get(at) ?? 0,
      to: to.get(at) ?? 0,
      width: Math.max(1, count * scale),
    })),
    height,
  };
}

type Counted = { readonly count: number };

const sum = (cells: readonly Counted[]) => cells.reduce((all, { count }) => all + count, 0);

function sums<K extends "row" | "column">(
  cells: readonly (Counted & Readonly<Record<K, number>>)[],
  of: K,
): Map<number, number> {
  const all = new Map<number, number>();
  for (const cell of cells) all.set(cell[of], (all.get(cell[of]) ?? 0) + cell.count);
  return all;
}

/** The places with the largest sums, at most so many; those with nothing are left out. */
function heaviest(length: number, by: ReadonlyMap<number, number>, most: number): number[] {
  return [...Array(length).keys()]
    .filter((at) => (by.get(at) ?? 0) > 0)
    .sort((a, b) => (by.get(b) ?? 0) - (by.get(a) ?? 0) || a - b)
    .slice(0, most);
}

/** One under the other, each as high as its lines and at least as a line of words. */
function stack(
  places: readonly number[],
  sideOf: (at: number) => string | null,
  heightOf: (at: number) => number,
): { readonly nodes: LayeredNode[]; readonly height: number } {
  const nodes: LayeredNode[] = [];
  let y = 0;
  for (const at of places) {
    const side = sideOf(at);
    const before = nodes.at(-1);
    const isFirst = before === undefined || before.side !== side;
    if (isFirst) y += sideGapPixels;
    const height = Math.max(nodePixels, heightOf(at) + 4);
    nodes.push({ at, side, isFirst, y, height });
    y += height;
  }
  return { nodes, height: y };
}
