import { useState } from "react";
import { formatDate } from "../../../document/in-words.ts";
import type { Cell, Claim } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { type Column, sideColour } from "../../parts/sides.ts";
import { StanceGlyph, stanceInWords } from "../../parts/stance.tsx";
import { cellsOf } from "./cells.ts";
import { sourceStances, speaks } from "./sort.ts";

/** Sources side by side before the table is turned like a page. */
const columnsShown = 40;

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
  const [first, setFirst] = useState(0);
  const visible = columns.slice(first, first + columnsShown);
  const spans = groups
    .map((group) => ({
      group,
      width: visible.filter((column) => group.columns.includes(column)).length,
    }))
    .filter(({ width }) => width > 0);
  return (
    <>
      {columns.length > columnsShown && (
        <p className="paging">
          Sources {first + 1}–{first + visible.length} of {formatNumber(columns.length)}
          <button
            type="button"
            disabled={first === 0}
            onClick={() => setFirst(first - columnsShown)}
          >
            Earlier
          </button>
          <button
            type="button"
            disabled={first + columnsShown >= columns.length}
            onClick={() => setFirst(first + columnsShown)}
          >
            Further
          </button>
        </p>
      )}
      <section className="scroll" aria-label={label}>
        <table className="matrix">
          <thead>
            <tr>
              <td />
              {spans.map(({ group, width }) => (
                <th
                  key={group.id ?? "unaligned"}
                  colSpan={width}
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
              {visible.map((column, index) => (
                <th
                  key={column.id}
                  scope="col"
                  className={startsGroup(visible, index) ? "source-head first" : "source-head"}
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
              <Row key={claim.id} claim={claim} columns={visible} route={route} />
            ))}
          </tbody>
        </table>
      </section>
    </>
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
        {claim.statement}
      </a>
      <span className="facts">
        {claim.contested && <span className="badge">contested</span>}
        {claim.origin === "checklist" && <span className="badge">checklist</span>}
        {claim.sources} {claim.sources === 1 ? "source" : "sources"}
        {claim.firstPublished && <> · first {formatDate(claim.firstPublished)}</>}
      </span>
    </>
  );
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
      aria-label={`${column.name}: ${cells.length === 1 ? stanceInWords(first) : taken.join(" and ")}`}
      title={stanceInWords(first)}
    >
      <span className="signs">
        {taken.map((stance) => (
          <StanceGlyph key={stance} stance={stance} />
        ))}
        {isDistant && <span className="distant">“…”</span>}
      </span>
      <span className="word">{taken.join(", ")}</span>
      {whom && <span className="whom">to {whom.attributedTo}</span>}
    </a>
  );
}

/** True for the first column of a side: it gets the dividing line. */
function startsGroup(columns: readonly Column[], index: number): boolean {
  return index === 0 || columns[index]?.side !== columns[index - 1]?.side;
}
