import type { DocumentCard } from "../../document/case.ts";
import { daysOf } from "../../document/edtf.ts";
import type { Span } from "../../document/span.ts";
import type { IndexedPassage, PassageIndex } from "../claims/passages.ts";
import { compareText } from "../input.ts";
import { quotationsIn } from "./quotations.ts";

/** A document as a row of words, for looking for the same words elsewhere. */
export type Text = {
  readonly card: DocumentCard;
  /** First and last possible day of publication; null when unknown. */
  readonly from: string | null;
  readonly to: string | null;
  /** The instant of publication where it is known; else empty. */
  readonly hour: string;
  readonly sentences: readonly IndexedPassage[];
  /** Index of the first word of each sentence, and at the end the number of words. */
  readonly firstWords: Int32Array;
  /** Hash of each word in lower case. */
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 for the source's own words; 0 inside quotations and in what a source repeats. */
  readonly own: Uint8Array;
};

/**
 * All texts in the order of publication: by the last possible day, undated ones last, then by id.
 * Takes as much memory as the words of the case: about 13 bytes each.
 */
export function textsOf(index: PassageIndex): Text[] {
  const byDocument: IndexedPassage[][] = index.documents.map(() => []);
  for (const passage of index.passages) byDocument[passage.document]?.push(passage);
  return index.documents
    .map((card, at) => textOf(card, byDocument[at] ?? [], spokenIn(index, at)))
    .sort(
      (a, b) =>
        compareText(a.to ?? "9999", b.to ?? "9999") ||
        compareText(a.from ?? "9999", b.from ?? "9999") ||
        // Of one day, those whose hour is not known come last.
        compareText(a.hour || "~", b.hour || "~") ||
        compareText(a.card.id, b.card.id),
    );
}

/** Is `a` known to have been published before `b`? An instant tells more than its day. */
export function isBefore(a: Text, b: Text): boolean {
  if (a.to === null || b.from === null) return false;
  if (a.to !== b.from) return compareText(a.to, b.from) < 0;
  return a.from === a.to && a.hour !== "" && b.hour !== "" && compareText(a.hour, b.hour) < 0;
}

function textOf(
  card: DocumentCard,
  sentences: readonly IndexedPassage[],
  spoken: readonly Span[],
): Text {
  const days = card.published === null ? null : daysOf(card.published);
  const words: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const firstWords = new Int32Array(sentences.length + 1);
  sentences.forEach(({ text, start }, at) => {
    firstWords[at] = words.length;
    readWords(text, (from, to, hash) => {
      words.push(hash);
      starts.push(start + from);
      ends.push(start + to);
    });
  });
  firstWords[sentences.length] = words.length;
  const own = new Uint8Array(words.length).fill(1);
  for (const span of [...quotationsOf(sentences), ...spoken]) clear(own, starts, span);
  return {
    card,
    from: days?.from ?? null,
    to: days?.to ?? null,
    hour: card.published?.includes("T") ? card.published : "",
    sentences,
    firstWords,
    words: Int32Array.from(words),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    own,
  };
}

/**
 * Tells every word of a text with its hash (FNV-1a of its lower case, one kind of apostrophe): the
 * same on every machine. A word is letters and digits, with one mark at a time between them:
 * "Hesk’s", "1,200", "well-known".
 */
function readWords(text: string, tell: (from: number, to: number, hash: number) => void): void {
  for (let at = 0; at < text.length; ) {
    let letter = lowerLetter(text.charCodeAt(at));
    if (letter === 0) {
      at++;
      continue;
    }
    const from = at;
    let hash = 0x811c9dc5;
    while (letter !== 0) {
      hash = Math.imul(hash ^ letter, 0x01000193);
      at++;
      letter = at < text.length ? lowerLetter(text.charCodeAt(at)) : 0;
      if (letter !== 0 || at + 1 >= text.length) continue;
      const mark = innerMark(text.charCodeAt(at));
      const next = mark === 0 ? 0 : lowerLetter(text.charCodeAt(at + 1));
      if (next === 0) continue;
      hash = Math.imul(hash ^ mark, 0x01000193);
      letter = next;
      at++;
    }
    tell(from, at, hash | 0);
  }
}

/** Of each UTF-16 code unit: 0 not asked yet, 1 no part of a word, else its lower case. */
const letters = new Uint16Array(0x10000);

/** The lower case of a letter or digit; 0 for everything else. Halves of pairs count as letters. */
function lowerLetter(code: number): number {
  let known = letters[code] as number;
  if (known === 0) {
    const sign = String.fromCharCode(code);
    const isPart = (code >= 0xd800 && code <= 0xdfff) || /[\p{L}\p{M}\p{N}]/u.test(sign);
    known = isPart ? sign.toLowerCase().charCodeAt(0) : 1;
    letters[code] = known;
  }
  return known === 1 ? 0 : known;
}

/** A mark that may stand inside a word, both apostrophes as one; 0 for all others. */
function innerMark(code: number): number {
  if (code === 0x2019) return 0x27;
  return code === 0x27 || code === 0x2e || code === 0x2c || code === 0x2d ? code : 0;
}

/** Quotations of a document, paragraph by paragraph; what stands between sentences is left blank. */
function quotationsOf(sentences: readonly IndexedPassage[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < sentences.length; ) {
    const first = sentences[at] as IndexedPassage;
    let paragraph = "";
    for (; sentences[at]?.paragraph === first.paragraph; at++) {
      const { start, text } = sentences[at] as IndexedPassage;
      paragraph = paragraph.padEnd(start - first.start) + text;
    }
    for (const { start, end } of quotationsIn(paragraph))
      found.push({ start: start + first.start, end: end + first.start });
  }
  return found;
}

/** What the document gives as somebody's very words, in quotation marks or behind a speaker's name. */
function spokenIn(index: PassageIndex, document: number): Span[] {
  return (index.attributions[document] ?? [])
    .filter(({ kind }) => kind === "direct")
    .flatMap(({ content }) => content);
}

/** Takes the words that start within a span out of those that count. */
function clear(own: Uint8Array, starts: readonly number[], span: Span): void {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < span.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < starts.length && (starts[at] as number) < span.end; at++) own[at] = 0;
}
