import type { Cell, Claim, Stance } from "../compare/claims/claims.ts";
import type { DocumentCard } from "../document/case.ts";

/** What a document does with a claim, as its cell has it. */
type Told = Pick<Cell, "stance" | "attributedTo" | "distancing" | "reported">;

/** A passage of another document for the same claim. */
export type Counterpart = Told & {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** At most `quoteUnits` of it. */
  readonly text: string;
};

/** A claim at its place in one document, with what others say of it. */
export type ClaimBeside = Told & {
  readonly id: string;
  readonly statement: string;
  readonly contested: boolean;
  readonly reason: string;
  readonly rule: string;
  /** Best first, as the claim's cell has them; shown in the order of the text. */
  readonly passages: readonly { readonly start: number; readonly end: number }[];
  /** Other sources: first those that take another stance, then those of another side; a few. */
  readonly others: readonly Counterpart[];
  /** How many other documents carry it. */
  readonly otherDocuments: number;
  /** Where it stands in the next document that carries it, in the order of the case. */
  readonly next: Pick<Counterpart, "documentId" | "start" | "end"> | null;
};

export type ClaimsBeside = {
  readonly claims: readonly ClaimBeside[];
  readonly total: number;
  /** The page after this one; null for the last. */
  readonly next: number | null;
};

export const claimsPerPage = 60;
const mostOthers = 6;
const quoteUnits = 240;

/** Makes the function that tells which claims a document carries, a page at a time. */
export function createClaimsBeside(
  claims: readonly Claim[],
  documents: readonly DocumentCard[],
): (documentId: string, page: number) => ClaimsBeside {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const carried = new Map<string, Claim[]>();
  for (const claim of claims)
    for (const cell of claim.cells) {
      if (!speaks(cell.stance)) continue;
      const list = carried.get(cell.documentId);
      if (list) list.push(claim);
      else carried.set(cell.documentId, [claim]);
    }
  return (documentId, page) => {
    const own = carried.get(documentId) ?? [];
    const from = page * claimsPerPage;
    return {
      claims: own
        .slice(from, from + claimsPerPage)
        .flatMap((claim) => besideOf(claim, documentId, cards) ?? []),
      total: own.length,
      next: from + claimsPerPage < own.length ? page + 1 : null,
    };
  };
}

function speaks(stance: Stance): boolean {
  return stance !== "silent" && stance !== "unknown";
}

function besideOf(
  claim: Claim,
  documentId: string,
  cards: ReadonlyMap<string, DocumentCard>,
): ClaimBeside | null {
  const cell = claim.cells.find((one) => one.documentId === documentId);
  if (!cell) return null;
  const card = cards.get(documentId);
  const others = claim.cells.filter(
    (one) => one.documentId !== documentId && speaks(one.stance) && one.passages.length > 0,
  );
  const distance = (one: (typeof others)[number]) =>
    (one.stance === cell.stance ? 2 : 0) + (cards.get(one.documentId)?.side === card?.side ? 1 : 0);
  const seen = new Set([card?.sourceId]);
  const nearest = [...others]
    .sort((a, b) => distance(a) - distance(b))
    .filter((one) => {
      const source = cards.get(one.documentId)?.sourceId;
      return !seen.has(source) && seen.add(source);
    });
  const after = others.find((one) => one.documentId > documentId) ?? others[0];
  const [place] = after?.passages ?? [];
  return {
    id: claim.id,
    statement: claim.statement,
    contested: claim.contested,
    ...toldBy(cell),
    reason: cell.reason,
    rule: cell.rule,
    passages: cell.passages.map(({ start, end }) => ({ start, end })),
    others: nearest.slice(0, mostOthers).flatMap((one) => {
      const [first] = one.passages;
      if (!first) return [];
      const { start, end, text } = first;
      return [
        { documentId: one.documentId, ...toldBy(one), start, end, text: text.slice(0, quoteUnits) },
      ];
    }),
    otherDocuments: others.length,
    next:
      after && place ? { documentId: after.documentId, start: place.start, end: place.end } : null,
  };
}

function toldBy({ stance, attributedTo, distancing, reported }: Cell): Told {
  return { stance, attributedTo, distancing, reported };
}
