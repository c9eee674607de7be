import { withoutMarks } from "./in-words.ts";
import type { Passage } from "./passage.ts";
import type { Span } from "./span.ts";

/**
 * At most so many characters of a sentence, those around a part of it, cut between words.
 *
 *     In the night of 3 May, at least 12 houses burnt down in Lower Tarn, the mayor said.
 *                                     ^^ part
 *     … of 3 May, at least 12 houses burnt down in …
 */
export function stretchAround(sentence: Passage, part: Span, most: number): string {
  const { text } = sentence;
  if (text.length <= most) return flat(text);
  const from = part.start - sentence.start;
  const to = part.end - sentence.start;
  const spare = Math.max(0, most - (to - from));
  const left = Math.max(0, Math.min(from - Math.floor(spare / 2), text.length - most));
  const start = left === 0 ? 0 : cutAfter(text, left, from);
  const right = Math.min(text.length, Math.max(left + most, to));
  const end = right === text.length ? right : cutBefore(text, right, to);
  return `${start > 0 ? "… " : ""}${flat(text.slice(start, end))}${end < text.length ? " …" : ""}`;
}

function flat(text: string): string {
  return withoutMarks(text).replace(/\s+/g, " ").trim();
}

function cutAfter(text: string, from: number, limit: number): number {
  const space = text.indexOf(" ", from);
  return space === -1 || space >= limit ? limit : space + 1;
}

function cutBefore(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(" ", to);
  return space <= limit ? limit : space;
}
