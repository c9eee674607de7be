import { expect, test } from "vitest";
import { cards, findings, weirCase } from "../../tests/fixtures/weir.ts";
import type { Cell, Claim } from "../compare/claims/claims.ts";
import { carryingCells, claimViewOf, firstOf } from "./claim-view.ts";
import { listCaseOf } from "./lists/list.ts";

const lookup = listCaseOf({ sides: weirCase.sides, documents: cards });
const siren = findings.claims.find(({ id }) => id === "siren") as Claim;

/** Carriers by letter, with their dates. */
function first(dates: Readonly<Record<string, string | null>>) {
  const cells = Object.keys(dates).map((documentId) => ({ documentId, stance: "asserts" }) as Cell);
  const card = (id: string) => ({ ...cards[0], id, published: dates[id] ?? null }) as never;
  return firstOf({ cells }, { card });
}

test.each([
  ["a day before another", { a: "2031-05-12", b: "2031-05-13" }, ["a"], 0],
  ["the same day", { b: "2031-05-12", a: "2031-05-12" }, ["a", "b"], 0],
  ["a day within a vague month", { a: "2031-05", b: "2031-05-12", c: "2031-05-20" }, ["a", "b"], 0],
  ["an hour of the same day", { a: "2031-05-12", b: "2031-05-12T09:00:00Z" }, ["a", "b"], 0],
  ["one hour and a later", { a: "2031-05-12T10:00:00Z", b: "2031-05-12T09:00:00Z" }, ["b"], 0],
  ["no date at all", { a: null, b: null }, [], 2],
  ["one without a date", { a: "2031-05-12", b: null }, ["a"], 1],
])("%s: first can be", (_, dates, documentIds, undated) => {
  expect(first(dates)).toEqual({ documentIds, undated });
});

test("those who carry a claim stand by side, in the order of the case", () => {
  const sides = carryingCells(siren, lookup).map(({ documentId }) =>
    lookup.sideOf(lookup.card(documentId)?.sourceId ?? ""),
  );
  expect(sides).toEqual(
    [...sides].sort((a, b) => lookup.sides.indexOf(a) - lookup.sides.indexOf(b)),
  );
  expect(sides).toHaveLength(3);
});

test("every source of which none carries it is told with why", () => {
  const { quiet } = claimViewOf(siren, lookup, []);
  expect(quiet.map(({ sourceId, state, rule }) => [sourceId, state, rule])).toEqual([
    ["growers", "silent", "silent"],
    ["norhaven-wire", "silent", "silent"],
    ["quay-observer", "unknown", "excerpt"],
  ]);
});

test("a carrier whose passage lies in what it copied is told with its origin", () => {
  const cell = siren.cells.find(({ documentId }) => documentId === "upland-herald/gates.html");
  const [passage] = cell?.passages ?? [];
  if (!passage) throw new Error("the fixture has no such passage");
  const copy = {
    documentId: "upland-herald/gates.html",
    kind: "reprint",
    passages: [{ copy: { start: passage.start, end: passage.end } }],
  };
  const origins = [{ documentId: "water-office/notice.txt", copies: [copy] }] as never;
  expect(claimViewOf(siren, lookup, origins).copied).toEqual([
    { documentId: copy.documentId, from: "water-office/notice.txt", kind: "reprint" },
  ]);
  const elsewhere = [
    { documentId: "x", copies: [{ ...copy, passages: [{ copy: { start: 0, end: 5 } }] }] },
  ] as never;
  expect(claimViewOf(siren, lookup, elsewhere).copied).toEqual([]);
});
