import { overlaps, type Span } from "./span.ts";

/**
 * Makes a function that gives the items of `items` that overlap a span. The spans asked for must
 * come in order of their starts: all the answers together cost one walk, not one search each.
 */
export function createSweep<T extends Span>(items: readonly T[]): (span: Span) => readonly T[] {
  const sorted = [...items].sort((a, b) => a.start - b.start || a.end - b.end);
  let next = 0;
  let open: T[] = [];
  return (span) => {
    for (; next < sorted.length; next++) {
      const item = sorted[next];
      if (!item || item.start >= span.end) break;
      open.push(item);
    }
    // At most spans nothing is open, and no list is made.
    if (open.length === 0) return open;
    open = open.filter(({ end }) => end > span.start);
    return open.filter((item) => overlaps(item, span));
  };
}
