import type { RowOf } from "../../../serve/types.ts";
import type { Pages } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { useWithChosen } from "../../parts/found.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { count } from "../../parts/numbers.ts";
import { More } from "../../parts/paging.tsx";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { texts } from "../../texts.ts";

const words = texts.sourcing.cites;

type Citation = RowOf<"citations">;

/** Lines drawn: more would be a thicket. The list has all. */
const mostDrawn = 40;
const rowPixels = 26;
const width = 900;
const leftEnd = 290;
const rightStart = 610;
const longestName = 38;

/** Who leans on whom: as lines between sources and what they cite, and as a list. */
export function Citations({
  citations,
  chosen,
  route,
}: {
  citations: Pages<Citation>;
  chosen: Citation | undefined;
  route: Route;
}) {
  const { column, groups } = useCase();
  const isNarrow = useNarrow();
  const shown = useWithChosen(citations.rows, chosen, idOf);
  if (citations.all === 0) return null;
  const drawn = citations.rows.slice(0, mostDrawn);
  const order = groups.flatMap((group) => group.columns.map(({ id }) => id));
  const left = [...new Set(drawn.map(({ sourceId }) => sourceId))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const right = namesBeside(drawn, left);
  const y = (at: number, all: number) =>
    ((at + 0.5) * Math.max(left.length, right.length) * rowPixels) / all;
  const address = (one: Citation) => link("sourcing", ["cites", one.id], route.query);
  return (
    <section className="citations" aria-labelledby="citations">
      <h2 id="citations">{words.heading}</h2>
      <p className="soft">
        {words.about}
        {citations.all > mostDrawn && words.drawn(mostDrawn)}
      </p>
      {!isNarrow && (
        <svg
          className="citation-graph"
          viewBox={`0 0 ${width} ${Math.max(left.length, right.length) * rowPixels}`}
          aria-hidden="true"
        >
          {drawn.map((one) => {
            const from = y(left.indexOf(one.sourceId), left.length);
            const to = y(right.indexOf(nameOf(one)), right.length);
            const middle = (leftEnd + rightStart) / 2;
            return (
              <path
                key={one.id}
                className={route.path[1] === one.id ? "line chosen" : "line"}
                d={`M${leftEnd} ${from}C${middle} ${from} ${middle} ${to} ${rightStart} ${to}`}
                stroke={colourOf(one.sourceId)}
                strokeWidth={Math.min(6, 1 + one.documents)}
                strokeDasharray={one.kind === "through" ? "5 4" : undefined}
              />
            );
          })}
          {left.map((id, at) => (
            <text key={id} x={leftEnd - 8} y={y(at, left.length)} textAnchor="end">
              {clip(column(id)?.name ?? id)}
            </text>
          ))}
          {right.map((name, at) => (
            <text key={name} x={rightStart + 8} y={y(at, right.length)}>
              {clip(name)}
            </text>
          ))}
        </svg>
      )}
      <ul className="citation-list">
        {shown.map((one) => (
          <li key={one.id}>
            <a
              href={address(one)}
              aria-current={(route.path[0] === "cites" && route.path[1] === one.id) || undefined}
            >
              {column(one.sourceId)?.name ?? one.sourceId}{" "}
              <span className="arrow" aria-hidden="true">
                →
              </span>
              <span className="unseen"> {words.leansOn} </span> <bdi>{nameOf(one)}</bdi>
            </a>{" "}
            <small className="soft">
              {one.kind === "through" ? words.through : one.kind},{" "}
              {count(one.documents, "document")}
            </small>
          </li>
        ))}
      </ul>
      <More pages={citations} />
    </section>
  );

  function colourOf(sourceId: string): string {
    const group = groups.find(({ columns }) => columns.some(({ id }) => id === sourceId));
    return sideColour(group?.position ?? null);
  }

  function nameOf(one: Citation): string {
    return (one.citedSourceId && column(one.citedSourceId)?.name) ?? one.name;
  }

  /** What is cited, beside those who cite it: at the middle of their places. */
  function namesBeside(lines: readonly Citation[], sources: readonly string[]): string[] {
    const places = new Map<string, number[]>();
    for (const one of lines) {
      const list = places.get(nameOf(one)) ?? [];
      places.set(nameOf(one), [...list, sources.indexOf(one.sourceId)]);
    }
    const middle = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    return [...places]
      .sort(([x, a], [z, b]) => middle(a) - middle(b) || (x < z ? -1 : 1))
      .map(([name]) => name);
  }
}

const idOf = ({ id }: Citation) => id;

function clip(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
