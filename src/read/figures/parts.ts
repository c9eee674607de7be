import type { Numeral } from "./numbers.ts";

/**
 * The whole of which `numerals[index]` is a part, from the words between it and an earlier
 * number of the same sentence, or from what follows it.
 *
 *     412 of 6,000 residents         1.4 million people, 900,000 of whom
 *     ^^^    ^^^^^ whole             ^^^^^^^^^^^ whole    ^^^^^^^
 *
 *     at least 16 people, including four pupils      Of the 420 accounts, 260 had ties
 *              ^^ whole             ^^^^^                      ^^^ whole     ^^^
 */
export function wholeOf(
  plain: string,
  numerals: readonly Numeral[],
  index: number,
): Numeral | null {
  const figure = numerals[index];
  const next = numerals[index + 1];
  if (!figure || figure.value === null) return null;
  const { value } = figure;
  if (next?.value && next.value > value && ofBetween.test(plain.slice(figure.end, next.start)))
    return next;
  const after = plain.slice(figure.end, figure.end + 30);
  for (let at = index - 1; at >= 0; at--) {
    const whole = numerals[at];
    if (!whole || figure.start - whole.end > reach) return null;
    if (!whole.value || whole.value <= value || whole.end > figure.start) continue;
    const between = plain.slice(whole.end, figure.start);
    if (ofWhom.test(after) || including.test(between)) return whole;
    if (opensWithOf(plain, whole.start) && !/[.;]/.test(between)) return whole;
  }
  return null;
}

/** How far a part may stand behind its whole, in characters. */
const reach = 120;

const ofBetween =
  /^\s{1,3}(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|all|these|those|some|about|around|nearly|more than|over|at least|an estimated)\s+){0,3}$/i;
const ofWhom = /^(?:\s+\p{L}+)?\s+of\s+(?:whom|which|them|those|these)\b/iu;
const including =
  /(?:\bincluding|\bamong(?:st)? (?:them|whom|those)|\bof (?:whom|which|them))\s+(?:(?:at least|more than|as many as|up to|some|about|around|nearly|over|the|an?|her|his|their)\s+){0,2}$/i;
const ofFirst =
  /[.!?,;:"“(\n]\s{0,3}(?:of|among|out of)\s+(?:(?:the|these|those|all|its|their)\s+){0,2}$/i;

/** "Of the 420 accounts": "of" opens the clause, so that it belongs to what follows. */
function opensWithOf(plain: string, start: number): boolean {
  return ofFirst.test(start < 40 ? `.${plain.slice(0, start)}` : plain.slice(start - 40, start));
}

/** "including four pupils and two teachers": what "and" adds to a part is part of the same whole. */
export function isAdded(between: string): boolean {
  return /^[^.,;:()\d]{1,60}\band\s{1,3}$/.test(between);
}
