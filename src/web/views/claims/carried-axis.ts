import { daysOf } from "../../../document/edtf.ts";
import type { CarriedClaim } from "../../../serve/types.ts";

/** A stretch of the axis, in shares of its length. */
export type Place = { readonly from01: number; readonly width01: number };

export type Axis = {
  /** The first and the last day, in seconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly day: string; readonly at01: number }[];
};

const daySeconds = 86_400;
const mostTicks = 6;

/** The days on which posts or articles said a claim; null where no time is told at all. */
export function axisOf({ days, articles }: Pick<CarriedClaim, "days" | "articles">): Axis | null {
  const told = [
    ...days.map(({ day }) => secondsOf(day)),
    ...articles.flatMap(({ published }) => {
      const range = published === null ? null : daysOf(published);
      // A month or a year would stretch the axis without telling when.
      return range?.from && range.from === range.to ? [secondsOf(range.from)] : [];
    }),
  ];
  if (told.length === 0) return null;
  const from = told.reduce((least, one) => Math.min(least, one));
  const to = told.reduce((most, one) => Math.max(most, one)) + daySeconds;
  const count = Math.round((to - from) / daySeconds);
  const step = Math.max(1, Math.ceil(count / mostTicks));
  const ticks = Array.from({ length: Math.ceil(count / step) }, (_, at) => {
    const start = from + at * step * daySeconds;
    return { day: dayOf(start), at01: (start - from) / (to - from) };
  });
  return { from, to, ticks };
}

/** Where a day, or the time of an instant, stands; null for what is wider than a day. */
export function placeOf({ from, to }: Axis, published: string): Place | null {
  const length = to - from;
  const instant = published.includes("T") ? Date.parse(published) / 1000 : Number.NaN;
  if (!Number.isNaN(instant)) return { from01: (instant - from) / length, width01: 0 };
  const range = daysOf(published);
  if (!range?.from || range.from !== range.to) return null;
  return { from01: (secondsOf(range.from) - from) / length, width01: daySeconds / length };
}

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** The largest unit of which there are two or more: 44,940 seconds are 12 hours. */
export function unitsOf(seconds: number): { readonly value: number; readonly unit: Unit } {
  for (const [unit, length] of units)
    if (seconds >= 2 * length) return { value: Math.floor(seconds / length), unit };
  return { value: Math.round(seconds), unit: "second" };
}

export type Unit = "day" | "hour" | "minute" | "second";
const units = [
  ["day", daySeconds],
  ["hour", 3600],
  ["minute", 60],
] as const;
