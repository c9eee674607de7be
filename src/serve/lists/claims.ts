import { absentCell, createAbsentState } from "../../compare/claims/cells.ts";
import type { Cell, Claim, Stance } from "../../compare/claims/claims.ts";
import { carriedBy, waysToCarry } from "../../document/carried.ts";
import { codeOf, type SourceCode, toldStances } from "../../document/stance-codes.ts";
import { documentsOf, type List, type ListCase, unaligned } from "./list.ts";

/** A claim as a row of the matrix. */
export type ClaimRow = Pick<
  Claim,
  | "id"
  | "origin"
  | "statement"
  | "documents"
  | "sources"
  | "independent"
  | "contested"
  | "firstPublished"
> & {
  /** A character for each source (`readCode`), in the order of `sourceOrder`. */
  readonly codes: string;
  /**
   * For each source that speaks: its place in that order, its first document that does, and to whom
   * it attributes the claim. Left out where more than `mostTold` sources speak.
   */
  readonly said: readonly (readonly [at: number, documentId: string, whom: string | null])[];
};

/** More speaking sources than this are told by their characters alone. */
const mostTold = 60;

export const claimSorts = ["contested", "carried", "independent", "earliest", "statement"] as const;
export type ClaimSort = (typeof claimSorts)[number];

/** Stances that a claim can be looked for by: of silence the question of its own tells. */
const soughtStances = toldStances.filter((stance) => stance !== "silent" && stance !== "unknown");

export const claimList: List<Claim, ClaimRow> = {
  items: ({ claims }) => claims,
  idOf: ({ id }) => id,
  row: rowOf,
  inTime: { documents: ({ cells }) => documentsOf(cells.filter(speaks)) },
  order: ({ sort }) => orders[claimSorts.find((one) => one === sort) ?? "contested"],
  filters: {
    q: (claim, words) => words(textOf(claim)),
    only: (claim, _, chosen) => chosen !== "contested" || claim.contested,
    origin: (claim, _, chosen) => claim.origin === chosen,
    stance: (claim, _, chosen, { query, lookup }) =>
      spokenOf(claim, lookup).some(
        ({ stances, side }) =>
          stances.some((stance) => stance === chosen) &&
          (query.side === undefined || side === query.side),
      ),
    side: (claim, _, chosen, { lookup }) =>
      spokenOf(claim, lookup).some(({ side }) => side === chosen),
    carried: (claim, _, chosen, { lookup }) =>
      carriedBy(claim, (id) => lookup.card(id) ?? { side: null, sourceId: id }, lookup.sides) ===
      chosen,
  },
  facets: {
    only: () => ["contested"],
    origin: () => ["found", "checklist"],
    stance: () => soughtStances,
    side: ({ sides }) => [...sides, unaligned],
    carried: ({ sides }) => waysToCarry(sides),
  },
  values: { topic: ({ topics }) => topics ?? [] },
};

type Order = (a: Claim, b: Claim) => number;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const carried: Order = (a, b) => b.sources - a.sources || b.documents - a.documents;
const orders: Readonly<Record<ClaimSort, Order>> = {
  contested: (a, b) => Number(b.contested) - Number(a.contested) || carried(a, b),
  carried,
  independent: (a, b) => b.independent - a.independent || carried(a, b),
  earliest: (a, b) => compare(a.firstPublished ?? "9", b.firstPublished ?? "9"),
  statement: (a, b) => compare(a.statement.toLowerCase(), b.statement.toLowerCase()),
};

const rowsBefore = new WeakMap<Claim, { lookup: ListCase; row: ClaimRow }>();

