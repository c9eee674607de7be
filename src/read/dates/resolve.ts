import type { Sense } from "../../lexicon/senses.ts";
import { isComing } from "./coming.ts";
import {
  addDays,
  addMonths,
  daysIn,
  edtfOf,
  isDay,
  isWholeDay,
  type Point,
  pointOf,
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
  /** The last date told in this or the previous sentences of the paragraph. */
  readonly recent: Point | null;
  /** Whether days of figures put the month first, as another of the text shows. */
  readonly monthFirst: boolean | null;
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
      return numericDay(Number(parts.y), Number(parts.a), Number(parts.b), anchors.monthFirst);
    case "day-month-range":
    case "month-day-range":
    case "day-month":
    case "month-day":
    case "month-range":
    case "month":
      return inMonth(found, anchors, words.calendar);
    case "decade":
      return absolute(open(found, decadeOf(Number(parts.dec), partOf(parts))));
    case "decade-short":
      return absolute(open(found, decadeOf(1900 + Number(parts.dec2), partOf(parts))));
    case "decade-word":
      return absolute(open(found, decadeOf(number(words.calendar, parts.decw), partOf(parts))));
    case "century":
      return absolute(open(found, centuryOf(nthCentury(parts, words.calendar), partOf(parts))));
    case "century-near":
      return centuryNear(parts.near ?? "", anchors.published);
    case "turn":
      return turnOf(nthCentury(parts, words.calendar), parts.mil !== undefined);
    case "fiscal":
      return absolute(`${parts.y}~`);
    case "year-piece":
      return absolute(pieceOf(parts.y ?? "", parts.nth ?? "", parts.piece ?? ""));
    case "year-short":
      return absolute(open(found, String(centuryFor(Number(parts.y)))));
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
      return near(found, anchors.published);
    case "unit-edge":
      return edgeOf(found, anchors);
    case "unit-told":
    case "unit-beside":
      return shifted(anchors.told, steps(parts.way), unitOf(parts.unit));
    case "unit-that":
      return shifted(anchors.recent, 0, unitOf(parts.unit));
    case "unit-time":
    case "unit-away":
      return away(found, anchors, words.numerals);
    case "day-near":
      return isWholeDay(anchors.published)
        ? relative(edtfOf(addDays(anchors.published, dayShift(found.text))), anchors.published)
        : null;
    case "overnight":
      return isWholeDay(anchors.published) && !anchors.context
        ? relative(
            `${edtfOf(addDays(anchors.published, -1))}/${edtfOf(anchors.published)}`,
            anchors.published,
          )
        : null;
    case "weekend":
      return weekend(found, anchors.published, words.calendar);
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

/**
 * 23.3.1994 and 3/23/1994 say which is the month; 2/3/1992 does not, so it is only a year, unless
 * another date of the text shows the order.
 */
function numericDay(
  year: number,
  a: number,
  b: number,
  monthFirst: boolean | null,
): Resolved | null {
  if (a === b || a > 12) return dayOf(year, b, a);
  if (b > 12) return dayOf(year, a, b);
  if (monthFirst !== null) return monthFirst ? dayOf(year, a, b) : dayOf(year, b, a);
  return isDay(year, a, b) ? absolute(String(year)) : null;
}

type Part = "early" | "mid" | "late";

function partOf(parts: Found["parts"]): Part | null {
  const word = (parts.part ?? parts.edge ?? "").toLowerCase();
  if (word === "early" || word === "beginning" || word === "start") return "early";
  if (word === "mid" || word === "middle") return "mid";
  return word === "" ? null : "late";
}

/** The seasons (EDTF 21 to 24) that a part of a year spans. */
const seasonsOf = { early: [21, 22], mid: [22, 23], late: [23, 24] } as const;

/** First and last day of a third of a month. */
function daysOf(part: Part, year: number, month: number): readonly [number, number] {
  if (part === "early") return [1, 10];
  return part === "mid" ? [11, 20] : [21, daysIn(year, month)];
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

function nthCentury(parts: Found["parts"], calendar: Words["calendar"]): number {
  return parts.cen === undefined ? number(calendar, parts.cenw) : Number(parts.cen);
}

function centuryNear(word: string, published: Point | null): Resolved | null {
  if (!published) return null;
  const shift = word.toLowerCase() === "this" ? 0 : word.toLowerCase() === "next" ? 1 : -1;
  return relative(`${two(Math.floor(published.year / 100) + shift)}XX`, published);
}

/** "the turn of the 20th century" lies about 1900. */
function turnOf(nth: number, isMillennium: boolean): Resolved {
  const year = isMillennium ? 2000 : (nth - 1) * 100;
  return absolute(`${year - 1}/${year + 1}~`);
}

/** A quarter or half of a year, as months. */
function pieceOf(year: string, nth: string, piece: string): string {
  const months = piece.toLowerCase() === "half" ? 6 : 3;
  const order = ["first", "second", "third", "fourth"].indexOf(nth.toLowerCase());
  const at = order < 0 ? 12 / months - 1 : order;
  return `${year}-${two(at * months + 1)}/${year}-${two((at + 1) * months)}`;
}

/** ’92 is 1992 and ’08 is 2008. */
function centuryFor(short: number): number {
  return short > 30 ? 1900 + short : 2000 + short;
}

function yearOf(found: Found, year: number): Resolved {
  const part = partOf(found.parts);
  if (part !== null) {
    const [from, to] = seasonsOf[part];
    return absolute(open(found, `${year}-${from}/${year}-${to}~`));
  }
  const isAbout = /\b(?:circa|around|about|roughly|approximately|ca?\.)\s{1,4}$/i.test(
    found.before,
  );
  return absolute(isAbout ? `${year}~` : open(found, String(year)));
}

/** "since 1994" and "from 1994 on" go on; a period from its first day. */
function open(found: Found, edtf: string): string {
  const goesOn =
    /^\s{1,4}(?:onwards?\b|on\b(?=[,.;]))/.test(found.after) ||
    /\b(?:since|ever since)\s{1,4}(?:the\s{1,4})?$/i.test(found.before);
  if (!goesOn) return edtf;
  const [first, last] = edtf.split("/");
  return `${first}${last?.endsWith("~") ? "~" : ""}/..`;
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
  const start =
    parts.y1 !== undefined ? Number(parts.y1) : first > last && year !== null ? year - 1 : year;
  if (day2 !== undefined || parts.m2 !== undefined) {
    const [from, to] = [name(first, day, start), name(last, day2)];
    return from > to ? null : make(`${from}/${to}`);
  }
  const part = partOf(parts);
  if (part !== null && day === undefined) {
    const [from, to] = daysOf(part, year ?? 2001, first);
    return make(open(found, `${name(first, from)}/${name(first, to)}~`));
  }
  if (eve.test(found.before) && year !== null && day !== undefined)
    return make(edtfOf(addDays({ year, month: first, day }, -1)));
  return make(open(found, name(first, day)));
}

/** "on the eve of 4 May" */
const eve = /\beve\s{1,4}of\s{1,4}(?:the\s)?$/i;

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
  // "from January 2022, and again in November"
  const isAhead = context && published && context.year > published.year && !named;
  if (isAhead && month > (context.month ?? 0))
    return { year: context.year, written: false, from: context };
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
  const mayCome =
    isSoon(published, month, day) || openWords.test(words) || openAfter.test(found.after);
  return { year: later && !mayCome ? year - 1 : year, written: false, from };
}

/** Words before a date that make it one to come. */
const comingWords =
  /\b(?:(?:is|are)\s{1,4}to|will|won['’]t|shall|let['’]s|to be|going to|set to|due|next|scheduled|expected|plan(?:s|ned|ning)|upcoming|until|ahead of)\b[^;:]{0,100}$/i;

/** Words before a month of the rest of the year that leave open what was not yet. */
const openWords =
  /\b(?:if|unless|can|could|must|would|should|might|wants?|hopes?|aims?|intends?)\b[^;:]{0,100}$/i;

/** "The 8 November vote could be close." */
const openAfter = /^[^.;:]{0,60}\b(?:will|would|could|may|might)\s(?!not\b|have\b)/;

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

/** A night and the like as the day it belongs to. */
function unitOf(unit: string | undefined): string {
  const word = (unit ?? "").toLowerCase();
  return /^(?:night|morning|afternoon|evening)$/.test(word) ? "day" : word;
}

/** `from` moved by `count` units, cut to the precision of the unit; null where `from` is coarser. */
function shifted(from: Point | null, count: number, unit: string): Resolved | null {
  if (!from) return null;
  if (unit.startsWith("centur")) return relative(`${from.year + 100 * count}~`, from);
  if (unit === "decade") return relative(`${from.year + 10 * count}~`, from);
  if (unit === "year") return relative(edtfOf({ year: from.year + count }), from);
  if (unit === "month") {
    if (from.month === undefined) return null;
    return relative(edtfOf(addMonths({ year: from.year, month: from.month }, count)), from);
  }
  if (!isWholeDay(from)) return null;
  // Weeks are rarely counted to the day.
  const days = unit === "week" ? 7 : unit === "fortnight" ? 14 : 1;
  return relative(`${edtfOf(addDays(from, days * count))}${days > 1 ? "~" : ""}`, from);
}

/** "last week", "late last month" */
function near({ parts }: Found, published: Point | null): Resolved | null {
  const word = (parts.near ?? "").toLowerCase();
  const unit = (parts.unit ?? "").toLowerCase();
  const count = word === "this" ? 0 : word === "last" ? -1 : 1;
  if (unit !== "week") return within(shifted(published, count, unit), partOf(parts));
  if (!isWholeDay(published)) return null;
  // Weeks begin on Monday (ISO 8601).
  const monday = addDays(published, -((weekdayOf(published) + 6) % 7) + 7 * count);
  return relative(`${edtfOf(monday)}/${edtfOf(addDays(monday, 6))}`, published);
}

/** The early, middle or late part of a year or month. */
function within(date: Resolved | null, part: Part | null): Resolved | null {
  if (!date || part === null) return date;
  const point = pointOf(date.edtf);
  if (!point) return null;
  const { year, month } = point;
  if (month === undefined) {
    const [from, to] = seasonsOf[part];
    return relative(`${year}-${from}/${year}-${to}~`, date.from);
  }
  const [from, to] = daysOf(part, year, month);
  const edtf = `${edtfOf({ year, month, day: from })}/${edtfOf({ year, month, day: to })}~`;
  return relative(edtf, date.from);
}

/** "the end of the year": of the one that is told of, else of that of publication. */
function edgeOf({ parts }: Found, anchors: Anchors): Resolved | null {
  const word = (parts.near ?? "").toLowerCase();
  const unit = (parts.unit ?? "").toLowerCase();
  const from =
    word === "that"
      ? anchors.recent
      : word === "the"
        ? (anchors.context ?? anchors.published)
        : anchors.published;
  const count = word === "last" ? -1 : word === "next" ? 1 : 0;
  return within(shifted(from, count, unit), partOf(parts));
}

/** Saturday and Sunday: of this week, the last, or the next. */
function weekend(
  found: Found,
  published: Point | null,
  calendar: Words["calendar"],
): Resolved | null {
  if (!isWholeDay(published)) return null;
  const word = (found.parts.near ?? "").toLowerCase();
  const saturday = addDays(published, -((weekdayOf(published) + 1) % 7));
  const isOn = weekdayOf(published) % 6 === 0;
  const coming = word === "next" || (word === "this" && !isOn && isComing(found, calendar));
  const weeks = coming ? 1 : word === "last" && isOn ? -1 : 0;
  const from = addDays(saturday, 7 * weeks);
  return relative(`${edtfOf(from)}/${edtfOf(addDays(from, 1))}`, published);
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
  if (found.rule === "unit-time") return shifted(anchors.published, count, unit);
  if (direction === "ago") return shifted(anchors.published, -count, unit);
  return shifted(anchors.told, direction === "later" ? count : -count, unit);
}

function dayShift(text: string): number {
  const word = text.toLowerCase();
  if (word.endsWith("before yesterday")) return -2;
  if (word.endsWith("after tomorrow")) return 2;
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
  if ((word === undefined || word === "this") && back !== 0 && isComing(found, calendar)) {
    return relative(edtfOf(addDays(published, ahead)), published);
  }
  // Who writes "last Tuesday" on a Wednesday does not mean yesterday.
  if (word === "last" && back <= 2)
    return relative(edtfOf(addDays(published, -7 - back)), published);
  return relative(edtfOf(addDays(published, -back)), published);
}
