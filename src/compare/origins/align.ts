import { isOwnShingle, shingleAt, shingleWords } from "./candidates.ts";
import type { Text } from "./texts.ts";

/** Words of `a` and `b` that are the same, pair by pair, both ascending. */
export type Block = { readonly a: readonly number[]; readonly b: readonly number[] };

/** A shingle that stands in a text more often than this says nothing about where it was copied from. */
const mostPlaces = 4;
/** Up to so many of a source's own words may be changed between two runs of the same words … */
const longestGapWords = 14;
/** … and up to so many words with the quotations that stand between them. */
const longestGap = 240;
/** So many blocks are open to go on at one time. */
const mostOpen = 16;
/**
 * What a passage must weigh to be told: its own words that are the same, less those that are not
 * (the longer of what stands between in either text).
 */
export const leastWeight = 16;
/** What a further passage must weigh, where the two texts share so many own words already. */
const further = { weight: 8, words: 40 };
/** Gaps of up to so many words times words are compared word by word. */
const mostCells = 40_000;

/**
 * The passages that two texts share, in the order of `b`. Runs of the same shingles are joined
 * while they go on in both texts with few words changed between them; then the words between are
 * aligned. Linear in the words but for short gaps.
 */
export function alignTexts(a: Text, b: Text): Block[] {
  const own = { a: sums(a.own), b: sums(b.own) };
  const blocks = joinSeeds(own, seedsOf(a, b))
    .map((seeds) => heaviest(own, fill(a, b, seeds)))
    .filter(({ weight }) => weight >= further.weight);
  const anchors = blocks.filter(({ weight }) => weight >= leastWeight);
  const words = anchors.reduce((sum, { block }) => sum + ownWords(a, b, block), 0);
  return withoutOverlap(words >= further.words ? blocks : anchors);
}

/** How many own words stand before each word of both texts. */
type OwnBefore = { readonly a: Int32Array; readonly b: Int32Array };
type Weighed = { readonly block: Block; readonly weight: number };

/** Number of pairs in which the word is the source's own in both texts. */
export function ownWords(a: Text, b: Text, block: Block): number {
  let words = 0;
  for (let at = 0; at < block.a.length; at++)
    if (a.own[block.a[at] as number] === 1 && b.own[block.b[at] as number] === 1) words++;
  return words;
}

type Seed = { readonly a: number; readonly b: number };

/** Places of the same own shingle in both texts, in the order of `b`. */
function seedsOf(a: Text, b: Text): Seed[] {
  const table = createPlaces(a);
  const seeds: Seed[] = [];
  for (let at = 0; at + shingleWords <= b.words.length; at++) {
    if (!isOwnShingle(b, at)) continue;
    const place = table.last(shingleAt(b.words, at));
    if (place < 0) continue;
    let number = 0;
    for (let one = place; one >= 0; one = table.before(one)) number++;
    if (number > mostPlaces) continue;
    const from = seeds.length;
    for (let one = place; one >= 0; one = table.before(one)) seeds.push({ a: one, b: at });
    if (number > 1) seeds.splice(from, number, ...seeds.slice(from).reverse());
  }
  return seeds;
}

