/** First and last day a date can mean, as ISO days; null at an open or unknown end. */
export type DayRange = { readonly from: string | null; readonly to: string | null };

const plainDay = /^\d{4}-\d\d-\d\d$/;

/**
 * The days that an EDTF date (ISO 8601-2: year, month, day, season 21–24, decade `198X`, century
 * `19XX`, interval `a/b` with `..` or nothing as an open end, `~`, `?`, `%`) or an instant can
 * mean; null when it is none of these.
 */
export function daysOf(edtf: string): DayRange | null {
  // Most dates are a plain day.
  if (edtf.length === 10 && plainDay.test(edtf)) return { from: edtf, to: edtf };
  const slash = edtf.indexOf("/");
  if (slash >= 0) {
    const first = edtf.slice(0, slash);
    const last = edtf.slice(slash + 1);
    const from = isOpen(first) ? { from: null, to: null } : daysOf(first);
    const to = isOpen(last) ? { from: null, to: null } : daysOf(last);
    return from && to ? { from: from.from, to: to.to } : null;
  }
  const plain = edtf.replace(/[~?%]/g, "").replace(/T.*$/, "");
  const match = /^(-?\d{2}(?:\d\d|\dX|XX))(?:-(\d\d))?(?:-(\d\d))?$/.exec(plain);
  if (!match) return null;
  const [, year = "", month, day] = match;
  const low = year.replaceAll("X", "0");
  const high = year.replaceAll("X", "9");
  if (month === undefined) return { from: `${low}-01-01`, to: `${high}-12-31` };
  if (day !== undefined) return { from: `${low}-${month}-${day}`, to: `${high}-${month}-${day}` };
  const number = Number(month);
  if (number >= 21 && number <= 24) return season(Number(low), number);
  if (number < 1 || number > 12) return null;
  return { from: `${low}-${month}-01`, to: `${high}-${month}-${lastDay(Number(high), number)}` };
}

function isOpen(end: string): boolean {
  return end === "" || end === "..";
}

/** Northern seasons: spring March–May, summer June–August, autumn September–November, winter December–February. */
function season(year: number, code: number): DayRange {
  if (code === 24) return { from: `${year}-12-01`, to: `${year + 1}-02-${lastDay(year + 1, 2)}` };
  const first = 3 * (code - 20);
  const last = first + 2;
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${lastDay(year, last)}` };
}

function lastDay(year: number, month: number): string {
  return pad(new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
