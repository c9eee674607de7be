import {
  type KeyboardEvent,
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ClaimRow } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import type { Route } from "../../parts/route.ts";
import { type Column, type Group, sideColour } from "../../parts/sides.ts";
import { moved, offsetShowing, type Place, type Range, rangeOf } from "../../parts/window.ts";
import { texts } from "../../texts.ts";
import { partReader } from "./columns.ts";
import { ClaimHead } from "./head.tsx";
import type { Rows } from "./rows.ts";
import { SourceCell } from "./source-cell.tsx";

/** Pixels: what is drawn is reckoned from them, so the style sheet is told them. */
const rowPixels = 104;
/** Columns are wider where the sources leave room. */
const leastColumnPixels = 96;
const mostColumnPixels = 180;
const headPixels = 352;
const narrowHeadPixels = 224;
/** Narrower windows have less room for the claim. */
const narrowBelowPixels = 1000;
const sideRowPixels = 34;
const sourceRowPixels = 66;
/** Rows and columns that are drawn beyond what is seen, and the step by which that changes. */
const spareRows = 4;
const spareColumns = 3;
/** Rows above the claims: sides and sources. */
const headRows = 2;

type View = { top: number; left: number; width: number; height: number };

/** Where each list of claims was left, for whoever comes back to it. */
const leftAt = new Map<string, { readonly view: View; readonly place: Place }>();

/**
 * Rows are claims, columns are sources grouped by side, each cell what the source does. Only what is
 * in view is drawn, so that thousands of claims by hundreds of sources scroll as few do.
 */
