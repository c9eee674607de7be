import type { Cell, Claim, Stance } from "../../../serve/types.ts";
import { stances } from "../../parts/stances.ts";

export const sorts = {
  contested: "contested first",
  carried: "most carried",
  earliest: "earliest",
  statement: "A to Z",
} as const;

export type Sort = keyof typeof sorts;

/** Claims in the chosen order; what is equal in it stays in the order of the answer. */
export function sortClaims(claims: readonly Claim[], sort: Sort): Claim[] {
  const carried = (a: Claim, b: Claim) => b.sources - a.sources || b.documents - a.documents;
  const orders: Readonly<Record<Sort, (a: Claim, b: Claim) => number>> = {
    contested: (a, b) => Number(b.contested) - Number(a.contested) || carried(a, b),
    carried,
    earliest: (a, b) => compare(a.firstPublished ?? "9", b.firstPublished ?? "9"),
    statement: (a, b) => compare(a.statement.toLowerCase(), b.statement.toLowerCase()),
  };
  return [...claims].sort(orders[sort]);
}

/** Claims whose statement, terms or passages hold all the words looked for. */
export function findClaims(
  claims: readonly Claim[],
  looked: { words: string; contestedOnly: boolean },
): Claim[] {
  const words = looked.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return claims.filter((claim) => {
    if (looked.contestedOnly && !claim.contested) return false;
    if (words.length === 0) return true;
    const text = [
      claim.statement,
      ...claim.terms,
      ...claim.cells.flatMap((cell) => (speaks(cell) ? cell.passages.map((p) => p.text) : [])),
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** True where the document carries the claim, in whatever stance. */
export function speaks(cell: Cell): boolean {
  return cell.stance !== "silent" && cell.stance !== "unknown";
}

/**
 * What a source's documents do with a claim: every stance that one of them takes, what is said
 * before what is not. Where none speaks, one unknown makes the source unknown.
 */
export function sourceStances(cells: readonly Cell[]): Stance[] {
  const taken = new Set(cells.filter(speaks).flatMap((cell) => [cell.stance, ...cell.also]));
  if (taken.size > 0) return stances.filter((stance) => taken.has(stance));
  return [
    cells.some((cell) => cell.stance === "unknown") || cells.length === 0 ? "unknown" : "silent",
  ];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
