/** What was found and wanted in one document, and how much of it is the same. */
export type Counts = { readonly hits: number; readonly found: number; readonly gold: number };

/** How many collections of documents are drawn. */
const samples = 2000;
/** The generator starts here, so that the same counts give the same interval. */
const seed = 20_210_224;

/**
 * 95 % percentile interval of a score over documents: as many documents as there are, are drawn
 * with replacement, again and again, and the score is taken of their summed counts (Efron and
 * Tibshirani 1993, An Introduction to the Bootstrap, section 13.3; documents as the units, since
 * the items of one text are alike). Deterministic. O(samples × documents).
 */
export function bootstrap(
  documents: readonly Counts[],
  score: (sum: Counts) => number,
): readonly [number, number] {
  if (documents.length === 0) return [0, 1];
  const next = randomFrom(seed);
  const scores: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const sum = { hits: 0, found: 0, gold: 0 };
    for (let draw = 0; draw < documents.length; draw++) {
      const one = documents[Math.floor(next() * documents.length)] as Counts;
      sum.hits += one.hits;
      sum.found += one.found;
      sum.gold += one.gold;
    }
    scores.push(score(sum));
  }
  scores.sort((a, b) => a - b);
  const at = (share: number) => scores[Math.round(share * (samples - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

/** Numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
