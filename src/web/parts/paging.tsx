import { useState } from "react";
import type { Pages } from "../api/queries.ts";
import { texts } from "../texts.ts";
import { formatNumber } from "./numbers.ts";

const words = texts.shared;

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
        <span>{words.shown(formatNumber(shown), formatNumber(items.length))}</span>
        {shown < items.length && (
          <>
            <button type="button" onClick={() => setPages(Math.ceil(shown / size) + 1)}>
              {words.showMore(formatNumber(Math.min(size, items.length - shown)))}
            </button>
            <button type="button" onClick={() => setPages(Math.ceil(items.length / size))}>
              {words.showAll}
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
      <span>{words.shown(formatNumber(rows.length), formatNumber(found))}</span>
      <button type="button" disabled={more === null} onClick={() => more?.()}>
        {words.showNext}
      </button>
    </p>
  );
}
