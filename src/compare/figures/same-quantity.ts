import { daysBetween, daysOf } from "../../document/edtf.ts";
import { spanAt } from "../../document/span.ts";
import { type PassageIndex, termWeight } from "../claims/passages.ts";
import { compareText, type Row } from "../input.ts";
import { boundsOf } from "./relate.ts";

type Found = Row<"figures">;

/** A figure with what stands around it. */
type Placed = {
  readonly row: Found;
  /** Terms near the figure, without the number itself. */
  readonly near: ReadonlySet<number>;
  /** "Seven of the dead", "seven and eight, 15 in all": a part, whether or not its whole is told. */
  readonly part: boolean;
  /** When it held: its own date, else the first that its sentence tells, else for a toll its publication. */
  readonly edtf: string | null;
};

/** Words this near to a figure, in characters, tell what it counts. */
const nearCharacters = 80;
/** Two figures count the same when this share of the weight of the fewer nearby words is common … */
const sameShare = 0.4;
/** … or this share where they name different places … */
const samePlaceShare = 0.6;
/** … or this share where the numbers are equal. */
const equalShare = 0.2;
/** Figures dated further apart than this do not count the same. */
const sameTimeDays = 31;
/** Each group is found again by so many of its rarest nearby words. */
const keysPerGroup = 6;

/**
 * Splits figures of one kind ("killed people") into those that count the same. Every figure is held
 * against the first of each group with which it shares a rare nearby word, so that the work does not
 * grow with the square of the figures.
 */
export function groupSameQuantity(
  rows: readonly Found[],
  index: PassageIndex,
  passages: PassageLookup,
  published: ReadonlyMap<string, string | null>,
): Found[][] {
  const groups: { readonly first: Placed; readonly rows: Found[] }[] = [];
  const byKey = new Map<string, Set<number>>();
  for (const row of rows) {
    const placed = place(row, passages, published.get(row.documentId) ?? null);
    const keys = keysOf(placed, index);
    const candidates = [...new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))];
    let best: { at: number; score: number } | undefined;
    for (const at of candidates.sort((a, b) => a - b)) {
      const group = groups[at];
      const score =
        group && !contradicts(group.rows, row) ? likeness(group.first, placed, index) : 0;
      if (score > (best?.score ?? 0)) best = { at, score };
    }
    const home = best ? groups[best.at] : undefined;
    if (home) home.rows.push(row);
    else groups.push({ first: placed, rows: [row] });
    const at = best?.at ?? groups.length - 1;
    for (const key of keys) {
      const known = byKey.get(key);
      if (known) known.add(at);
      else byKey.set(key, new Set([at]));
    }
  }
  return groups.map((group) => group.rows);
}

/** How surely two figures count the same; 0 where they do not. */
function likeness(a: Placed, b: Placed, index: PassageIndex): number {
  if (a.part !== b.part || !sameTime(a.edtf, b.edtf)) return 0;
  const common = weigh(
    [...a.near].filter((term) => b.near.has(term)),
    index,
  );
  const fewer = Math.min(weigh(a.near, index), weigh(b.near, index));
  const share = fewer > 0 ? common / fewer : 0;
  const equal = a.row.reading.value !== null && a.row.reading.value === b.row.reading.value;
  const places = [a.row.reading.place?.toLowerCase(), b.row.reading.place?.toLowerCase()];
  const apart = places[0] !== undefined && places[1] !== undefined && places[0] !== places[1];
  const bar = equal ? equalShare : apart ? samePlaceShare : sameShare;
  if (share >= bar) return share + (equal ? 1 : 0);
  // A toll is told in as many ways as there are reports: of one time and place it is one toll.
  return isToll(a) && !apart ? share + tollLikeness : 0;
}

/**
 * A writer who gives two numbers on the same word that cannot both hold counts two things with them.
 * A group's rows come in order of documents, so only its last ones are of the same document.
 */
