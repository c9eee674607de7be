import type { Span } from "../../document/span.ts";

/**
 * Runs of letters and apostrophes that begin with a letter, in order: the start and the end of the
 * first, of the second, … A list of numbers, since every word of every text comes by here.
 */
export type Words = readonly number[];

const other = 1;
const letter = 2;
const upper = 3;

/** What each UTF-16 code unit is; 0 where it was not yet asked. Asking the pattern again is slow. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const known = kinds[code];
  if (known !== undefined && known !== 0) return known;
  const character = String.fromCharCode(code);
  const kind = /^\p{Lu}$/u.test(character)
    ? upper
    : /^[\p{L}\p{M}]$/u.test(character)
      ? letter
      : other;
  kinds[code] = kind;
  return kind;
}

/** True where an upper-case letter stands. */
export function isUpper(text: string, at: number): boolean {
  return at < text.length && kindOf(text.charCodeAt(at)) === upper;
}

/** The words of a stretch of text. */
export function wordsIn(text: string, { start, end }: Span): number[] {
  const words: number[] = [];
  let at = start;
  while (at < end) {
    if (kindOf(text.charCodeAt(at)) === other) {
      at++;
      continue;
    }
    const first = at;
    while (at < end && (kindOf(text.charCodeAt(at)) !== other || isApostrophe(text.charCodeAt(at))))
      at++;
    words.push(first, at);
  }
  return words;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** The word without a possessive ending. */
export function bare(word: string): string {
  const last = word.length - 1;
  if (isApostrophe(word.charCodeAt(last))) return word.slice(0, last);
  if (word[last] === "s" && isApostrophe(word.charCodeAt(last - 1))) return word.slice(0, last - 1);
  return word;
}
