import { expect, test } from "vitest";
import { cards, findings, weirCase } from "../../../tests/fixtures/weir.ts";
import type { Stance } from "../../compare/claims/claims.ts";
import { readCode } from "../../document/stance-codes.ts";
import { claimList, sourceStances } from "./claims.ts";
import { listCaseOf, pageOfList } from "./list.ts";

const lookup = listCaseOf({ sides: weirCase.sides, documents: cards });
const ask = (query: Record<string, string>) =>
  pageOfList(claimList, findings, lookup, query, { from: 0, count: 60 });

test.each([
  ["contested", "no-warning"],
  ["carried", "no-warning"],
  ["independent", "no-warning"],
  ["statement", "no-warning"],
  ["of no such order", "no-warning"],
])("by %s, first is %s", (sort, first) => {
  expect(ask({ sort }).rows[0]?.id).toBe(first);
});

test.each([
  [{}, 5],
  [{ q: "SIREN marl" }, 2],
  [{ q: "residents" }, 1],
  [{ only: "contested" }, 3],
  [{ q: "nothing has this" }, 0],
  [{ origin: "checklist" }, 1],
  [{ stance: "denies" }, 2],
  [{ stance: "denies", side: "delta" }, 1],
  [{ stance: "denies", side: "upland", only: "contested" }, 2],
  [{ stance: "silent" }, 0],
  [{ side: "no such side" }, 0],
])("%j leaves %i", (query, found) => {
  expect(ask(query as Record<string, string>)).toMatchObject({ found, all: 5 });
});

test.each([{}, { q: "siren" }, { side: "upland" }, { stance: "asserts", only: "contested" }])(
  "under %j each facet counts what choosing it leaves",
  (query) => {
    const { facets } = ask(query as Record<string, string>);
    for (const [name, choices] of Object.entries(facets))
      for (const [choice, rows] of Object.entries(choices))
        expect([name, choice, rows]).toEqual([
          name,
          choice,
          ask({ ...query, [name]: choice } as Record<string, string>).found,
        ]);
  },
);

test("a row tells every source in a character, and whom those attribute it to that say it", () => {
  const row = ask({ sort: "statement" }).rows.find(({ id }) => id === "siren");
  const parts = Object.fromEntries(lookup.sources.map((id, at) => [id, readCode(row?.codes[at])]));
  expect(parts).toEqual({
    "delta-courier": { stances: ["attributes"], isDistant: true },
    growers: { stances: ["silent"], isDistant: false },
    "norhaven-wire": { stances: ["silent"], isDistant: false },
    "quay-observer": { stances: ["unknown"], isDistant: false },
    "upland-herald": { stances: ["asserts"], isDistant: false },
    "water-office": { stances: ["asserts"], isDistant: false },
  });
  expect(row?.said).toEqual([
    [0, "delta-courier/flood.html", "The Office"],
    [4, "upland-herald/gates.html", null],
    [5, "water-office/notice.txt", null],
  ]);
});

test.each<[Stance[], Stance[]]>([
  [["asserts"], ["asserts"]],
  [
    ["denies", "asserts"],
    ["asserts", "denies"],
  ],
  [["silent", "attributes"], ["attributes"]],
  [["silent", "silent"], ["silent"]],
  [["silent", "unknown"], ["unknown"]],
  [[], ["unknown"]],
])("documents that are %j make a source %j", (documents, source) => {
  expect(sourceStances(documents.map((stance) => ({ stance, also: [] })))).toEqual(source);
});
