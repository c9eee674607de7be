import { useState } from "react";
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
