import type { Passage } from "../../document/passage.ts";
import { spanAt } from "../../document/span.ts";
import { type IndexedPassage, type PassageIndex, termWeight } from "../claims/passages.ts";

/** Makes the function that finds the sentence around a passage of any document of the index. */
export function createSentenceAt({
  passages,
}: PassageIndex): (passage: Pick<Passage, "documentId" | "start">) => IndexedPassage | undefined {
  const byDocument = new Map<string, IndexedPassage[]>();
  for (const passage of passages) {
    const list = byDocument.get(passage.documentId);
    if (list) list.push(passage);
    else byDocument.set(passage.documentId, [passage]);
  }
  return ({ documentId, start }) => spanAt(byDocument.get(documentId) ?? [], start);
}

/**
 * How much of the weight of the shorter of two sentences is common to both, 0 to 1. `plain` is the first
 * as it is written, where `a` also holds other words for it.
 */
export function commonShare(
  a: IndexedPassage,
  b: IndexedPassage,
  index: PassageIndex,
  plain = a,
): number {
  const others = new Set(b.terms);
  const weigh = (terms: readonly number[]) =>
    terms.reduce((sum, term) => sum + termWeight(index, term), 0);
  const fewer = Math.min(weigh(plain.terms), weigh(b.terms));
  const common = weigh(a.terms.filter((term) => others.has(term)));
  return fewer > 0 ? Math.min(1, common / fewer) : 0;
}
