import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Document } from "../../src/document/document.ts";
import type { Span } from "../../src/document/span.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import {
  type Attribution,
  createAttributionReader,
} from "../../src/read/attribution/attribution.ts";
import { createNoiseReader } from "../../src/read/noise/noise.ts";
import { readQuotes } from "../../src/read/quotes/quotes.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import { createVoicesReader } from "../../src/read/voices/voices.ts";
import { type Evaluation, f1, type Metric, type Miss } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { goldRecords, seedDocuments } from "../seeds.ts";
import { match, placedWords, type Side, sourcesAgree, words } from "./score.ts";

type Gold = {
  readonly doc: string;
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly kind: string;
  readonly attitude: string;
  readonly via: readonly string[];
  readonly optional?: boolean;
};

type Pairs = readonly (readonly [number, number])[];
type Article = {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly source: Pairs;
    readonly cue: Pairs;
    readonly content: Pairs;
  }[];
};

const polnear = "data/attribution/polnear-dev.jsonl.gz";

export const evaluation: Evaluation = {
  name: "attribution",
  needs: ["gold/attributions.jsonl", "seeds", polnear],
  async run(shared) {
    const read = createReading();
    const misses: Miss[] = [];
    return {
      metrics: [...seeds(shared, read, misses), ...articles(join(shared, polnear), read, misses)],
      misses,
    };
  },
};

type Reading = (document: Document) => readonly Attribution[];

export function createReading(): Reading {
  const lexicon = loadLexicon(lexiconDirectory);
  const readProse = createProseReader(lexicon);
  const readNoise = createNoiseReader(lexicon);
  const readVoices = createVoicesReader(lexicon);
  const readAttributions = createAttributionReader(lexicon);
  return (document) => {
    const prose = readProse(document.text);
    const noise = readNoise(prose, document);
    const voices = readVoices(prose, { noise });
    return readAttributions(prose, { quotes: readQuotes(prose), noise, voices });
  };
}

function seeds(shared: string, read: Reading, misses: Miss[]): Metric[] {
  const gold = goldRecords<Gold>(shared, "attributions");
  let hits = 0;
  let full = 0;
  let found = 0;
  let wanted = 0;
  let attitudes = 0;
  let kinds = 0;
  let via = 0;
  let viaWanted = 0;
  for (const document of seedDocuments(shared)) {
    const { text } = document;
    const records = gold.filter((record) => record.doc === document.id);
    const readings = read(document);
    const goldSides = records.map((record) => ({
      content: words(record.content),
      source: words(record.source),
    }));
    const foundSides = readings.map((reading) => ({
      content: words(written(text, reading.content)),
      source: words(written(text, reading.source)),
    }));
    const pairs = match(goldSides, foundSides);
    const optional = pairs.filter((pair) => records[pair.gold]?.optional);
    const counted = pairs.filter((pair) => !records[pair.gold]?.optional);
    hits += counted.length;
    found += readings.length - optional.length;
    wanted += records.filter((record) => !record.optional).length;
    for (const pair of counted) {
      const record = records[pair.gold] as Gold;
      const reading = readings[pair.found] as Attribution;
      const agree = sourcesAgree(goldSides[pair.gold] as Side, foundSides[pair.found] as Side);
      if (agree) full++;
      else misses.push(miss("source", document.id, `${record.source} ≠ ${show(text, reading)}`));
      if (record.attitude === reading.attitude) attitudes++;
      else
        misses.push(
          miss(
            "attitude",
            document.id,
            `${record.attitude} ≠ ${reading.attitude} ${show(text, reading)}`,
          ),
        );
      if (record.kind === reading.kind) kinds++;
      else
        misses.push(
          miss("kind", document.id, `${record.kind} ≠ ${reading.kind} ${show(text, reading)}`),
        );
      if (record.via.length > 0) {
        viaWanted++;
        if (record.via.join() === reading.via.join()) via++;
        else
          misses.push(
            miss("via", document.id, `${record.via} ≠ ${reading.via} ${show(text, reading)}`),
          );
      }
    }
    records.forEach((record, index) => {
      if (!record.optional && !pairs.some((pair) => pair.gold === index))
        misses.push(
          miss("missing", document.id, `${record.source} | ${record.cue} | ${record.content}`),
        );
    });
    readings.forEach((reading, index) => {
      if (!pairs.some((pair) => pair.found === index))
        misses.push(miss("extra", document.id, show(text, reading)));
    });
  }
  const matched = f1(hits, found, wanted);
  const whole = f1(full, found, wanted);
  return [
    metric("seeds F1", matched, wanted, 0.75),
    metric("seeds full F1", whole, wanted, 0.65),
    { name: "seeds attitude", value: attitudes / Math.max(1, hits), n: hits },
    { name: "seeds kind", value: kinds / Math.max(1, hits), n: hits },
    { name: "seeds via", value: via / Math.max(1, viaWanted), n: viaWanted },
  ];
}

