import { useState } from "react";
import type { WhoQuotesWhom } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { formatNumber } from "../../parts/numbers.ts";
import type { Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { texts } from "../../texts.ts";
import { layered } from "./layered.ts";
import { quoteAddress, timesInWords } from "./quoted.ts";

const words = texts.quotes;

/** Where the bars of the two layers stand, in the picture's own units, and how much of a name fits. */
const wide = { width: 900, left: 240, right: 660, font: 13, letters: 32 };
const narrow = { width: 360, left: 112, right: 248, font: 11, letters: 17 };
const barPixels = 5;
const headPixels = 22;

type End = { readonly layer: "left" | "right"; readonly at: number };

/** The same as the matrix, as lines from those who quote to those who are quoted. */
export function QuotesGraph({ quotes, route }: { quotes: WhoQuotesWhom; route: Route }) {
  const { column, group } = useCase();
  const [pointed, setPointed] = useState<End | null>(null);
  const { width, left, right, font, letters } = useNarrow() ? narrow : wide;
  const { rows, columns, cells, all } = quotes;
  const sideOfRow = (row: number) => column(rows[row]?.sourceId ?? "")?.side ?? null;
  const picture = layered(quotes, sideOfRow);
  const nameOfRow = (row: number) => column(rows[row]?.sourceId ?? "")?.name ?? "";
  const colourOf = (side: string | null) => sideColour(group(side)?.position ?? null);
  const nameOfSide = (side: string | null) => group(side)?.shortName ?? "";
  const middle = (left + right) / 2;
  const isFaint = (line: { row: number; column: number }) =>
    pointed !== null && (pointed.layer === "left" ? line.row : line.column) !== pointed.at;
  return (
    <>
      <p className="soft small">{words.graphAbout}</p>
      <svg
        className="quotes-graph"
        viewBox={`0 0 ${width} ${picture.height + headPixels + 6}`}
        fontSize={font}
        aria-hidden="true"
      >
        <text className="layer head" x={left - 8} y={headPixels / 2} textAnchor="end">
          {words.quoting}
        </text>
        <text className="layer head" x={right + 8} y={headPixels / 2}>
          {words.quoted}
        </text>
        <g transform={`translate(0 ${headPixels})`}>
          {picture.lines.map((line) => {
            const cell = cells[line.at];
            const source = rows[line.row];
            if (!cell || !source) return null;
            const isChosen =
              route.path[0] === "quotes" &&
              route.path[1] === source.sourceId &&
              route.path[2] === cell.key;
            return (
              <a
                key={line.at}
                href={quoteAddress(route, source.sourceId, cell.key)}
                tabIndex={-1}
                className={isChosen ? "line chosen" : isFaint(line) ? "line faint" : "line"}
              >
                <title>
                  {words.line(
                    nameOfRow(line.row),
                    columns[line.column]?.name ?? "",
                    timesInWords(cell.count, cell.distancing),
                  )}
                </title>
                <path
                  d={`M${left + barPixels} ${line.from}C${middle} ${line.from} ${middle} ${line.to} ${right - barPixels} ${line.to}`}
                  stroke={colourOf(sideOfRow(line.row))}
                  strokeWidth={line.width}
                />
              </a>
            );
          })}
          {picture.left.map((node) => (
            <g key={node.at} {...pointing({ layer: "left", at: node.at })}>
              <rect
                x={left}
                y={node.y + 2}
                width={barPixels}
                height={node.height - 4}
                fill={colourOf(node.side)}
              />
              {node.isFirst && (
                <text className="layer" x={left - 8} y={node.y - 9} textAnchor="end">
                  {nameOfSide(node.side)}
                </text>
              )}
              <text x={left - 8} y={node.y + node.height / 2} textAnchor="end">
                {clip(nameOfRow(node.at), letters)}
              </text>
            </g>
          ))}
          {picture.right.map((node) => (
            <g key={node.at} {...pointing({ layer: "right", at: node.at })}>
              <rect
                x={right - barPixels}
                y={node.y + 2}
                width={barPixels}
                height={node.height - 4}
                fill={colourOf(node.side)}
              />
              {node.isFirst && (
                <text className="layer" x={right + 8} y={node.y - 9}>
                  {node.side === null ? words.othersSide : nameOfSide(node.side)}
                </text>
              )}
              <text x={right + 8} y={node.y + node.height / 2}>
                {clip(columns[node.at]?.name ?? "", letters)}
              </text>
            </g>
          ))}
        </g>
      </svg>
      <p className="soft small">
        {words.graphShown(
          formatNumber(picture.left.length),
          formatNumber(all.rows),
          formatNumber(picture.right.length),
          formatNumber(all.columns),
        )}
      </p>
    </>
  );

  function pointing(end: End) {
    return { onPointerEnter: () => setPointed(end), onPointerLeave: () => setPointed(null) };
  }
}

function clip(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
