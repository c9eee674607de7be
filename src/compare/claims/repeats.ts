import type { ReadTerms } from "./passages.ts";

/** A claim as its words: its statement, and the passages that carry it. */
export type WordedClaim = { readonly id: string; readonly texts: readonly string[] };

/** How well a text repeats a claim, and by which words: the score is the sum of their weights. */
export type Repeat = {
  readonly claimId: string;
  readonly score: number;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
};

/** Okapi BM25 (Robertson and Zaragoza 2009, 10.1561/1500000019): how soon more of a word adds nothing … */
export const saturation = 1.2;
/** … and how much a claim of many words must hold more of them. */
export const lengthShare = 0.75;

type Holder = { readonly claim: number; readonly count: number };

/**
 * Makes the function that lists the claims a text (a post, a sentence) repeats, best first, at most
 * `most` of them. Walks only the claims that hold one of the text's words.
 */
export function createRepeatFinder(
  claims: readonly WordedClaim[],
  readTerms: ReadTerms,
): (text: string, most: number) => Repeat[] {
  const holders = new Map<string, Holder[]>();
  const lengths = claims.map(({ texts }, claim) => {
    const counts = new Map<string, number>();
    let length = 0;
    for (const text of texts)
      for (const term of readTerms(text)) {
        counts.set(term, (counts.get(term) ?? 0) + 1);
        length++;
      }
    for (const [term, count] of counts) {
      const list = holders.get(term);
      if (list) list.push({ claim, count });
      else holders.set(term, [{ claim, count }]);
    }
    return length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, claims.length);
  return (text, most) => {
    const found = new Map<number, { term: string; weight: number }[]>();
    for (const term of new Set(readTerms(text))) {
      const list = holders.get(term) ?? [];
      const rarity = Math.log(1 + (claims.length - list.length + 0.5) / (list.length + 0.5));
      for (const { claim, count } of list) {
        const long = 1 - lengthShare + (lengthShare * (lengths[claim] ?? 0)) / mean;
        const weight = (rarity * count * (saturation + 1)) / (count + saturation * long);
        const terms = found.get(claim);
        if (terms) terms.push({ term, weight });
        else found.set(claim, [{ term, weight }]);
      }
    }
    return [...found]
      .map(([claim, terms]) => ({
        claim,
        claimId: claims[claim]?.id ?? "",
        score: terms.reduce((sum, { weight }) => sum + weight, 0),
        terms: terms.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1)),
      }))
      .sort((a, b) => b.score - a.score || a.claim - b.claim)
      .slice(0, most)
      .map(({ claimId, score, terms }) => ({ claimId, score, terms }));
  };
}
