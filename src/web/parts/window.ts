/** A stretch of rows or columns, half-open. */
export type Range = { readonly first: number; readonly end: number };

/**
 * Which of `count` rows of `size` pixels a window shows that begins at `offset`, with `spare` ones on
 * both sides. It moves in steps of `spare`, so that little scrolling draws nothing anew.
 */
export function rangeOf(
  { offset, length }: { readonly offset: number; readonly length: number },
  size: number,
  count: number,
  spare: number,
): Range {
  const seen = Math.max(0, Math.floor(offset / size));
  const last = Math.ceil((offset + Math.max(0, length)) / size);
  const first = Math.min(Math.max(0, Math.floor(seen / spare) * spare - spare), count);
  return { first, end: Math.max(first, Math.min(count, Math.ceil(last / spare) * spare + spare)) };
}

/** Where a window must begin to show a row whole; where it begins already, if it does. */
export function offsetShowing(
  { offset, length }: { readonly offset: number; readonly length: number },
  size: number,
  at: number,
): number {
  const start = at * size;
  if (start < offset) return start;
  return start + size > offset + length ? Math.max(0, start + size - length) : offset;
}

/** A place in a grid: column -1 is the head of the row. */
export type Place = { readonly row: number; readonly column: number };

/** Where a key leads in a grid of so many rows and columns; null for a key that leads nowhere. */
export function moved(
  place: Place,
  { key, withControl }: { readonly key: string; readonly withControl: boolean },
  {
    rows,
    columns,
    page,
  }: { readonly rows: number; readonly columns: number; readonly page: number },
): Place | null {
  const { row, column } = place;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.min(Math.max(0, nextRow), Math.max(0, rows - 1)),
    column: Math.min(Math.max(-1, nextColumn), columns - 1),
  });
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    case "Home":
      return to(withControl ? 0 : row, -1);
    case "End":
      return to(withControl ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}
