import { type Span, spanAt } from "../../document/span.ts";
import type { Quantity } from "../figures/relate.ts";
import { type IndexedPassage, type PassageIndex, termWeight } from "./passages.ts";
import { exchangedVerb } from "./roles.ts";

/**
 * How alike two passages (by their indices) are. The one place in which this is told: a second voice
 * can join here without touching the walk that asks.
 */
export type Likeness = {
  /** 0 to 1; 0 where something keeps the two apart. */
  readonly score: (a: number, b: number) => number;
  /** The same, told term by term. */
  readonly explain: (a: number, b: number) => Likened;
};

export type Likened = {
  readonly score: number;
  /** What the two have in common, heaviest first, each with what it weighs. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /**
   * What keeps apart passages of common words: `little` in common, other `numbers`, or the `roles` of
   * who does what to whom the other way round; null where nothing does.
   */
  readonly apart: "little" | "numbers" | "roles" | null;
};

/** Two passages must share so many terms in all, one of them no name: who is named is not yet what is said. */
const minShared = 3;
/** … and these weigh so much together, unless the passages are the same word for word. */
const minSharedWeight = 11;
/** Passages at least this alike are the same but for a word. */
const sameWords = 0.95;
/**
 * Long sentences say several things: where the common words stand together in both, and what stands
 * between them there is mostly common too, they say the same if the words weigh enough.
 */
const together = { words: 14, share: 0.6, weight: 8.5, wordsWeight: 7 };

/** What a likeness by words weighs: passages without their speakers, and what each term weighs. */
export type Weighed = {
  readonly spoken: readonly IndexedPassage[];
  readonly weights: readonly number[];
};

/** Leaves out of each passage who says what it says, and weighs each term by how rare it is. */
export function weighPassages(index: PassageIndex): Weighed {
  return {
    spoken: index.passages.map(withoutSpeakers(index)),
    // A thing with several names brings the terms of all of them into a passage, and counts once.
    weights: index.termNames.map(
      (_, term) => termWeight(index, term) / (index.aliasTerms.get(term) ?? 1),
    ),
  };
}

/**
 * The default: likeness by words. The weight of the common terms over a mean of the two weights that
 * leans to the shorter passage, or the same for the stretches in which both hold them. Who says it and
 * whether it is denied plays no part, so that opposites meet; other numbers, and the same done by the
 * other side (see roles.ts), keep two passages apart.
 */
export function likenessByWords(
  index: PassageIndex,
  { spoken, weights }: Weighed = weighPassages(index),
): Likeness {
  const totals = spoken.map(({ terms }) => weigh(terms, weights));
  const named = Uint8Array.from(index.termNames, (name) => (index.names.has(name) ? 1 : 0));
  const isName = (term: number) => named[term] === 1;
  const tell = (at: number, other: number, common: readonly number[]) => {
    const a = spoken[at] as IndexedPassage;
    const b = spoken[other] as IndexedPassage;
    const little = { score: 0, apart: "little" } as const;
    if (common.length < minShared || !common.some((term) => !isName(term))) return little;
    const whole = alike(common, weights, totals[at] ?? 0, totals[other] ?? 0);
    if (weigh(common, weights) < minSharedWeight && whole < sameWords) return little;
    if (givesOther(a.figures, b.figures)) return { score: 0, apart: "numbers" } as const;
    if (exchangedVerb(a, b, isName) !== null) return { score: 0, apart: "roles" } as const;
    // Who and where is not yet what is said: a part that is alike must have a verb.
    const tells = common.some((term) => a.verbs.has(term) || b.verbs.has(term));
    const part = tells ? alikeTogether(a, b, common, weights, isName) : 0;
    return { score: Math.max(whole, part), apart: null };
  };
  const commonTo = (a: number, b: number) =>
    commonOf(spoken[a]?.terms ?? [], spoken[b]?.terms ?? []);
  return {
    score: (a, b) => tell(a, b, commonTo(a, b)).score,
    explain: (a, b) => {
      const common = commonTo(a, b);
      return {
        ...tell(a, b, common),
        terms: common
          .map((term) => ({ term: index.termNames[term] ?? "", weight: weights[term] ?? 0 }))
          .sort((x, y) => y.weight - x.weight),
      };
    },
  };
}

/** What terms weigh together. */
export function weigh(terms: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const term of terms) sum += weights[term] ?? 0;
  return sum;
}

