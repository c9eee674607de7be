import fc from "fast-check";
import { expect, test } from "vitest";
import type { QuotedCell, QuotedName, QuotingSource } from "../../../serve/types.ts";
import { layered, mostLeft, mostRight } from "./layered.ts";

const source = (at: number): QuotingSource => ({
  sourceId: `s${at}`,
  ...{ attributions: 1, named: 1, elsewhere: 0, unnamed: 0, open: 0 },
});
const name = (at: number): QuotedName => ({
  name: `n${at}`,
  ...{ sourceId: null, side: at % 2 === 0 ? "east" : null, kind: null, count: 1, sources: 1 },
});
const cell = (row: number, column: number, count: number): QuotedCell => ({
  ...{ row, column, count, distancing: 0, key: `n${column}` },
});

const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 60 }), columns: fc.integer({ min: 1, max: 30 }) })
  .chain(({ rows, columns }) =>
    fc
      .uniqueArray(
        fc.tuple(
          fc.nat({ max: rows - 1 }),
          fc.nat({ max: columns - 1 }),
          fc.integer({ min: 1, max: 40 }),
        ),
        { selector: ([row, column]) => `${row} ${column}`, maxLength: 200 },
      )
      .map((cells) => ({
        rows: Array.from({ length: rows }, (_, at) => source(at)),
        columns: Array.from({ length: columns }, (_, at) => name(at)),
        cells: cells.map(([row, column, count]) => cell(row, column, count)),
      })),
  );

test("few enough nodes, none over another, every line ends in both of its nodes", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { left, right, lines, height } = layered(table, (row) => (row < 20 ? "east" : null));
      expect(left.length).toBeLessThanOrEqual(mostLeft);
      expect(right.length).toBeLessThanOrEqual(mostRight);
      for (const layer of [left, right])
        layer.forEach((node, at) => {
          expect(node.y + node.height).toBeLessThanOrEqual((layer[at + 1]?.y ?? height) + 1e-6);
        });
      for (const { row, column, from, to, width } of lines) {
        expect(width).toBeGreaterThanOrEqual(1);
        for (const [nodes, at, y] of [
          [left, row, from],
          [right, column, to],
        ] as const) {
          const node = nodes.find((one) => one.at === at);
          expect(y).toBeGreaterThanOrEqual(node?.y ?? Number.NaN);
          expect(y).toBeLessThanOrEqual((node?.y ?? Number.NaN) + (node?.height ?? 0));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a line twice as wide stands for twice as many", () => {
  const { lines, right } = layered(
    { rows: [source(0), source(1)], columns: [name(0)], cells: [cell(0, 0, 40), cell(1, 0, 20)] },
    () => null,
  );
  expect((lines[0]?.width ?? 0) / (lines[1]?.width ?? 1)).toBeCloseTo(2);
  expect(right.map(({ isFirst, side }) => [isFirst, side])).toEqual([[true, "east"]]);
});

test("a source that quotes nobody with a column is not drawn", () => {
  const { left } = layered(
    { rows: [source(0), source(1)], columns: [name(0)], cells: [cell(1, 0, 1)] },
    () => null,
  );
  expect(left.map(({ at }) => at)).toEqual([1]);
});
