import { useState } from "react";
import type { Pages } from "../api/queries.ts";
import { formatNumber } from "./numbers.ts";

/**
 * Shows the first rows and says how many there are; the chosen row is always among them.
 * `selected` is its index, or -1.
 */
export function usePaged<T>(items: readonly T[], size: number, selected = -1) {
  const [pages, setPages] = useState(1);
  const shown = Math.min(items.length, Math.max(pages, Math.ceil((selected + 1) / size)) * size);
  const more =
    items.length > size ? (
      <p className="paging">
        <span>
          {formatNumber(shown)} of {formatNumber(items.length)} shown
        </span>
        {shown < items.length && (
          <>
            <button type="button" onClick={() => setPages(Math.ceil(shown / size) + 1)}>
              Show {formatNumber(Math.min(size, items.length - shown))} more
            </button>
            <button type="button" onClick={() => setPages(Math.ceil(items.length / size))}>
              Show all
            </button>
          </>
        )}
      </p>
    ) : null;
  return { shown: items.slice(0, shown), more };
}

/** How much of a list is shown, and the button for its next page. */
export function More({ pages }: { pages: Pages<unknown> }) {
  const { rows, found, more } = pages;
  if (rows.length >= found) return null;
  return (
    <p className="paging">
      <span>
        {formatNumber(rows.length)} of {formatNumber(found)} shown
      </span>
      <button type="button" disabled={more === null} onClick={() => more?.()}>
        Show more
      </button>
    </p>
  );
}