/**
 * Makes the function that leaves out of a passage who says what it says, and that it is said: two
 * sayings of one person are not yet the same. The places of its terms become their order.
 *
 *     "No ship of ours would strike," said the spokesman of the ministry.
 *                                     ^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ left out
 */
function withoutSpeakers(index: PassageIndex): (passage: IndexedPassage) => IndexedPassage {
  const spans = index.attributions.map((attributions) =>
    disjoint(attributions.flatMap(({ source, cue }) => [...source, ...cue])),
  );
  return (passage) => {
    const said = spans[passage.document] ?? [];
    const kept = passage.places.map((place) => !spanAt(said, place));
    const places = ranksOf(passage.places);
    if (kept.every((keep) => keep)) return { ...passage, places };
    return {
      ...passage,
      terms: passage.terms.filter((_, at) => kept[at]),
      places: places.filter((_, at) => kept[at]),
    };
  };
}

/** The first of all, the second, …: how long a name is brings nothing nearer. */
function ranksOf(places: readonly number[]): number[] {
  const order = [...new Set(places)].sort((a, b) => a - b);
  const ranks = new Map(order.map((place, rank) => [place, rank]));
  return places.map((place) => ranks.get(place) ?? 0);
}

/** Spans sorted by start, those that overlap made one. */
function disjoint(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** True where both count and no number is common: "at least 13" and "15" are told apart, too. */
function givesOther(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  return (
    a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => one.value === other.value))
  );
}

/** A passage with few telling words must not be swallowed by any long one that holds them. */
const shorterShare = 0.6;

/** The weight of the common terms over a mean of the two weights that leans to the shorter passage. */
function alike(
  common: readonly number[],
  weights: readonly number[],
  totalA: number,
  totalB: number,
): number {
  const shared = weigh(common, weights);
  const base =
    shorterShare * Math.min(totalA, totalB) + (1 - shorterShare) * Math.max(totalA, totalB);
  return base > 0 ? shared / base : 0;
}

/** How alike the stretches are in which two passages hold their common words; 0 where too little is common. */
function alikeTogether(
  a: IndexedPassage,
  b: IndexedPassage,
  common: readonly number[],
  weights: readonly number[],
  isName: (term: number) => boolean,
): number {
  const inA = heaviestStretch(a, common, weights);
  const both = heaviestStretch(b, inA, weights);
  const shared = weigh(both, weights);
  if (both.length < minShared || shared < together.weight) return 0;
  if (
    weigh(
      both.filter((term) => !isName(term)),
      weights,
    ) < together.wordsWeight
  )
    return 0;
  const share =
    (2 * shared) / (weigh(termsAmong(a, both), weights) + weigh(termsAmong(b, both), weights));
  return share >= together.share ? share : 0;
}

/** Those of `terms` that stand within `together.words` of each other and weigh most. */
function heaviestStretch(
  passage: IndexedPassage,
  terms: readonly number[],
  weights: readonly number[],
): number[] {
  const placed = terms
    .map((term) => ({ term, place: passage.places[passage.terms.indexOf(term)] ?? 0 }))
    .sort((x, y) => x.place - y.place || x.term - y.term);
  let best = { from: 0, to: 0, sum: 0 };
  let sum = 0;
  let from = 0;
  placed.forEach(({ term, place }, to) => {
    sum += weights[term] ?? 0;
    while (place - (placed[from]?.place ?? 0) > together.words) {
      sum -= weights[placed[from]?.term ?? -1] ?? 0;
      from++;
    }
    if (sum > best.sum) best = { from, to: to + 1, sum };
  });
  return placed.slice(best.from, best.to).map(({ term }) => term);
}

/** All terms of a passage that stand between the first and the last of `terms`. */
function termsAmong(passage: IndexedPassage, terms: readonly number[]): number[] {
  const places = terms.map((term) => passage.places[passage.terms.indexOf(term)] ?? 0);
  const first = Math.min(...places);
  const last = Math.max(...places);
  return passage.terms.filter((_, at) => {
    const place = passage.places[at] ?? -1;
    return place >= first && place <= last;
  });
}

/** The numbers that two ascending lists have in common. */
export function commonOf(a: readonly number[], b: readonly number[]): number[] {
  const common: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) common.push(left);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return common;
}
