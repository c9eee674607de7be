import { type WrittenDay, writtenDays } from "../dates.ts";
import { isWeekday, monthOf } from "../months.ts";
import type { Line, Mark, PageLines } from "./lines.ts";

/** A day printed where pages print when they were published. */
export type PrintedDay = Pick<WrittenDay, "year" | "readings"> & {
  readonly text: string;
  readonly role: "published" | "changed" | null;
  /** `head`: under the headline. `apart`: above it, or at the text's end. */
  readonly place: "head" | "apart";
  /** What a day of figures with only one reading tells of the others. */
  readonly figures: "day first" | "month first" | null;
};

export type Printed = {
  readonly days: readonly PrintedDay[];
  readonly marks: readonly (Mark & { readonly place: "head" | "apart" })[];
  /** The month that a line under the headline consists of. */
  readonly month: string | null;
};

/** How many lines above the headline, and below the last paragraph, are looked at. */
const linesAbove = 5;
const linesBelow = 8;
/** How many lines under the headline at most, and paragraphs among them. */
const linesUnder = 25;
const paragraphsUnder = 2;
/** From so many characters on a line is a paragraph of the text. */
const paragraphLength = 140;
/** Longest line that can be one of publication, and most characters beside its days. */
const longestLine = 160;
const mostBeside = 90;

/** So many days are weighed; a page of more is a list. */
const mostDays = 100;

/** The index range of lines in which a page prints its day and its author. */
export type Head = {
  readonly from: number;
  readonly headline: number;
  readonly to: number;
  /** The lines at the end of the text: from, to. */
  readonly foot: readonly [number, number];
};

/**
 * Where the article's head and foot are. The head ends at the second paragraph or at the next
 * heading: in a list of articles each has its heading, and the days under those are not the list's.
 */
export function headOf({ lines, headline }: PageLines): Head {
  const start = Math.max(0, headline);
  let to = start + 1;
  let paragraphs = 0;
  for (; to < lines.length && to <= start + linesUnder; to++) {
    const line = lines[to] as Line;
    if (line.isHeading && (line.linked || to > start + 2)) break;
    if (line.zone === "comments" || line.zone === "foot") break;
    if (line.text.length >= paragraphLength && ++paragraphs > paragraphsUnder) break;
  }
  let last = to;
  let end = to;
  let heading = Number.POSITIVE_INFINITY;
  for (; end < lines.length; end++) {
    const line = lines[end] as Line;
    if (line.zone !== "article") break;
    if (line.isHeading && line.linked) break;
    if (line.isHeading) heading = Math.min(heading, end);
    if (line.text.length < paragraphLength) continue;
    last = end + 1;
    heading = Number.POSITIVE_INFINITY;
  }
  end = Math.min(end, heading);
  const from = Math.max(0, start - linesAbove);
  return { from, headline: start, to, foot: [last, Math.min(end, last + linesBelow)] };
}

const publishedLabel =
  /(?:^|[^\p{L}])(?:publi(?:shed|sh(?:ed)? date|cation date)|posted|released?|issued|filed|created|first (?:seen|appeared)|date of (?:issue|publication|release)|date(?= ?:)|veröffentlicht|erschienen|publié|paru|publicado|pubblicato|gepubliceerd|opublikowano|опубликован\p{L}*|yayın\p{L}*|publicerad)(?![\p{L}])/iu;
const changedLabel =
  /(?:^|[^\p{L}])(?:updated?|modified|edited|amended|revised|corrected|reviewed|changed|aktualisiert|geändert|mis à jour|modifié|actualizado|aggiornato|bijgewerkt|обновлен\p{L}*|güncelle\p{L}*)(?![\p{L}])/iu;
/** Days of other things. */
const otherLabel =
  /(?:^|[^\p{L}])(?:accessed|retrieved|printed|archived|captured|expires?|valid|deadline|hearing|event|next|starts?|ends?|born|died|joined|member since|photo|image|picture|file photo|copyright|©)(?![\p{L}])/iu;

