import type { Cell, Claim } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { Drawer } from "../../parts/drawer.tsx";
import { link, type Route } from "../../parts/route.ts";
import { useDocumentName } from "../../parts/source.tsx";
import { StanceGlyph, stanceInWords } from "../../parts/stance.tsx";
import { cellsOf } from "./cells.ts";
import { speaks } from "./sort.ts";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["attributions"] as const;

export function CellEvidence({ claim, cell, route }: { claim: Claim; cell: Cell; route: Route }) {
  const lookup = useCase();
  const { card, column } = lookup;
  const nameOf = useDocumentName();
  const sourceId = card(cell.documentId)?.sourceId ?? "";
  const siblings = column(sourceId)?.documentIds ?? [];
  const cells = siblings.flatMap(cellsOf(claim, lookup));
  return (
    <Drawer
      about={about}
      id={`${claim.id}/${cell.documentId}`}
      kicker={claim.origin === "asked" ? "Asked" : "Claim"}
      title={claim.statement}
      passages={cell.passages}
      reason={cell.reason}
      rule={cell.rule}
      closeTo={link("claims", [], route.query)}
    >
      <p className="stance-line">
        <StanceGlyph stance={cell.stance} />{" "}
        <strong>{column(sourceId)?.name ?? cell.documentId}</strong> {inSentence(cell)}
        {cell.also.length > 0 && <>; elsewhere in the same document: {cell.also.join(", ")}</>}.
      </p>
      {!speaks(cell) && cell.passages.length > 0 && (
        <p className="soft">The nearest passages, which do not say it:</p>
      )}
      {cells.length > 1 && (
        <nav className="siblings" aria-label="Documents of this source">
          {cells.map((other) => (
            <a
              key={other.documentId}
              href={link("claims", [claim.id, other.documentId], route.query)}
              aria-current={other.documentId === cell.documentId || undefined}
            >
              <StanceGlyph stance={other.stance} /> {nameOf(other.documentId)}
            </a>
          ))}
        </nav>
      )}
    </Drawer>
  );
}

function inSentence(cell: Cell): string {
  if (cell.stance === "silent") return "is silent on it";
  if (cell.stance === "unknown") return "may or may not say it: unknown";
  return stanceInWords(cell);
}
