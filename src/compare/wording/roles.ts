import type { Span } from "../../document/span.ts";
import type { Claim } from "../claims/claims.ts";
import type { Phrase } from "./phrase.ts";

/** A phrase of a sentence, by its number in the case. */
export type Placed = { readonly at: number; readonly span: Span; readonly phrase: Phrase };

/** So many documents of a claim are held against each other. */
export const mostOfClaim = 40;

/**
 * Collects phrases that have the same role in the same claim: between the same other phrases with
 * the same words between, in passages of different documents.
 *
 *     The navy turned back the trawlers off Norra.
 *                          ^^^^^^^^^^^^
 *     The navy turned back the fleet of intruders off Norra.     <- not: more stands between
 *     The navy turned back the intruders off Norra.
 *                          ^^^^^^^^^^^^^
 */
export function joinedRoles(claims: readonly Claim[]): {
  readonly add: (
    sentence: Span & { readonly card: { readonly id: string }; readonly text: string },
    phrases: readonly Placed[],
  ) => void;
  readonly pairs: () => (readonly [number, number])[];
} {
  const claimOf = new Map<string, number>();
  claims.forEach((claim, number) => {
    if (claim.origin !== "found") return;
    let taken = 0;
    for (const { stance, passages } of claim.cells) {
      if (stance === "silent" || stance === "unknown") continue;
      if (++taken > mostOfClaim) break;
      for (const { documentId, start } of passages) claimOf.set(`${documentId}|${start}`, number);
    }
  });
  const first = new Map<string, { readonly at: number; readonly documentId: string }>();
  const found: (readonly [number, number])[] = [];
  return {
    add: ({ card, start, text }, phrases) => {
      const claim = claimOf.get(`${card.id}|${start}`);
      if (claim === undefined) return;
      phrases.forEach(({ at, span, phrase }, index) => {
        const before = phrases[index - 1];
        const after = phrases[index + 1];
        if (!before || !after || phrase.named !== null) return;
        const between = (from: number, to: number) => text.slice(from - start, to - start);
        const key = [
          claim,
          slot(before.phrase),
          between(before.span.end, span.start),
          between(span.end, after.span.start),
          slot(after.phrase),
        ].join("|");
        const known = first.get(key);
        if (!known) first.set(key, { at, documentId: card.id });
        else if (known.documentId !== card.id && known.at !== at) found.push([known.at, at]);
      });
    },
    pairs: () => found,
  };
}

/** What makes a neighbour the same in another document. */
function slot({ named, head }: Phrase): string {
  return named ?? head;
}
