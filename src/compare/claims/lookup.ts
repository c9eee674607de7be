import { type PassageIndex, termWeight } from "./passages.ts";

/** How well a passage covers a statement. */
export type Match = {
  /** Index into `PassageIndex.passages`. */
  readonly passage: number;
  /** 0 to 1: the weight of the statement's terms found, over the weight of all. */
  readonly score: number;
  /** The statement's terms that stand in the passage itself, most telling first. */
  readonly shared: readonly string[];
};

/** Terms found only in the sentences just before count this much of their weight. */
const contextShare = 0.5;
/** How many sentences before a passage lend it their terms ("The offensive killed 13"). */
const contextSentences = 2;
/** The part of its weight that a term keeps in the total where no document holds it. */
const absentShare = 0.5;

/**
 * Finds the passages that speak of what a statement speaks of, best first per document.
 * Walks only the postings of the statement's own terms.
 */
export function lookUp(index: PassageIndex, terms: readonly string[]): Match[] {
  const weights = new Map<number, number>();
  let total = 0;
  for (const name of new Set(terms)) {
    const term = index.vocabulary.get(name);
    const weight = termWeight(index, term);
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
    if (match.shared.length >= Math.min(2, weights.size)) matches.push(match);
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
  const found = new Set<number>();
  let sum = 0;
  for (const term of passage?.terms ?? []) {
    const weight = weights.get(term);
    if (weight === undefined) continue;
    found.add(term);
    sum += weight;
  }
  const shared = [...found].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b);
  for (let back = 1; back <= contextSentences; back++) {
    const before = index.passages[at - back];
    if (!before || before.document !== passage?.document) break;
    for (const term of before.terms) {
      const weight = weights.get(term);
      if (weight === undefined || found.has(term)) continue;
      found.add(term);
      sum += weight * contextShare;
    }
  }
  return {
    passage: at,
    score: total > 0 ? sum / total : 0,
    shared: shared.map((term) => index.termNames[term] ?? ""),
  };
}
