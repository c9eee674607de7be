import { describe, expect, test } from "vitest";
import { cards, findings, weirCase } from "../../../tests/fixtures/weir.ts";
import type { Claim, Stance } from "../../compare/claims/claims.ts";
import { readCode } from "../../document/stance-codes.ts";
import { claimList, sourceStances } from "./claims.ts";
import { listCaseOf, mostValues, pageOfList, valuesOfList } from "./list.ts";

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
  [{ topic: "siren" }, 2],
  [{ topic: "siren|Marl Bridge" }, 2],
  [{ topic: "siren|gates" }, 0],
  [{ topic: "siren", stance: "asserts" }, 1],
  [{ stance: "silent" }, 0],
  [{ side: "no such side" }, 0],
])("%j leaves %i", (query, found) => {
  expect(ask(query as Record<string, string>)).toMatchObject({ found, all: 5 });
});

test.each([{}, { q: "siren" }, { side: "upland" }, { stance: "asserts", only: "contested" }])(
  "under %j each facet counts what choosing it leaves",
  (query) => {
    const { facets } = ask(query as Record<string, string>);
    expect(Object.keys(facets)).toContain("topic");
    for (const [name, choices] of Object.entries(facets))
      for (const [choice, rows] of Object.entries(choices))
        expect([name, choice, rows]).toEqual([
          name,
          choice,
          ask({ ...query, [name]: choice } as Record<string, string>).found,
        ]);
  },
);

describe("topics", () => {
  test("a chosen one stays among those that are counted, whatever it leaves", () => {
    expect(ask({ topic: "siren|gates" }).facets.topic).toEqual({ siren: 0, gates: 0 });
    expect(ask({ topic: "siren", q: "rain" }).facets.topic).toEqual({ siren: 0 });
  });

  const values = (query: Record<string, string>, stretch = { from: 0, count: 60 }) =>
    valuesOfList(claimList, "topic", findings, lookup, query, stretch);

  test("all of them, by words, under the other filters, page by page", () => {
    const all = values({});
    expect(all?.rows[0]?.rows).toBe(2);
    expect(Object.fromEntries(all?.rows.map(({ value, rows }) => [value, rows]) ?? [])).toEqual(
      ask({}).facets.topic,
    );
    expect(values({ words: "IDGE" })?.rows).toEqual([{ value: "Marl Bridge", rows: 2 }]);
    expect(values({ words: "dge", stance: "asserts" })?.rows[0]?.rows).toBe(1);
    expect(values({}, { from: 1, count: 1 })).toMatchObject({ all: all?.all, from: 1, next: 2 });
    expect(valuesOfList(claimList, "stance", findings, lookup, {}, { from: 0, count: 1 })).toBe(
      null,
    );
  });

  test("a page of many claims counts the most frequent only", () => {
    const many = Array.from({ length: 100 }, (_, at) => ({
      ...(findings.claims[0] as Claim),
      topics: [`topic ${at}`, "all"],
    }));
    const page = pageOfList(
      claimList,
      { ...findings, claims: many },
      lookup,
      {},
      { from: 0, count: 1 },
    );
    expect(Object.keys(page.facets.topic ?? {}).length).toBe(mostValues);
    expect(page.facets.topic?.all).toBe(100);
  });
});

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
