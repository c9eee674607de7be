/**
 * Sums by pairs of numbers in one open-addressing table (linear probing). `weight` is 0 where no
 * pair is kept.
 */
export type PairTable = {
  size: number;
  first: Int32Array;
  second: Int32Array;
  weight: Int32Array;
  /** What else is summed; absent where only the pairs themselves are asked for. */
  sum: Float64Array;
};

/** Bytes that one place of a table takes. */
export const bytesPerPlace = 20;

/** Of so many places of a table at most so many are filled before it doubles. */
const mostFilled = 0.6;
const firstPlaces = 1 << 16;
/** Room is made for so many pairs at once at most (32 MB). */
const mostExpected = 2_500_000;

export function pairTable(places: number = firstPlaces): PairTable {
  return {
    size: 0,
    first: new Int32Array(places),
    second: new Int32Array(places),
    weight: new Int32Array(places),
    sum: new Float64Array(places),
  };
}

/** Mixes two numbers into 32 bits, each of which depends on both (Murmur3's last step). */
export function mix(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Where a pair is kept, or the free place where it would be. */
export function placeOf(table: PairTable, first: number, second: number): number {
  const { first: firsts, second: seconds, weight } = table;
  const last = weight.length - 1;
  let place = mix(first, second) & last;
  while (weight[place] !== 0 && (firsts[place] !== first || seconds[place] !== second))
    place = (place + 1) & last;
  return place;
}

/** Counts a pair once more and adds to its sum; true where it is the first time. */
export function add(table: PairTable, first: number, second: number, value: number): boolean {
  const place = placeOf(table, first, second);
  const isNew = table.weight[place] === 0;
  if (isNew) {
    table.first[place] = first;
    table.second[place] = second;
    table.size++;
  }
  (table.weight[place] as number)++;
  (table.sum[place] as number) += value;
  if (isNew && table.size > mostFilled * table.weight.length) grow(table);
  return isNew;
}

function grow(table: PairTable): void {
  const { first, second, weight, sum } = table;
  const larger = pairTable(2 * weight.length);
  for (let old = 0; old < weight.length; old++) {
    if (weight[old] === 0) continue;
    const place = placeOf(larger, first[old] as number, second[old] as number);
    larger.first[place] = first[old] as number;
    larger.second[place] = second[old] as number;
    larger.weight[place] = weight[old] as number;
    larger.sum[place] = sum[old] as number;
  }
  table.first = larger.first;
  table.second = larger.second;
  table.weight = larger.weight;
  table.sum = larger.sum;
}

/** Pairs of numbers, each once, in one open-addressing table. Numbers are 0 or more. */
export type PairSet = { size: number; keys: Int32Array };

/** A set with room for so many pairs, as far as that is known; it grows beyond. */
export function pairSet(expected = 0): PairSet {
  let places = firstPlaces;
  while (places * mostFilled < Math.min(expected, mostExpected)) places *= 2;
  return setOf(places);
}

function setOf(places: number): PairSet {
  return { size: 0, keys: new Int32Array(2 * places).fill(-1) };
}

/** Puts a pair in; true where it was not there. */
export function addOnce(set: PairSet, first: number, second: number): boolean {
  const { keys } = set;
  const last = keys.length - 1;
  let place = (2 * mix(first, second)) & last;
  while (keys[place] !== -1) {
    if (keys[place] === first && keys[place + 1] === second) return false;
    place = (place + 2) & last;
  }
  keys[place] = first;
  keys[place + 1] = second;
  set.size++;
  if (2 * set.size > mostFilled * keys.length) growSet(set);
  return true;
}

function growSet(set: PairSet): void {
  const larger = setOf(set.keys.length);
  for (let place = 0; place < set.keys.length; place += 2)
    if (set.keys[place] !== -1)
      addOnce(larger, set.keys[place] as number, set.keys[place + 1] as number);
  set.keys = larger.keys;
}
