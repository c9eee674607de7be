import { cellsOf } from "../../compare/claims/cells.ts";
import type { Cell, Claim, Stance } from "../../compare/claims/claims.ts";
import type { DocumentCard } from "../../document/case.ts";
import { withoutMarks } from "../../document/in-words.ts";
import { count, excerpt, wrap } from "../text.ts";
import { someOf } from "./some.ts";

/** Documents shown of one stance. */
const mostCells = 24;

const shown: readonly Stance[] = ["asserts", "attributes", "denies"];

/** A claim with who takes which stance; `absent` also lists the silent and the unknown. */
export function claimText(
  claim: Claim,
  documents: readonly DocumentCard[],
  { absent = false }: { absent?: boolean } = {},
): string {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const lines = [
    wrap(`${withoutMarks(claim.statement)}${claim.contested ? "  [contested]" : ""}`, 96),
  ];
  if (claim.documents > 1)
    lines.push(
      `  ${count(claim.documents, "document")}, ${count(claim.independent, "independent source")}${claim.independent < claim.sources ? ": copies of one text count once" : ""}`,
    );
  for (const stance of shown) {
    const cells = claim.cells.filter((one) => one.stance === stance);
    for (const cell of cells.slice(0, mostCells)) {
      const card = cards.get(cell.documentId);
      const passage = cell.passages[0];
      lines.push(
        `  ${stance.padEnd(11)}${labelOf(card, cell)}${whose(cell)}`,
        ...(passage ? [wrap(`“${excerpt(passage.text, 180)}”`, 96, " ".repeat(13))] : []),
      );
    }
    if (cells.length > mostCells)
      lines.push(
        `  ${stance.padEnd(11)}and ${(cells.length - mostCells).toLocaleString("en")} more (--json lists all)`,
      );
  }
  const absences: readonly Stance[] = absent ? ["silent", "unknown"] : [];
  for (const stance of absences) {
    const cells = cellsOf(claim, documents).filter((one) => one.stance === stance);
    if (cells.length > 0)
      lines.push(
        `  ${stance.padEnd(11)}${someOf(cells.map((cell) => labelOf(cards.get(cell.documentId), cell)))}`,
      );
  }
  return lines.join("\n");
}

function labelOf(card: DocumentCard | undefined, cell: Cell): string {
  if (!card) return cell.documentId;
  return card.sourceId === card.id ? card.file : `${card.sourceName} (${card.file})`;
}

function whose(cell: Cell): string {
  if (!cell.attributedTo) return "";
  return `, ${cell.stance === "denies" ? "reporting" : "to"} ${cell.attributedTo}${cell.distancing ? ", keeping its distance" : ""}`;
}
