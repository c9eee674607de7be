import type { Claim } from "./claims.ts";
import { type PassageIndex, termWeight } from "./passages.ts";

/** A statement that has so much of the weight of what a claim's passages have in common tells it. */
const listedShare = 0.6;

/**
 * The found claims that no statement of the checklist tells already. One does where the passage that
 * stands for the found claim is among its evidence, and it has most of the words that the found
 * claim's passages share. Looks at each passage of the evidence once.
 */
export function withoutListed(
  found: readonly Claim[],
  checklist: readonly Claim[],
  index: PassageIndex,
): Claim[] {
  const tellers = new Map<string, Claim[]>();
  for (const claim of checklist)
    for (const { stance, passages } of claim.cells) {
      if (stance === "silent" || stance === "unknown") continue;
      for (const passage of passages) {
        const place = placeOf(passage);
        const claims = tellers.get(place);
        if (claims) claims.push(claim);
        else tellers.set(place, [claim]);
      }
    }
  const weightOf = (term: string) => termWeight(index, index.vocabulary.get(term));
  return found.filter(
    ({ central, terms }) =>
      !central ||
      !tellers.get(placeOf(central))?.some((one) => shareTold(terms, one, weightOf) >= listedShare),
  );
}

/** The share of the terms' weight that the claim's statement has, 0 to 1. */
function shareTold(
  terms: readonly string[],
  claim: Claim,
  weightOf: (term: string) => number,
): number {
  const told = new Set(claim.terms);
  let all = 0;
  let common = 0;
  for (const term of terms) {
    const weight = weightOf(term);
    all += weight;
    if (told.has(term)) common += weight;
  }
  return all === 0 ? 0 : common / all;
}

function placeOf({ documentId, start }: { documentId: string; start: number }): string {
  return `${documentId}|${start}`;
}
