import { absenceOf } from "../../../document/absence.ts";
import type { DocumentCard } from "../../../document/case.ts";
import type { Cell, Claim } from "../../../serve/types.ts";
import type { CaseLookup } from "../../parts/case.tsx";

/** Makes the function that gives a document's cell, also where the claim carries none for it. */
export function cellsOf(
  claim: Claim,
  { card }: Pick<CaseLookup, "card">,
): (documentId: string) => readonly Cell[] {
  const cells = new Map(claim.cells.map((cell) => [cell.documentId, cell]));
  return (documentId) => {
    const cell = cells.get(documentId);
    const own = card(documentId);
    if (cell) return [cell];
    return own ? [absentCell(claim, own)] : [];
  };
}

/** What may be said of a document that neither carries a claim nor comes near it. */
function absentCell(claim: Claim, card: DocumentCard): Cell {
  const { state, reason, rule } = absenceOf(
    card,
    claim.firstPublished,
    claim.lagHours,
    claim.events,
  );
  return {
    documentId: card.id,
    stance: state,
    also: [],
    attributedTo: null,
    distancing: false,
    reported: false,
    passages: [],
    reason,
    rule,
  };
}