const roles = ["source", "cue", "content"] as const;

/** The articles of a PolNeAR file. */
export function articles(path: string, read: Reading, misses: Miss[], limit = Infinity): Metric[] {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n").filter(Boolean);
  let hits = 0;
  let full = 0;
  let found = 0;
  let wanted = 0;
  let direct = 0;
  let directHits = 0;
  const exact = { source: 0, cue: 0, content: 0 };
  const goldSpans = { source: 0, cue: 0, content: 0 };
  const foundSpans = { source: 0, cue: 0, content: 0 };
  for (const line of lines.slice(0, limit)) {
    const { id, text, attributions } = JSON.parse(line) as Article;
    const gold = attributions
      .filter((one) => one.content.length > 0)
      .map((one) => ({
        source: spans(one.source),
        cue: spans(one.cue),
        content: spans(one.content),
      }));
    const readings = read({
      id,
      file: id,
      format: "text",
      sha256: "",
      sizeBytes: text.length,
      text,
      title: null,
      author: null,
      url: null,
      language: "en",
      published: null,
      publishedFrom: null,
      completeness: "full",
    });
    const side = (one: { source: readonly Span[]; content: readonly Span[] }) => ({
      content: placedWords(text, one.content),
      source: placedWords(text, one.source),
    });
    const goldSides = gold.map(side);
    const foundSides = readings.map(side);
    const pairs = match(goldSides, foundSides);
    hits += pairs.length;
    found += readings.length;
    wanted += gold.length;
    const goldMatched = new Set(pairs.map((pair) => pair.gold));
    const foundMatched = new Set(pairs.map((pair) => pair.found));
    for (const pair of pairs) {
      if (sourcesAgree(goldSides[pair.gold] as Side, foundSides[pair.found] as Side)) full++;
      else
        misses.push(
          miss(
            "polnear source",
            id,
            `${written(text, gold[pair.gold]?.source ?? [])} ≠ ${show(text, readings[pair.found] as Attribution)}`,
          ),
        );
    }
    gold.forEach((one, index) => {
      const isDirect = /^["“”]|^''|^``/.test(
        text.slice(one.content[0]?.start, (one.content[0]?.start ?? 0) + 2),
      );
      if (isDirect) direct++;
      if (goldMatched.has(index)) {
        if (isDirect) directHits++;
        return;
      }
      const shown = roles.map((role) => written(text, one[role])).join(" | ");
      misses.push(miss(isDirect ? "polnear missing direct" : "polnear missing", id, shown));
    });
    readings.forEach((reading, index) => {
      if (!foundMatched.has(index)) misses.push(miss("polnear extra", id, show(text, reading)));
    });
    for (const role of roles) {
      const all = new Set(
        gold.flatMap((one) => one[role].map((span) => `${span.start}-${span.end}`)),
      );
      const own = new Set(
        readings.flatMap((one) => one[role].map((span) => `${span.start}-${span.end}`)),
      );
      goldSpans[role] += all.size;
      foundSpans[role] += own.size;
      for (const key of own) if (all.has(key)) exact[role]++;
    }
  }
  return [
    metric("polnear F1", f1(hits, found, wanted), wanted, 0.72),
    metric("polnear full F1", f1(full, found, wanted), wanted, 0.62),
    {
      name: "polnear direct recall",
      value: directHits / Math.max(1, direct),
      n: direct,
      target: 0.96,
    },
    ...roles.map((role) =>
      metric(
        `polnear exact ${role}`,
        f1(exact[role], foundSpans[role], goldSpans[role]),
        goldSpans[role],
        { source: 0.7, cue: 0.67, content: 0.6 }[role],
      ),
    ),
  ];
}

function metric(name: string, score: ReturnType<typeof f1>, n: number, target: number): Metric {
  return { name, value: score.f1, precision: score.precision, recall: score.recall, n, target };
}

function spans(pairs: Pairs): Span[] {
  return pairs.map(([start, end]) => ({ start, end }));
}

function written(text: string, list: readonly Span[]): string {
  return list.map((span) => text.slice(span.start, span.end)).join(" … ");
}

function show(text: string, reading: Attribution): string {
  const shown = roles.map((role) => written(text, reading[role]));
  return `[${reading.rule}] ${shown.join(" | ")}`;
}

function miss(kind: string, place: string, detail: string): Miss {
  return { kind, place, detail: detail.replaceAll("\n", " ⏎ ") };
}
