/** Texts are compared by runs of so many words; a shorter text is one run. */
const shingleWords = 3;
/** Two texts are alike when they have this share of their runs in common (Jaccard). */
export const alikeShare01 = 0.6;
/**
 * Two texts meet when all minima of one band agree (MinHash: Broder 1997,
 * doi:10.1109/SEQUEN.1997.666900). With 24 bands of 3 minima, texts that share .6 of their runs
 * meet with probability .997, those that share .2 with .18.
 */
export const bands = 24;
const minimaPerBand = 3;
const seed = 0x5eed;

/** Hashes of the runs of words of a text, ascending, each once. */
export function shinglesOf(words: string): Uint32Array {
  const hashes = words.split(" ").map(hashOf);
  const runs = Math.max(1, hashes.length - shingleWords + 1);
  const shingles = new Uint32Array(runs);
  for (let run = 0; run < runs; run++) {
    let hash = seed;
    for (let at = run; at < Math.min(run + shingleWords, hashes.length); at++)
      hash = mix(Math.imul(hash, 0x9e3779b1) ^ (hashes[at] as number));
    shingles[run] = hash;
  }
  shingles.sort();
  return shingles.filter((hash, at) => at === 0 || hash !== shingles[at - 1]);
}

/** One hash for each band: texts with the same one in any band may be alike. */
export function bandsOf(shingles: Uint32Array): Uint32Array {
  const found = new Uint32Array(bands);
  for (let band = 0; band < bands; band++) {
    let hash = seed + band;
    for (let minimum = 0; minimum < minimaPerBand; minimum++) {
      const salt = mix(seed + band * minimaPerBand + minimum + 1);
      let least = 0xffffffff;
      for (const shingle of shingles) least = Math.min(least, mix(shingle ^ salt));
      hash = mix(Math.imul(hash, 0x85ebca6b) ^ least);
    }
    found[band] = hash;
  }
  return found;
}

/** The share of runs of two texts that both have, in [0, 1]. */
export function likeness01(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] as number, other[j] as number];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared / (one.length + other.length - shared);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
