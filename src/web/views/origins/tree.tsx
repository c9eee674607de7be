import type { ReusedRow } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { kindInWords } from "../../parts/copies.ts";
import { formatInstant } from "../../parts/dates.ts";
import { formatNumber, percent } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { readerLink, SourceName, useDocumentName } from "../../parts/source.tsx";
import { texts } from "../../texts.ts";
import { placesOf, type TreeNode, treeOf } from "./tree.ts";
import "./tree.css";

const words = texts.tree;

/** Where nothing branches there is no tree to draw. */
export const copiesFrom = 2;
/** More copies than this stand in the list only. */
const mostCopies = 40;
/** As high as a row of the list beside it, in rem as in tree.css. */
const rowRem = 3;
/** Where the axis ends, in per cent of the picture, and where those without a date stand. */
const axis = { start: 3, end: 97, endBeforeUndated: 84, undated: 93 };

/** How a text went on: who had it from whom, and when each was published. */
export function Tree({ text, route }: { text: ReusedRow; route: Route }) {
  const { card, group } = useCase();
  const nameOf = useDocumentName();
  const nodes = treeOf(text.documentId, text.copies.slice(0, mostCopies));
  const dates = nodes.map(({ documentId }) => card(documentId)?.published ?? null);
  const places = placesOf(dates);
  const hasUndated = places.includes(null);
  const end = hasUndated ? axis.endBeforeUndated : axis.end;
  const on = (at: number) => axis.start + at * (end - axis.start);
  const x = (at: number) => {
    const place = places[at];
    return place ? on(place.from) : axis.undated;
  };
  const y = (at: number) => `${(at + 0.5) * rowRem}rem`;
  const left = text.copies.length - mostCopies;
  return (
    <section className="tree" aria-label={words.label(nameOf(text.documentId))}>
      <ol>
        {nodes.map((node, at) => (
          <li key={node.documentId} style={{ "--depth": node.depth }}>
            <NodeLink node={node} text={text} date={dates[at] ?? null} route={route} />
          </li>
        ))}
      </ol>
      <svg style={{ height: `${nodes.length * rowRem}rem` }} aria-hidden="true">
        {hasUndated && (
          <g className="undated">
            <line
              x1={`${(end + axis.undated) / 2}%`}
              x2={`${(end + axis.undated) / 2}%`}
              y2="100%"
            />
            <text x={`${axis.undated}%`} y="0.8rem" textAnchor="middle">
              {words.undated}
            </text>
          </g>
        )}
        {nodes.map(({ documentId, parent }, at) =>
          parent === null ? null : (
            <g key={documentId} className="branch">
              <line x1={`${x(parent)}%`} x2={`${x(parent)}%`} y1={y(parent)} y2={y(at)} />
              <line x1={`${x(parent)}%`} x2={`${x(at)}%`} y1={y(at)} y2={y(at)} />
            </g>
          ),
        )}
        {nodes.map(({ documentId, copyAt }, at) => {
          const place = places[at];
          const colour = sideColour(group(card(documentId)?.side ?? null)?.position ?? null);
          const share = copyAt === null ? 1 : (text.copies[copyAt]?.share01 ?? 0);
          return (
            <g key={documentId}>
              {place && place.to > place.from && (
                <line
                  className="span"
                  x1={`${on(place.from)}%`}
                  x2={`${on(place.to)}%`}
                  y1={y(at)}
                  y2={y(at)}
                  stroke={colour}
                />
              )}
              <circle
                cx={`${x(at)}%`}
                cy={y(at)}
                r={4 + 4 * Math.sqrt(share)}
                className={place ? undefined : "open"}
                fill={place ? colour : "var(--paper)"}
                stroke={colour}
              />
            </g>
          );
        })}
      </svg>
      {left > 0 && <p className="soft small">{words.moreCopies(formatNumber(left))}</p>}
    </section>
  );
}

function NodeLink(props: { node: TreeNode; text: ReusedRow; date: string | null; route: Route }) {
  const { node, text, date, route } = props;
  const { card } = useCase();
  const copy = node.copyAt === null ? null : (text.copies[node.copyAt] ?? null);
  const isChosen = copy !== null && route.path[0] === text.id && route.path[1] === copy.documentId;
  const sourceId = card(node.documentId)?.sourceId;
  return (
    <a
      href={
        copy
          ? link("origins", [text.id, copy.documentId], route.query)
          : readerLink(text.documentId, text)
      }
      aria-current={isChosen || undefined}
    >
      {sourceId ? <SourceName id={sourceId} /> : node.documentId}
      <span className="soft">
        {date === null ? words.undated : formatInstant(date)},{" "}
        {copy ? `${kindInWords[copy.kind]}, ${words.share(percent(copy.share01))}` : words.text}
      </span>
    </a>
  );
}
