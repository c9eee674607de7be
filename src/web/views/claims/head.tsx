import { withoutMarks } from "../../../document/in-words.ts";
import type { ClaimRow } from "../../../serve/types.ts";
import { written } from "../../parts/bidi.ts";
import { formatDate } from "../../parts/dates.ts";
import { count } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";

/** What a claim says, and how many say it; leads to its page. */
export function ClaimHead({
  row,
  route,
  tabIndex,
}: {
  row: ClaimRow;
  route: Route;
  tabIndex?: number;
}) {
  const statement = withoutMarks(row.statement);
  return (
    <>
      <a
        className="statement"
        href={link("claims", [row.id], route.query)}
        tabIndex={tabIndex}
        title={statement}
        {...written(statement)}
      >
        <Words text={statement} />
      </a>
      <ClaimFacts row={row} />
    </>
  );
}

export function ClaimFacts({ row }: { row: ClaimRow }) {
  return (
    <span className="facts">
      {row.contested && <span className="badge">{texts.claims.contested}</span>}
      {row.origin === "checklist" && <span className="badge">{texts.claims.checklist}</span>}
      <span title={independenceInWords(row)}>
        {count(row.documents, "document")}, {count(row.independent, "independent source")}
      </span>
      {row.firstPublished && (
        <span>
          {texts.claims.first} {formatDate(row.firstPublished)}
        </span>
      )}
    </span>
  );
}

/** "4 sources; copies of one text count once". */
export function independenceInWords({ sources, independent }: ClaimRow): string {
  const all = count(sources, "source");
  return independent < sources ? texts.claims.copiesOnce(all) : all;
}
