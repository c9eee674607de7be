/** So many words are remembered before all are forgotten: far more than one document has. */
const mostRemembered = 20_000;

/**
 * Makes the function that says which of some tests (at most 30) a word passes, as bits: the first
 * test is 1, the second 2, the third 4. Answers are remembered, since the same words come again in
 * every document: one look-up per word then stands for all the tests.
 */
export function createTraits(
  tests: readonly ((word: string) => boolean)[],
): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    let bits = 0;
    for (const [index, test] of tests.entries()) if (test(word)) bits |= 1 << index;
    if (known.size >= mostRemembered) known.clear();
    known.set(word, bits);
    return bits;
  };
}
