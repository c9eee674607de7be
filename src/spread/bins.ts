/** Bins of one length that hold a stretch of time, from a whole bin on (UTC). */
export type Bins = {
  readonly startSeconds: number;
  readonly binSeconds: number;
  readonly bins: number;
};

const hour = 3600;
/** Lengths of a bin that a reader knows: hours, parts of a day, days, weeks, four weeks. */
const lengths = [1, 2, 3, 6, 12, 24, 48, 168, 672].map((hours) => hours * hour);

/** The shortest bins, of an hour or more, of which so many at most hold the stretch. */
export function binsOf(firstSeconds: number, lastSeconds: number, most: number): Bins {
  for (let at = 0; ; at++) {
    const binSeconds = lengths[at] ?? (lengths.at(-1) ?? hour) * 2 ** (at - lengths.length + 1);
    const startSeconds = Math.floor(firstSeconds / binSeconds) * binSeconds;
    const bins = Math.floor((lastSeconds - startSeconds) / binSeconds) + 1;
    if (bins <= most) return { startSeconds, binSeconds, bins };
  }
}

/** Counts of hours, put into longer bins. */
export function binned(
  hours: readonly { readonly startSeconds: number; readonly pairs: number }[],
  { startSeconds, binSeconds, bins }: Bins,
): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const hour of hours) {
    const bin = Math.floor((hour.startSeconds - startSeconds) / binSeconds);
    counts[bin] = (counts[bin] ?? 0) + hour.pairs;
  }
  return counts;
}
