import {
  placeOf,
  type ReadingKind,
  type ReadingOf,
  sentenceOf,
  sortKeys,
} from "../compare/input.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Readings } from "../read/readings.ts";
import type { KeptReading } from "../store/store.ts";

/**
 * Everything that was read from one document, as it goes from thread to thread: a few flat values
 * instead of hundreds of objects, and without the text, which the receiver has. Measured on news of
 * 3 kB: 0.24 ms to send the readings as they are, 0.014 ms so.
 */
export type Packed = {
  readonly language: string | null;
  readonly words: number;
  /** Start and end of each paragraph. */
  readonly paragraphs: Int32Array;
  /** Of each reading: its kind (index into `kinds`), start, end, and its sentence's start, end. */
  readonly places: Int32Array;
  /** The readings as JSON, one a line. */
  readonly lines: string;
  /** Their sort keys, one a line, as JSON. */
  readonly keys: string;
};

const kinds = Object.keys(sortKeys) as readonly ReadingKind[];
const numbersEach = 5;

/** Packs the readings of a document, in the order in which they are kept. */
export function pack(document: Document, readings: Readings): Packed {
  const places: number[] = [];
  const lines: string[] = [];
  const keys: string[] = [];
  const { text } = document;
  kinds.forEach(<K extends ReadingKind>(kind: K, index: number) => {
    for (const reading of readings[kind] as readonly ReadingOf<K>[]) {
      const place = placeOf<K>(reading);
      const sentence = sentenceOf(text, readings, place);
      places.push(index, place.start, place.end, sentence.start, sentence.end);
      lines.push(JSON.stringify(reading));
      keys.push(sortKeys[kind](reading));
    }
  });
  return {
    language: readings.language,
    words: countWords(text),
    paragraphs: Int32Array.from(readings.paragraphs.flatMap(({ start, end }) => [start, end])),
    places: Int32Array.from(places),
    lines: lines.join("\n"),
    keys: JSON.stringify(keys),
  };
}

/** What is kept of a document that could not be read. */
export function nothingRead({ text }: Document): Packed {
  return {
    language: null,
    words: countWords(text),
    paragraphs: new Int32Array(0),
    places: new Int32Array(0),
    lines: "",
    keys: "[]",
  };
}

/** The readings as the store keeps them; `text` is the document's. */
export function unpack(text: string, { places, lines, keys }: Packed): KeptReading[] {
  const sortKeyList = JSON.parse(keys) as readonly string[];
  if (sortKeyList.length === 0) return [];
  return lines.split("\n").map((json, row) => {
    const at = row * numbersEach;
    const [kind = 0, start = 0, end = 0, from = 0, to = 0] = places.subarray(at, at + numbersEach);
    return {
      kind: kinds[kind] as ReadingKind,
      start,
      end,
      sentence: { start: from, end: to, text: text.slice(from, to) },
      sortKey: sortKeyList[row] ?? "",
      json,
    };
  });
}

/** The readings as they were read. */
export function readingsOf(packed: Packed): Readings {
  const lists = emptyLists();
  const lines = packed.lines === "" ? [] : packed.lines.split("\n");
  lines.forEach((json, row) => {
    const kind = kinds[packed.places[row * numbersEach] ?? 0];
    if (kind) lists[kind].push(JSON.parse(json));
  });
  const { language } = packed;
  return { language, paragraphs: unpackParagraphs(packed), ...lists } as Readings;
}

function emptyLists(): Record<ReadingKind, unknown[]> {
  return {
    sentences: [],
    noise: [],
    voices: [],
    attributions: [],
    scareQuotes: [],
    figures: [],
    dates: [],
    references: [],
    mentions: [],
    wording: [],
  };
}

/** The paragraphs as spans. */
export function unpackParagraphs({ paragraphs }: Packed): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < paragraphs.length; at += 2)
    spans.push({ start: paragraphs[at] ?? 0, end: paragraphs[at + 1] ?? 0 });
  return spans;
}

/** Words as runs of letters and digits, with one mark at a time inside ("o'clock", "4.5"). */
export function countWords(text: string): number {
  let words = 0;
  // 0 outside a word, 1 in it, 2 behind a mark that may stand in it.
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && code <= 0xdbff && isLow(text.charCodeAt(at + 1));
    if (isPair ? isWordPair(text, at) : isWordCode(code)) {
      if (state === 0) words++;
      state = 1;
    } else state = state === 1 && isInnerMark(code) ? 2 : 0;
    if (isPair) at++;
  }
  return words;
}

const letterOrDigit = /^[\p{L}\p{N}]/u;
/** What each UTF-16 code unit is: 0 not yet asked, 1 no part of a word, 2 one. */
const wordCodes = new Uint8Array(0x10000);

function isWordCode(code: number): boolean {
  if (wordCodes[code] === 0)
    wordCodes[code] = letterOrDigit.test(String.fromCharCode(code)) ? 2 : 1;
  return wordCodes[code] === 2;
}

function isWordPair(text: string, at: number): boolean {
  return letterOrDigit.test(text.slice(at, at + 2));
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function isInnerMark(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2d;
}
