import { sentenceHash } from "./furniture.ts";
import type { Text } from "./texts.ts";

/** Texts are compared by runs of so many words ("shingles"). */
export const shingleWords = 3;
/** A sentence with fewer shingles of a source's own words brings no texts together. */
const leastShingles = 5;
/**
 * Two sentences meet when both minima of one of so many bands agree (MinHash: Broder 1997,
 * 10.1109/SEQUEN.1997.666900; bands: Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
 * ch. 3). With two minima to a band, sentences that share a fifth of their shingles meet with
 * probability .86, those that share three tenths with .99.
 */
const bands = 48;
/** Sentences that meet must have so many shingles in common, and this share of the shorter one's. */
const meeting = { shingles: 4, share01: 0.2 };
/** Of those that meet in one place, each is compared with so many of the first and of the last before it. */
const mostMet = { first: 3, before: 3 };
/** Two texts of which so many sentences have met need not meet again. */
const meetingsEnough = 4;
/** A text is compared word by word with so many earlier ones, those with most sentences in common. */
const mostCandidates = 12;
/** Seed of the hash functions: the same texts give the same candidates. */
const seed = 0x5eed;

/**
 * For each text (given in order of publication) the earlier texts of other sources with which it
 * may share words, best first. The work grows with the words: no pair is looked at that has not met.
 */
export function candidatesOf(texts: readonly Text[]): number[][] {
  const meetings = new Map<number, number>();
  const met = (earlier: number, later: number): number =>
    meetings.get(earlier * texts.length + later) ?? 0;
  const meet = (earlier: number, later: number) => {
    const key = earlier * texts.length + later;
    meetings.set(key, (meetings.get(key) ?? 0) + 1);
  };
  const sources = numbered(texts.map(({ card }) => card.sourceId));
  const mayMeet = (earlier: number, later: number) =>
    sources[earlier] !== sources[later] && met(earlier, later) < meetingsEnough;
  const units = unitsOf(texts, (earlier, later) => {
    if (mayMeet(earlier, later)) meet(earlier, later);
  });
  for (let band = 0; band < bands; band++)
    walkBand(units, band, (one, other) => {
      const [earlier, later] = [units.text[one] as number, units.text[other] as number];
      if (mayMeet(earlier, later) && shareShingles(units, one, other)) meet(earlier, later);
    });
  const found: { other: number; meetings: number }[][] = texts.map(() => []);
  for (const [key, number] of meetings)
    found[key % texts.length]?.push({ other: Math.floor(key / texts.length), meetings: number });
  return found.map((others) =>
    others
      .sort((a, b) => b.meetings - a.meetings || a.other - b.other)
      .slice(0, mostCandidates)
      .map(({ other }) => other),
  );
}

