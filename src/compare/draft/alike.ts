import type { Passage } from "../../document/passage.ts";
import { spanAt } from "../../document/span.ts";
import {
  type IndexedPassage,
  type PassageIndex,
  termWeight,
  weightsOf,
} from "../claims/passages.ts";

type Place = Pick<Passage, "documentId" | "start">;

/** Makes the function that finds the sentence around a passage of any document of the index; the same passage is found once. */
export function createSentenceAt({
  passages,
}: Pick<PassageIndex, "passages">): (passage: Place) => IndexedPassage | undefined {
  const byDocument = new Map<string, IndexedPassage[]>();
  for (const passage of passages) {
    const list = byDocument.get(passage.documentId);
    if (list) list.push(passage);
    else byDocument.set(passage.documentId, [passage]);
  }
  const known = new WeakMap<Place, { readonly sentence: IndexedPassage | undefined }>();
  return (passage) => {
    const before = known.get(passage);
    if (before) return before.sentence;
    const sentence = spanAt(byDocument.get(passage.documentId) ?? [], passage.start);
    known.set(passage, { sentence });
    return sentence;
  };
}

/**
 * Makes the function that tells how much of the weight of the shorter of two sentences is common to both,
 * 0 to 1. `plain` is the first as it is written, where `a` also holds other words for it.
 */
export function createCommonShare(
  index: PassageIndex,
): (a: IndexedPassage, b: IndexedPassage, plain?: IndexedPassage) => number {
  const weights = weightsOf(index);
  const unknown = termWeight(index, undefined);
  const weightOf = (term: number): number => weights[term] ?? unknown;
  const totals = new WeakMap<IndexedPassage, number>();
  const totalOf = (passage: IndexedPassage): number => {
    const known = totals.get(passage);
    if (known !== undefined) return known;
    let total = 0;
    for (const term of passage.terms) total += weightOf(term);
    totals.set(passage, total);
    return total;
  };
  return (a, b, plain = a) => {
    let common = 0;
    // Both are ascending.
    for (let one = 0, other = 0; one < a.terms.length && other < b.terms.length; ) {
      const [left, right] = [a.terms[one] as number, b.terms[other] as number];
      if (left === right) common += weightOf(left);
      if (left <= right) one++;
      if (right <= left) other++;
    }
    if (common === 0) return 0;
    const fewer = Math.min(totalOf(plain), totalOf(b));
    return fewer > 0 ? Math.min(1, common / fewer) : 0;
  };
}
