import type { Span } from "../../document/span.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";

/** A paragraph with what the noise rules ask of it. */
export type Line = Span & {
  readonly index: number;
  readonly text: string;
  /** Lower case, straight quotation marks, plain spaces, no list mark in front. */
  readonly plain: string;
  readonly words: number;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** Empty lines between this line and the one before (0 for the first). */
  readonly blankBefore: number;
  /** Ends like a sentence: a final stop, or a closing mark after one. */
  readonly stopped: boolean;
  /** Which lists of phrases have a telling word in the line, as bits (see `createMention`). */
  readonly hints: number;
};

/** The lines of a text, in order. */
export function readLines(prose: Prose, hints: Uint16Array = new Uint16Array(0)): Line[] {
  const lines: Line[] = [];
  let sentence = 0;
  prose.paragraphs.forEach((span, index) => {
    const first = sentence;
    while (prose.sentences[sentence]?.paragraph === index) sentence++;
    const sentences = prose.sentences.slice(first, sentence);
    const from = sentences[0]?.firstToken ?? 0;
    const to = sentences.at(-1)?.endToken ?? 0;
    const tokens = prose.tokens.slice(from, to);
    let hinted = 0;
    for (let at = from; at < to; at++) hinted |= hints[at] ?? 0;
    const text = prose.text.slice(span.start, span.end);
    lines.push({
      // Spelled out: a spread here takes longer than all the rest of a line.
      start: span.start,
      end: span.end,
      index,
      text,
      plain: plain(text),
      words: countWords(tokens),
      sentences,
      tokens,
      blankBefore: index === 0 ? 0 : blankLines(prose, index),
      stopped: /[.!?…;:][\s"'”’»)\]*_>]{0,6}$/.test(text.slice(-7)),
      hints: hinted,
    });
  });
  return lines;
}

function countWords(tokens: readonly Token[]): number {
  let words = 0;
  for (const { pos } of tokens) if (pos !== "PUNCT" && pos !== "SYM") words++;
  return words;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s{2,}|[^\S ]/g, " ") // single spaces, which are most, stay untouched
    .replace(/^[-*•#>|»›+ ]{1,8}/, "");
}

function blankLines(prose: Prose, index: number): number {
  const before = prose.paragraphs[index - 1]?.end ?? 0;
  const between = prose.text.slice(before, prose.paragraphs[index]?.start ?? before);
  return (between.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 1) - 1;
}

/** A line without the marks at its ends: "[Read more…]" → "read more". */
export function bareLine(plain: string): string {
  return plain.replace(/^[[(<"'|*_←]+ ?|[\])>"'|.:?…»›→*_–— -]+$/g, "");
}

/** What bars and dots part in a line of bylines, dates and places. */
export function partsOf(text: string, between = /\s[|·•—–]\s/): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A paragraph of the body is at least so long (words). */
const proseFrom = 12;

/** A full paragraph, by its length and its final stop. */
export function isProse({ stopped, words }: Line): boolean {
  return stopped && words >= proseFrom;
}

/** A finite verb: an auxiliary, or a verb that is no participle ("-ing", or "-ed by", "-ed in"). */
export function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === "AUX") return true;
  if (token.pos !== "VERB" || token.lower.endsWith("ing")) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before?.pos === "PART" || before?.pos === "DET" || before?.pos === "ADJ") return false;
  if (after?.pos === "NOUN" || after?.pos === "PROPN") return !token.lower.endsWith("ed");
  return !(/(ed|en|wn)$/.test(token.lower) && after?.pos === "ADP");
}

export function hasFiniteVerb(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => isFiniteVerb(tokens, at));
}

/** Makes the test whether a plain text opens with one of the phrases, as whole words. */
export function createOpening(phrases: ReadonlySet<string>): (text: string) => boolean {
  const byHead = new Map<string, string[]>();
  for (const phrase of phrases) {
    const head = phrase.slice(0, headLength);
    byHead.set(head, [...(byHead.get(head) ?? []), phrase]);
  }
  return (text) =>
    byHead
      .get(text.slice(0, headLength))
      ?.some((phrase) => text.startsWith(phrase) && endsWord(phrase, text[phrase.length])) ?? false;
}

/** Phrases are looked up by so many first characters; none is shorter. */
const headLength = 3;

function endsWord(phrase: string, next: string | undefined): boolean {
  return /[^\p{L}\p{N}]$/u.test(phrase) || next === undefined || /[^\p{L}\p{N}]/u.test(next);
}

/**
 * Makes the test whether one of the phrases stands anywhere in a line. Looking takes long, so a line
 * is only searched where its hints have the list's bit, or where it has one of the `marks`.
 */
export function createMention(
  phrases: ReadonlySet<string>,
  hint: number,
  marks = "",
): (line: Line) => boolean {
  if (phrases.size === 0) return () => false;
  const escaped = [...phrases].map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(escaped.join("|"));
  return ({ plain, hints }) => {
    if ((hints & hint) === 0 && ![...marks].some((mark) => plain.includes(mark))) return false;
    return pattern.test(plain);
  };
}

/** The telling word of each phrase: its longest, or its mark where it has no letters. */
export function tellingWords(phrases: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...phrases].map((phrase) => {
      const words = phrase.match(/[\p{L}\p{M}]+/gu) ?? phrase.trim().split(/\s+/);
      return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
    }),
  );
}

/** The bits of the lists that lines are searched for. */
export const hintOf = { notice: 1, appeal: 2, credit: 4 } as const;
