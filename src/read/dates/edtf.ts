/** A day, month or year of the calendar, as far as it is known. */
export type Point = { readonly year: number; readonly month?: number; readonly day?: number };

/** The point as EDTF level 0: 1992, 1992-02, 1992-02-26. */
export function edtfOf({ year, month, day }: Point): string {
  const parts = [String(year).padStart(4, "0")];
  if (month !== undefined) parts.push(two(month));
  if (month !== undefined && day !== undefined) parts.push(two(day));
  return parts.join("-");
}

export function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** The first point of an EDTF string or instant, or null where it names none ("XXXX-05-02"). */
export function pointOf(edtf: string | null): Point | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf ?? "");
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (month === undefined || month < 1 || month > 12) return { year };
  return day === undefined || !isDay(year, month, day) ? { year, month } : { year, month, day };
}

export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The whole day `days` later (or earlier). */
export function addDays(point: Required<Point>, days: number): Required<Point> {
  const date = new Date(Date.UTC(point.year, point.month - 1, point.day + days));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

export function addMonths(
  point: { year: number; month: number },
  months: number,
): { year: number; month: number } {
  const index = point.year * 12 + point.month - 1 + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(point: Required<Point>): number {
  return new Date(Date.UTC(point.year, point.month - 1, point.day)).getUTCDay();
}

export function isWholeDay(point: Point | null): point is Required<Point> {
  return point?.month !== undefined && point.day !== undefined;
}
