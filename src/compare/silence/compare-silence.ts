import type { DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { evidence } from "../../document/passage.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import { compareText } from "../input.ts";
import type { Absence, SilenceRow } from "./silence.ts";

/** So many sources of a side must carry a claim before the others' silence about it is shown. */
export const minCarriers = 2;

/**
 * Claims that at least `minCarriers` sources of one side carry and no source of another does.
 * Where no sides are declared, every source stands against all others.
 */
export function compareSilence(
  claims: readonly Claim[],
  documents: readonly DocumentCard[],
): SilenceRow[] {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const sides = [...new Set(documents.map(({ side }) => side))].sort((a, b) =>
    compareText(a ?? "\uffff", b ?? "\uffff"),
  );
  const declared = sides.some((side) => side !== null);
  const rows: SilenceRow[] = [];
  for (const claim of claims) {
    const bySource = cellsBySource(claim, cards);
    const carried = [...bySource.values()].filter(({ cells }) => cells.some(carries));
    for (const side of sides) {
      const carriers = carried.filter((source) => source.side === side);
      if (carriers.length < minCarriers) continue;
      for (const other of declared ? sides.filter((name) => name !== side) : [null]) {
        const facing = [...bySource.values()].filter(
          (source) => source.side === other && !(declared === false && source.cells.some(carries)),
        );
        if (facing.length === 0 || facing.some(({ cells }) => cells.some(carries))) continue;
        const shown = evidence(
          carriers.flatMap(({ cells }) =>
            cells.flatMap((cell) => (carries(cell) ? cell.passages.slice(0, 1) : [])),
          ),
        );
        if (!shown) continue;
        const absences = facing.map(absence);
        rows.push({
          id: shortId("silence", claim.id, side ?? "", other ?? ""),
          claimId: claim.id,
          statement: claim.statement,
          carriedBySide: side,
          carriedBy: carriers.map(({ sourceId }) => sourceId),
          absentSide: other,
          absences,
          evidence: shown,
          reason: `${carriers.length} sources carry it; of ${absences.length} facing them, ${absences.filter(({ state }) => state === "silent").length} are silent`,
          rule: declared ? "carried-by-one-side" : "carried-by-others",
        });
      }
    }
  }
  const silent = (row: SilenceRow) => row.absences.filter(({ state }) => state === "silent").length;
  return rows.sort(
    (a, b) =>
      silent(b) - silent(a) || b.carriedBy.length - a.carriedBy.length || compareText(a.id, b.id),
  );
}

type BySource = { readonly sourceId: string; readonly side: string | null; readonly cells: Cell[] };

function cellsBySource(
  claim: Claim,
  cards: ReadonlyMap<string, DocumentCard>,
): Map<string, BySource> {
  const sources = new Map<string, BySource>();
  for (const cell of claim.cells) {
    const card = cards.get(cell.documentId);
    if (!card) continue;
    const source = sources.get(card.sourceId);
    if (source) source.cells.push(cell);
    else sources.set(card.sourceId, { sourceId: card.sourceId, side: card.side, cells: [cell] });
  }
  return sources;
}

function carries(cell: Cell): boolean {
  return cell.stance !== "silent" && cell.stance !== "unknown";
}

/** A source is silent where at least one of its documents is; else nothing can be said. */
function absence({ sourceId, cells }: BySource): Absence {
  const silent = cells.filter(({ stance }) => stance === "silent");
  const told = silent.length > 0 ? silent : cells;
  return {
    sourceId,
    documentIds: told.map(({ documentId }) => documentId),
    state: silent.length > 0 ? "silent" : "unknown",
    reason: told[0]?.reason ?? "",
  };
}
