/** Something to place on a line: where it starts and ends, and how long its label is, in pixels. */
export type Placeable = { readonly x0: number; readonly x1: number; readonly label: number };

/** Where a label stands: after its mark, before it, or on it where neither side has room. */
export type LabelPlace = "after" | "before" | "on";

export type Placed<T> = { readonly item: T; readonly row: number; readonly place: LabelPlace };

/** Space kept free between two things on one row, pixels. */
const gapPixels = 12;

/**
 * Puts each thing on the first row where it and its label do not touch another. A label that
 * would leave the picture stands before its mark or on it. Sorts by start; O(n × rows).
 */
export function placeOnRows<T extends Placeable>(
  items: readonly T[],
  width: number,
  gap = gapPixels,
): Placed<T>[] {
  const ends: number[] = [];
  return [...items]
    .sort((a, b) => a.x0 - b.x0)
    .map((item) => {
      const { place, from, to } = stretchOf(item, width);
      let row = ends.findIndex((end) => end + gap <= from);
      if (row < 0) row = ends.length;
      ends[row] = to;
      return { item, row, place };
    });
}

/** The pixels that a thing takes with its label, and where the label stands. */
export function stretchOf(
  { x0, x1, label }: Placeable,
  width: number,
): { place: LabelPlace; from: number; to: number } {
  if (x1 + label <= width) return { place: "after", from: x0, to: x1 + label };
  if (x0 - label >= 0) return { place: "before", from: x0 - label, to: x1 };
  return { place: "on", from: x0, to: Math.max(x1, x0 + label) };
}