/** The same number for the same word. */
function numbered(words: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(words, (word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
}

/** Sentences as sorted sets of shingles, one after the other in `shingles`. */
type Units = {
  readonly text: Int32Array;
  readonly first: Int32Array;
  readonly shingles: Int32Array;
};

/**
 * The sentences that can bring texts together, each wording once: `repeated` is told of texts that
 * have a sentence word for word.
 */
function unitsOf(
  texts: readonly Text[],
  repeated: (earlier: number, later: number) => void,
): Units {
  const owners: number[] = [];
  const firsts: number[] = [0];
  const shingles: number[] = [];
  // Most wordings stand in one text only: a number for those, a list for the others.
  const holders = new Map<number, number | number[]>();
  texts.forEach((text, at) => {
    for (let sentence = 0; sentence < text.sentences.length; sentence++) {
      const own = shinglesOf(text, sentence);
      if (own.length < leastShingles) continue;
      const key = sentenceHash(text, sentence);
      const known = holders.get(key);
      if (known !== undefined) {
        const before = typeof known === "number" ? [known] : known;
        if (typeof known === "number") holders.set(key, before);
        if (before.at(-1) === at) continue;
        for (const earlier of before) repeated(earlier, at);
        if (before.length < mostMet.first + mostMet.before) before.push(at);
        else {
          // The first stay; of the others the last ones are remembered.
          before.splice(mostMet.first, 1);
          before.push(at);
        }
        continue;
      }
      holders.set(key, at);
      owners.push(at);
      for (const shingle of own) shingles.push(shingle);
      firsts.push(shingles.length);
    }
  });
  return {
    text: Int32Array.from(owners),
    first: Int32Array.from(firsts),
    shingles: Int32Array.from(shingles),
  };
}

/** The shingles of a sentence that hold only the source's own words, ascending, each once. */
function shinglesOf(text: Text, sentence: number): Int32Array {
  const from = text.firstWords[sentence] ?? 0;
  const end = (text.firstWords[sentence + 1] ?? 0) - shingleWords;
  const found = new Int32Array(Math.max(0, end - from + 1));
  let number = 0;
  for (let at = from; at <= end; at++)
    if (isOwnShingle(text, at)) found[number++] = shingleAt(text.words, at);
  const sorted = found.subarray(0, number).sort();
  let kept = 0;
  for (let at = 0; at < number; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number;
  return sorted.subarray(0, kept);
}

export function isOwnShingle({ own }: Text, at: number): boolean {
  for (let next = at; next < at + shingleWords; next++) if (own[next] !== 1) return false;
  return true;
}

/** The hash of `shingleWords` words in their order. */
export function shingleAt(words: Int32Array, at: number): number {
  let hash = 0x2545f491;
  for (let next = at; next < at + shingleWords; next++)
    hash = mix(Math.imul(hash, 0x9e3779b1) ^ (words[next] as number));
  return hash;
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every bit of the input moves every bit. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A place where sentences meet and the number of a sentence share one exact number of 53 bits. */
const placeBits = 2 ** 26;
const mostUnits = 2 ** 27;

const highestBit = 0x80000000 | 0;

/** Puts sentences with the same two minima side by side by sorting, and tells who stands together. */
function walkBand(
  units: Units,
  band: number,
  meet: (earlier: number, later: number) => void,
): void {
  const number = Math.min(units.text.length, mostUnits);
  const places = new Float64Array(number);
  const one = mix(seed + 2 * band);
  const two = mix(seed + 2 * band + 1);
  const { first, shingles } = units;
  for (let unit = 0; unit < number; unit++) {
    // With the highest bit turned, numbers of 32 bits compare with signs as they did without.
    let least = 0x7fffffff;
    let other = 0x7fffffff;
    const end = first[unit + 1] as number;
    for (let at = first[unit] as number; at < end; at++) {
      const shingle = shingles[at] as number;
      const a = mix(shingle ^ one) ^ highestBit;
      if (a < least) least = a;
      const b = mix(shingle ^ two) ^ highestBit;
      if (b < other) other = b;
    }
    const minima = least ^ highestBit ^ Math.imul(other ^ highestBit, 0x9e3779b1);
    places[unit] = ((mix(minima) >>> 0) % placeBits) * mostUnits + unit;
  }
  places.sort();
  let from = 0;
  for (let at = 0; at < number; at++) {
    const place = Math.floor((places[at] as number) / mostUnits);
    if (place !== Math.floor((places[from] as number) / mostUnits)) from = at;
    const unit = (places[at] as number) % mostUnits;
    const firstEnd = Math.min(from + mostMet.first, at);
    for (let other = from; other < firstEnd; other++)
      meet((places[other] as number) % mostUnits, unit);
    for (let other = Math.max(firstEnd, at - mostMet.before); other < at; other++)
      meet((places[other] as number) % mostUnits, unit);
  }
}

function shareShingles({ first, shingles }: Units, one: number, other: number): boolean {
  let i = first[one] as number;
  let j = first[other] as number;
  const iEnd = first[one + 1] as number;
  const jEnd = first[other + 1] as number;
  const least = Math.max(meeting.shingles, Math.min(iEnd - i, jEnd - j) * meeting.share01);
  let common = 0;
  while (i < iEnd && j < jEnd) {
    const a = shingles[i] as number;
    const b = shingles[j] as number;
    if (a === b && ++common >= least) return true;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return false;
}
