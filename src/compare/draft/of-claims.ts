import type { Case, DocumentCard } from "../../document/case.ts";
import type { Reader } from "../../read/read.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import { lookUp, type Match } from "../claims/lookup.ts";
import { numbersOf, type PassageIndex } from "../claims/passages.ts";
import type { StatementReading } from "../claims/statement.ts";
import type { createSentenceAt } from "./alike.ts";
import type { Backing } from "./draft.ts";
import type { OtherWords } from "./other-words.ts";
import type { LookedUp } from "./prepare.ts";

/** Two claims with this share of their passages in common are one. */
const sameClaimShare = 0.5;

export type ClaimsSetting = {
  readonly index: PassageIndex;
  /** The same, the draft's sentences also holding other words for what they tell. */
  readonly wider: PassageIndex;
  readonly lists: OtherWords;
  readonly reader: Reader;
  /** Reads a statement as `readStatement`, once each. */
  readonly read: (statement: string) => StatementReading;
  readonly declared: Case;
  /** The documents of the case, without the draft, by id. */
  readonly cards: ReadonlyMap<string, DocumentCard>;
  /** The first passage of the draft; those after it are the draft's, too. */
  readonly from: number;
  /** What the draft changes in how the case is understood, see `addedBy`. */
  readonly added: string;
  readonly lately: LookedUp;
  /** The sentence around a passage of any document, or of the draft. */
  readonly sentenceAt: ReturnType<typeof createSentenceAt>;
};

/** The sentences of the draft that speak of what a statement speaks of, best first; in its own words alone where asked. */
export function lookUpInDraft(
  { wider, index: own, from }: ClaimsSetting,
  statement: StatementReading,
  inOtherWords = true,
): Match[] {
  const index = inOtherWords ? wider : own;
  const among = new Set<number>();
  for (const term of numbersOf(index, statement.terms)) {
    // Ascending, and the draft comes last.
    const holders = index.postings[term] ?? [];
    for (let nth = holders.length - 1; nth >= 0 && (holders[nth] as number) >= from; nth--)
      among.add(holders[nth] as number);
  }
  return lookUp(index, statement, among);
}

function placesOf({ cells }: Pick<Claim, "cells">): Set<string> {
  return new Set(
    cells
      .filter(isCarried)
      .flatMap(({ passages }) => passages.map(({ documentId, start }) => `${documentId}|${start}`)),
  );
}

export function isSameClaim(a: Pick<Claim, "cells">, b: Pick<Claim, "cells">): boolean {
  const [left, right] = [placesOf(a), placesOf(b)];
  const common = [...left].filter((place) => right.has(place)).length;
  return common > 0 && common >= sameClaimShare * Math.min(left.size, right.size);
}

export function isCarried({ stance }: Cell): boolean {
  return stance === "asserts" || stance === "attributes" || stance === "denies";
}

/** A document's part in a claim of which the draft is told. */
export type Told = {
  readonly card: DocumentCard;
  readonly cell: Cell;
  /** `own`: says in its own voice what the draft says; `against`: the opposite, or reports that it is denied. */
  readonly as: "own" | "reports" | "against";
};

export function onePerSource(list: readonly Told[]): Told[] {
  const first = new Map<string, Told>();
  for (const one of list) if (!first.has(one.card.sourceId)) first.set(one.card.sourceId, one);
  return [...first.values()];
}

export function backingOf({ cell }: Told): Backing[] {
  const [first] = cell.passages;
  if (!first) return [];
  const { documentId, start, end, text } = first;
  return [{ documentId, start, end, text, role: cell.reason }];
}
