import type { Draft } from "./draft.ts";
import { befallsPeople } from "./what.ts";

/**
 * From here on a plain count is a figure whatever it counts; numbers below are spelled out in news
 * because they are incidental (The Associated Press Stylebook, numerals).
 */
const smallestPlainCount = 10;

/** A scaled number without a counted noun ("rose to 5,000") is a figure from here on. */
const smallestBareCount = 1000;

/**
 * Is the number a quantity that could be checked? Measured, part of a whole, counting an event or
 * bounded by a qualifier: yes. Else only from ten on, and only with a counted noun.
 */
export function isCheckable({ place, measure, qualifier, what }: Draft, isPart: boolean): boolean {
  const { numeral, head } = place;
  const size = numeral.value ?? numeral.range?.[1] ?? 0;
  if (place.tokens[place.first]?.lower === "both") return what !== null && befallsPeople.has(what);
  if (size === 0 || multiples.has(place.tokens[head]?.lower ?? "")) return false;
  if (measure) return measure.of !== "duration" || size >= 2 || numeral.form === "digits";
  if (what !== null && (what !== "voted" || size >= smallestPlainCount)) return true;
  if (isPart && size > 1) return true;
  if (head < 0) return numeral.scaled && size >= smallestBareCount;
  if (qualifier !== null && qualifier !== "only" && size > 1) return true;
  return size >= smallestPlainCount;
}

/** "ten times", "a hundredfold": how often, not how many. */
const multiples = new Set(["time", "times", "fold"]);

/** "the 35 accounts" after "35 accounts": a figure that was told already, mentioned again. */
export function repeats(
  plain: string,
  { place, qualifier, measure }: Draft,
  told: ReadonlySet<number>,
): boolean {
  const { value, start } = place.numeral;
  if (value === null || qualifier !== null || measure || !told.has(value)) return false;
  const before = plain.slice(Math.max(0, start - 10), start);
  return definite.test(before) || /^both$/i.test(plain.slice(start, place.numeral.end));
}

const definite = /\b(?:the|these|those|all|its|their|both)\s{1,3}$/i;
