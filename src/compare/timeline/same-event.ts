import { type PassageIndex, termWeight } from "../claims/passages.ts";
import { compareText } from "../input.ts";
import type { Days, Mention } from "./mentions.ts";

/** Two clauses of one date tell of one event when this share of the lighter one's words is common … */
export const sameEventShare = 0.23;
/** … this share where one date lies within the other, or one lacks its year … */
export const withinDateShare = 0.28;
/** … and this share where one of the dates says when something was said. */
export const sayingShare = 0.5;
/** That the date is common counts as this part of a word: the rarer the date, the more. */
const dateShare = 0.5;
/** Dates start to count as rare from so many in the case on. */
const priorDates = 20;
/** A clause counts as no lighter than this, about two rare words: fewer tell too little. */
const leastWeight = 10;
/** A word that one in so many of an event's clauses holds is the event's word. */
const coreOneIn = 2;
/** An event is found again by its date and so many of its rarest words … */
const keysEach = 8;
/** … and for each of them at most so many events are looked at. */
const eventsPerKey = 32;
/** What a name alone is worth beside words in common. */
const nameOnly = 0.5;
/** Milliseconds from the first day of a month to its last, at most. */
const longestMonth = 30 * 86_400_000;
/** A date that spans more years is only held against the same date. */
const mostYears = 10;

/** Clauses that are joined as one: a single one, or the core of an event. */
type Part = {
  readonly members: readonly Mention[];
  readonly edtf: string;
  readonly days: Days | null;
  readonly terms: readonly number[];
  readonly weight: number;
  readonly isSaying: boolean;
  readonly claims: readonly string[];
  readonly oldNames: readonly number[];
};

type Open = {
  readonly at: number;
  readonly members: Mention[];
  readonly dates: Set<string>;
  readonly claims: Set<string>;
  readonly oldNames: Set<number>;
  readonly counts: Map<number, number>;
  readonly isSaying: boolean;
  /** The days that all its dates allow. */
  days: Days | null;
  weight: number;
};

/**
 * Joins clauses that tell of the same event: under one date, or under dates of which one lies within the
 * other, and with enough of their telling words in common or of one claim. The most typical clause of a
 * date comes first and the order of documents decides nothing; what was parted by an unlucky first is
 * joined in a second round over whole events. Each member list begins with its most typical clause.
 */
export function joinMentions(
  mentions: readonly Mention[],
  index: PassageIndex,
): (readonly Mention[])[] {
  const weights = index.termNames.map((_, term) => termWeight(index, term));
  const dates = new Map<string, number>();
  for (const { date } of mentions) dates.set(date, (dates.get(date) ?? 0) + 1);
  const dateWeight = (edtf: string) =>
    dateShare * Math.log(1 + (mentions.length + priorDates) / ((dates.get(edtf) ?? 0) + 1));
  const single = byTypicality(mentions, weights).map(
    (mention): Part => ({
      members: [mention],
      edtf: mention.date,
      days: mention.days,
      terms: mention.terms,
      weight: mention.weight,
      isSaying: mention.isSaying,
      claims: mention.claim === undefined ? [] : [mention.claim],
      oldNames: mention.oldNames,
    }),
  );
  const once = joinParts(single, weights, dateWeight);
  const cores = once
    .map((event) => coreOf(event, weights))
    .sort((a, b) => coarseness(a.days) - coarseness(b.days) || b.members.length - a.members.length);
  return joinParts(cores, weights, dateWeight).map(({ members }) => members);
}

/** Finer dates first; of one date, first what holds most of the words that others hold as well. */
function byTypicality(mentions: readonly Mention[], weights: readonly number[]): Mention[] {
  const holders = new Map<string, number>();
  for (const { date, terms } of mentions)
    for (const term of terms) {
      const key = `${date}|${term}`;
      holders.set(key, (holders.get(key) ?? 0) + 1);
    }
  return mentions
    .map((mention) => {
      let shared = 0;
      for (const term of mention.terms)
        shared += (weights[term] ?? 0) * Math.log(holders.get(`${mention.date}|${term}`) ?? 1);
      return { mention, typical: shared / Math.sqrt(mention.weight + 1) };
    })
    .sort(
      (a, b) =>
        coarseness(a.mention.days) - coarseness(b.mention.days) ||
        b.typical - a.typical ||
        compareText(a.mention.documentId, b.mention.documentId) ||
        a.mention.reading.start - b.mention.reading.start,
    )
    .map(({ mention }) => mention);
}

/** Puts each part to the event it is most like, or opens one for it. */
function joinParts(
  parts: readonly Part[],
  weights: readonly number[],
  dateWeight: (edtf: string) => number,
): Open[] {
  const events: Open[] = [];
  const byKey = new Map<string, Open[]>();
  for (const part of parts) {
    const words = keyWords(part, weights);
    const exact = words.map((word) => `${part.edtf}|${word}`);
    const within = bucketsOf(part).flatMap((bucket) => words.map((word) => `${bucket}|${word}`));
    // Finer dates have come before: only a coarse one looks for what lies within it.
    const asked = isDay(part.days) ? exact : [...exact, ...within];
    let best: { event: Open; score: number } | undefined;
    const seen = new Set<Open>();
    for (const key of asked)
      for (const event of byKey.get(key) ?? []) {
        if (seen.has(event)) continue;
        seen.add(event);
        const score = likeness(part, event, weights, dateWeight);
        if (score === 0 || score < (best?.score ?? 0)) continue;
        if (!best || score > best.score || event.at < best.event.at) best = { event, score };
      }
    const event = best?.event ?? open(part, events);
    if (best) add(event, part);
    for (const key of [...exact, ...within]) {
      const list = byKey.get(key);
      if (!list) byKey.set(key, [event]);
      else if (list.length < eventsPerKey && !list.includes(event)) list.push(event);
    }
  }
  return events;
}