/** All days printed, and marks for programs, at the head and foot of the article, and lines that say "published" elsewhere. */
export function printedDays(page: PageLines): Printed {
  const { lines } = page;
  const head = headOf(page);
  const days: PrintedDay[] = [];
  const marks: (Mark & { place: "head" | "apart" })[] = [];
  let month: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (days.length + marks.length >= mostDays) break;
    const isUnder = index > head.headline && index < head.to;
    const isFoot = index >= head.foot[0] && index < head.foot[1];
    const isAbove = index >= head.from && index < head.headline;
    const inArticle =
      line.zone === "article" || (line.zone === "mast" && isUnder && isMast(lines, head.headline));
    const place = isUnder && inArticle ? "head" : "apart";
    const isNear = inArticle && (isUnder || isFoot || isAbove);
    for (const mark of line.marks)
      if (mark.of === "date" && inArticle && (isNear || mark.element === "meta"))
        marks.push({ ...mark, place });
    if (index === head.headline || line.text.length > longestLine) {
      if (isNear) addOpening(line.text, place, days);
      continue;
    }
    if (!/\d/.test(line.text)) continue;
    if (isUnder && inArticle && !line.isHeading) month ??= printedMonth(line.text);
    if (isNear && addOpening(line.text, place, days)) continue;
    const label = labelBefore(lines, index);
    // A heading of a day alone parts the entries of a chronicle.
    const isEntry = isUnder && line.isHeading;
    if (isNear) addLine(`${label}${line.text}`, place, isEntry, days);
    else if (line.zone === "article" || line.zone === "foot")
      addLine(`${label}${line.text}`, "apart", true, days);
  }
  return { days, marks, month };
}

/** "June 2031", "The June 2031 issue": the month alone, as magazines print it. */
export function printedMonth(text: string): string | null {
  const match =
    /^(?:\p{L}{1,20}\s){0,2}?(\p{L}{3,12})\s{1,2}((?:19|20)\d{2})(?:\s(?:issue|edition|number))?$/iu.exec(
      text,
    );
  const month = match && monthOf(match[1] ?? "");
  return match && month ? `${match[2]}-${String(month).padStart(2, "0")}` : null;
}

function isMast(lines: readonly Line[], headline: number): boolean {
  return lines[headline]?.zone === "mast";
}

/** "Published:" in a line of its own, before the line of the day. */
function labelBefore(lines: readonly Line[], index: number): string {
  const before = lines[index - 1];
  if (!before || before.text.length > 30 || /\d/.test(before.text) || before.isHeading) return "";
  const isLabel =
    publishedLabel.test(before.text) ||
    changedLabel.test(before.text) ||
    otherLabel.test(before.text);
  return isLabel ? `${before.text} ` : "";
}

/** The days of one line, each with what is said right before it. */
function addLine(
  text: string,
  place: PrintedDay["place"],
  onlyLabelled: boolean,
  days: PrintedDay[],
): void {
  const found = writtenDays(text);
  const beside = text.length - found.reduce((sum, { start, end }) => sum + end - start, 0);
  if (found.length === 0 || beside > mostBeside) return;
  let from = 0;
  for (const [index, day] of found.entries()) {
    const before = text.slice(from, day.start);
    const after = text.slice(day.end, found[index + 1]?.start ?? text.length);
    from = day.end;
    const said = roleOf(before) ?? (index === 0 && found.length === 1 ? roleAfter(after) : null);
    if (said === "other") continue;
    if (said === null && (onlyLabelled || !isPlain(text, before, after))) continue;
    if (said !== null && !(isLabelled(before) && isBare(after.split(partings)[0] ?? ""))) continue;
    days.push({ ...written(day), text, role: said, place, figures: figuresOf(text, day) });
  }
}

const written = ({ year, readings }: WrittenDay) => ({ year, readings });

/** What the last label before a day says. */
function roleOf(before: string): PrintedDay["role"] | "other" {
  const published = lastOf(publishedLabel, before);
  const changed = lastOf(changedLabel, before);
  const other = lastOf(otherLabel, before);
  const last = Math.max(published, changed, other);
  if (last < 0) return null;
  return last === other ? "other" : last === changed ? "changed" : "published";
}

