import type { ClaimRow } from "../../../serve/types.ts";
import { JudgedSigns } from "../../parts/judgements.tsx";
import { link, type Route } from "../../parts/route.ts";
import type { Column } from "../../parts/sides.ts";
import { StanceGlyph } from "../../parts/stance.tsx";
import { texts } from "../../texts.ts";
import type { SourcePart } from "./columns.ts";

/** All that a source's documents do with the claim; leads to the first that speaks. */
export function SourceCell({
  row,
  column,
  part,
  route,
  tabIndex,
}: {
  row: ClaimRow;
  column: Column;
  part: SourcePart;
  route: Route;
  tabIndex?: number;
}) {
  const [claimId, documentId = ""] = route.path;
  const isChosen = claimId === row.id && column.documentIds.includes(documentId);
  return (
    <a
      className={`cell ${part.stances[0]}`}
      href={link("claims", [row.id, part.documentId], route.query)}
      aria-current={isChosen || undefined}
      tabIndex={tabIndex}
    >
      <span className="signs">
        {part.stances.map((stance) => (
          <StanceGlyph key={stance} stance={stance} />
        ))}
        {part.isDistant && (
          <span className="distant" aria-hidden="true">
            “…”
          </span>
        )}
      </span>
      <span className="unseen">
        <bdi>{column.name}</bdi>:{" "}
      </span>
      <span className="word">{part.stances.join(", ")}</span>
      {part.whom !== null && (
        <span className={part.stances.length > 2 ? "whom short" : "whom"} title={part.whom}>
          {" "}
          {texts.claims.whom(part.whom)}
        </span>
      )}
      {part.isDistant && <span className="unseen">, {texts.claims.distance}</span>}
      {row.origin !== "asked" && (
        <JudgedSigns question="claims" about={row.statement} documentIds={column.documentIds} />
      )}
    </a>
  );
}
