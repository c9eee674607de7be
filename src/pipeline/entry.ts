import {
  placeOf,
  type ReadingKind,
  type ReadingOf,
  sentenceOf,
  sortKeys,
} from "../compare/input.ts";
import type { Document, Problem } from "../document/document.ts";
import type { Readings } from "../read/readings.ts";
import type { Entry, KeptReading } from "../store/store.ts";

const kinds = Object.keys(sortKeys) as readonly ReadingKind[];

/** A document and its readings as the store keeps them. */
export function entryOf(
  document: Document,
  readings: Readings,
  about: {
    readonly sourceId: string;
    readonly fingerprint: string;
    readonly problems: readonly Problem[];
  },
): Entry {
  return {
    document,
    ...about,
    words: countWords(document.text),
    language: readings.language,
    paragraphs: readings.paragraphs,
    readings: kinds.flatMap((kind) => keptReadings(document.text, readings, kind)),
  };
}

function keptReadings<K extends ReadingKind>(
  text: string,
  readings: Readings,
  kind: K,
): KeptReading[] {
  return (readings[kind] as readonly ReadingOf<K>[]).map((reading) => {
    const place = placeOf<K>(reading);
    return {
      kind,
      start: place.start,
      end: place.end,
      sentence: sentenceOf(text, readings, place),
      sortKey: sortKeys[kind](reading),
      record: reading,
    };
  });
}

/** Words as runs of letters and digits. */
export function countWords(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) words++;
  return words;
}