/** Where the last match of a label begins, or -1. Labels are short, and so are the lines. */
function lastOf(label: RegExp, text: string): number {
  let last = -1;
  for (let from = 0; ; ) {
    const at = text.slice(from).search(label);
    if (at < 0) return last;
    last = from + at;
    from = last + 1;
  }
}

/** "4 May 2031 (updated)" is rare; "4 May 2031 | Updated 5 May" is told before the second day. */
function roleAfter(after: string): "changed" | null {
  return /^\s?\(?(?:updated|modified)\)?\s*$/i.test(after) ? "changed" : null;
}

/** What parts the pieces of a line. */
const partings = /[|·•–—/(]/;

/** A label opens its part of the line; "since it was published on 4 May" is a sentence. */
function isLabelled(before: string): boolean {
  const last = before.split(partings).at(-1) ?? "";
  const unlabelled = last.replace(publishedLabel, " ").replace(changedLabel, " ");
  return isBare(unlabelled.replace(/\bby:?\s[\w.-]{2,30}/i, " "));
}

/** Nothing beside the day says that it is of something else, or that the line is a sentence. */
function isPlain(text: string, before: string, after: string): boolean {
  const beside = `${before} ${after}`;
  const isSentence = endsSentence.test(text) && /\p{L}\s*$/u.test(before);
  return !isSentence && !otherLabel.test(beside) && isBare(beside);
}

/** "Built 4 May 1931." is a sentence; "4 May 2031, 9 a.m." and "Ina Dorn. 4 May 2031." are none. */
const endsSentence = /[\p{L}\d]{2}[.!?]$/u;

/** Only capitalised words, times, and the words of such lines stand beside the day. */
function isBare(beside: string): boolean {
  return beside
    .split(/[\s,|·•–—/()[\]:;-]+/)
    .every(
      (word) =>
        /^[^\p{Ll}]/u.test(word) ||
        word === "" ||
        lineWords.has(word.replace(/\.$/, "")) ||
        isWeekday(word),
    );
}

const lineWords = new Set(
  "published posted updated modified first last released issued filed date dated on at by of and from in the for to a this article page was am pm a.m p.m a.m. p.m. min read mins minutes hrs h uhr von par por le la den il el um à de van der di da bin al r г".split(
    " ",
  ),
);

function figuresOf(text: string, day: WrittenDay): PrintedDay["figures"] {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(text.slice(day.start, day.end));
  if (!match || day.readings.length !== 1) return null;
  return Number(match[1]) > 12 ? "day first" : Number(match[2]) > 12 ? "month first" : null;
}

const capitalPlace = /^\p{Lu}[\p{Lu} .'’/-]{1,39},(?: ?\p{Lu}[\p{L}. ]{1,29},?)?\s*$/u;
/** "Lower Tarn, 4 May 2031 – The water rose"; "In Lower Tarn, …" opens a sentence. */
const namedPlace =
  /^(?!(?:In|At|On|From|Near|Since|Until|By)\s)\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,3},\s*$/u;
const datelineEnd = /^,?\s*(?:[(/][^()/]{1,40}[)/]\s*)?[-–—]{1,2}\s["“'‘]?\p{Lu}/u;

/** Characters at the start of a paragraph within which an agency's dateline ends. */
const longestDateline = 160;

/**
 * The day of an agency's dateline, with which a paragraph begins: a place in capitals, the day, a dash.
 *
 *     LOWER TARN, April 14, 2032 (Northwire) - The water rose overnight.
 *                 ^^^^^^^^^^^^^^
 */
function addOpening(text: string, place: PrintedDay["place"], days: PrintedDay[]): boolean {
  const opening = text.slice(0, longestDateline);
  const [day] = writtenDays(opening);
  if (!day) return false;
  const before = opening.slice(0, day.start);
  const isPlace = capitalPlace.test(before) || (day.year !== null && namedPlace.test(before));
  if (!isPlace || !datelineEnd.test(opening.slice(day.end))) return false;
  days.push({ ...written(day), text: opening, role: null, place, figures: null });
  return true;
}
