import { absenceOf } from "../../document/absence.ts";
import type { DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { evidence } from "../../document/passage.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import { compareText } from "../input.ts";
import { independentSources, type OriginTest } from "../origins/independent.ts";
import type { Absence, SilenceRow } from "./silence.ts";

/** So many sources of a side must carry a claim before the others' silence about it is shown. */
export const minCarriers = 2;
/** Where no sides are declared, so large a share of all sources must carry it. */
export const minCarrierShare = 1 / 3;

/** Fewer silent documents than this say nothing of their source. */
export const minOpportunity = 2;

/**
 * Claims that at least `minCarriers` sources of one side carry and no source of another does.
 * Where no sides are declared, claims that at least `minCarrierShare` of all sources carry.
 * A document of another event than those that carry a claim is never silent about it.
 */
export function compareSilence(
  claims: readonly Claim[],
  documents: readonly DocumentCard[],
  eventOf: ReadonlyMap<string, string> = new Map(),
  originOf?: OriginTest,
): SilenceRow[] {
  const sources = groupSources(documents);
  const sides = [...new Set(sources.map(({ side }) => side))].sort((a, b) =>
    compareText(a ?? "\uffff", b ?? "\uffff"),
  );
  const declared = sides.some((side) => side !== null);
  const sourceOf = new Map(documents.map(({ id, sourceId }) => [id, sourceId]));
  const bySide = new Map(
    sides.map((side) => [side, sources.filter((source) => source.side === side)]),
  );
  const rows: SilenceRow[] = [];
  for (const claim of claims) {
    const carrying = new Set(
      claim.cells.filter(isCarried).map(({ documentId }) => sourceOf.get(documentId)),
    );
    const carries = ({ sourceId }: SourceCards) => carrying.has(sourceId);
    for (const side of sides) {
      const own = bySide.get(side) ?? [];
      const carriers = own.filter(carries);
      const enough = declared ? minCarriers : Math.max(minCarriers, own.length * minCarrierShare);
      if (carriers.length < enough) continue;
      for (const other of declared ? sides.filter((name) => name !== side) : [null]) {
        const facing = declared
          ? (bySide.get(other) ?? [])
          : own.filter((source) => !carriers.includes(source));
        if (facing.length === 0 || facing.some(carries)) continue;
        const carried = new Set(carriers.flatMap(({ cards }) => cards.map(({ id }) => id)));
        const told = claim.cells.filter(({ documentId }) => carried.has(documentId));
        const independent = independentSources(told, documents, originOf);
        const about = { claim, side, other, carriers, independent, facing, declared, eventOf };
        const row = silenceRow(about);
        if (row) rows.push(row);
      }
    }
  }
  return rows.sort(bySilent);
}

/** Most silent sources first, then most carriers. */
export function bySilent(a: SilenceRow, b: SilenceRow): number {
  return silentCount(b) - silentCount(a) || b.carriedBy.length - a.carriedBy.length;
}

/** What a row rests on, in a line. */
export function silenceReason(
  { length: carriers }: readonly unknown[],
  independent: number,
  absences: SilenceRow["absences"],
): string {
  const silent = absences.filter(({ state }) => state === "silent").length;
  return `${carriers} sources carry it${independent < carriers ? `, ${independent} independent` : ""}; of ${absences.length} facing them, ${silent} ${silent === 1 ? "has" : "have"} silent documents`;
}

type SourceCards = {
  readonly sourceId: string;
  readonly side: string | null;
  readonly cards: readonly DocumentCard[];
};

function groupSources(documents: readonly DocumentCard[]): SourceCards[] {
  const sources = new Map<
    string,
    { sourceId: string; side: string | null; cards: DocumentCard[] }
  >();
  for (const card of documents) {
    const source = sources.get(card.sourceId);
    if (source) source.cards.push(card);
    else sources.set(card.sourceId, { sourceId: card.sourceId, side: card.side, cards: [card] });
  }
  return [...sources.values()];
}

function isCarried(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.stance !== "silent" && cell.stance !== "unknown";
}

function silenceRow(about: {
  readonly claim: Claim;
  readonly side: string | null;
  readonly other: string | null;
  readonly carriers: readonly SourceCards[];
  readonly independent: number;
  readonly facing: readonly SourceCards[];
  readonly declared: boolean;
  readonly eventOf: ReadonlyMap<string, string>;
}): SilenceRow | undefined {
  const { claim, side, other, carriers, independent, facing, declared, eventOf } = about;
  const cells = new Map(claim.cells.map((cell) => [cell.documentId, cell]));
  const shown = evidence(
    carriers.flatMap(({ cards }) =>
      cards.flatMap((card) => {
        const cell = cells.get(card.id);
        const passage = cell && isCarried(cell) ? cell.passages[0] : undefined;
        if (!passage) return [];
        const { documentId, start, end, text } = passage;
        return { documentId, start, end, text };
      }),
    ),
  );
  if (!shown) return undefined;
  const events = new Set(
    [...cells.values()].filter(isCarried).map(({ documentId }) => eventOf.get(documentId)),
  );
  const isOther = (id: string) => !events.has(eventOf.get(id));
  const absent = rememberedAbsence(claim);
  const absences = facing.map((source) => absence(source, cells, absent, isOther));
  return {
    id: shortId("silence", claim.id, side ?? "", other ?? ""),
    claimId: claim.id,
    statement: claim.statement,
    carriedBySide: side,
    carriedBy: carriers.map(({ sourceId }) => sourceId),
    independent,
    absentSide: other,
    absences,
    evidence: shown,
    reason: silenceReason(carriers, independent, absences),
    rule: declared ? "carried-by-one-side" : "carried-by-others",
  };
}

/** A source has silent documents or none; it is silent itself only where several of them are. */
function absence(
  { sourceId, cards }: SourceCards,
  cells: ReadonlyMap<string, Cell>,
  absent: ReturnType<typeof rememberedAbsence>,
  isOtherEvent: (documentId: string) => boolean,
): Absence {
  const told = cards.map((card) => {
    // A cell of a document that does not carry the claim says that it comes near.
    const near = cells.get(card.id);
    const { state, reason } = near
      ? { state: "unknown" as const, reason: near.reason }
      : isOtherEvent(card.id)
        ? { state: "unknown" as const, reason: "it reports another event" }
        : absent(card);
    return { id: card.id, state, reason };
  });
  const silent = told.filter(({ state }) => state === "silent");
  const shown = silent.length > 0 ? silent : told;
  return {
    sourceId,
    documentIds: shown.map(({ id }) => id),
    scope: silent.length >= minOpportunity ? "source" : "document",
    state: silent.length > 0 ? "silent" : "unknown",
    reason: reasonOf(shown[0]?.reason ?? "", silent.length, told.length),
  };
}

/** Of several documents it says how many are silent, and why the first is. */
function reasonOf(first: string, silent: number, documents: number): string {
  return silent === 0 || documents === 1
    ? first
    : `${silent} of its ${documents} documents; the first ${first}`;
}

/** `absenceOf` for one claim: of documents that are alike in what it looks at it is asked once. */
function rememberedAbsence({
  firstPublished,
  lagHours,
}: Pick<Claim, "firstPublished" | "lagHours">): (
  card: DocumentCard,
) => ReturnType<typeof absenceOf> {
  const known = new Map<string, ReturnType<typeof absenceOf>>();
  return (card) => {
    const key = `${card.completeness}|${card.language}|${card.published}`;
    const before = known.get(key);
    if (before) return before;
    const told = absenceOf(card, firstPublished, lagHours);
    known.set(key, told);
    return told;
  };
}

function silentCount({ absences }: SilenceRow): number {
  return absences.filter(({ state }) => state === "silent").length;
}
