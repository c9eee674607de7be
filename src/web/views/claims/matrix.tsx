import { formatDate, withoutMarks } from "../../../document/in-words.ts";
import type { Cell, Claim } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { count } from "../../parts/numbers.ts";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { type Column, sideColour } from "../../parts/sides.ts";
import { StanceGlyph, stanceInWords } from "../../parts/stance.tsx";
import { cellsOf } from "./cells.ts";
import { sourceStances, speaks } from "./sort.ts";

/** Rows are claims, columns are sources grouped by side, each cell what the source does. */
export function Matrix({
  claims,
  route,
  label,
}: {
  claims: readonly Claim[];
  route: Route;
  label: string;
}) {
  const { groups, columns } = useCase();
  return (
    <section className="scroll" aria-label={label}>
      <table className="matrix">
        <thead>
          <tr>
            <td />
            {groups.map((group) => (
              <th
                key={group.id ?? "unaligned"}
                colSpan={group.columns.length}
                scope="colgroup"
                className="side-head"
                style={{ "--side": sideColour(group.position) }}
                title={group.name}
              >
                <span>{group.shortName}</span>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col" className="claim">
              Claim
            </th>
            {columns.map((column, index) => (
              <th
                key={column.id}
                scope="col"
                className={startsGroup(columns, index) ? "source-head first" : "source-head"}
              >
                <span>{column.name}</span>
                {column.documentIds.length > 1 && (
                  <small>{column.documentIds.length} documents</small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <Row key={claim.id} claim={claim} columns={columns} route={route} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  claim,
  columns,
  route,
}: {
  claim: Claim;
  columns: readonly Column[];
  route: Route;
}) {
  const cells = cellsOf(claim, useCase());
  const isChosen = route.path[0] === claim.id;
  const row = useReveal<HTMLTableRowElement>(isChosen);
  return (
    <tr ref={row} className={isChosen ? "chosen" : undefined}>
      <th scope="row" className="claim">
        <ClaimHead claim={claim} route={route} />
      </th>
      {columns.map((column, index) => (
        <td key={column.id} className={startsGroup(columns, index) ? "first" : undefined}>
          <SourceCell
            claim={claim}
            column={column}
            cells={column.documentIds.flatMap(cells)}
            route={route}
          />
        </td>
      ))}
    </tr>
  );
}

export function ClaimHead({ claim, route }: { claim: Claim; route: Route }) {
  return (
    <>
      <a className="statement" href={link("claims", [claim.id], route.query)}>
        {withoutMarks(claim.statement)}
      </a>
      <span className="facts">
        {claim.contested && <span className="badge">contested</span>}
        {claim.origin === "checklist" && <span className="badge">checklist</span>}
        <span title={independenceInWords(claim)}>
          {count(claim.documents, "document")}, {count(claim.independent, "independent source")}
        </span>
        {claim.firstPublished && <> · first {formatDate(claim.firstPublished)}</>}
      </span>
    </>
  );
}

/** "4 sources, copies of one text counted once". */
function independenceInWords({ sources, independent }: Claim): string {
  const all = count(sources, "source");
  return independent < sources ? `${all}; copies of one text count once` : all;
}

/** All that a source's documents do with the claim; the link leads to the first that speaks. */
export function SourceCell({
  claim,
  column,
  cells,
  route,
}: {
  claim: Claim;
  column: Column;
  cells: readonly Cell[];
  route: Route;
}) {
  const first = cells.find(speaks) ?? cells.find((cell) => cell.stance === "unknown") ?? cells[0];
  if (!first) return null;
  const taken = sourceStances(cells);
  const isChosen = route.path[0] === claim.id && cells.some((c) => c.documentId === route.path[1]);
  const whom = taken.includes("attributes")
    ? cells.find((c) => c.attributedTo !== null)
    : undefined;
  const isDistant = cells.some((cell) => speaks(cell) && cell.distancing);
  return (
    <a
      className={`cell ${taken[0]}`}
      href={link("claims", [claim.id, first.documentId], route.query)}
      aria-current={isChosen || undefined}
      title={stanceInWords(first)}
    >
      <span className="signs">
        {taken.map((stance) => (
          <StanceGlyph key={stance} stance={stance} />
        ))}
        {isDistant && (
          <span className="distant" aria-hidden="true">
            “…”
          </span>
        )}
      </span>
      <span className="unseen">{column.name}: </span>
      <span className="word">{taken.join(", ")}</span>
      {whom && <span className="whom"> to {whom.attributedTo}</span>}
      {isDistant && <span className="unseen">, keeping its distance</span>}
    </a>
  );
}

/** True for the first column of a side: it gets the dividing line. */
function startsGroup(columns: readonly Column[], index: number): boolean {
  return index === 0 || columns[index]?.side !== columns[index - 1]?.side;
}
