import { absentCell } from "../compare/claims/cells.ts";
import type { Cell, Claim } from "../compare/claims/claims.ts";
import type { ReusedText } from "../compare/origins/origins.ts";
import type { CopyKind } from "../document/copied-in-words.ts";
import { daysOf } from "../document/edtf.ts";
import type { Span } from "../document/span.ts";
import { type ClaimRow, claimList, sourceStances, speaks } from "./lists/claims.ts";
import type { ListCase } from "./lists/list.ts";

/** A claim on its own page; its passages are paged apart. */
export type ClaimView = ClaimRow &
  Pick<Claim, "terms" | "topics"> & {
    readonly first: FirstAppearance;
    readonly copied: readonly CopiedCarrier[];
    readonly quiet: readonly QuietSource[];
  };

/** Which documents can have been the first to carry a claim, as far as their dates tell. */
export type FirstAppearance = {
  /** Those whose date can be the earliest, by date: several where dates are vague or the same. */
  readonly documentIds: readonly string[];
  /** Documents that carry it and have no date: any may have been first. */
  readonly undated: number;
};

/** A document that carries a claim in words that it has from another. */
export type CopiedCarrier = {
  readonly documentId: string;
  readonly from: string;
  readonly kind: CopyKind;
};

/** A source of which no document carries the claim, with why for its first document that tells. */
export type QuietSource = {
  readonly sourceId: string;
  readonly state: "silent" | "unknown";
  readonly documentId: string;
  /** Its documents in the case. */
  readonly documents: number;
  readonly reason: string;
  readonly rule: string;
};

/** All that stands on a claim's page but its passages. */
export function claimViewOf(
  claim: Claim,
  lookup: ListCase,
  origins: readonly ReusedText[],
): ClaimView {
  return {
    ...claimList.row(claim, lookup),
    terms: claim.terms,
    topics: claim.topics,
    first: firstOf(claim, lookup),
    copied: copiedOf(claim, origins),
    quiet: quietOf(claim, lookup),
  };
}

/**
 * A date means the days from its first to its last. A document can have been the first where it can
 * be as early as the latest possible day of the one that must be earliest.
 *
 *     2031-05    2031-05-12    2031-05-20
 *     can be     can be        cannot: the second was surely before
 */
export function firstOf(claim: Pick<Claim, "cells">, { card }: Pick<ListCase, "card">) {
  const dated: { id: string; from: string; to: string }[] = [];
  let undated = 0;
  for (const { documentId } of claim.cells.filter(speaks)) {
    const published = card(documentId)?.published ?? null;
    const days = published === null ? null : daysOf(published);
    if (published === null || !days?.to) {
      undated++;
      continue;
    }
    const isInstant = published.includes("T");
    dated.push({
      id: documentId,
      from: isInstant ? published : (days.from ?? ""),
      to: isInstant ? published : `${days.to}T24`,
    });
  }
  const bound = dated.reduce<string | null>(
    (least, { to }) => (least === null || to < least ? to : least),
    null,
  );
  const documentIds = dated
    .filter(({ from }) => bound !== null && from <= bound)
    .sort((a, b) => compare(a.from, b.from) || compare(a.id, b.id))
    .map(({ id }) => id);
  return { documentIds, undated } satisfies FirstAppearance;
}

/** A passage is a copy where at least this share of it lies in what a document has from another. */
const copiedShare01 = 0.5;

/** The carriers all of whose passages come from another text. */
function copiedOf({ cells }: Claim, origins: readonly ReusedText[]): CopiedCarrier[] {
  const carriers = new Map(cells.filter(speaks).map((cell) => [cell.documentId, cell]));
  const found = new Map<string, CopiedCarrier>();
  for (const { documentId: from, copies } of origins)
    for (const { documentId, kind, passages } of copies) {
      const cell = carriers.get(documentId);
      if (!cell || found.has(documentId) || cell.passages.length === 0) continue;
      const spans = passages.map(({ copy }) => copy);
      if (cell.passages.every((passage) => covered(passage, spans) >= copiedShare01))
        found.set(documentId, { documentId, from, kind });
    }
  return [...found.values()].sort((a, b) => compare(a.documentId, b.documentId));
}

/** The share of a span that others cover, which do not overlap each other. */
function covered(span: Span, others: readonly Span[]): number {
  const units = others.reduce(
    (sum, { start, end }) =>
      sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
  return units / Math.max(1, span.end - span.start);
}

function quietOf(claim: Claim, lookup: ListCase): QuietSource[] {
  const own = new Map(claim.cells.map((cell) => [cell.documentId, cell]));
  return lookup.sources.flatMap((sourceId): QuietSource[] => {
    const cells = lookup
      .documentsOf(sourceId)
      .map((card) => own.get(card.id) ?? absentCell(card, claim));
    const [state] = sourceStances(cells);
    const telling = cells.find(({ stance }) => stance === state);
    if ((state !== "silent" && state !== "unknown") || !telling) return [];
    const { documentId, reason, rule } = telling;
    return [{ sourceId, state, documentId, documents: cells.length, reason, rule }];
  });
}

/** The cells that carry a claim: by side, then source, then date. */
export function carryingCells(claim: Claim, lookup: ListCase): Cell[] {
  const sideOf = (id: string) => {
    const at = lookup.sides.indexOf(lookup.sideOf(lookup.card(id)?.sourceId ?? ""));
    return at === -1 ? lookup.sides.length : at;
  };
  const key = (id: string) => lookup.card(id);
  return claim.cells
    .filter(speaks)
    .map((cell) => ({ cell, side: sideOf(cell.documentId), card: key(cell.documentId) }))
    .sort(
      (a, b) =>
        a.side - b.side ||
        compare(a.card?.sourceName ?? "", b.card?.sourceName ?? "") ||
        compare(a.card?.sourceId ?? "", b.card?.sourceId ?? "") ||
        compare(a.card?.published ?? "9", b.card?.published ?? "9") ||
        compare(a.cell.documentId, b.cell.documentId),
    )
    .map(({ cell }) => cell);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
