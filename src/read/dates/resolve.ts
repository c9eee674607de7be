import type { Sense } from "../../lexicon/senses.ts";
import {
  addDays,
  addMonths,
  edtfOf,
  isDay,
  isWholeDay,
  type Point,
  two,
  weekdayOf,
} from "./edtf.ts";

/** What a date without a year, or a relative one, is told from. */
export type Anchors = {
  /** Publication, as far as known. */
  readonly published: Point | null;
  /** The last date told before. */
  readonly told: Point | null;
  /** The last date with a written year in this or the previous sentence of the paragraph. */
  readonly context: Point | null;
};

export type Found = {
  readonly rule: string;
  readonly text: string;
  readonly parts: Readonly<Record<string, string | undefined>>;
  /** The text before and after, within the sentence. */
  readonly before: string;
  readonly after: string;
};

export type Resolved = {
  readonly edtf: string;
  readonly kind: "absolute" | "relative";
  /** The anchor that a relative date was reckoned from; null where there was none. */
  readonly from: Point | null;
};

type Words = {
  readonly calendar: ReadonlyMap<string, Sense>;
  readonly numerals: ReadonlyMap<string, Sense>;
};

/** The date that a form stands for, or null where it cannot be told without a guess. */
export function resolveDate(found: Found, anchors: Anchors, words: Words): Resolved | null {
  const { parts } = found;
  switch (found.rule) {
    case "iso":
      return dayOf(Number(parts.y), Number(parts.mn), Number(parts.d));
    case "numeric":
      return numericDay(Number(parts.y), Number(parts.a), Number(parts.b));
    case "day-month-range":
    case "month-day-range":
    case "day-month":
    case "month-day":
    case "month-range":
    case "month":
      return inMonth(found, anchors, words.calendar);
    case "decade":
      return absolute(decadeOf(Number(parts.dec), partOf(parts)));
    case "decade-short":
      return absolute(decadeOf(1900 + Number(parts.dec2), partOf(parts)));
    case "decade-word":
      return absolute(decadeOf(number(words.calendar, parts.decw), partOf(parts)));
    case "century":
      return absolute(centuryOf(Number(parts.cen), partOf(parts)));
    case "season-year":
      return absolute(`${parts.y}-${number(words.calendar, parts.season)}`);
    case "season-told":
    case "season-near":
      return seasonOf(found, anchors, words.calendar);
    case "year-range":
      return yearRange(Number(parts.y), parts.y2 ?? "");
    case "year":
      return yearOf(found, Number(parts.y));
    case "unit-near":
      return near(parts.near ?? "", parts.unit ?? "", anchors.published);
    case "unit-told":
    case "unit-beside":
      return shifted(anchors.told, steps(parts.way), parts.unit ?? "");
    case "unit-away":
      return away(found, anchors, words.numerals);
    case "day-near":
      return isWholeDay(anchors.published)
        ? relative(edtfOf(addDays(anchors.published, dayShift(found.text))), anchors.published)
        : null;
    case "weekday":
      return weekday(found, anchors.published, words.calendar);
    default:
      return null;
  }
}

const absolute = (edtf: string): Resolved => ({ edtf, kind: "absolute", from: null });
const relative = (edtf: string, from: Point | null): Resolved => ({ edtf, kind: "relative", from });

function number(words: ReadonlyMap<string, Sense>, word: string | undefined): number {
  return Number(words.get((word ?? "").toLowerCase().replace(".", ""))?.as ?? Number.NaN);
}

function dayOf(year: number, month: number, day: number): Resolved | null {
  return isDay(year, month, day) ? absolute(edtfOf({ year, month, day })) : null;
}

/** 23.3.1994 and 3/23/1994 say which is the month; 2/3/1992 does not, so it is only a year. */
function numericDay(year: number, a: number, b: number): Resolved | null {
  if (a === b || a > 12) return dayOf(year, b, a);
  if (b > 12) return dayOf(year, a, b);
  return isDay(year, a, b) ? absolute(String(year)) : null;
}

type Part = "early" | "mid" | "late";

function partOf(parts: Found["parts"]): Part | null {
  const word = (parts.part ?? parts.edge ?? "").toLowerCase();
  if (word === "early" || word === "beginning" || word === "start") return "early";
  if (word === "mid" || word === "middle") return "mid";
  return word === "" ? null : "late";
}

function decadeOf(first: number, part: Part | null): string {
  if (part === null) return `${Math.floor(first / 10)}X`;
  const [from, to] = { early: [0, 3], mid: [4, 6], late: [6, 9] }[part] as [number, number];
  return `${first + from}/${first + to}~`;
}

function centuryOf(nth: number, part: Part | null): string {
  if (part === null) return `${two(nth - 1)}XX`;
  const [from, to] = { early: [1, 33], mid: [34, 66], late: [67, 100] }[part] as [number, number];
  const base = (nth - 1) * 100;
  return `${base + from}/${base + to}~`;
}

