import { useRef, useState } from "react";
import type { ClaimRow, Page } from "../../../serve/types.ts";
import { type ListFilter, useWindow } from "../../api/queries.ts";
import type { Range } from "../../parts/window.ts";

/** Rows asked for at once. */
const windowRows = 25;

/** The rows of a matrix, which come as they are looked at. */
export type Rows = {
  readonly count: number;
  /** Undefined while it comes. */
  readonly rowAt: (index: number) => ClaimRow | undefined;
  /** Tells which rows are looked at. */
  readonly see: (range: Range) => void;
};

/** The claims that a filter leaves, in windows. */
export function useRows(filter: ListFilter): {
  readonly rows: Rows;
  readonly page: Page<ClaimRow> | undefined;
  readonly error: Error | null;
} {
  const [windows, setWindows] = useState<readonly number[]>([0]);
  const queries = useWindow("claims", filter, windowRows, windows);
  const found = new Map(windows.map((window, at) => [window, queries[at]?.data]));
  const page = found.get(0) ?? queries.find(({ data }) => data)?.data;
  const before = useRef<Page<ClaimRow>>(undefined);
  if (page) before.current = page;
  const shown = page ?? before.current;
  return {
    page: shown,
    error: queries.find(({ error }) => error)?.error ?? null,
    rows: {
      count: shown?.found ?? 0,
      rowAt: (index) =>
        found.get(Math.floor(index / windowRows))?.rows[index % windowRows] ?? undefined,
      see: ({ first, end }) => {
        const from = Math.floor(first / windowRows);
        const to = Math.floor(Math.max(first, end - 1) / windowRows);
        const wanted = [0, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)];
        const next = [...new Set(wanted)];
        setWindows((now) => (now.join() === next.join() ? now : next));
      },
    },
  };
}

/** A single claim as the rows of a matrix. */
export function oneRow(row: ClaimRow): Rows {
  return { count: 1, rowAt: (index) => (index === 0 ? row : undefined), see: () => {} };
}
