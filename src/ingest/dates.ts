import { monthOf } from "./months.ts";

export type WrittenDate = { readonly edtf: string; readonly start: number; readonly end: number };

/** A day as written: `year` is null where none is; two `readings` where day and month may be exchanged. */
export type WrittenDay = {
  readonly year: number | null;
  /** Month and day; day before month first. */
  readonly readings: readonly (readonly [month: number, day: number])[];
  readonly start: number;
  readonly end: number;
};

const ordinal = "(?:st|nd|rd|th|er|\\.|º)?";
const year = "((?:1[5-9]|20|21)\\d{2})(?!\\d)";
const word = "([\\p{L}\\p{M}]{3,12})";
const gap = "[\\s.,/–-]{0,3}";

type Form = readonly [pattern: RegExp, year: number | null, month: number | string, day: number];

/** How a day is written, the first that fits at a place: the numbers are groups of the pattern. */
const dayForms: readonly Form[] = [
  [/(?<![\d/.:-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-]?\d)/gu, 1, 3, 4],
  [/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu, 1, 2, 3],
  [
    new RegExp(
      `(?<![\\d:.])(\\d{1,2})${ordinal}${gap}(?:(?:of|de|d['’])\\s?)?${word}${gap}(?:de\\s)?${year}`,
      "gu",
    ),
    3,
    "2",
    1,
  ],
  [
    new RegExp(
      `(?<![\\p{L}])${word}\\.?\\s{1,3}(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?\\s?,?\\s{1,3}${year}`,
      "gu",
    ),
    3,
    "1",
    2,
  ],
  [new RegExp(`(?<!\\d)${year}[.,]?\\s{1,3}${word}\\.?\\s{1,3}(\\d{1,2})(?!\\d)`, "gu"), 1, "2", 3],
];
const figuresOnly = /(?<![\d/.:-])(\d{1,2})([/-]|\.\s?)(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|[.:]\d)/g;
const yearless: readonly Form[] = [
  [
    new RegExp(`(?<![\\d:.])(\\d{1,2})${ordinal}\\s{1,3}(?:of\\s)?${word}(?![\\p{L}])`, "gu"),
    null,
    "2",
    1,
  ],
  [
    new RegExp(`(?<![\\p{L}])${word}\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%])`, "gu"),
    null,
    "1",
    2,
  ],
];

/** All days of a line, from left to right, none over another; in any language of `monthOf`. */
export function writtenDays(line: string): WrittenDay[] {
  if (!/\d/.test(line)) return [];
  const found: WrittenDay[] = [];
  const add = (day: WrittenDay) => {
    if (!found.some(({ start, end }) => day.start < end && day.end > start)) found.push(day);
  };
  const read = (forms: readonly Form[]) => {
    for (const [pattern, yearAt, monthAt, dayAt] of forms)
      for (const match of line.matchAll(pattern)) {
        const month =
          typeof monthAt === "number"
            ? Number(match[monthAt])
            : monthOf(match[Number(monthAt)] ?? "");
        const year = yearAt === null ? null : Number(match[yearAt]);
        const day = Number(match[dayAt]);
        if (month === undefined || isoDayOf(year ?? 2000, month, day) === null) continue;
        add({
          year,
          readings: [[month, day]],
          start: match.index,
          end: match.index + match[0].length,
        });
      }
  };
  read(dayForms);
  for (const match of line.matchAll(figuresOnly)) {
    const [a, b] = [Number(match[1]), Number(match[3])];
    const year = match[4]?.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
    const readings = (
      [
        [b, a],
        [a, b],
      ] as const
    ).filter(
      ([month, day], index) =>
        isoDayOf(year, month, day) !== null &&
        (index === 0 || (a !== b && /[/-]/.test(match[2] ?? ""))),
    );
    if (readings.length === 0) continue;
    add({ year, readings, start: match.index, end: match.index + match[0].length });
  }
  read(yearless);
  return found.sort((x, y) => x.start - y.start);
}

/**
 * The first full date in a line: `February 24, 2021`, `4 May 2031`, `2031-05-04`. Dates of figures
 * only (04/05/2031) mean different days in different countries and are left alone.
 */
export function writtenDate(line: string): WrittenDate | null {
  for (const { year, readings, start, end } of writtenDays(line)) {
    const [reading] = readings;
    if (year === null || !reading || readings.length > 1) continue;
    const edtf = isoDayOf(year, reading[0], reading[1]);
    if (edtf) return { edtf, start, end };
  }
  return null;
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
  const value = raw
    .trim()
    .slice(0, 100)
    .replace(/^(\d{4})(\d{2})(\d{2})(?=T|$)/, "$1-$2-$3")
    .replace(/T(\d{2})(\d{2})(\d{2})?(?=Z|[+-]|$)/, (_, h, m, s = "00") => `T${h}:${m}:${s}`);
  if (/^1?\d{9}(?:\d{3})?$/.test(value)) return instantOf(Number(value));
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?)?$/i.exec(
      value,
    );
  if (!match) return writtenDate(value)?.edtf ?? null;
  const [, year, month, day, time, zone] = match;
  if (!month) return isoDayOf(Number(year), 1, 1) && (year ?? null);
  if (!day) return isoDayOf(Number(year), Number(month), 1) && `${year}-${month}`;
  const edtf = isoDayOf(Number(year), Number(month), Number(day));
  if (!edtf || !time || !zone) return edtf;
  const colon = /^[+-]\d{4}$/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(3)}`
    : zone.replace(/^(?:UTC|GMT)$/i, "Z");
  const instant = new Date(`${edtf}T${time.length === 5 ? `${time}:00` : time}${colon}`);
  return Number.isNaN(instant.getTime()) ? edtf : instant.toISOString().replace(".000Z", "Z");
}

/** Seconds or milliseconds since 1970 as an instant. */
function instantOf(count: number): string {
  return new Date(count < 1e11 ? count * 1000 : count).toISOString().replace(/\.\d{3}Z$/, "Z");
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

/** The day in a URL's path: `/2031/05/04/`, `/2031/may/04/`, `/2031-05-04-`. */
export function urlDate(url: string): string | null {
  const match = /[/_-](\d{4})[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/_.-]|$)/i.exec(url);
  if (!match) return null;
  const month = /^\d/.test(match[2] ?? "") ? Number(match[2]) : (monthOf(match[2] ?? "") ?? 0);
  return isoDayOf(Number(match[1]), month, Number(match[3]));
}

/** The month in a URL's path, `/2031/05/`, else its year, `/2031/`; null where there is neither. */
export function urlMonth(url: string): string | null {
  const match = /\/((?:19|20)\d{2})\/(?:(0[1-9]|1[0-2])(?=\/))?/.exec(url);
  if (!match) return null;
  return match[2] ? `${match[1]}-${match[2]}` : (match[1] ?? null);
}

/** The ISO day in a file's name: `2031-05-04-collision.txt`. */
export function fileNameDate(file: string): string | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const match = /(?:^|[^\d])(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(name);
  return match ? isoDayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
