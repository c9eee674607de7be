import { compareText } from "../input.ts";
import { cosine, sameEvent } from "./likeness.ts";
import type { Sketch } from "./sketch.ts";

/** Each document is held against so many that follow it in time and share a telling word. */
const neighbours = 12;
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
    const moved = members[smaller] ?? [];
    for (const at of moved) home[at] = larger;
    members[larger] = [...(members[larger] ?? []), ...moved].sort((a, b) => a - b);
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
    const found = new Set<number>();
    for (const key of keys) {
      const before = last.get(key);
      if (!before) last.set(key, [at]);
      else {
        for (const other of before) found.add(other);
        before.push(at);
        if (before.length > neighbours) before.shift();
      }
    }
    for (const other of found) pairs.push([other, at]);
  }
  return pairs;
}

/** The document that leads here, and the first others of its group. */
function chosen(group: readonly number[], lead: number): number[] {
  const few = [lead];
  for (const at of group) {
    if (few.length >= representatives) break;
    if (at !== lead) few.push(at);
  }
  return few;
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
