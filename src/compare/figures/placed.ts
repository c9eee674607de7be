import { daysOf } from "../../document/edtf.ts";
import { contains, spanAt } from "../../document/span.ts";
import { type PassageIndex, termWeight } from "../claims/passages.ts";
import type { Row } from "../input.ts";
import { type Found, isMeasure, isToll } from "./kinds.ts";
import type { PassageLookup } from "./lookup.ts";
import { type Bounds, boundsOf } from "./relate.ts";
import { isSuperseded } from "./superseded.ts";

/** Terms with how telling each is, and the sum of it. */
export type WeightedTerms = { readonly of: ReadonlyMap<number, number>; readonly total: number };

/** A figure with what stands around it: what tells whether it counts the same as another. */
export type Placed = {
  readonly row: Found;
  readonly bounds: Bounds;
  /** The event that its document reports; null where that is not known. */
  readonly event: string | null;
  /** Words near the figure, without the number itself and whose figure it is. */
  readonly near: WeightedTerms;
  /**
   * Words near a figure that counts no victims, the less the farther off; without numbers and their
   * units. Of a bare number also those of the number that it stands beside.
   */
  readonly telling: WeightedTerms;
  /** Names in its sentence, without those whose figure it is. */
  readonly names: WeightedTerms;
  /** "Seven of the dead", "seven and eight, 15 in all": a part, whether or not its whole is told. */
  part: boolean;
  /** "since 2011", "in the past week": of a time, not of a day. */
  readonly period: boolean;
  /** First and last day of its own date, as ISO days; null without one. */
  readonly days: readonly [from: string, to: string] | null;
  /** When it was published, where nothing else tells when it held. */
  readonly published: string | null;
  /** The text itself calls it an earlier number. */
  readonly superseded: boolean;
  /**
   * `first`: the number that its document gives first for the whole, or the same number again;
   * `rival`: one that somebody else gives for it.
   */
  main: "first" | "rival" | "possible rival" | null;
  /** The first of its kind that its document tells. */
  readonly first: boolean;
};

/** Words this near to a figure, in characters, tell what it counts. */
const nearCharacters = 80;
/** A date of more days than this is a time. */
const longestEvent = 6;
/** The number of the event itself stands in so many characters of the document. */
const mainCharacters = 1000;
/** A number so many times as large as another, or as small, is no other word on the same thing. */
const rivalRatio = 10;

export type PlacedDeps = {
  readonly index: PassageIndex;
  readonly passages: PassageLookup;
  /** "document|start" of the words of saying: they tell nothing of what is counted. */
  readonly cueStarts: ReadonlySet<string>;
  /** The figures of a sentence. */
  readonly figuresIn: (row: Row<"figures">) => readonly Row<"figures">[];
  readonly published: ReadonlyMap<string, string | null>;
  readonly events: ReadonlyMap<string, string>;
  readonly firstNamed: ReadonlyMap<string, ReadonlyMap<number, number>>;
};

/** `rows` of one kind, ordered by document and place. */
export function placeFigures(rows: readonly Found[], deps: PlacedDeps): Placed[] {
  const placed = rows.map((row, at) => ({
    ...place(row, deps),
    first: rows[at - 1]?.documentId !== row.documentId,
  }));
  markAdded(placed);
  let document: string | undefined;
  let main: Placed | undefined;
  for (const one of placed) {
    const { documentId, reading } = one.row;
    if (documentId !== document) main = undefined;
    document = documentId;
    if (one.part || one.period || !isToll(reading.what)) continue;
    if (!main) {
      if (reading.start >= mainCharacters || reading.rule === "one-person" || one.superseded)
        continue;
      main = one;
      one.main = "first";
    } else if (reading.value !== null && reading.value === main.row.reading.value) {
      one.main = "first";
    } else one.main = rivalOf(one, main, deps);
  }
  return placed;
}

/**
 * The same for a document whose figures are each held against others by themselves: another number for
 * the whole that it gives later is as much its number for it as the first, unless its sentence brings up
 * a new name or it is of another day.
 */
export function placeEach(rows: readonly Found[], deps: PlacedDeps): Placed[] {
  const placed = placeFigures(rows, deps);
  const main = placed.find((one) => one.main === "first");
  if (!main) return placed;
  for (const one of placed) {
    if (one.main !== null || one.part || one.period || one.row.reading.rule === "one-person")
      continue;
    if (rivalOf(one, main, deps, true) === "rival") one.main = "first";
  }
  return placed;
}

/** "Four adults and two children": the four and the two are parts of the six told together. */
function markAdded(placed: readonly Placed[]): void {
  for (const [at, { row }] of placed.entries()) {
    if (row.reading.rule !== "together") continue;
    for (const step of [-1, 1]) {
      for (let near = at + step; ; near += step) {
        const other = placed[near];
        if (other?.row.documentId !== row.documentId || !contains(row.reading, other.row.reading))
          break;
        if (other.row.reading.rule !== "together") other.part = true;
      }
    }
  }
}

