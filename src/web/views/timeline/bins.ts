import { daysBetween, daysOf } from "../../../document/edtf.ts";
import type { TimeStretch } from "../../../document/time-stretch.ts";

/** Days in bins of the same length: where they start, how long each is and how many there are. */
export type Bins = { readonly first: string; readonly binDays: number; readonly count: number };

/** More bars than this are not told apart. */
const mostBins = 120;
const lengths = [1, 7, 28, 91, 365, 3652];

/** The one day that a date means; null where it means several or none. */
export function dayOf(edtf: string | null): string | null {
  const days = edtf === null ? null : daysOf(edtf);
  return days !== null && days.from === days.to ? days.from : null;
}

/** Bins over these days, with one to spare at both ends; null where there are none. */
export function binsOf(days: readonly string[]): Bins | null {
  let [low, high] = [days[0], days[0]];
  for (const day of days) {
    if (low === undefined || day < low) low = day;
    if (high === undefined || day > high) high = day;
  }
  if (low === undefined || high === undefined) return null;
  const span = daysBetween(low, high) + 1;
  const binDays = lengths.find((length) => span / length <= mostBins) ?? Math.ceil(span / mostBins);
  return { first: plusDays(low, -binDays), binDays, count: Math.ceil(span / binDays) + 2 };
}

/** How many of the days fall into each bin. */
export function counted(days: readonly string[], { first, binDays, count }: Bins): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const day of days) {
    const at = Math.floor(daysBetween(first, day) / binDays);
    if (at >= 0 && at < count) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** From the first day of one bin to the last day of another, whichever comes first. */
export function stretchOfBins(a: number, b: number, { first, binDays }: Bins) {
  return {
    from: plusDays(first, Math.min(a, b) * binDays),
    to: plusDays(first, (Math.max(a, b) + 1) * binDays - 1),
  };
}

/** Where a stretch stands among the bins, as shares of their width; null where it is beyond them. */
export function placeOf(
  { from, to }: TimeStretch,
  { first, binDays, count }: Bins,
): { readonly start01: number; readonly end01: number } | null {
  const at = (day: string, more: number) =>
    Math.min(1, Math.max(0, (daysBetween(first, day) + more) / (binDays * count)));
  const start01 = from === null ? 0 : at(from, 0);
  const end01 = to === null ? 1 : at(to, 1);
  return end01 > start01 ? { start01, end01 } : null;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