function open(part: Part, events: Open[]): Open {
  const event: Open = {
    at: events.length,
    members: [],
    dates: new Set(),
    claims: new Set(),
    oldNames: new Set(),
    counts: new Map(),
    isSaying: part.isSaying,
    days: part.days,
    weight: 0,
  };
  events.push(event);
  add(event, part);
  return event;
}

function add(event: Open, part: Part): void {
  for (const mention of part.members) {
    event.members.push(mention);
    event.dates.add(mention.date);
    for (const name of mention.oldNames) event.oldNames.add(name);
    event.weight += mention.weight;
    if (mention.claim !== undefined) event.claims.add(mention.claim);
    for (const term of mention.terms) event.counts.set(term, (event.counts.get(term) ?? 0) + 1);
  }
  event.days = meet(event.days, part.days) ?? event.days;
}

/** An event by the words that at least half of its clauses hold. */
function coreOf(event: Open, weights: readonly number[]): Part {
  const terms = [...event.counts]
    .filter(([, count]) => count * 2 >= event.members.length)
    .map(([term]) => term)
    .sort((a, b) => a - b);
  return {
    members: event.members,
    edtf: event.members[0]?.date ?? "",
    days: event.days,
    terms,
    weight: terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0),
    isSaying: event.isSaying,
    claims: [...event.claims],
    oldNames: [...event.oldNames],
  };
}

/** How surely a part tells of an event; 0 where it does not. */
function likeness(
  part: Part,
  event: Open,
  weights: readonly number[],
  dateWeight: (edtf: string) => number,
): number {
  const isSame = event.dates.has(part.edtf);
  if (!isSame && !meet(event.days, part.days) && !isSameDayOfYear(part, event)) return 0;
  const size = event.members.length;
  let common = 0;
  for (const term of part.terms) {
    const count = event.counts.get(term) ?? 0;
    if (count > 0) common += (weights[term] ?? 0) * Math.min(1, (coreOneIn * count) / size);
  }
  const lighter = Math.max(leastWeight, Math.min(event.weight / size, part.weight));
  const date = isSame ? dateWeight(part.edtf) : 0;
  const share = (common + date) / (lighter + date);
  if (isSame && part.claims.some((claim) => event.claims.has(claim))) return 1 + share;
  const bar =
    event.isSaying || part.isSaying ? sayingShare : isSame ? sameEventShare : withinDateShare;
  if (common > 0 && share >= bar) return share;
  // A name alone comes after all that have words in common.
  return !part.isSaying && !event.isSaying && isSameOld(part, event) ? share * nameOnly : 0;
}

/**
 * "The massacre at Tarn of 26 February 1992", "the burning of Tarn in February 1992": an old date that is one
 * month or day at least, or that a finer one lies in, and a telling name.
 */
function isSameOld(part: Part, event: Open): boolean {
  const finer = Math.min(coarseness(part.days), coarseness(event.days));
  return finer <= longestMonth && part.oldNames.some((name) => event.oldNames.has(name));
}

/** "2 May" of no known year and 2 May of a known one. */
function isSameDayOfYear({ edtf, days }: Part, event: Open): boolean {
  return (
    days === null &&
    edtf.startsWith("XXXX-") &&
    isDay(event.days) &&
    event.days.from.slice(5) === edtf.slice(5)
  );
}

/** The days that two dates have in common; null where there are none. */
export function meet(a: Days | null, b: Days | null): Days | null {
  if (!a || !b) return null;
  const from = a.from >= b.from ? a.from : b.from;
  const to = a.to <= b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

function isDay(days: Days | null): days is Days {
  return days !== null && days.from === days.to;
}

function coarseness(days: Days | null): number {
  return days ? Date.parse(days.to) - Date.parse(days.from) : Number.MAX_SAFE_INTEGER;
}

function keyWords({ terms, claims, oldNames }: Part, weights: readonly number[]): string[] {
  const rare = [...terms]
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, keysEach);
  return [
    ...rare.map(String),
    ...oldNames.map((name) => `name ${name}`),
    ...claims.slice(0, keysEach).map((claim) => `claim ${claim}`),
  ];
}

/** The years in which a date lies, and for a day its place in the year. */
function bucketsOf({ edtf, days }: Part): string[] {
  if (!days) return edtf.startsWith("XXXX-") ? [edtf.slice(5)] : [];
  const first = Number(days.from.slice(0, 4));
  const last = Number(days.to.slice(0, 4));
  if (last - first >= mostYears) return [];
  const years = Array.from({ length: last - first + 1 }, (_, nth) => `year ${first + nth}`);
  return isDay(days) ? [...years, days.from.slice(5)] : years;
}
