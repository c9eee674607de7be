/** Something to place on a line: where it starts and ends, and how long its label is, in pixels. */
export type Placeable = { readonly x0: number; readonly x1: number; readonly label: number };

export type Placed<T> = { readonly item: T; readonly row: number; readonly labelBefore: boolean };

/** Space kept free between two things on one row, pixels. */
const gapPixels = 12;

/**
 * Puts each thing on the first row where it and its label do not touch another. A label that
 * would leave the picture stands before its mark. Sorts by start; O(n × rows).
 */
export function placeOnRows<T extends Placeable>(items: readonly T[], width: number): Placed<T>[] {
  const ends: number[] = [];
  return [...items]
    .sort((a, b) => a.x0 - b.x0)
    .map((item) => {
      const labelBefore = item.x1 + item.label > width && item.x0 - item.label >= 0;
      const from = labelBefore ? item.x0 - item.label : item.x0;
      const to = labelBefore ? item.x1 : item.x1 + item.label;
      let row = ends.findIndex((end) => end + gapPixels <= from);
      if (row < 0) row = ends.length;
      ends[row] = to;
      return { item, row, labelBefore };
    });
}
