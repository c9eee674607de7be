/** A stretch of text with everything that lies on it. */
export type Segment<T> = {
  readonly start: number;
  readonly end: number;
  readonly on: readonly T[];
};

/**
 * Cuts [start, end) wherever a piece begins or ends. The segments tile the stretch; overlapping and
 * nested pieces are all kept. O(n log n + n × depth).
 */
export function segmentsOf<T extends { readonly start: number; readonly end: number }>(
  start: number,
  end: number,
  pieces: readonly T[],
): Segment<T>[] {
  const inside = pieces.filter(
    (piece) => piece.start < end && start < piece.end && piece.start < piece.end,
  );
  const cuts = [...new Set([start, end, ...inside.flatMap((piece) => [piece.start, piece.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b);
  const waiting = [...inside].sort((a, b) => a.start - b.start);
  let next = 0;
  let active: T[] = [];
  const segments: Segment<T>[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    active = active.filter((piece) => piece.end > from);
    for (let piece = waiting[next]; piece && piece.start <= from; piece = waiting[++next])
      active.push(piece);
    segments.push({ start: from, end: to, on: [...active] });
  }
  return segments;
}

/** Longest page of a document in the reader, UTF-16 code units. */
const pageUnits = 60_000;

/** Groups paragraphs into pages; a longer paragraph is a page by itself, cut when far too long. */
export function pagesOf<P extends { readonly start: number; readonly end: number }>(
  paragraphs: readonly P[],
  longest = pageUnits,
): { start: number; end: number }[][] {
  const pages: { start: number; end: number }[][] = [];
  let page: { start: number; end: number }[] = [];
  for (const paragraph of paragraphs)
    for (let start = paragraph.start; start < paragraph.end; start += longest) {
      const part = { start, end: Math.min(paragraph.end, start + longest) };
      const first = page[0];
      if (first && part.end - first.start > longest) {
        pages.push(page);
        page = [];
      }
      page.push(part);
    }
  if (page.length > 0) pages.push(page);
  return pages;
}