function rowOf(claim: Claim, lookup: ListCase): ClaimRow {
  const before = rowsBefore.get(claim);
  if (before?.lookup === lookup) return before.row;
  const { id, origin, statement, documents, sources, independent, contested } = claim;
  const spoken = new Map(spokenOf(claim, lookup).map((one) => [one.at, one]));
  const near = nearOf(claim);
  const absentState = createAbsentState(claim);
  const codes = lookup.sources
    .map((sourceId, at) => {
      const own = spoken.get(at);
      if (own) return codeOf(own);
      const isSilent = lookup
        .documentsOf(sourceId)
        .every((card) => (near.get(card.id)?.stance ?? absentState(card)) === "silent");
      return codeOf({ stances: [isSilent ? "silent" : "unknown"], isDistant: false });
    })
    .join("");
  const said = [...spoken.values()].sort((a, b) => a.at - b.at);
  const row: ClaimRow = {
    id,
    origin,
    statement,
    documents,
    sources,
    independent,
    contested,
    firstPublished: claim.firstPublished,
    codes,
    said:
      said.length > mostTold ? [] : said.map(({ at, documentId, whom }) => [at, documentId, whom]),
  };
  rowsBefore.set(claim, { lookup, row });
  return row;
}

/** What a source that speaks says, and where first. */
type Spoken = SourceCode & {
  readonly at: number;
  readonly side: string;
  readonly documentId: string;
  readonly whom: string | null;
};

const spokenBefore = new WeakMap<Claim, { lookup: ListCase; spoken: readonly Spoken[] }>();

/** The sources that carry a claim, each with every stance that one of its documents takes. */
function spokenOf(claim: Claim, lookup: ListCase): readonly Spoken[] {
  const before = spokenBefore.get(claim);
  if (before?.lookup === lookup) return before.spoken;
  const bySource = new Map<string, Cell[]>();
  for (const cell of claim.cells) {
    if (!speaks(cell)) continue;
    const sourceId = lookup.card(cell.documentId)?.sourceId ?? cell.documentId;
    const cells = bySource.get(sourceId);
    if (cells) cells.push(cell);
    else bySource.set(sourceId, [cell]);
  }
  const spoken = [...bySource].flatMap(([sourceId, cells]): Spoken[] => {
    const [first] = cells;
    const at = lookup.placeOf(sourceId);
    if (!first || at === undefined) return [];
    const stances = sourceStances(cells);
    const whom = stances.includes("attributes")
      ? (cells.find(({ attributedTo }) => attributedTo !== null)?.attributedTo ?? null)
      : null;
    return [
      {
        at,
        side: lookup.sideOf(sourceId),
        documentId: first.documentId,
        whom,
        stances,
        isDistant: cells.some(({ distancing }) => distancing),
      },
    ];
  });
  spokenBefore.set(claim, { lookup, spoken });
  return spoken;
}

function nearOf(claim: Claim): ReadonlyMap<string, Cell> {
  return new Map(claim.cells.map((cell) => [cell.documentId, cell]));
}

/** The cells of a source's documents. */
export function cellsOfSource(claim: Claim, sourceId: string, lookup: ListCase): Cell[] {
  const near = nearOf(claim);
  return lookup.documentsOf(sourceId).map((card) => near.get(card.id) ?? absentCell(card, claim));
}

/** True where the document carries the claim, in whatever stance. */
export function speaks({ stance }: Pick<Cell, "stance">): boolean {
  return stance !== "silent" && stance !== "unknown";
}

/**
 * What a source's documents do with a claim: every stance that one of them takes, what is said
 * before what is not. Where none speaks, one unknown makes the source unknown.
 */
export function sourceStances(cells: readonly Pick<Cell, "stance" | "also">[]): Stance[] {
  const taken = new Set<Stance>(
    cells.filter(speaks).flatMap(({ stance, also }) => [stance, ...also]),
  );
  if (taken.size > 0) return toldStances.filter((stance) => taken.has(stance));
  return [
    cells.some(({ stance }) => stance === "unknown") || cells.length === 0 ? "unknown" : "silent",
  ];
}

const texts = new WeakMap<Claim, string>();

/** What a claim is looked for in: its statement, its terms, and the passages that carry it. */
function textOf(claim: Claim): string {
  const before = texts.get(claim);
  if (before !== undefined) return before;
  const passages = claim.cells.flatMap((cell) =>
    speaks(cell) ? cell.passages.map(({ text }) => text) : [],
  );
  const text = [claim.statement, ...claim.terms, ...new Set(passages)].join(" ").toLowerCase();
  texts.set(claim, text);
  return text;
}
