import { compareText } from "../input.ts";
import { cosine, sameEvent } from "./likeness.ts";
import type { Sketch } from "./sketch.ts";

/** Each document is held against so many that follow it in time and share a telling word. */
const neighbours = 12;
/** … and whose telling words alone give this much of the cosine of their words. */
const leastShared = 0.03;
/** Documents with less in common than this cosine of their words are not held against each other. */
const leastCommon = 0.05;
/** Two groups are held against each other by so many documents of each. */
const representatives = 3;
/** No pair of documents decides alone: likeness counts from minus this to this. */
const mostSure = 6;

/**
 * Groups documents of one event. Candidates come from a walk over each telling word's documents in
 * order of time; they are joined from the surest pair on, two groups only where they are alike on
 * average, so that no chain of pairs joins what is not alike. Work grows with the documents.
 */
export function clusterDocuments(
  sketches: readonly Sketch[],
  idOf: (document: number) => string,
): number[][] {
  const sorted = [...sketches].sort(
    (a, b) =>
      (a.published ?? 0) - (b.published ?? 0) || compareText(idOf(a.document), idOf(b.document)),
  );
  const pairs = candidates(sorted).flatMap(([left, right]) => {
    const [a, b] = [sorted[left], sorted[right]];
    if (!a || !b || cosine(a, b) < leastCommon) return [];
    const score = sameEvent(a, b);
    return score > 0 ? [{ left, right, score }] : [];
  });
  pairs.sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  const home = sorted.map((_, at) => at);
  const members = sorted.map((_, at) => [at]);
  for (const { left, right } of pairs) {
    const [one = left, other = right] = [home[left], home[right]];
    if (one === other) continue;
    const [own = [], joining = []] = [members[one], members[other]];
    if (alikeOnAverage(chosen(own, left), chosen(joining, right), sorted) <= 0) continue;
    const [larger, smaller] = own.length >= joining.length ? [one, other] : [other, one];
    const joined = members[larger] ?? [];
    for (const at of members[smaller] ?? []) {
      home[at] = larger;
      joined.splice(placeIn(joined, at), 0, at);
    }
    members[smaller] = [];
  }
  return members
    .filter((group) => group.length > 0)
    .map((group) => group.map((at) => sorted[at]?.document ?? -1).sort((a, b) => a - b));
}

/** Pairs of places in `sorted` that share a telling word and stand near each other in time. */
function candidates(sorted: readonly Sketch[]): [number, number][] {
  const last = new Map<number, number[]>();
  const pairs: [number, number][] = [];
  for (const [at, { keys }] of sorted.entries()) {
    const found = new Map<number, number>();
    for (const key of keys) {
      const weight = weightOf(sorted[at], key);
      const before = last.get(key);
      if (!before) last.set(key, [at]);
      else {
        for (const other of before)
          found.set(other, (found.get(other) ?? 0) + weight * weightOf(sorted[other], key));
        before.push(at);
        if (before.length > neighbours) before.shift();
      }
    }
    for (const [other, shared] of found) if (shared >= leastShared) pairs.push([other, at]);
  }
  return pairs;
}

/** The document that leads here, and those of its group that were published nearest to it. */
function chosen(group: readonly number[], lead: number): readonly number[] {
  const from = placeIn(group, lead) - Math.floor(representatives / 2);
  const first = Math.max(0, Math.min(from, group.length - representatives));
  return group.slice(first, first + representatives);
}

function weightOf(sketch: Sketch | undefined, term: number): number {
  return sketch?.weights.get(term) ?? 0;
}

/** Where `at` stands, or would stand, in an ascending list. */
function placeIn(group: readonly number[], at: number): number {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function alikeOnAverage(
  group: readonly number[],
  other: readonly number[],
  sorted: readonly Sketch[],
): number {
  let sum = 0;
  for (const left of group) {
    for (const right of other) {
      const [a, b] = [sorted[left], sorted[right]];
      if (a && b) sum += Math.max(-mostSure, Math.min(mostSure, sameEvent(a, b)));
    }
  }
  return sum / (group.length * other.length);
}