/**
 * "The ministry put the toll at 31": somebody else's number for what the document tells first; less
 * surely so where its sentence brings up a new name, which may be that of another place. `byAnybody`: its
 * own later number for it, too.
 */
function rivalOf(
  one: Placed,
  main: Placed,
  { firstNamed }: PlacedDeps,
  byAnybody = false,
): Placed["main"] {
  const { row, superseded, names } = one;
  const by = row.reading.attributedTo;
  const isTold = superseded || isCalledToll(row);
  if (!isTold && !byAnybody && (by === null || by === main.row.reading.attributedTo)) return null;
  if (one.days && main.days && (one.days[0] > main.days[1] || main.days[0] > one.days[1]))
    return null;
  const ratio = (middleOf(one.bounds) + 1) / (middleOf(main.bounds) + 1);
  if (ratio > rivalRatio || ratio < 1 / rivalRatio) return null;
  if (isTold) return "rival";
  const known = firstNamed.get(row.documentId);
  for (const name of names.of.keys())
    if ((known?.get(name) ?? 0) >= row.sentence.start) return "possible rival";
  return "rival";
}

/** "put the death toll at 31", "gave a number of 31 dead" */
function isCalledToll({ reading, sentence }: Found): boolean {
  const at = reading.start - sentence.start;
  return tollWord.test(sentence.text.slice(Math.max(0, at - tollReach), at));
}

const tollReach = 40;
const tollWord = /\b(?:tolls?|tally|body count|casualty (?:figures?|counts?|numbers?))\b/i;

/** Where words of saying stand, as "document|start". */
export function startsOfCues({ documents, attributions }: PassageIndex): Set<string> {
  const starts = new Set<string>();
  attributions.forEach((list, at) => {
    for (const { cue } of list)
      for (const { start } of cue) starts.add(`${documents[at]?.id}|${start}`);
  });
  return starts;
}

/** Document → name → where it stands first. */
export function firstNames(index: PassageIndex): Map<string, Map<number, number>> {
  const of = new Map<string, Map<number, number>>();
  for (const { documentId, start, terms } of index.passages) {
    let known = of.get(documentId);
    if (!known) {
      known = new Map();
      of.set(documentId, known);
    }
    for (const term of terms) if (!known.has(term) && isName(index, term)) known.set(term, start);
  }
  return of;
}

/** A number for what a figure allows. */
export function middleOf([low, high]: Bounds): number {
  if (high === Number.POSITIVE_INFINITY) return low;
  return low === 0 ? high : (low + high) / 2;
}

function place(row: Found, deps: PlacedDeps): Omit<Placed, "first"> {
  const { index, passages, published, events } = deps;
  const { reading, sentence } = row;
  const passage = passages(row.documentId, sentence.start);
  const near = new Map<number, number>();
  const names = new Map<number, number>();
  const whose = whoseSpan(row);
  passage?.terms.forEach((term, at) => {
    const start = passage.places[at] ?? sentence.start;
    if (spanAt([reading], start) !== undefined || (start >= whose.start && start < whose.end))
      return;
    const distance = start < reading.start ? reading.start - start : start - reading.end;
    if (distance <= nearCharacters) near.set(term, termWeight(index, term));
    if (isName(index, term)) names.set(term, termWeight(index, term));
  });
  const days = reading.edtf === null ? null : daysOf(reading.edtf);
  const known = days?.from ? ([days.from, days.to ?? "9999-12-31"] as const) : null;
  return {
    row,
    bounds: boundsOf(reading),
    event: events.get(row.documentId) ?? null,
    near: weighted(near),
    telling: isToll(reading.what) ? nothing : tellingTerms(row, deps),
    names: weighted(names),
    part: isPart(row),
    period: isPeriod(row, known),
    days: known,
    published: published.get(row.documentId) ?? null,
    superseded: isSuperseded(row),
    main: null,
  };
}

const nothing: WeightedTerms = { of: new Map(), total: 0 };

/** A word so many characters away tells nothing of what is measured. */
const tellingCharacters = 120;
/** A name tells who or where, and only so much of what is counted. */
const nameShare = 0.5;

function tellingTerms(row: Found, deps: PlacedDeps): WeightedTerms {
  const of = new Map<number, number>();
  addTelling(row, deps, of);
  if (row.beside) addTelling(row.beside, deps, of);
  return weighted(of);
}

