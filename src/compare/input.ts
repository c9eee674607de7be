import type { Case, DocumentCard } from "../document/case.ts";
import type { Passage } from "../document/passage.ts";
import { type Span, spanAt } from "../document/span.ts";
import type { Readings } from "../read/readings.ts";

/** The lists of readings that are kept row by row and handed to the walks sorted. */
export type ReadingKind = Exclude<keyof Readings, "language" | "paragraphs">;

export type ReadingOf<K extends ReadingKind> = Readings[K][number];

/** One reading with the sentence it begins in: what a walk sees of a document. */
export type Row<K extends ReadingKind> = {
  readonly documentId: string;
  /** The sentence in which the reading (an attribution's cue) starts, with its exact words. */
  readonly sentence: Span & { readonly text: string };
  readonly reading: ReadingOf<K>;
};

/**
 * Everything the comparisons are made from. The engine sorts: `rows` yields by the kind's sort key
 * (see `sortKeys`), then document id, then start.
 */
export type CompareInput = {
  readonly case: Case;
  /** Ordered by id. */
  readonly documents: readonly DocumentCard[];
  rows<K extends ReadingKind>(kind: K): AsyncIterable<Row<K>>;
};

/** By what the engine sorts the rows of each kind before documents and offsets. */
export const sortKeys: { readonly [K in ReadingKind]: (reading: ReadingOf<K>) => string } = {
  sentences: () => "",
  noise: () => "",
  voices: () => "",
  attributions: () => "",
  scareQuotes: () => "",
  figures: (figure) => `${figure.what ?? ""}|${figure.unit ?? ""}`,
  dates: (date) => date.edtf,
  references: (reference) => `${reference.kind}|${reference.name.toLowerCase()}`,
  mentions: (mention) => `${mention.kind ?? ""}|${mention.name.toLowerCase()}`,
  wording: (label) => `${label.pack}|${label.concept}|${label.label}`,
};

/** Where a reading stands: its own span, and for an attribution that of its cue. */
export function placeOf<K extends ReadingKind>(reading: ReadingOf<K>): Span {
  if (!("cue" in reading)) return reading;
  const parts = [...reading.cue, ...reading.content, ...reading.source];
  return parts[0] ?? { start: 0, end: 0 };
}

/** The exact words of a reading that lies within its row's sentence. */
export function passageOf(
  { documentId, sentence }: Pick<Row<ReadingKind>, "documentId" | "sentence">,
  span: Span,
): Passage {
  const at = span.start - sentence.start;
  return {
    documentId,
    start: span.start,
    end: span.end,
    text: sentence.text.slice(at, at + span.end - span.start),
  };
}

/** A case held in memory, in the order an engine would give: for tests and for small work. */
export function memoryInput(
  caseFile: Case,
  documents: readonly {
    readonly card: DocumentCard;
    readonly text: string;
    readonly readings: Readings;
  }[],
): CompareInput {
  const sorted = [...documents].sort((a, b) => compareText(a.card.id, b.card.id));
  return {
    case: caseFile,
    documents: sorted.map((document) => document.card),
    async *rows<K extends ReadingKind>(kind: K) {
      const rows: { key: string; row: Row<K> }[] = [];
      for (const { card, text, readings } of sorted) {
        for (const reading of readings[kind] as readonly ReadingOf<K>[]) {
          const key = sortKeys[kind](reading);
          rows.push({
            key,
            row: {
              documentId: card.id,
              sentence: sentenceOf(text, readings, placeOf(reading)),
              reading,
            },
          });
        }
      }
      // Array sort is stable: documents and offsets keep their order within a key.
      rows.sort((a, b) => compareText(a.key, b.key));
      for (const { row } of rows) yield row;
    },
  };
}

/** The sentence in which a reading starts, or the reading's own span where none holds it. */
export function sentenceOf(
  text: string,
  readings: Readings,
  reading: Span,
): Span & { readonly text: string } {
  const span = spanAt(readings.sentences, reading.start) ?? reading;
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

/** Order by code units, the same on every machine and in the database. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
