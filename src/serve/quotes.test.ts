import { expect, test } from "vitest";
import { cards, findings, weirCase } from "../../tests/fixtures/weir.ts";
import type { Quoted, SourcingRow } from "../compare/sourcing/sourcing.ts";
import { evidence } from "../document/passage.ts";
import { listCaseOf } from "./lists/list.ts";
import { mostColumns, mostRows, whoQuotesWhom } from "./quotes.ts";

const lookup = listCaseOf({ sides: weirCase.sides, documents: cards });

/** The cells as `source > name: count`. */
const told = ({ rows, columns, cells }: ReturnType<typeof whoQuotesWhom>) =>
  cells.map(
    ({ row, column, count }) => `${rows[row]?.sourceId} > ${columns[column]?.name}: ${count}`,
  );

test("who quotes whom by name, by side, with what has no column", () => {
  const table = whoQuotesWhom(findings.sourcing, lookup);
  expect(told(table)).toEqual([
    "upland-herald > Water Office: 1",
    "delta-courier > Water Office: 1",
    "delta-courier > Delta Assembly: 3",
    "delta-courier > Ines Calder: 1",
  ]);
  expect(
    table.columns.map(({ name, sourceId, count, sources }) => [name, sourceId, count, sources]),
  ).toEqual([
    ["Water Office", "water-office", 2, 2],
    ["Delta Assembly", null, 3, 1],
    ["Ines Calder", null, 1, 1],
  ]);
  expect(table.rows).toEqual([
    {
      sourceId: "upland-herald",
      ...{ attributions: 2, named: 2, elsewhere: 1, unnamed: 0, open: 0 },
    },
    {
      sourceId: "delta-courier",
      ...{ attributions: 6, named: 5, elsewhere: 0, unnamed: 1, open: 0 },
    },
  ]);
});

test("a search leaves the sources that hold its words or quote who does", () => {
  expect(told(whoQuotesWhom(findings.sourcing, lookup, "calder"))).toContain(
    "delta-courier > Ines Calder: 1",
  );
  expect(whoQuotesWhom(findings.sourcing, lookup, "calder").rows).toHaveLength(1);
  expect(whoQuotesWhom(findings.sourcing, lookup, "nobody of that name").cells).toEqual([]);
});

test("of 200 sources and 5,000 names those with most stand there, and what is left is counted", () => {
  const quoted = (name: string, count: number): Quoted => ({
    ...{ name, naming: "named", side: null, kind: null, count, distancing: 0, cues: [] },
    evidence: evidence([{ documentId: "d", start: 0, end: 1, text: "x" }]) as Quoted["evidence"],
  });
  const rows = Array.from({ length: 200 }, (_, at): SourcingRow => {
    const own = Array.from({ length: 25 }, (_, nth) => quoted(`Name ${at * 25 + nth}`, 1));
    const all = [quoted(at % 2 === 0 ? "The Lock Board" : "lock board", 3), ...own];
    return {
      sourceId: `source-${at}`,
      attributions: 28 + at,
      ...{ unnamed: 0, open: at, direct: 0, copied: 0 },
      quoted: all,
      contested: { carried: 0, ownVoice: 0 },
    };
  });
  const table = whoQuotesWhom({ rows }, lookup);
  expect([table.rows.length, table.columns.length]).toEqual([mostRows, mostColumns]);
  expect(table.all).toEqual({ rows: 200, columns: 5001 });
  expect(table.columns[0]).toMatchObject({ name: "The Lock Board", count: 600, sources: 200 });
  expect(table.rows.map(({ sourceId }) => sourceId)).toContain("source-199");
  for (const [at, row] of table.rows.entries()) {
    const shown = table.cells.filter((cell) => cell.row === at);
    expect(shown.reduce((sum, { count }) => sum + count, 0) + row.elsewhere).toBe(row.named);
  }
  expect(JSON.stringify(table).length).toBeLessThan(180_000);
});
