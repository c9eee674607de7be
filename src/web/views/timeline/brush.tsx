import { type PointerEvent, useMemo, useState } from "react";
import type { EventRow } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { useNarrow } from "../../parts/narrow.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { type Route, refilter } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { stretchOf } from "../../parts/stretch.ts";
import { texts } from "../../texts.ts";
import { type Bins, binsOf, counted, dayOf, placeOf, plusDays, stretchOfBins } from "./bins.ts";

const words = texts.timeline.brush;

type Strip = {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly counts: readonly number[];
};

/**
 * When each side published, and beside it the events: by dragging over it, or with two dates, a stretch
 * of time is marked that holds in every view.
 */
export function Brush({ events, route }: { events: readonly EventRow[]; route: Route }) {
  const { overview, groups } = useCase();
  const days = useMemo(
    () => new Map(overview.documents.map(({ id, published }) => [id, dayOf(published)])),
    [overview],
  );
  const bins = useMemo(() => binsOf([...days.values()].flatMap((day) => day ?? [])), [days]);
  const strips = useMemo<Strip[]>(() => {
    if (!bins) return [];
    const sides = groups.map(({ id, shortName, position, columns }) => ({
      key: id ?? "",
      name: shortName,
      colour: sideColour(position),
      counts: counted(
        columns.flatMap(({ documentIds }) => documentIds.flatMap((doc) => days.get(doc) ?? [])),
        bins,
      ),
    }));
    const dated = events.flatMap(({ edtf }) => dayOf(edtf) ?? []);
    const told = { key: eventsKey, name: words.events, colour: "var(--soft)" };
    return [...sides, { ...told, counts: counted(dated, bins) }];
  }, [bins, groups, days, events]);
  const isNarrow = useNarrow();
  const withoutDay = [...days.values()].filter((day) => day === null).length;
  const body = (
    <>
      <p className="small soft">{words.about}</p>
      {bins && <Strips bins={bins} strips={strips} route={route} />}
      <Dates route={route} />
      {withoutDay > 0 && <p className="small soft">{words.withoutDay(withoutDay)}</p>}
      {bins && <Table bins={bins} strips={strips} />}
    </>
  );
  return (
    <section className="brush" aria-label={words.title}>
      {isNarrow ? (
        <details>
          <summary>{words.title}</summary>
          {body}
        </details>
      ) : (
        body
      )}
    </section>
  );
}

function Strips({ bins, strips, route }: { bins: Bins; strips: readonly Strip[]; route: Route }) {
  const [drawn, setDrawn] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const stretch = drawn ? stretchOfBins(drawn.from, drawn.to, bins) : stretchOf(route);
  const place = stretch && placeOf(stretch, bins);
  const binAt = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const at = Math.floor(((clientX - left) / Math.max(width, 1)) * bins.count);
    return Math.max(0, Math.min(bins.count - 1, at));
  };
  const rows = strips.length;
  // One scale for all sides; events have their own.
  const published = strips.flatMap(({ key, counts }) => (key === eventsKey ? [] : counts));
  return (
    <div className="strips">
      <ul aria-hidden="true">
        {strips.map(({ key, name, colour }) => (
          <li key={key} style={{ borderColor: colour }}>
            {name}
          </li>
        ))}
      </ul>
      <svg
        viewBox={`0 0 ${bins.count} ${rows}`}
        preserveAspectRatio="none"
        style={{ height: `${rows * stripRem}rem` }}
        role="img"
        aria-label={words.strip(words.bin(bins.binDays))}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn({ from: binAt(event), to: binAt(event) });
        }}
        onPointerMove={(event) => {
          if (drawn) setDrawn({ from: drawn.from, to: binAt(event) });
        }}
        onPointerUp={(event) => {
          if (drawn) refilter(route, { ...stretchOfBins(drawn.from, binAt(event), bins) });
          setDrawn(null);
        }}
        onPointerCancel={() => setDrawn(null)}
      >
        {place && (
          <rect
            className="marked"
            x={place.start01 * bins.count}
            width={(place.end01 - place.start01) * bins.count}
            y={0}
            height={rows}
          />
        )}
        {strips.map(({ key, counts, colour }, row) => {
          const highest = key === eventsKey ? most(counts) : most(published);
          return counts.map((n, at) => {
            const height = n === 0 ? 0 : Math.max(lowest01, (n / highest) * 0.86);
            return (
              n > 0 && (
                <rect
                  key={`${key} ${at}`}
                  x={at + 0.12}
                  width={0.76}
                  y={row + 1 - height}
                  height={height}
                  style={{ fill: colour }}
                />
              )
            );
          });
        })}
        {strips.map(({ key }, row) => (
          <line key={key} x1={0} x2={bins.count} y1={row + 1} y2={row + 1} />
        ))}
      </svg>
      <p className="axis soft small" aria-hidden="true">
        <span>{formatDate(bins.first)}</span>
        <span>{stretch && drawn ? `${dayName(stretch.from)} – ${dayName(stretch.to)}` : ""}</span>
        <span>{formatDate(plusDays(bins.first, bins.count * bins.binDays - 1))}</span>
      </p>
    </div>
  );
}

/** No side has an id with a space. */
const eventsKey = "all events";

function most(counts: readonly number[]): number {
  return counts.reduce((high, n) => Math.max(high, n), 1);
}

const dayName = (day: string | null) => formatDate(day);

/** Height of one strip. */
const stripRem = 1.7;
/** A bar is never lower than this part of its strip, so that one document among hundreds is seen. */
const lowest01 = 0.12;

/** The same without a pointer. */
function Dates({ route }: { route: Route }) {
  const { from, to } = stretchOf(route) ?? { from: null, to: null };
  return (
    <form
      key={`${from} ${to}`}
      className="dates"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        refilter(route, { from: dayGiven(given.get("from")), to: dayGiven(given.get("to")) });
      }}
    >
      <label>
        {words.from} <input type="date" name="from" defaultValue={from ?? ""} />
      </label>
      <label>
        {words.to} <input type="date" name="to" defaultValue={to ?? ""} />
      </label>
      <button type="submit">{words.mark}</button>
    </form>
  );
}

function dayGiven(value: FormDataEntryValue | null): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function Table({ bins, strips }: { bins: Bins; strips: readonly Strip[] }) {
  const rows = Array.from({ length: bins.count }, (_, at) => at);
  return (
    <details>
      <summary>{words.table}</summary>
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              {strips.map(({ key, name }) => (
                <th key={key} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((at) => strips.some(({ counts }) => (counts[at] ?? 0) > 0))
              .map((at) => (
                <tr key={at}>
                  <th scope="row">{formatDate(plusDays(bins.first, at * bins.binDays))}</th>
                  {strips.map(({ key, counts }) => (
                    <td key={key} className="number">
                      {formatNumber(counts[at] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
