/** English month names, from the calendar of the runtime: `january` → 1, `jan` → 1. */
const months = new Map<string, number>();
for (let month = 0; month < 12; month++) {
  for (const form of ["long", "short"] as const) {
    const name = new Intl.DateTimeFormat("en", { month: form, timeZone: "UTC" });
    months.set(name.format(new Date(Date.UTC(2000, month, 1))).toLowerCase(), month + 1);
  }
}
months.set("sept", 9);

const monthNames = [...months.keys()].sort((a, b) => b.length - a.length).join("|");
const dayMonthYear = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s.-]+(${monthNames})\\b[\\s.,-]+(\\d{4})\\b`,
  "i",
);
const monthDayYear = new RegExp(
  `\\b(${monthNames})\\b\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})\\b`,
  "i",
);
const isoDay = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/;

export type WrittenDate = { readonly edtf: string; readonly start: number; readonly end: number };

/**
 * The first full date in a line: `February 24, 2021`, `4 May 2031`, `2031-05-04`. Dates of figures
 * only (04/05/2031) mean different days in different countries and are left alone.
 */
export function writtenDate(line: string): WrittenDate | null {
  const dmy = dayMonthYear.exec(line);
  if (dmy) return found(dmy, dmy[3], months.get((dmy[2] ?? "").toLowerCase()), dmy[1]);
  const mdy = monthDayYear.exec(line);
  if (mdy) return found(mdy, mdy[3], months.get((mdy[1] ?? "").toLowerCase()), mdy[2]);
  const iso = isoDay.exec(line);
  return iso ? found(iso, iso[1], Number(iso[2]), iso[3]) : null;
}

function found(
  match: RegExpExecArray,
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
): WrittenDate | null {
  const edtf = isoDayOf(Number(year), month ?? 0, Number(day));
  return edtf === null ? null : { edtf, start: match.index, end: match.index + match[0].length };
}

/** `YYYY-MM-DD`, or null when there is no such day or the year is not of the press's age. */
export function isoDayOf(year: number, month: number, day: number): string | null {
  if (!(year >= 1500 && year <= 2199)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/**
 * A machine-written date (JSON-LD, meta, `<time>`) as EDTF or UTC instant: `2031-05-04`,
 * `2031-05`, `2031`, `2031-05-04T08:30:00Z`. A time without its zone gives the day only.
 */
export function machineDate(raw: string): string | null {
  const value = raw.trim();
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i.exec(
      value,
    );
  if (!match) return writtenDate(value.slice(0, 100))?.edtf ?? null;
  const [, year, month, day, time, zone] = match;
  if (!month) return isoDayOf(Number(year), 1, 1) && (year ?? null);
  if (!day) return isoDayOf(Number(year), Number(month), 1) && `${year}-${month}`;
  const edtf = isoDayOf(Number(year), Number(month), Number(day));
  if (!edtf || !time || !zone) return edtf;
  const colon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const instant = new Date(`${edtf}T${time.length === 5 ? `${time}:00` : time}${colon}`);
  return Number.isNaN(instant.getTime()) ? edtf : instant.toISOString().replace(".000Z", "Z");
}

/** Non-empty lines at the top and at the bottom where a line of publication may stand. */
const topLines = 12;
const bottomLines = 6;
/** Longest line that can be a line of publication, and most characters of it beside the date. */
const longestDateLine = 100;
const mostBeside = 60;

/**
 * The date of publication as a line of its own near the top or the bottom says it:
 *
 *     Published on 4 May 2031, 10:15 | By Ina Dorn
 *                  ^^^^^^^^^^
 * or as the line begins with a place and the day, as agencies print it (`datelineDate`). Null where
 * no such line is there, or where lines at the top give different days.
 */
export function visibleDate(text: string): string | null {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((line) => line.trim());
  const top = dateLines(lines.slice(0, topLines));
  if (top !== undefined) return top;
  for (const line of lines.slice(0, topLines)) {
    const day = datelineDate(line);
    if (day) return day;
  }
  const tail = text
    .slice(-8000)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((line) => line.trim());
  return dateLines(tail.slice(-bottomLines)) ?? null;
}

/** Characters at the start of a line within which an agency's dateline ends. */
const longestDateline = 160;

/**
 * The day of an agency's dateline, with which a line begins: a place in capitals, the day, a dash.
 *
 *     LOWER TARN, April 14, 2032 (Northwire) - The water rose overnight.
 *                 ^^^^^^^^^^^^^^
 */
export function datelineDate(line: string): string | null {
  const opening = line.trim().slice(0, longestDateline);
  const date = writtenDate(opening);
  if (!date) return null;
  const isPlace = /^\p{Lu}[\p{Lu} .'’/-]{1,39},(?: ?\p{Lu}[\p{L}. ]{1,29},?)?\s*$/u;
  const isEnd = /^,?\s*(?:\([^()]{1,40}\)\s*)?[-–—]{1,2}\s/;
  if (!isPlace.test(opening.slice(0, date.start))) return null;
  return isEnd.test(opening.slice(date.end)) ? date.edtf : null;
}

/** The day that the date lines agree on; undefined for no date line, null where they differ. */
function dateLines(lines: readonly string[]): string | null | undefined {
  const found: { edtf: string; changed: boolean }[] = [];
  for (const raw of lines) {
    const line = raw
      .replaceAll("\u00a0", " ")
      .replace(/[*_#>]/g, " ")
      .trim();
    if (line.length > longestDateLine) continue;
    const date = writtenDate(line);
    if (!date) continue;
    const beside = `${line.slice(0, date.start)} ${line.slice(date.end)}`.trim();
    if (beside.length > mostBeside || !isDateLine(beside)) continue;
    found.push({
      edtf: date.edtf,
      changed: /\b(updated|modified|edited|accessed)\b/i.test(beside),
    });
  }
  if (found.length === 0) return undefined;
  const first = found.filter((line) => !line.changed);
  const days = new Set((first.length ? first : found).map((line) => line.edtf));
  return days.size === 1 ? ([...days][0] as string) : null;
}

/**
 * What stands beside the date must not read as a sentence: only capitalised words, times and the
 * words of such lines.
 */
function isDateLine(beside: string): boolean {
  return beside
    .split(/[\s,|·•–—/()-]+/)
    .every(
      (word) => /^$|^[\p{Lu}\d:.]/u.test(word) || dateLineWords.has(word.replace(/[.:]$/, "")),
    );
}

const dateLineWords = new Set(
  "published posted updated modified edited first last released issued dated date on at by of and from the in am pm a.m p.m min read".split(
    " ",
  ),
);

/** The day in a URL's path: `/2031/05/04/`, `/2031-05-04-`. */
export function urlDate(url: string): string | null {
  const match = /[/_-](\d{4})[/-](\d{2})[/-](\d{2})(?=[/_.-]|$)/.exec(url);
  return match ? isoDayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The ISO day in a file's name: `2031-05-04-collision.txt`. */
export function fileNameDate(file: string): string | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const match = /(?:^|[^\d])(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(name);
  return match ? isoDayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
