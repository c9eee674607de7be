/** What a word does to the words after it. */
export type Reach = {
  /** So many words after it are denied; 0 for most words. */
  readonly denies: number;
  /** So many words after it are left open ("whether"); 0 for most words. */
  readonly opens: number;
  /** No reach goes past it: a mark, or a word that begins another clause. */
  readonly stops: boolean;
  /** False for marks. */
  readonly word: boolean;
};

/** A negation reaches so many words onwards, a negating preposition only the phrase after it. */
export const reaches = { negator: 6, preposition: 2, question: 12 };

/**
 * Which tokens of a sentence stand under an odd number of negations, the negating word included,
 * and which a question leaves open. A name is one word however long: `inner` tells its later tokens.
 *
 *     The strait was never part of the treaty, and it is not known whether it will be.
 *                    ^^^^^ ^^^^ ^^ ^^^ ^^^^^^         ^^^ ^^^^^  denied
 *                                                               ^^^^^^^ ^^ ^^^^ ^^ open
 */
export function readReaches(
  tokens: readonly Reach[],
  inner: ReadonlySet<number>,
): { readonly denied: ReadonlySet<number>; readonly open: ReadonlySet<number> } {
  if (!tokens.some(({ denies, opens }) => denies > 0 || opens > 0)) return nothing;
  const denied = new Set<number>();
  const open = new Set<number>();
  tokens.forEach(({ denies, opens }, at) => {
    if (denies > 0) {
      // A negation of a negation takes it back.
      forReach(tokens, at, denies, inner, (next) => {
        if (!denied.delete(next)) denied.add(next);
      });
    }
    if (opens > 0) forReach(tokens, at, opens, inner, (next) => open.add(next));
  });
  return { denied, open };
}

const nothing = { denied: new Set<number>(), open: new Set<number>() };

function forReach(
  tokens: readonly Reach[],
  at: number,
  words: number,
  inner: ReadonlySet<number>,
  visit: (index: number) => void,
): void {
  let seen = 0;
  for (let next = at; next < tokens.length && seen <= words; next++) {
    const token = tokens[next];
    if (!token || (token.stops && next > at)) return;
    if (token.word && !inner.has(next)) seen++;
    visit(next);
  }
}
