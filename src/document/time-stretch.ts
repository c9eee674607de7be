import { type DayRange, daysOf } from "./edtf.ts";

/** A stretch of time that the user marked, in whole days (UTC), both ends in it; null leaves an end open. */
export type TimeStretch = DayRange;

/** `unknown`: without a date, or with one that does not tell on which side of an end it lies. */
export type InStretch = "in" | "out" | "unknown";

/** The stretch between two ISO days, whichever comes first; null where neither is a day. */
export function timeStretch(
  one: string | undefined,
  other: string | undefined,
): TimeStretch | null {
  const [from, to] = [dayIn(one), dayIn(other)];
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}

function dayIn(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/**
 * Was something of this EDTF date published in the stretch? Only days that all lie in it are in it: of
 * "May 2031" it is not known whether it was from the 3rd to the 6th.
 */
export function publishedIn(published: string | null, stretch: TimeStretch): InStretch {
  const days = published === null ? null : daysOf(published);
  if (days === null || days.from === null || days.to === null) return "unknown";
  if (!meets(days, stretch)) return "out";
  const isWithin =
    (stretch.from === null || days.from >= stretch.from) &&
    (stretch.to === null || days.to <= stretch.to);
  return isWithin ? "in" : "unknown";
}

/** Can something of these days have happened in the stretch? Of no known year it is never said. */
export function datedIn(days: DayRange, stretch: TimeStretch): boolean {
  return (days.from !== null || days.to !== null) && meets(days, stretch);
}

function meets(days: DayRange, { from, to }: TimeStretch): boolean {
  return (
    (days.to === null || from === null || days.to >= from) &&
    (days.from === null || to === null || days.from <= to)
  );
}
