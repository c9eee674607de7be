import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Readings } from "../read/readings.ts";

type Pair = readonly [start: number, end: number];

/**
 * The published form of one document's readings (docs/readings.schema.json): offsets are UTF-16
 * code units, half-open, into the document's kept text.
 */
export function readingsJson(document: Document, readings: Readings) {
  const { id, file, title, published, completeness } = document;
  return {
    document: { id, file, title, language: readings.language, published, completeness },
    sentences: readings.sentences.map(({ start, end }) => ({ start, end })),
    noise: readings.noise.map(({ start, end, kind, rule }) => ({ start, end, kind, rule })),
    voices: readings.voices.map(({ start, end, name, rule }) => ({ start, end, name, rule })),
    attributions: readings.attributions.map((one) => ({
      kind: one.kind,
      attitude: one.attitude,
      source: pairs(one.source),
      cue: pairs(one.cue),
      content: pairs(one.content),
      via: one.via,
      sourceName: one.sourceName,
      sourceInferred: one.sourceInferred,
      distancing: one.distancing,
      negated: one.negated,
      rule: one.rule,
    })),
    scareQuotes: readings.scareQuotes.map(({ start, end, rule }) => ({ start, end, rule })),
    figures: readings.figures.map((one) => ({
      start: one.start,
      end: one.end,
      value: one.value,
      range: one.range,
      unit: one.unit,
      qualifier: one.qualifier,
      what: one.what,
      place: one.place,
      edtf: one.edtf,
      attributedTo: one.attributedTo,
      partOf: one.partOf,
      rule: one.rule,
    })),
    dates: readings.dates.map(({ start, end, edtf, kind, rule }) => ({
      start,
      end,
      edtf,
      kind,
      rule,
    })),
    references: readings.references.map(({ start, end, name, kind, url, rule }) => ({
      start,
      end,
      name,
      kind,
      url,
      rule,
    })),
    mentions: readings.mentions.map(({ start, end, kind, name, actor, inferred, rule }) => ({
      start,
      end,
      kind,
      name,
      actor,
      inferred,
      rule,
    })),
    wording: readings.wording.map(({ start, end, label, concept, voice, negated, rule }) => ({
      start,
      end,
      label,
      concept,
      voice,
      negated,
      rule,
    })),
  };
}

export type ReadingsJson = ReturnType<typeof readingsJson>;

function pairs(spans: readonly Span[]): Pair[] {
  return spans.map(({ start, end }) => [start, end]);
}
