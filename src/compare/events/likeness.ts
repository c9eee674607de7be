import type { Sketch } from "./sketch.ts";

/**
 * How surely two documents tell of one event: above 0 they do. The weights are those of a logistic
 * regression on half of the incidents of the Gun Violence Archive's development part, rounded.
 */
export function sameEvent(a: Sketch, b: Sketch): number {
  const common = cosine(a, b);
  return (
    weights.bias +
    weights.words * common +
    weights.wordsRoot * Math.sqrt(common) +
    sharedNames(a, b) -
    weights.daysApart * Math.log(1 + daysApart(a, b)) +
    byDays(a, b) -
    (countsDiffer(a, b) ? weights.countsDiffer : 0)
  );
}

const weights = {
  bias: -6.3,
  /** Cosine of the words, and its root. */
  words: 3,
  wordsRoot: 6.5,
  /** Share of the names of the one with fewer that are common, and the logarithm of their rarity. */
  namesShare: 1.75,
  namesSum: 1.5,
  /** Logarithm of the days between the publications. */
  daysApart: 0.7,
  /** Some day is dated by both, or both date days and none in common. */
  dayShared: 0.6,
  daysDiffer: 1.9,
  /** Both count one thing, and with no number in common. */
  countsDiffer: 1.5,
};

/** Cosine of the weighted words. */
export function cosine(a: Sketch, b: Sketch): number {
  const [few, many] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of few.weights) {
    const other = many.weights.get(term);
    if (other !== undefined) sum += weight * other;
  }
  return sum;
}

function sharedNames(a: Sketch, b: Sketch): number {
  const [few, many] = a.names.size <= b.names.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, rare] of few.names) if (many.names.has(term)) sum += rare;
  const fewer = Math.min(a.namesTotal, b.namesTotal);
  return weights.namesShare * (fewer > 0 ? sum / fewer : 0) + weights.namesSum * Math.log(1 + sum);
}

/** Days between publications; 0 where one is not known. */
function daysApart(a: Sketch, b: Sketch): number {
  return a.published === null || b.published === null ? 0 : Math.abs(a.published - b.published);
}

function byDays(a: Sketch, b: Sketch): number {
  if (a.days.size === 0 || b.days.size === 0) return 0;
  for (const day of a.days) if (b.days.has(day)) return weights.dayShared;
  return -weights.daysDiffer;
}

function countsDiffer(a: Sketch, b: Sketch): boolean {
  let differ = false;
  for (const [what, numbers] of a.tolls) {
    const others = b.tolls.get(what);
    if (!others) continue;
    for (const number of numbers) if (others.has(number)) return false;
    differ = true;
  }
  return differ;
}
