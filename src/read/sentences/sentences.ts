import { isSpace, type Span, trimSpan } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";

/** Lines that hold something, trimmed: a paragraph, heading, list entry or caption each. */
export function readParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
    const line = trimSpan(text, { start, end });
    if (line.start < line.end) paragraphs.push(line);
    start = end + 1;
  }
  return paragraphs;
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** The word lists of `lexicons/` that tell a full stop inside a sentence from one at its end. */
export type SentenceWords = Pick<Lexicon, "abbreviations" | "abbreviationsBeforeNumbers">;

const closers = new Set([...`"'”’»)]*_`]);
const openers = new Set([...`"'“‘«([*_`]);

/**
 * Cuts one paragraph into sentences. A sentence ends at `.`, `!`, `?` or `…` with the closing
 * marks after it, when white space follows and what comes next can begin a sentence.
 *
 *     Gen. Ahn left at 5 p.m. He said: “No.” and went.
 *                            ^ only here
 */
export function readSentences(text: string, paragraph: Span, words: SentenceWords): Span[] {
  const sentences: Span[] = [];
  let start = paragraph.start;
  const lowerCaseWriter = writesLowerCase(text, paragraph);
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = text[at] as string;
    if (mark !== "." && mark !== "!" && mark !== "?" && mark !== "…") continue;
    let end = at + 1;
    while (end < paragraph.end && isTerminal(text[end] as string)) end++;
    const afterMarks = end;
    while (end < paragraph.end && closers.has(text[end] as string)) end++;
    let next = end;
    while (next < paragraph.end && isSpace(text.charCodeAt(next))) next++;
    if (next === end && next < paragraph.end) {
      at = afterMarks - 1;
      continue;
    }
    const quoted = end > afterMarks;
    if (
      next >= paragraph.end ||
      breaks(text, start, at, next, { quoted, lowerCaseWriter, words })
    ) {
      sentences.push(trimSpan(text, { start, end }));
      start = next;
    }
    at = Math.max(at, afterMarks - 1);
  }
  const rest = trimSpan(text, { start, end: paragraph.end });
  if (rest.start < rest.end) sentences.push(rest);
  return sentences;
}

function isTerminal(character: string): boolean {
  return character === "." || character === "!" || character === "?" || character === "…";
}

type Context = {
  readonly quoted: boolean;
  readonly lowerCaseWriter: boolean;
  readonly words: SentenceWords;
};

/** Does the mark at `at` end the sentence, given that the next word begins at `next`? */
function breaks(text: string, start: number, at: number, next: number, context: Context): boolean {
  const first = firstLetter(text, next);
  const lowerNext = first !== "" && first !== first.toUpperCase();
  const mark = text[at];
  if (mark === "…" || (mark === "." && text[at + 1] === ".")) return !lowerNext;
  if (lowerNext && !context.lowerCaseWriter) return false;
  if (mark !== ".") return !(lowerNext && context.quoted);
  const word = wordBefore(text, start, at);
  const lower = word.toLowerCase();
  if (context.words.abbreviations.has(lower)) return false;
  if (context.words.abbreviationsBeforeNumbers.has(lower) && /\d/.test(text[next] ?? ""))
    return false;
  // An initial ("J. Doe", "U.S. forces") goes on, except "I." and the end of a list number's line.
  if (/^\p{Lu}$/u.test(word) && word !== "I") return false;
  // "at 4.10 a.m. Mayor Holm spoke": the hour ends the sentence, unless its day or zone follows.
  if (/^[ap]\.m$/i.test(word)) return !afterHour.test(text.slice(next, next + 12));
  if (/^(\p{L}\.)+\p{L}$/u.test(word)) return !lowerNext && opensSentence(text, next);
  // A list number opens its own sentence ("1. The Group failed").
  if (/^\d{1,3}$/.test(word) && at - word.length === start) return false;
  return true;
}

const afterHour =
  /^(?:[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\b)/;

/** After an abbreviation of initials only these words are taken to open a new sentence. */
const openingWords = new Set(
  "the a an in on at he she it they we i but and this that these those there if when while after before for as his her its their our no not".split(
    " ",
  ),
);

function opensSentence(text: string, at: number): boolean {
  const word = /^[\p{L}’']+/u.exec(text.slice(at, at + 24))?.[0] ?? "";
  return openingWords.has(word.toLowerCase());
}

function firstLetter(text: string, at: number): string {
  let index = at;
  while (openers.has(text[index] ?? "")) index++;
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return /\p{L}/u.test(character) ? character : "";
}

function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  while (
    from > start &&
    !isSpace(text.charCodeAt(from - 1)) &&
    !openers.has(text[from - 1] ?? "")
  ) {
    from--;
    if (at - from > 24) break;
  }
  return text.slice(from, at);
}

/**
 * A writer who begins sentences in lower case: the first letter and most letters after a full
 * stop are lower case.
 */
function writesLowerCase(text: string, paragraph: Span): boolean {
  const slice = text.slice(paragraph.start, paragraph.end);
  const first = /\p{L}/u.exec(slice)?.[0];
  if (!first || first !== first.toLowerCase()) return false;
  const upper = slice.match(/[.!?]\s+\p{Lu}/gu)?.length ?? 0;
  const lower = slice.match(/[.!?]\s+\p{Ll}/gu)?.length ?? 0;
  return lower >= upper;
}
