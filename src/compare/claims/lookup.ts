import { daysOf } from "../../document/edtf.ts";
import { compareQuantities } from "../figures/relate.ts";
import { type IndexedPassage, numbersOf, type PassageIndex, termWeight } from "./passages.ts";
import { createTellsOfOthers, exchangedVerb, mainRolesOf, rolesOf } from "./roles.ts";
import type { StatementReading } from "./statement.ts";

/** How well a passage covers a statement. */
export type Match = {
  /** Index into `PassageIndex.passages`. */
  readonly passage: number;
  /** 0 to 1, see `lookUp`. */
  readonly score: number;
  /** The statement's terms that stand together in the passage. */
  readonly shared: ReadonlySet<number>;
  /**
   * `says`: it may carry the statement. `names`: it is about the statement's names but has none of
   * its verbs and few of its other words; it may deny the statement in words of its own. `near`: it
   * lacks the statement's number, or tells who does what to whom the other way round.
   */
  readonly carries: "says" | "names" | "near";
};

/** Terms found only elsewhere in the sentence, or just before it, count this much of their weight. */
export const contextShare = 0.5;
/** A name that a text names again and again lends it this much of its weight in every sentence. */
export const topicShare = 0.3;
/** How many sentences before a passage lend it their terms ("The offensive killed 13"). */
export const contextSentences = 2;
/** Terms stand together when they begin within so many characters: about a clause and a half. */
const windowCharacters = 180;
/** The part of its weight that a term keeps in the total where no document holds it. */
export const absentShare = 0.5;
/** A date that a passage shares with a statement weighs as much as a word held by one sentence in so many. */
export const dateRarity = 20;
/** A passage that dates what the statement dates otherwise keeps this much of its score. */
const otherDateShare = 0.7;
/** A passage without any of a statement's verbs must hold this share of its words to carry it. */
const enoughWords = 0.35;
/** A passage that has none of a statement's verbs, in any form, keeps this much of its score. */
const verblessShare = 0.62;
/** … or this much where it counts what the statement counts. */
const verblessCountedShare = 0.8;
/** A figure that a passage shares with a statement weighs as much as a word of one sentence in so many. */
export const figureRarity = 20;
/** A passage that counts what the statement counts otherwise keeps this much of its score. */
const otherFigureShare = 0.7;
/**
 * A passage that names none of a statement's names keeps this much of its score, or more where names
 * are less than half of what the statement says …
 */
const namelessShare = 0.4;
/** … and all of it when it holds this much of the names' weight. */
const enoughNames = 0.7;

type Weight = { readonly weight: number; readonly name: boolean };

/**
 * Finds the passages that speak of what a statement speaks of, best first. Walks only the postings
 * of the statement's own terms. The score is the share of the weight of its terms that a passage
 * holds, lowered where the passage lacks its names (others may do the same), all its verbs (the same may do
 * something else) or dates it otherwise. `among` are the only passages that are looked at, where they are given.
 */
