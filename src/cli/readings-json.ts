import { notRead } from "../document/absence.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Explanations } from "../read/explain.ts";
import type { Explanation } from "../read/explanation.ts";
import type { Readings } from "../read/readings.ts";

type Pair = readonly [start: number, end: number];

/**
 * The published form of one document's readings (docs/readings.schema.json): offsets are UTF-16
 * code units, half-open, into the document's kept text.
 */
export function readingsJson(document: Document, readings: Readings, why: Explanations) {
  const { id, file, title, published, completeness } = document;
  return {
    document: {
      id,
      file,
      title,
      language: readings.language,
      notRead: notRead(readings.language),
      published,
      completeness,
    },
    sentences: readings.sentences.map(({ start, end }) => ({ start, end })),
    noise: readings.noise.map(({ start, end, kind, rule }, at) => ({
      start,
      end,
      kind,
      rule,
      why: whyJson(why.noise[at]),
    })),
    voices: readings.voices.map(({ start, end, name, rule }, at) => ({
      start,
      end,
      name,
      rule,
      why: whyJson(why.voices[at]),
    })),
    attributions: readings.attributions.map((one, at) => ({
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
      why: whyJson(why.attributions[at]),
    })),
    scareQuotes: readings.scareQuotes.map(({ start, end, rule }, at) => ({
      start,
      end,
      rule,
      why: whyJson(why.scareQuotes[at]),
    })),
    figures: readings.figures.map((one, at) => ({
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
      why: whyJson(why.figures[at]),
    })),
    dates: readings.dates.map(({ start, end, edtf, kind, what, rule }, at) => ({
      start,
      end,
      edtf,
      kind,
      what: [what.start, what.end],
      rule,
      why: whyJson(why.dates[at]),
    })),
    references: readings.references.map(({ start, end, name, kind, url, rule }, at) => ({
      start,
      end,
      name,
      kind,
      url,
      rule,
      why: whyJson(why.references[at]),
    })),
    mentions: readings.mentions.map(({ start, end, kind, name, actor, inferred, rule }, at) => ({
      start,
      end,
      kind,
      name,
      actor,
      inferred,
      rule,
      why: whyJson(why.mentions[at]),
    })),
    wording: readings.wording.map(({ start, end, label, concept, voice, negated, rule }, at) => ({
      start,
      end,
      label,
      concept,
      voice,
      negated,
      rule,
      why: whyJson(why.wording[at]),
    })),
  };
}

export type ReadingsJson = ReturnType<typeof readingsJson>;

/** Nothing where a reading has no explanation: every list of explanations is as long as its readings. */
function whyJson(why: Explanation | undefined) {
  return {
    because: why?.because ?? "",
    cues: (why?.cues ?? []).map(({ start, end, role }) => ({ start, end, role })),
    model: why?.model ?? null,
    score01: why?.score01 ?? null,
  };
}

function pairs(spans: readonly Span[]): Pair[] {
  return spans.map(({ start, end }) => [start, end]);
}
