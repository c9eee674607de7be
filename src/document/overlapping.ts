import { firstStarting, overlaps, type Span } from "./span.ts";

/**
 * Makes the function that gives the items that share something with a span, in the order of their
 * starts; spans may be asked in any order. A question takes O(log n + items that begin within the
 * length of the longest one before the span).
 */
export function createOverlapping<T extends Span>(items: readonly T[]): (span: Span) => T[] {
  const sorted = [...items].sort((a, b) => a.start - b.start || a.end - b.end);
  let longest = 0;
  for (const { start, end } of sorted) longest = Math.max(longest, end - start);
  return (span) => {
    const found: T[] = [];
    for (let at = firstStarting(sorted, span.start - longest); at < sorted.length; at++) {
      const item = sorted[at] as T;
      if (item.start >= span.end) break;
      if (overlaps(item, span)) found.push(item);
    }
    return found;
  };
}
