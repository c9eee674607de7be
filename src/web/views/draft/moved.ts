/** A stretch of a text, half-open, in UTF-16 code units. */
export type Stretch = { readonly start: number; readonly end: number };

/** What was changed between two texts: all of the one from `start` to `end` became what is `length` long. */
export type Edit = Stretch & { readonly length: number };

/** The one stretch outside which two texts are the same. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same++;
  return { start, end: before.length - same, length: after.length - same - start };
}

/**
 * Where a stretch stands after an edit; null where the edit changed its words. So notes stay beside
 * their words while the next answer is on its way.
 */
export function moved(stretch: Stretch, edit: Edit): Stretch | null {
  const by = edit.length - (edit.end - edit.start);
  if (stretch.end <= edit.start) return stretch;
  if (stretch.start >= edit.end) return { start: stretch.start + by, end: stretch.end + by };
  return null;
}