function addTelling(
  row: Row<"figures">,
  { index, passages, figuresIn, cueStarts }: PlacedDeps,
  of: Map<number, number>,
): void {
  const { reading, sentence } = row;
  const passage = passages(row.documentId, sentence.start);
  const rarest = termWeight(index, undefined);
  const taken = figuresIn(row).map(withUnit);
  taken.push(whoseSpan(row));
  passage?.terms.forEach((term, at) => {
    const start = passage.places[at] ?? sentence.start;
    const distance = start < reading.start ? reading.start - start : start - reading.end;
    if (distance >= tellingCharacters || index.termNames[term]?.startsWith("#")) return;
    if (taken.some((span) => start >= span.start && start < span.end)) return;
    if (cueStarts.has(`${row.documentId}|${start}`)) return;
    const share = isName(index, term) ? nameShare : 1;
    const weight = share * (termWeight(index, term) / rarest) * (1 - distance / tellingCharacters);
    if (weight > (of.get(term) ?? 0)) of.set(term, weight);
  });
}

/** "38 square kilometres", "2,400 people", "seven-year" */
function withUnit({ reading, sentence }: Row<"figures">): { start: number; end: number } {
  const { start, end, unit } = reading;
  const rest = sentence.text.slice(end - sentence.start);
  const hasMeasure = isMeasure(reading) && unit !== null && unit !== "people";
  const words = hasMeasure ? unitWords.exec(rest)?.[0].length : 0;
  const at = unit === null || hasMeasure ? -1 : rest.indexOf(unit);
  return {
    start,
    end: end + (at >= 0 && at < unitReach ? at + (unit?.length ?? 0) : (words ?? 0)),
  };
}

const unitWords = /^[\s-]{0,2}(?:(?:square|sq\.?|nautical|basis|per)\s)?[\p{L}%²]+/u;
const unitReach = 24;

function weighted(of: ReadonlyMap<number, number>): WeightedTerms {
  let total = 0;
  for (const weight of of.values()) total += weight;
  return { of, total };
}

function whoseSpan({ reading, sentence }: Row<"figures">): { start: number; end: number } {
  const { attributedTo } = reading;
  const at = attributedTo === null ? -1 : sentence.text.indexOf(attributedTo);
  return at < 0
    ? { start: -1, end: -1 }
    : { start: sentence.start + at, end: sentence.start + at + (attributedTo?.length ?? 0) };
}

function isName({ termNames, postings, nameUses }: PassageIndex, term: number): boolean {
  const name = termNames[term] ?? "";
  if (/^[=@]/.test(name)) return true;
  return !/^[~#]/.test(name) && (nameUses.get(name) ?? 0) * 2 > (postings[term]?.length ?? 0);
}

/** "seven of the dead", "two medics among 31 dead", "of the 118 aboard eight died" */
function isPart({ reading, sentence }: Found): boolean {
  const at = reading.start - sentence.start;
  const rest = sentence.text.slice(reading.end - sentence.start);
  return (
    reading.partOf !== null ||
    ofThose.test(rest) ||
    among.test(rest) ||
    (reading.what === "killed" && isFurther(sentence.text, at, rest)) ||
    (inAll.test(rest) && !isAll.test(rest)) ||
    (ofThe.test(sentence.text) && reading.start - sentence.start > ofTheWhole)
  );
}

/** "three more died", "another five were killed": these are added to others told before. */
function isFurther(text: string, at: number, rest: string): boolean {
  return (
    /^(?:\s\p{L}+)?\smore\b/u.test(rest) ||
    /\b(?:another|further|additional)\s$/i.test(text.slice(Math.max(0, at - 12), at))
  );
}

const ofThose = /^(?:\s[\p{L}-]+)?\sof\s(?:the|those|these|them|whom)\b/u;
const among =
  /^(?:\s[\p{L}-]+){1,3}\samong\s(?:the\s|those\s|at\sleast\s)?(?:\d|[a-z]+\s(?:dead|killed|wounded|people|victims))/u;
/** "Seven from the cutter and eight from the ferry, 15 in all": what comes before is a part. */
const inAll = /\b(?:in all|in total|altogether)\b/;
/** "Of the 118 people on board, eight died": what comes after the whole is a part. */
const ofThe = /^(?:\d{1,3}[.)]\s)?Of (?:the|these|those)\b/;
/** The whole stands within so many characters of the sentence's start. */
const ofTheWhole = 16;
const isAll = /^(?:\s[\p{L}-]+)?\s(?:in all|in total|altogether)\b/u;

/** How far from a number its sentence may tell of a time, in characters. */
const periodReach = 120;
const overTime =
  /\b(?:since(?! (?:dawn|midnight|noon|(?:this |early )?morning))|so far this|this (?:year|month|week)|(?:over|in|during|within) the (?:past|last|first)|in (?:19|20)\d\d|a (?:day|month|year)|annually)\b/i;

function isPeriod({ reading, sentence }: Found, days: readonly [string, string] | null): boolean {
  if (days && spanDays(days) > longestEvent) return true;
  const at = reading.start - sentence.start;
  return overTime.test(sentence.text.slice(Math.max(0, at - periodReach), at + periodReach));
}

function spanDays([from, to]: readonly [string, string]): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
