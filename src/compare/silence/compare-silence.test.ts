import { expect, test } from "vitest";
import type { DocumentCard } from "../../document/case.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import { compareSilence } from "./compare-silence.ts";

/** `"post 1"` is the first document of the source "post". */
function card(id: string, side: string | null, more: Partial<DocumentCard> = {}): DocumentCard {
  const [sourceId = id] = id.split(" ");
  return {
    id,
    file: id,
    title: null,
    sourceId,
    sourceName: sourceId,
    side,
    language: "en",
    published: "2031-05-09",
    completeness: "full",
    words: 100,
    ...more,
  };
}

function claim(
  stances: Readonly<Record<string, Cell["stance"]>>,
  more: Partial<Claim> = {},
): Claim {
  return {
    id: "claim",
    origin: "found",
    statement: "The gate was shut.",
    central: null,
    cells: Object.entries(stances).map(([documentId, stance]) => ({
      documentId,
      stance,
      also: [],
      attributedTo: null,
      distancing: false,
      reported: false,
      passages: [{ documentId, start: 0, end: 18, text: "The gate was shut.", score: 1 }],
      reason: stance === "unknown" ? "a passage comes near" : "",
      rule: "",
    })),
    documents: 2,
    sources: 2,
    independent: 2,
    contested: false,
    terms: [],
    firstPublished: "2031-05-03",
    ...more,
  };
}

const north = [card("post 1", "north"), card("herald 1", "north")];
const carried = claim({ "post 1": "asserts", "herald 1": "attributes" });

/** What is said of the documents that face the carriers, as "source: state, scope: documents". */
function absencesOf(documents: readonly DocumentCard[], given: Claim = carried, events = {}) {
  return compareSilence([given], [...north, ...documents], new Map(Object.entries(events))).flatMap(
    ({ absences }) =>
      absences.map(
        ({ sourceId, state, scope, documentIds, reason }) =>
          `${sourceId}: ${state}, ${scope}: ${documentIds.join(", ")}: ${reason}`,
      ),
  );
}

const late = "read in full, published 2031-05-09, 6 days after it was first published";

test.each<[string, DocumentCard[], string[]]>([
  ["one document", [card("wire 1", "south")], [`wire: silent, document: wire 1: ${late}`]],
  [
    "two documents",
    [card("wire 1", "south"), card("wire 2", "south")],
    [`wire: silent, source: wire 1, wire 2: 2 of its 2 documents; the first ${late}`],
  ],
  [
    "one silent document and an excerpt",
    [card("wire 1", "south"), card("wire 2", "south", { completeness: "excerpt" })],
    [`wire: silent, document: wire 1: 1 of its 2 documents; the first ${late}`],
  ],
  [
    "an excerpt",
    [card("wire 1", "south", { completeness: "excerpt" })],
    ["wire: unknown, document: wire 1: only an excerpt was read"],
  ],
  [
    "another language",
    [card("wire 1", "south", { language: "xx" })],
    ["wire: unknown, document: wire 1: the language (xx) is not read"],
  ],
  [
    "undated",
    [card("wire 1", "south", { published: null })],
    ["wire: unknown, document: wire 1: the document's own date is not known"],
  ],
  [
    "too early",
    [card("wire 1", "south", { published: "2031-05-03" })],
    [
      "wire: unknown, document: wire 1: published 2031-05-03, before it could have known (first published 2031-05-03, plus 1 day)",
    ],
  ],
])("of a source with %s", (_name, documents, expected) => {
  expect(absencesOf(documents)).toEqual(expected);
});

test("of a document about another event nothing is said", () => {
  const events = { "post 1": "fire", "herald 1": "fire", "wire 1": "flood" };
  expect(absencesOf([card("wire 1", "south")], carried, events)).toEqual([
    "wire: unknown, document: wire 1: it reports another event",
  ]);
  expect(absencesOf([card("wire 1", "south")], carried, { ...events, "wire 1": "fire" })).toEqual([
    `wire: silent, document: wire 1: ${late}`,
  ]);
});

test("a passage that comes near leaves it open", () => {
  const near = claim({ "post 1": "asserts", "herald 1": "asserts", "wire 1": "unknown" });
  expect(absencesOf([card("wire 1", "south")], near)).toEqual([
    "wire: unknown, document: wire 1: a passage comes near",
  ]);
});

test.each([
  ["asserts", []],
  ["denies", []],
] as const)("a source that %s it is not silent", (stance, expected) => {
  const told = claim({ "post 1": "asserts", "herald 1": "asserts", "wire 1": stance });
  expect(absencesOf([card("wire 1", "south"), card("wire 2", "south")], told)).toEqual(expected);
});

test("one source of a side is too few", () => {
  expect(absencesOf([card("wire 1", "south")], claim({ "post 1": "asserts" }))).toEqual([]);
});

test("a line of the checklist counts as a claim that was found does", () => {
  const line = claim({ "post 1": "asserts", "herald 1": "asserts" }, { origin: "checklist" });
  expect(absencesOf([card("wire 1", "south")], line)).toEqual([
    `wire: silent, document: wire 1: ${late}`,
  ]);
});

test("the lag that the case states holds", () => {
  const slow = { ...carried, lagHours: 7 * 24 };
  expect(absencesOf([card("wire 1", "south")], slow)).toEqual([
    "wire: unknown, document: wire 1: published 2031-05-09, before it could have known (first published 2031-05-03, plus 7 days)",
  ]);
});

test("of carriers that copied one text one is independent", () => {
  const documents = [...north, card("wire 1", "south")];
  const rowsOf = (originOf?: (id: string) => string | null) =>
    compareSilence([carried], documents, new Map(), originOf).map(({ carriedBy, independent }) => [
      carriedBy.length,
      independent,
    ]);
  expect(rowsOf()).toEqual([[2, 2]]);
  expect(rowsOf((id) => (id === "herald 1" ? "post 1" : null))).toEqual([[2, 1]]);
});