function contradicts(rows: readonly Found[], { documentId, reading }: Found): boolean {
  const own = boundsOf(reading);
  for (let at = rows.length - 1; at >= 0 && rows[at]?.documentId === documentId; at--) {
    const other = rows[at]?.reading;
    if (!other || other.attributedTo !== reading.attributedTo) continue;
    const bounds = boundsOf(other);
    if (own[1] < bounds[0] || bounds[1] < own[0]) return true;
  }
  return false;
}

/** A toll joins the toll it is told beside, though any likeness of words weighs more. */
const tollLikeness = 0.01;

/** What an event costs as a whole: neither a part nor a length, a price or a share. */
function isToll({ row, part }: Placed): boolean {
  return !part && tolls.has(row.reading.what ?? "");
}

const tolls = new Set(["killed", "wounded", "missing", "displaced", "arrested"]);

function sameTime(a: string | null, b: string | null): boolean {
  const left = a === null ? null : daysOf(a);
  const right = b === null ? null : daysOf(b);
  if (!left?.from || !right?.from) return true;
  const [first, second] = left.from <= right.from ? [left, right] : [right, left];
  return first.to === null || daysBetween(first.to, second.from ?? first.to) <= sameTimeDays;
}

function weigh(terms: Iterable<number>, index: PassageIndex): number {
  let sum = 0;
  for (const term of terms) sum += termWeight(index, term);
  return sum;
}

function keysOf({ near, row, part }: Placed, index: PassageIndex): string[] {
  const rare = [...near]
    .map((term) => ({ term, weight: termWeight(index, term) }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, keysPerGroup)
    .map(({ term }) => `${part}|${term}`);
  const toll = tolls.has(row.reading.what ?? "") ? [`${part}|toll`] : [];
  return [...toll, ...rare, `${part}|value ${row.reading.value ?? row.reading.range?.join("-")}`];
}

/** Finds a sentence's terms by document and place. */
export type PassageLookup = (
  documentId: string,
  start: number,
) => PassageIndex["passages"][number] | undefined;

export function createPassageLookup(index: PassageIndex): PassageLookup {
  const at = new Map(
    index.passages.map((passage) => [`${passage.documentId}|${passage.start}`, passage]),
  );
  return (documentId, start) => at.get(`${documentId}|${start}`);
}

function place(row: Found, passages: PassageLookup, published: string | null): Placed {
  const { reading, sentence } = row;
  const passage = passages(row.documentId, sentence.start);
  const near = new Set<number>();
  passage?.terms.forEach((term, at) => {
    const start = passage.places[at] ?? sentence.start;
    const inside = spanAt([reading], start) !== undefined;
    const distance = start < reading.start ? reading.start - start : start - reading.end;
    if (!inside && distance <= nearCharacters) near.add(term);
  });
  const after = sentence.text.slice(
    reading.end - sentence.start,
    reading.end - sentence.start + 40,
  );
  const rest = sentence.text.slice(reading.end - sentence.start);
  const part =
    reading.partOf !== null ||
    /^(?:\s[\p{L}-]+)?\sof\s(?:the|those|these|them|whom)\b/u.test(after) ||
    (inAll.test(rest) && !isAll.test(rest)) ||
    (ofThe.test(sentence.text) && reading.start - sentence.start > ofTheWhole);
  // A toll without a date is that of the day it was published.
  const told = tolls.has(reading.what ?? "") && !part ? published : null;
  return { row, near, part, edtf: reading.edtf ?? passage?.dates[0] ?? told };
}

/** "Seven from the cutter and eight from the ferry, 15 in all": what comes before is a part. */
const inAll = /\b(?:in all|in total|altogether)\b/;
/** "Of the 118 people on board, eight died": what comes after the whole is a part. */
const ofThe = /^(?:\d{1,3}[.)]\s)?Of (?:the|these|those)\b/;
/** The whole stands within so many characters of the sentence's start. */
const ofTheWhole = 16;
const isAll = /^(?:\s[\p{L}-]+)?\s(?:in all|in total|altogether)\b/u;

/** Order that does not depend on how the engine broke ties. */
export function byPlace(a: Found, b: Found): number {
  return compareText(a.documentId, b.documentId) || a.reading.start - b.reading.start;
}