export function Matrix({
  rows,
  route,
  label,
  name,
}: {
  rows: Rows;
  route: Route;
  label: string;
  /** Names the list of claims: another one starts at its top. */
  name: string;
}) {
  const { groups, columns } = useCase();
  const lookup = useCase();
  const partOf = useMemo(() => partReader(lookup), [lookup]);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 1200, height: 800 });
  const [place, setPlace] = useState<Place>({ row: 0, column: -1 });
  const wantsFocus = useRef(false);
  const headWidth = view.width < narrowBelowPixels ? narrowHeadPixels : headPixels;
  const columnPixels = Math.min(
    mostColumnPixels,
    Math.max(leastColumnPixels, Math.floor((view.width - headWidth) / columns.length)),
  );
  const seen = {
    rows: { offset: view.top, length: view.height - sideRowPixels - sourceRowPixels },
    columns: { offset: view.left, length: view.width - headWidth },
  };
  const shown = rangeOf(seen.rows, rowPixels, rows.count, spareRows);
  const across = rangeOf(seen.columns, columnPixels, columns.length, spareColumns);

  const look = useCallback(() => {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = box.current ?? document.body;
    setView({ top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight });
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = leftAt.get(name);
    element.scrollTop = before?.view.top ?? 0;
    element.scrollLeft = before?.view.left ?? element.scrollLeft;
    setPlace(before?.place ?? { row: 0, column: -1 });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [name, look]);
  useEffect(() => {
    leftAt.set(name, { view, place });
  }, [name, view, place]);
  const { see } = rows;
  useEffect(() => {
    see({ first: shown.first, end: shown.end });
  });
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-place="${keyOf(place)}"] a`);
    if (link) wantsFocus.current = false;
    (link ?? box.current)?.focus({ preventScroll: true });
  });

  const goTo = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(seen.rows.length / rowPixels) - 1);
    const next = moved(
      place,
      { key: event.key, withControl: event.ctrlKey },
      { rows: rows.count, columns: columns.length, page },
    );
    if (!next || !box.current) return;
    event.preventDefault();
    wantsFocus.current = true;
    setPlace(next);
    box.current.scrollTop = offsetShowing(seen.rows, rowPixels, next.row);
    if (next.column >= 0)
      box.current.scrollLeft = offsetShowing(seen.columns, columnPixels, next.column);
    look();
  };
  const isDrawn =
    shown.first <= place.row &&
    place.row < shown.end &&
    (place.column === -1 || (across.first <= place.column && place.column < across.end));
  const stop = isDrawn ? place : { row: Math.ceil(seen.rows.offset / rowPixels), column: -1 };
  const before = across.first * columnPixels;
  const after = (columns.length - across.end) * columnPixels;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the grid within
    <div
      ref={box}
      className="matrix-box"
      tabIndex={-1}
      onScroll={look}
      onKeyDown={goTo}
      onFocus={(event) => {
        const at = event.target.closest("[data-place]")?.getAttribute("data-place");
        if (at) setPlace(placeOf(at));
      }}
    >
      <table
        className="matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in by keys
        role="grid"
        aria-label={label}
        aria-rowcount={rows.count + headRows}
        aria-colcount={columns.length + 1}
        style={{
          width: headWidth + columns.length * columnPixels,
          "--row": `${rowPixels}px`,
          "--side-row": `${sideRowPixels}px`,
          "--source-row": `${sourceRowPixels}px`,
        }}
      >
        <colgroup>
          <col style={{ width: headWidth }} />
          {before > 0 && <col style={{ width: before }} />}
          {columns.slice(across.first, across.end).map(({ id }) => (
            <col key={id} style={{ width: columnPixels }} />
          ))}
          {after > 0 && <col style={{ width: after }} />}
        </colgroup>
        <Heads
          groups={groups}
          columns={columns}
          first={across.first}
          end={across.end}
          headWidth={headWidth}
        />
        <tbody>
          <Spare rows={shown.first} />
          {Array.from({ length: shown.end - shown.first }, (_, at) => {
            const index = shown.first + at;
            const row = rows.rowAt(index);
            return (
              <Row
                key={row?.id ?? index}
                row={row}
                index={index}
                columns={columns}
                first={across.first}
                end={across.end}
                partOf={partOf}
                stop={stop.row === index ? stop.column : null}
                route={route}
              />
            );
          })}
          <Spare rows={rows.count - shown.end} />
        </tbody>
      </table>
    </div>
  );
}

/** The room of rows that are not drawn. */
function Spare({ rows }: { rows: number }) {
  if (rows === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true" style={{ height: rows * rowPixels }}>
      <td />
    </tr>
  );
}

const keyOf = ({ row, column }: Place) => `${row}:${column}`;

function placeOf(key: string): Place {
  const [row = 0, column = -1] = key.split(":").map(Number);
  return { row, column };
}

type Across = Range & { readonly columns: readonly Column[] };

/** Sides and sources, over the columns that are drawn. */
const Heads = memo(function Heads({
  groups,
  columns,
  first,
  end,
  headWidth,
}: Across & { groups: readonly Group[]; headWidth: number }) {
  let start = 0;
  const sides = groups.map((group) => {
    const from = start;
    start += group.columns.length;
    return { group, span: Math.min(end, start) - Math.max(first, from) };
  });
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className="claim corner" />
        {first > 0 && <td aria-hidden="true" />}
        {sides.map(
          ({ group, span }) =>
            span > 0 && (
              <th
                key={group.id ?? "unaligned"}
                colSpan={span}
                scope="colgroup"
                className="side-head"
                style={{ "--side": sideColour(group.position) }}
                title={group.name}
              >
                <span>
                  <b style={{ left: headWidth + 6 }} dir="auto">
                    {group.shortName}
                  </b>
                </span>
              </th>
            ),
        )}
        {end < columns.length && <td aria-hidden="true" />}
      </tr>
      <tr aria-rowindex={2}>
        <th scope="col" className="claim" aria-colindex={1}>
          {texts.claims.claim}
        </th>
        {first > 0 && <td aria-hidden="true" />}
        {columns.slice(first, end).map((column, at) => (
          <th
            key={column.id}
            scope="col"
            aria-colindex={first + at + 2}
            className={startsGroup(columns, first + at) ? "source-head first" : "source-head"}
            title={column.name}
          >
            <span dir="auto">{column.name}</span>
            {column.documentIds.length > 1 && (
              <small>{texts.claims.documents(column.documentIds.length)}</small>
            )}
          </th>
        ))}
        {end < columns.length && <td aria-hidden="true" />}
      </tr>
    </thead>
  );
});

/** One claim over the columns that are drawn. `stop` is the column that the Tab key leads to, if any. */
const Row = memo(function Row({
  row,
  index,
  columns,
  first,
  end,
  partOf,
  stop,
  route,
}: Across & {
  row: ClaimRow | undefined;
  index: number;
  partOf: ReturnType<typeof partReader>;
  stop: number | null;
  route: Route;
}) {
  const isChosen = row !== undefined && route.path[0] === row.id;
  return (
    <tr aria-rowindex={index + headRows + 1} className={isChosen ? "chosen" : undefined}>
      <th scope="row" className="claim" data-place={`${index}:-1`} aria-colindex={1}>
        {row ? (
          <ClaimHead row={row} route={route} tabIndex={stop === -1 ? 0 : -1} />
        ) : (
          <span className="soft">{texts.claims.reading}</span>
        )}
      </th>
      {first > 0 && <td aria-hidden="true" />}
      {columns.slice(first, end).map((column, at) => (
        <td
          key={column.id}
          data-place={`${index}:${first + at}`}
          aria-colindex={first + at + 2}
          className={startsGroup(columns, first + at) ? "first" : undefined}
        >
          {row && (
            <Cell
              row={row}
              column={column}
              partOf={partOf}
              route={route}
              tabIndex={stop === first + at ? 0 : -1}
            />
          )}
        </td>
      ))}
      {end < columns.length && <td aria-hidden="true" />}
    </tr>
  );
});

/** Scrolling sideways draws only the cells that come into view. */
const Cell = memo(function Cell({
  partOf,
  ...cell
}: {
  row: ClaimRow;
  column: Column;
  partOf: ReturnType<typeof partReader>;
  route: Route;
  tabIndex: number;
}) {
  return <SourceCell {...cell} part={partOf(cell.row, cell.column)} />;
});

/** True for the first column of a side: it gets the dividing line. */
function startsGroup(columns: readonly Column[], index: number): boolean {
  return index === 0 || columns[index]?.side !== columns[index - 1]?.side;
}