/** The last place of each own shingle of a text, and before each place the one before it; -1 for none. */
function createPlaces(text: Text): {
  readonly last: (shingle: number) => number;
  readonly before: (place: number) => number;
} {
  const { words } = text;
  const before = new Int32Array(words.length).fill(-1);
  const keys = new Int32Array(words.length);
  // A table of open addresses, at most half full: it is made anew for each pair of texts.
  const mask = 2 ** Math.ceil(Math.log2(2 * words.length + 2)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const slotOf = (shingle: number): number => {
    let slot = shingle & mask;
    for (let place = table[slot] as number; place >= 0; place = table[slot] as number) {
      if (keys[place] === shingle) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  for (let at = 0; at + shingleWords <= words.length; at++) {
    if (!isOwnShingle(text, at)) continue;
    const shingle = shingleAt(words, at);
    const slot = slotOf(shingle);
    before[at] = table[slot] as number;
    keys[at] = shingle;
    table[slot] = at;
  }
  return {
    last: (shingle) => table[slotOf(shingle)] as number,
    before: (place) => before[place] as number,
  };
}

/** Joins seeds that follow each other in both texts, each to the block whose end is nearest. */
function joinSeeds(own: OwnBefore, seeds: readonly Seed[]): Seed[][] {
  const done: Seed[][] = [];
  let open: Seed[][] = [];
  for (const seed of seeds) {
    let best: { block: Seed[]; cost: number } | null = null;
    for (const block of open) {
      const last = block.at(-1) as Seed;
      const [da, db] = [seed.a - last.a, seed.b - last.b];
      if (da <= 0 || db <= 0 || da > longestGap || db > longestGap) continue;
      const gapA = ownIn(own.a, last.a + shingleWords, seed.a);
      const gapB = ownIn(own.b, last.b + shingleWords, seed.b);
      if (gapA > longestGapWords || gapB > longestGapWords) continue;
      const cost = Math.abs(da - db) * 2 + da + db;
      if (!best || cost < best.cost) best = { block, cost };
    }
    if (best) best.block.push(seed);
    else open.push([seed]);
    if (open.length > mostOpen) {
      const [oldest] = open.splice(open.indexOf(stalest(open)), 1);
      if (oldest) done.push(oldest);
    }
    const still = open.filter((block) => seed.b - (block.at(-1) as Seed).b <= longestGap);
    if (still.length < open.length) {
      for (const block of open) if (!still.includes(block)) done.push(block);
      open = still;
    }
  }
  return [...done, ...open].filter((block) => block.length > 1);
}

function stalest(open: readonly Seed[][]): Seed[] {
  return open.reduce((one, other) =>
    (other.at(-1) as Seed).b < (one.at(-1) as Seed).b ? other : one,
  );
}

function sums(own: Uint8Array): Int32Array {
  const before = new Int32Array(own.length + 1);
  for (let at = 0; at < own.length; at++)
    before[at + 1] = (before[at] as number) + (own[at] as number);
  return before;
}

function ownIn(before: Int32Array, from: number, to: number): number {
  return to <= from ? 0 : (before[to] as number) - (before[from] as number);
}

/** The pairs of a block: the words of its seeds, and between them the longest common subsequence. */
function fill(a: Text, b: Text, seeds: readonly Seed[]): Block {
  const pairs: Seed[] = [];
  for (const seed of seeds) {
    for (let at = 0; at < shingleWords; at++) {
      const last = pairs.at(-1);
      const pair = { a: seed.a + at, b: seed.b + at };
      if (last && (pair.a <= last.a || pair.b <= last.b)) continue;
      if (last)
        for (const between of commonWords(a, b, {
          from: { a: last.a + 1, b: last.b + 1 },
          to: pair,
        }))
          pairs.push(between);
      pairs.push(pair);
    }
  }
  return { a: pairs.map((pair) => pair.a), b: pairs.map((pair) => pair.b) };
}

/** Longest common subsequence of the words of two gaps; of long ones only what both begin and end with. */
function commonWords(
  { words: a }: Text,
  { words: b }: Text,
  { from, to }: { readonly from: Seed; readonly to: Seed },
): Seed[] {
  const pairs: Seed[] = [];
  let [i, j] = [from.a, from.b];
  while (i < to.a && j < to.b && a[i] === b[j]) pairs.push({ a: i++, b: j++ });
  const ends: Seed[] = [];
  let [iEnd, jEnd] = [to.a, to.b];
  while (iEnd > i && jEnd > j && a[iEnd - 1] === b[jEnd - 1]) ends.push({ a: --iEnd, b: --jEnd });
  const [height, width] = [iEnd - i, jEnd - j];
  if (height > 0 && width > 0 && height * width <= mostCells) {
    const lengths = new Int32Array((height + 1) * (width + 1));
    const at = (row: number, column: number) => row * (width + 1) + column;
    for (let row = height - 1; row >= 0; row--)
      for (let column = width - 1; column >= 0; column--)
        lengths[at(row, column)] =
          a[i + row] === b[j + column]
            ? (lengths[at(row + 1, column + 1)] as number) + 1
            : Math.max(
                lengths[at(row + 1, column)] as number,
                lengths[at(row, column + 1)] as number,
              );
    for (let row = 0, column = 0; row < height && column < width; ) {
      if (a[i + row] === b[j + column]) pairs.push({ a: i + row++, b: j + column++ });
      else if ((lengths[at(row + 1, column)] as number) >= (lengths[at(row, column + 1)] as number))
        row++;
      else column++;
    }
  }
  return [...pairs, ...ends.reverse()];
}

/** The stretch of a block that weighs most (Kadane's walk): it begins and ends with words that are the same. */
function heaviest(own: OwnBefore, { a, b }: Block): Weighed {
  let best = { from: 0, to: 0, weight: 0 };
  let from = 0;
  let weight = 0;
  for (let at = 0; at < a.length; at++) {
    const [i, j] = [a[at] as number, b[at] as number];
    if (at > 0) {
      const [lastI, lastJ] = [a[at - 1] as number, b[at - 1] as number];
      weight -= Math.max(ownIn(own.a, lastI + 1, i), ownIn(own.b, lastJ + 1, j));
    }
    if (weight <= 0) {
      weight = 0;
      from = at;
    }
    weight += ownIn(own.a, i, i + 1) * ownIn(own.b, j, j + 1);
    if (weight > best.weight) best = { from, to: at + 1, weight };
  }
  return {
    block: { a: a.slice(best.from, best.to), b: b.slice(best.from, best.to) },
    weight: best.weight,
  };
}

/** Where two blocks lay claim to the same words of `b`, the heavier one keeps them. */
function withoutOverlap(blocks: readonly Weighed[]): Block[] {
  const kept: Block[] = [];
  const first = ({ b }: Block) => b[0] ?? 0;
  const last = ({ b }: Block) => b.at(-1) ?? 0;
  for (const { block } of [...blocks].sort(
    (x, y) => y.weight - x.weight || first(x.block) - first(y.block),
  ))
    if (!kept.some((other) => first(other) <= last(block) && first(block) <= last(other)))
      kept.push(block);
  return kept.sort((x, y) => first(x) - first(y));
}