function yearOf(found: Found, year: number): Resolved {
  const part = partOf(found.parts);
  if (part !== null) {
    const [from, to] = { early: [21, 22], mid: [22, 23], late: [23, 24] }[part] as [number, number];
    return absolute(`${year}-${from}/${year}-${to}~`);
  }
  return absolute(open(found, String(year)));
}

/** "since 1994" goes on. */
function open(found: Found, edtf: string): string {
  return /\b(?:since|ever since)\s{1,4}(?:the\s{1,4})?$/i.test(found.before) ? `${edtf}/..` : edtf;
}

function yearRange(from: number, end: string): Resolved | null {
  const to = end.length === 2 ? Math.floor(from / 100) * 100 + Number(end) : Number(end);
  return to > from ? absolute(`${from}/${to}`) : null;
}

function inMonth(found: Found, anchors: Anchors, calendar: Words["calendar"]): Resolved | null {
  const { parts } = found;
  const last = number(calendar, parts.m2 ?? parts.m);
  const first = number(calendar, parts.m ?? parts.m2);
  const day = parts.d === undefined ? undefined : Number.parseInt(parts.d, 10);
  const day2 = parts.d2 === undefined ? undefined : Number.parseInt(parts.d2, 10);
  const { year, written, from } = yearFor(found, first, day, anchors);
  const make = (edtf: string) => (written ? absolute(edtf) : relative(edtf, from));
  if (day !== undefined && !isDay(year ?? 2000, first, day)) return null;
  if (day2 !== undefined && !isDay(year ?? 2000, last, day2)) return null;
  const name = (month: number, at: number | undefined, inYear = year) =>
    inYear !== null
      ? edtfOf(at === undefined ? { year: inYear, month } : { year: inYear, month, day: at })
      : `XXXX-${two(month)}${at === undefined ? "" : `-${two(at)}`}`;
  const start = first > last && year !== null ? year - 1 : year;
  if (day2 !== undefined) return make(`${name(first, day, start)}/${name(last, day2)}`);
  if (parts.m2 !== undefined) return make(`${name(first, day, start)}/${name(last, undefined)}`);
  const part = partOf(parts);
  if (part !== null && day === undefined) {
    const [from, to] = { early: [1, 10], mid: [11, 20], late: [21, 28] }[part] as [number, number];
    return make(`${name(first, from)}/${name(first, to)}~`);
  }
  return make(open(found, name(first, day)));
}

/** A day without a year this shortly before publication is of that year, whatever was told before. */
const recentDays = 62;

/** Whole days from a day of the year of publication to publication; infinite for days after it or unknown. */
function daysBefore(published: Point, month: number, day: number): number {
  if (published.month === undefined || published.day === undefined) return Number.POSITIVE_INFINITY;
  const { year } = published;
  const days =
    (Date.UTC(year, published.month - 1, published.day) - Date.UTC(year, month - 1, day)) /
    86_400_000;
  return days >= 0 ? days : Number.POSITIVE_INFINITY;
}

/** The year of a month: as written, as told, or the most recent before publication. */
function yearFor(
  found: Found,
  month: number,
  day: number | undefined,
  { published, told, context }: Anchors,
): { year: number | null; written: boolean; from: Point | null } {
  const { parts } = found;
  if (parts.y !== undefined) return { year: Number(parts.y), written: true, from: null };
  const word = parts.told?.toLowerCase().replace(/^the\s/, "");
  if (word === "last" || word === "this" || word === "next") {
    const shift = word === "last" ? -1 : word === "next" ? 1 : 0;
    return { year: published ? published.year + shift : null, written: false, from: published };
  }
  if (word !== undefined) {
    const shift = word === "following" || word === "next" ? 1 : word === "previous" ? -1 : 0;
    return { year: told ? told.year + shift : null, written: false, from: told };
  }
  const named = /^\p{Lu}\p{L}{2,6}day\b/u.test(found.text);
  // A day of the week is told of days near publication, whatever year was told before.
  const isRecent =
    day !== undefined && published !== null && daysBefore(published, month, day) <= recentDays;
  if (context && (!published || (context.year < published.year && !named && !isRecent))) {
    return { year: context.year, written: false, from: context };
  }
  if (!published) return { year: null, written: false, from: null };
  const from = published;
  const { year } = published;
  if (published.month === undefined) return { year, written: false, from };
  const later =
    month > published.month || (month === published.month && (day ?? 0) > (published.day ?? 31));
  const sameMonth = month === published.month && day === undefined;
  const words = found.before;
  if (/\blast\s{1,4}$/i.test(words) && sameMonth) return { year: year - 1, written: false, from };
  if (comingWords.test(words) || deadline.test(words)) {
    const past = !later && !(sameMonth || (month === published.month && day === published.day));
    return { year: past ? year + 1 : year, written: false, from };
  }
  return { year: later && !isSoon(published, month, day) ? year - 1 : year, written: false, from };
}

/** Words before a date that make it one to come. */
const comingWords =
  /\b(?:will|won['’]t|shall|let['’]s|to be|going to|set to|due|next|scheduled|expected|plan(?:s|ned|ning)|upcoming|until|ahead of)\b[^;:]{0,100}$/i;