export function lookUp(
  index: PassageIndex,
  statement: StatementReading,
  among?: Iterable<number>,
): Match[] {
  const weights = new Map<number, Weight>();
  const totals = { names: 0, words: 0 };
  for (const name of statement.terms) {
    const term = index.vocabulary.get(name);
    const weight = termWeight(index, term);
    const isName = statement.names.has(name);
    totals[isName ? "names" : "words"] += term === undefined ? weight * absentShare : weight;
    if (term !== undefined) weights.set(term, { weight, name: isName });
  }
  const dateWeight = statement.dates.length > 0 ? Math.log(1 + dateRarity) : 0;
  const figureWeight = statement.figures.length > 0 ? Math.log(1 + figureRarity) : 0;
  const total = totals.names + totals.words + dateWeight + figureWeight;
  const candidates = new Set<number>(among);
  if (!among)
    for (const term of weights.keys())
      for (const passage of index.postings[term] ?? []) candidates.add(passage);
  const verbs = numbersOf(index, statement.verbs);
  const matches: Match[] = [];
  const least = Math.min(2, statement.terms.length);
  // A figure or date in common counts as a word.
  const others = Math.min(1, statement.figures.length) + Math.min(1, statement.dates.length);
  const numbers = statement.terms
    .filter((name) => name.startsWith("#"))
    .map((name) => index.vocabulary.get(name) ?? -1);
  const figureIn = createFigureIn(index, statement);
  const roles = rolesOf(index, statement);
  const tellsOfOthers = createTellsOfOthers(index, mainRolesOf(index, statement));
  const isName = (term: number) => index.names.has(index.termNames[term] ?? "");
  for (const at of candidates) {
    const passage = index.passages[at];
    if (!passage) continue;
    const held = heldBy(passage, weights);
    // Most passages share one word: nothing more is asked of them.
    if (held.length + others < least) continue;
    const { shared, names, words } = coverage(index, passage, at, weights, held);
    const date = compareDates(statement.dates, passage.dates);
    const figure = figureIn(passage);
    if (shared.size + Number(date === "same") + Number(figure === "same") < least) continue;
    const verbless = statement.verbs.size > 0 && !passage.terms.some((term) => verbs.has(term));
    const sum =
      names + words + (date === "same" ? dateWeight : 0) + (figure === "same" ? figureWeight : 0);
    const score =
      (sum / total) *
      nameShareOf(names, totals.names, total) *
      (verbless ? (figure === "same" ? verblessCountedShare : verblessShare) : 1) *
      (date === "other" ? otherDateShare : 1) *
      (figure === "other" ? otherFigureShare : 1);
    const worded = !verbless || words >= totals.words * enoughWords;
    const counted =
      (statement.figures.length === 0 || figure === "same") &&
      numbers.every((term) => passage.terms.includes(term));
    const carries =
      !counted || exchangedVerb(passage, roles, isName) !== null || tellsOfOthers(passage)
        ? "near"
        : worded
          ? "says"
          : "names";
    matches.push({ passage: at, score, shared, carries });
  }
  return matches.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** Makes the function that tells whether a passage counts what a statement counts. */
export function createFigureIn(
  index: PassageIndex,
  { figures }: Pick<StatementReading, "figures">,
): (passage: IndexedPassage) => ReturnType<typeof compareQuantities> {
  const values = figures.flatMap(({ value }) => {
    const term = value === null ? undefined : index.vocabulary.get(`#${value}`);
    return term === undefined ? [] : [term];
  });
  return (passage) =>
    values.some((value) => passage.terms.includes(value))
      ? "same"
      : compareQuantities(figures, passage.figures);
}

/** Passages whose bound lies this little below a score are still looked at: sums are made in another order. */
const rounding = 1e-9;

/**
 * Makes the function that gives, in each document, the passage that holds most of some terms, where its
 * score (as `lookUp` gives it for a statement of these terms alone) is
 * at least `least`. One walk over the terms' postings adds up what each passage can reach at most; only where that is enough is it looked at.
 */
export function createNearest(
  index: PassageIndex,
  least: number,
): (terms: readonly string[], isLeftOut: (document: number) => boolean) => Map<number, Nearest> {
  const { passages, postings } = index;
  const documents = Int32Array.from(passages, ({ document }) => document);
  const counts = new Uint16Array(passages.length);
  const words = new Float64Array(passages.length);
  const names = new Float64Array(passages.length);
  const seen: number[] = [];
  const reach = (sums: Float64Array, at: number) =>
    (sums[at] as number) +
    contextShare *
      ((at > 0 ? (sums[at - 1] as number) : 0) + (at > 1 ? (sums[at - 2] as number) : 0));
  return (terms, isLeftOut) => {
    const weights = new Map<number, Weight>();
    const totals = { names: 0, words: 0 };
    for (const name of terms) {
      const term = index.vocabulary.get(name);
      if (term === undefined) continue;
      const weight = termWeight(index, term);
      const isName = index.names.has(name);
      totals[isName ? "names" : "words"] += weight;
      weights.set(term, { weight, name: isName });
      const sums = isName ? names : words;
      for (const at of postings[term] ?? []) {
        if (counts[at] === 0) seen.push(at);
        (counts[at] as number)++;
        (sums[at] as number) += weight;
      }
    }
    const total = totals.names + totals.words;
    const byTopic = new Map<number, number>();
    const lent = (document: number): number => {
      const known = byTopic.get(document);
      if (known !== undefined) return known;
      let sum = 0;
      for (const [term, { weight, name }] of weights)
        if (name && index.topics[document]?.has(term)) sum += weight * topicShare;
      byTopic.set(document, sum);
      return sum;
    };
    const fewest = Math.min(2, terms.length);
    const nearest = new Map<number, Nearest>();
    for (const at of seen) {
      if ((counts[at] as number) < fewest) continue;
      const document = documents[at] as number;
      const best = nearest.get(document);
      const bar = Math.max(least, best?.score ?? 0) - rounding;
      const most = reach(names, at) + lent(document);
      if (scoreOf(most, reach(words, at), totals, total) < bar || isLeftOut(document)) continue;
      const passage = passages[at] as IndexedPassage;
      const held = heldBy(passage, weights);
      const covered = coverage(index, passage, at, weights, held);
      if (covered.shared.size < fewest) continue;
      const score = scoreOf(covered.names, covered.words, totals, total);
      if (score < least) continue;
      if (!best || score > best.score || (score === best.score && at < best.passage))
        nearest.set(document, { passage: at, score });
    }
    for (const at of seen) {
      counts[at] = 0;
      words[at] = 0;
      names[at] = 0;
    }
    seen.length = 0;
    return nearest;
  };
}

/**
 * Makes the function that gives the passages whose score for a statement, as `lookUp` gives it, can be
 * `least` or more, by what they and the sentences before them hold at most: of those documents alone in
 * which one can be `best`.
 */
export function createReach(
  index: PassageIndex,
): (statement: StatementReading, least: number, best: number) => number[] {
  const { postings } = index;
  const documents = new Int32Array(index.passages.length);
  for (let at = 0; at < documents.length; at++) documents[at] = index.passages[at]?.document ?? -1;
  const sums = new Float64Array(index.passages.length);
  const isSeen = new Uint8Array(index.passages.length);
  const lends = index.topics.map(({ size }) => size > 0);
  return (statement, least, best) => {
    const seen: number[] = [];
    const names: (readonly [term: number, lent: number])[] = [];
    let total = 0;
    let known = 0;
    for (const name of statement.terms) {
      const term = index.vocabulary.get(name);
      const weight = termWeight(index, term);
      total += term === undefined ? weight * absentShare : weight;
      if (term === undefined) continue;
      known += weight;
      if (statement.names.has(name)) names.push([term, weight * topicShare]);
      for (const at of postings[term] ?? []) {
        if (isSeen[at] === 0) {
          isSeen[at] = 1;
          seen.push(at);
        }
        (sums[at] as number) += weight;
      }
    }
    const counts =
      (statement.dates.length > 0 ? Math.log(1 + dateRarity) : 0) +
      (statement.figures.length > 0 ? Math.log(1 + figureRarity) : 0);
    const barOf = (share: number) => (share - rounding) * (total + counts) - counts;
    const mostLent = names.reduce((sum, [, lent]) => sum + lent, 0);
    const reaches = (at: number, bar: number): boolean => {
      const own = sums[at] as number;
      // What it holds itself is lent to it by no other.
      const before = Math.min((sums[at - 1] ?? 0) + (sums[at - 2] ?? 0), known - own);
      const most = own + contextShare * before;
      if (most >= bar) return true;
      if (most + mostLent < bar) return false;
      const document = documents[at] as number;
      if (!lends[document]) return false;
      let lent = 0;
      for (const [term, share] of names) if (index.topics[document]?.has(term)) lent += share;
      return most + lent >= bar;
    };
    const among = new Set<number>();
    const [bar, bestBar] = [barOf(least), barOf(best)];
    for (const at of seen) if (reaches(at, bestBar)) among.add(documents[at] as number);
    const found =
      among.size === 0
        ? []
        : seen.filter((at) => among.has(documents[at] as number) && reaches(at, bar));
    for (const at of seen) {
      sums[at] = 0;
      isSeen[at] = 0;
    }
    return found;
  };
}

export type Nearest = Pick<Match, "passage" | "score">;

/** The share of the terms' weight, lowered where too much of the names' is lacking. */
function scoreOf(
  names: number,
  words: number,
  totals: { readonly names: number; readonly words: number },
  total: number,
): number {
  return ((names + words) / total) * nameShareOf(names, totals.names, total);
}

/** What is left of a score where so much of the names' weight is there; `total` is the whole weight. */
function nameShareOf(names: number, ofNames: number, total: number): number {
  const named = ofNames > 0 ? Math.min(1, names / ofNames / enoughNames) : 1;
  return 1 - (1 - namelessShare) * (1 - named) * Math.min(1, (2 * ofNames) / total);
}

/** Whether any day is common to two lists of dates; `none` where one of them is empty. */
export function compareDates(
  a: readonly string[],
  b: readonly string[],
): "same" | "other" | "none" {
  if (a.length === 0 || b.length === 0) return "none";
  return a.some((one) => b.some((other) => daysMeet(one, other))) ? "same" : "other";
}

function daysMeet(a: string, b: string): boolean {
  const left = daysOf(knownEnd(a));
  const right = daysOf(knownEnd(b));
  if (!left || !right) return true;
  return (left.from ?? "") <= (right.to ?? "9999") && (right.from ?? "") <= (left.to ?? "9999");
}

/** "since 1974" is compared as 1974: else every later date would meet it. */
function knownEnd(edtf: string): string {
  return edtf.replace(/^\.\.\/|\/\.\.$/, "");
}

/** A term of the statement in a passage: where it stands there, and its weight. */
type Held = { readonly term: number; readonly place: number; readonly weight: number };

/** The statement's terms that a passage holds, in no order. */
function heldBy({ terms, places }: IndexedPassage, weights: ReadonlyMap<number, Weight>): Held[] {
  const held: Held[] = [];
  for (let nth = 0; nth < terms.length; nth++) {
    const term = terms[nth] as number;
    const weight = weights.get(term)?.weight ?? 0;
    if (weight > 0) held.push({ term, place: places[nth] ?? 0, weight });
  }
  return held;
}

function coverage(
  index: PassageIndex,
  passage: IndexedPassage,
  at: number,
  weights: ReadonlyMap<number, Weight>,
  unsorted: readonly Held[],
): { shared: Set<number>; names: number; words: number } {
  const held = [...unsorted].sort((a, b) => a.place - b.place || a.term - b.term);
  const shared = bestWindow(held);
  const found = new Set<number>();
  const sums = { names: 0, words: 0 };
  const add = (term: number, share: number) => {
    const weight = weights.get(term);
    if (!weight || found.has(term)) return;
    found.add(term);
    sums[weight.name ? "names" : "words"] += weight.weight * share;
  };
  for (const term of shared) add(term, 1);
  for (const { term } of held) add(term, contextShare);
  for (let back = 1; back <= contextSentences; back++) {
    const before = index.passages[at - back];
    if (!before || before.document !== passage.document) break;
    for (const term of before.terms) add(term, contextShare);
  }
  // What a text is about throughout need not be named in each sentence.
  const topics = index.topics[passage.document];
  if (topics && topics.size > 0)
    for (const [term, { name }] of weights) if (name && topics.has(term)) add(term, topicShare);
  return { shared, ...sums };
}

/** The heaviest set of terms that begin within `windowCharacters` of each other. */
function bestWindow(held: readonly Held[]): Set<number> {
  let best = { from: 0, to: 0, sum: 0 };
  let sum = 0;
  let from = 0;
  held.forEach(({ place, weight }, to) => {
    sum += weight;
    while (place - (held[from]?.place ?? 0) > windowCharacters) {
      sum -= held[from]?.weight ?? 0;
      from++;
    }
    if (sum > best.sum) best = { from, to: to + 1, sum };
  });
  return new Set(held.slice(best.from, best.to).map(({ term }) => term));
}
