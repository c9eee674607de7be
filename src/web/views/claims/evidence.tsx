import { cellMark } from "../../../document/judgement.ts";
import type { Cell } from "../../../serve/types.ts";
import { useCellsOf, useClaim } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { Drawer } from "../../parts/drawer.tsx";
import { link, type Route } from "../../parts/route.ts";
import { useDocumentName } from "../../parts/source.tsx";
import { StanceGlyph, stanceInWords } from "../../parts/stance.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["attributions"] as const;

/** What one document does with a claim, and the other documents of its source. */
export function CellEvidence({ route }: { route: Route }) {
  const [claimId = "", documentId = ""] = route.path;
  const { card, column } = useCase();
  const nameOf = useDocumentName();
  const sourceId = card(documentId)?.sourceId ?? documentId;
  const asked = route.query.ask;
  const { data: claim } = useClaim(claimId, asked);
  const { data: cells } = useCellsOf(claimId, asked, sourceId);
  const cell = cells?.rows.find((one) => one.documentId === documentId);
  if (!claim || !cells || !cell) return null;
  const speaks = cell.stance !== "silent" && cell.stance !== "unknown";
  return (
    <Drawer
      about={about}
      mark={claim.origin === "asked" ? undefined : cellMark(claim.statement, cell)}
      id={`${claim.id}/${cell.documentId}`}
      kicker={claim.origin === "asked" ? texts.claims.asked : texts.claims.claim}
      title={claim.statement}
      passages={cell.passages}
      reason={cell.reason}
      rule={cell.rule}
      closeTo={link("claims", [], route.query)}
    >
      <p className="stance-line">
        <StanceGlyph stance={cell.stance} />{" "}
        <strong>{column(sourceId)?.name ?? cell.documentId}</strong> {inSentence(cell)}
        {cell.also.length > 0 && texts.claims.alsoHere(cell.also.join(", "))}.
      </p>
      <p>
        <a href={link("claims", [claim.id], route.query)}>{texts.claims.wholeClaim}</a>
      </p>
      {!speaks && cell.passages.length > 0 && <p className="soft">{texts.claims.nearest}</p>}
      {cells.rows.length > 1 && (
        <nav className="siblings" aria-label={texts.claims.siblings}>
          {cells.rows.map((other) => (
            <a
              key={other.documentId}
              href={link("claims", [claim.id, other.documentId], route.query)}
              aria-current={other.documentId === cell.documentId || undefined}
            >
              <StanceGlyph stance={other.stance} />{" "}
              <bdi>
                <Words text={nameOf(other.documentId)} />
              </bdi>
            </a>
          ))}
        </nav>
      )}
    </Drawer>
  );
}

export function inSentence(cell: Cell): string {
  if (cell.stance === "silent") return texts.claims.isSilent;
  if (cell.stance === "unknown") return texts.claims.isUnknown;
  return stanceInWords(cell);
}