/** "to send observers by 15 October" */
const deadline = /\bto\s{1,3}\p{L}+\b[^,;:]{0,80}\b(?:by|before|no later than)\s{1,4}(?:the\s)?$/iu;

/** A day told without a year may lie this far after publication and still be meant as coming. */
const soonDays = 7;

function isSoon(published: Point, month: number, day: number | undefined): boolean {
  if (!isWholeDay(published) || day === undefined) return false;
  const latest = addDays(published, soonDays);
  const until = latest.year > published.year ? 13 : latest.month;
  return month < until || (month === until && day <= latest.day);
}

function seasonOf(found: Found, anchors: Anchors, calendar: Words["calendar"]): Resolved | null {
  const { parts } = found;
  const season = number(calendar, parts.season);
  const near = parts.near?.toLowerCase();
  if (near === undefined) {
    return anchors.told
      ? relative(`${anchors.told.year + steps(parts.way)}-${season}`, anchors.told)
      : null;
  }
  const { published } = anchors;
  if (!published) return null;
  const { year, month } = published;
  if (found.rule === "season-told") {
    return relative(
      `${year + (near === "last" ? -1 : near === "next" ? 1 : 0)}-${season}`,
      published,
    );
  }
  if (month === undefined) return null;
  // Northern seasons: spring begins in March. A season under way is never "last".
  const begins = (season - 20) * 3;
  if (near === "next") return relative(`${begins > month ? year : year + 1}-${season}`, published);
  const ended = season === 24 ? month >= 3 : month >= begins + 3;
  if (near === "this") return relative(`${year}-${season}`, published);
  return relative(`${season === 24 || !ended ? year - 1 : year}-${season}`, published);
}

function steps(way: string | undefined): number {
  const word = (way ?? "").toLowerCase();
  if (word === "previous" || word === "preceding" || word === "before") return -1;
  return word === "same" || word === "" ? 0 : 1;
}

/** `from` moved by `count` units, cut to the precision of the unit; null where `from` is coarser. */
function shifted(from: Point | null, count: number, unit: string): Resolved | null {
  if (!from) return null;
  if (unit === "decade") return relative(edtfOf({ year: from.year + 10 * count }), from);
  if (unit === "year") return relative(edtfOf({ year: from.year + count }), from);
  if (unit === "month") {
    if (from.month === undefined) return null;
    return relative(edtfOf(addMonths({ year: from.year, month: from.month }, count)), from);
  }
  if (!isWholeDay(from)) return null;
  return relative(edtfOf(addDays(from, unit === "week" ? 7 * count : count)), from);
}

function near(word: string, unit: string, published: Point | null): Resolved | null {
  const count = word.toLowerCase() === "this" ? 0 : word.toLowerCase() === "last" ? -1 : 1;
  if (unit.toLowerCase() !== "week") return shifted(published, count, unit.toLowerCase());
  if (!isWholeDay(published)) return null;
  // Weeks begin on Monday (ISO 8601).
  const monday = addDays(published, -((weekdayOf(published) + 6) % 7) + 7 * count);
  return relative(`${edtfOf(monday)}/${edtfOf(addDays(monday, 6))}`, published);
}

/** "three years ago" is told from publication, "three years later" from the last date told. */
function away(found: Found, anchors: Anchors, numerals: Words["numerals"]): Resolved | null {
  const { parts } = found;
  const word = (parts.n ?? "").toLowerCase();
  const sense = numerals.get(word);
  const count = /^\d/.test(word)
    ? Number(word)
    : word === "a" || word === "an"
      ? 1
      : sense && (sense.of === "unit" || sense.of === "tens")
        ? Number(sense.as)
        : Number.NaN;
  if (Number.isNaN(count) || count === 0) return null;
  const unit = (parts.unit ?? "").toLowerCase();
  const direction = (parts.dir ?? "").toLowerCase();
  if (direction === "ago") return shifted(anchors.published, -count, unit);
  return shifted(anchors.told, direction === "later" ? count : -count, unit);
}

function dayShift(text: string): number {
  const word = text.toLowerCase();
  if (word === "yesterday" || /^last/.test(word)) return -1;
  return word === "tomorrow" ? 1 : 0;
}

function weekday(
  found: Found,
  published: Point | null,
  calendar: Words["calendar"],
): Resolved | null {
  if (!isWholeDay(published) || !/^\p{Lu}/u.test(found.parts.wd ?? "")) return null;
  const back = (weekdayOf(published) - number(calendar, found.parts.wd) + 7) % 7;
  const word = found.parts.near?.toLowerCase();
  const ahead = back === 0 ? 7 : 7 - back;
  if (word === "next") return relative(edtfOf(addDays(published, ahead)), published);
  const coming = /\b(?:will|shall|due|scheduled|expected|planned|to be)\b[^,;]{0,60}$/i;
  if (word === undefined && coming.test(found.before) && back !== 0) {
    return relative(edtfOf(addDays(published, ahead)), published);
  }
  return relative(
    edtfOf(addDays(published, word === "last" && back === 0 ? -7 : -back)),
    published,
  );
}
