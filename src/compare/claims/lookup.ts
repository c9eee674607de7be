import { type PassageIndex, termWeight } from "./passages.ts";

/** How well a passage covers a statement. */
export type Match = {
  /** Index into `PassageIndex.passages`. */
  readonly passage: number;
  /** 0 to 1: the weight of the statement's terms found, over the weight of all. */
  readonly score: number;
  /** The statement's terms that stand together in the passage. */
  readonly shared: ReadonlySet<number>;
};

/** Terms found only elsewhere in the sentence, or just before it, count this much of their weight. */
const contextShare = 0.5;
/** How many sentences before a passage lend it their terms ("The offensive killed 13"). */
const contextSentences = 2;
/** Terms stand together when they begin within so many characters: about a clause and a half. */
const windowCharacters = 180;
/** The part of its weight that a term keeps in the total where no document holds it. */
const absentShare = 0.5;
/** Names say more of what a statement is about than other words do. */
const nameFactor = 1.5;

/**
 * Finds the passages that speak of what a statement speaks of, best first. Walks only the postings
 * of the statement's own terms. `names` are those of its terms that are names.
 */
export function lookUp(
  index: PassageIndex,
  terms: readonly string[],
  names: ReadonlySet<string>,
): Match[] {
  const weights = new Map<number, number>();
  let total = 0;
  for (const name of new Set(terms)) {
    const term = index.vocabulary.get(name);
    const weight = termWeight(index, term) * (names.has(name) ? nameFactor : 1);
    total += term === undefined ? weight * absentShare : weight;
    if (term !== undefined) weights.set(term, weight);
  }
  const candidates = new Set<number>();
  for (const term of weights.keys()) {
    for (const passage of index.postings[term] ?? []) candidates.add(passage);
  }
  const matches: Match[] = [];
  for (const passage of candidates) {
    const match = scorePassage(index, passage, weights, total);
    if (match.shared.size >= Math.min(2, weights.size)) matches.push(match);
  }
  return matches.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function scorePassage(
  index: PassageIndex,
  at: number,
  weights: ReadonlyMap<number, number>,
  total: number,
): Match {
  const passage = index.passages[at];
  const held = (passage?.terms ?? [])
    .map((term, nth) => ({
      term,
      place: passage?.places[nth] ?? 0,
      weight: weights.get(term) ?? 0,
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.place - b.place);
  const { shared, sum: together } = bestWindow(held);
  let sum = together;
  const found = new Set(shared);
  const lend = (term: number) => {
    if (found.has(term)) return;
    found.add(term);
    sum += (weights.get(term) ?? 0) * contextShare;
  };
  for (const { term } of held) lend(term);
  for (let back = 1; back <= contextSentences; back++) {
    const before = index.passages[at - back];
    if (!before || before.document !== passage?.document) break;
    for (const term of before.terms) if (weights.has(term)) lend(term);
  }
  return { passage: at, score: total > 0 ? sum / total : 0, shared };
}

/** The heaviest set of terms that begin within `windowCharacters` of each other. */
function bestWindow(
  held: readonly { readonly term: number; readonly place: number; readonly weight: number }[],
): { shared: Set<number>; sum: number } {
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
  return { shared: new Set(held.slice(best.from, best.to).map(({ term }) => term)), sum: best.sum };
}
