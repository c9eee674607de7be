import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Document } from "../../src/document/document.ts";
import { documentOf } from "../../src/document/document-of.ts";
import type { Span } from "../../src/document/span.ts";
import {
  type Attribution,
  createAttributionReader,
} from "../../src/read/attribution/attribution.ts";
import { createNoiseReader } from "../../src/read/noise/noise.ts";
import { readQuotes } from "../../src/read/quotes/quotes.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import { createVoicesReader } from "../../src/read/voices/voices.ts";
import type { Counts } from "../bootstrap.ts";
import { type Evaluation, f1Metric, type Marked, type Metric, type Miss } from "../measure.ts";
import { sharedLexicon } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";
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
  worst:
    "The weight is the number of words that are lost, added, or given to another: of the content, and for a wrong boundary of what differs. Under the text: s source, c cue, ^ content.",
  kinds: {
    missing: "gold has an attribution here, and nothing read shares half of its words.",
    extra: "nothing in gold shares half of the words that were read as somebody's.",
    source: "the content agrees with gold, and its source is another.",
    attitude: "the attribution agrees with gold, and its attitude is another.",
    kind: "the attribution agrees with gold, and its kind (direct, indirect, mixed) is another.",
    via: "the attribution agrees with gold, and those between source and writer are others.",
    "polnear missing": "gold has an attribution here, and nothing read shares half of its words.",
    "polnear missing direct": "gold has a direct quote here that was given to nobody.",
    "polnear extra": "nothing in gold shares half of the words that were read as somebody's.",
    "polnear source": "the content agrees with gold, and its source is another.",
    "polnear boundary": "the attribution is the same, and its words are cut differently.",
  },
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
  const lexicon = sharedLexicon();
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
  const matched: Counts[] = [];
  const whole: Counts[] = [];
  let hits = 0;
  let attitudes = 0;
  let kinds = 0;
  let via = 0;
  let viaWanted = 0;
  for (const document of seedDocuments(shared)) {
    const { id, text } = document;
    const records = gold.filter((record) => record.doc === id);
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
    const found = readings.length - optional.length;
    const wanted = records.filter((record) => !record.optional).length;
    let full = 0;
    const add = (
      kind: string,
      detail: string,
      record: Gold | undefined,
      reading: Attribution | undefined,
    ) => {
      const shown = {
        text,
        gold: record ? placed(text, record) : [],
        found: reading ? marks(reading) : [],
      };
      const weight = words(record?.content ?? written(text, reading?.content ?? [])).length;
      misses.push(miss(kind, id, detail, { shown, weight, rule: reading?.rule }));
    };
    for (const pair of counted) {
      const record = records[pair.gold] as Gold;
      const reading = readings[pair.found] as Attribution;
      const agree = sourcesAgree(goldSides[pair.gold] as Side, foundSides[pair.found] as Side);
      if (agree) full++;
      else add("source", `${record.source} ≠ ${written(text, reading.source)}`, record, reading);
      if (record.attitude === reading.attitude) attitudes++;
      else add("attitude", `${record.attitude} ≠ ${reading.attitude}`, record, reading);
      if (record.kind === reading.kind) kinds++;
      else add("kind", `${record.kind} ≠ ${reading.kind}`, record, reading);
      if (record.via.length > 0) {
        viaWanted++;
        if (record.via.join() === reading.via.join()) via++;
        else add("via", `${record.via} ≠ ${reading.via}`, record, reading);
      }
    }
    records.forEach((record, index) => {
      if (!record.optional && !pairs.some((pair) => pair.gold === index))
        add("missing", `${record.source} | ${record.cue} | ${record.content}`, record, undefined);
    });
    readings.forEach((reading, index) => {
      if (!pairs.some((pair) => pair.found === index))
        add("extra", show(text, reading), undefined, reading);
    });
    hits += counted.length;
    matched.push({ hits: counted.length, found, gold: wanted });
    whole.push({ hits: full, found, gold: wanted });
  }
  return [
    f1Metric("seeds F1", matched, 0.75),
    f1Metric("seeds full F1", whole, 0.65),
    { name: "seeds attitude", value: attitudes / Math.max(1, hits), n: hits },
    { name: "seeds kind", value: kinds / Math.max(1, hits), n: hits },
    { name: "seeds via", value: via / Math.max(1, viaWanted), n: viaWanted },
  ];
}

const roles = ["source", "cue", "content"] as const;

/** The articles of a PolNeAR file. */
export function articles(path: string, read: Reading, misses: Miss[], limit = Infinity): Metric[] {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n").filter(Boolean);
  const matched: Counts[] = [];
  const whole: Counts[] = [];
  const exact: Record<(typeof roles)[number], Counts[]> = { source: [], cue: [], content: [] };
  let direct = 0;
  let directHits = 0;
  for (const line of lines.slice(0, limit)) {
    const { id, text, attributions } = JSON.parse(line) as Article;
    const gold = attributions
      .filter((one) => one.content.length > 0)
      .map((one) => ({
        source: spans(one.source),
        cue: spans(one.cue),
        content: spans(one.content),
      }));
    const readings = read(documentOf(text, { id }));
    const side = (one: Parts) => ({
      content: placedWords(text, one.content),
      source: placedWords(text, one.source),
    });
    const goldSides = gold.map(side);
    const foundSides = readings.map(side);
    const pairs = match(goldSides, foundSides);
    const goldMatched = new Set(pairs.map((pair) => pair.gold));
    const foundMatched = new Set(pairs.map((pair) => pair.found));
    const add = (
      kind: string,
      detail: string,
      one: Parts | undefined,
      reading: Attribution | undefined,
      weight: number,
    ) => {
      const shown = {
        text,
        gold: one ? marks(one) : [],
        found: reading ? marks(reading) : [],
      };
      misses.push(miss(`polnear ${kind}`, id, detail, { shown, weight, rule: reading?.rule }));
    };
    let full = 0;
    for (const pair of pairs) {
      const one = gold[pair.gold] as Parts;
      const reading = readings[pair.found] as Attribution;
      if (sourcesAgree(goldSides[pair.gold] as Side, foundSides[pair.found] as Side)) full++;
      else
        add(
          "source",
          `${written(text, one.source)} ≠ ${written(text, reading.source)}`,
          one,
          reading,
          goldSides[pair.gold]?.content.length ?? 0,
        );
      const other = roles.map((role) => differing(text, one[role], reading[role]));
      const differ = other.reduce((sum, count) => sum + count, 0);
      if (differ > 0)
        add(
          "boundary",
          roles.map((role, at) => `${role}: ${other[at]} words differ`).join(", "),
          one,
          reading,
          differ,
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
      add(
        isDirect ? "missing direct" : "missing",
        `cue: ${written(text, one.cue) || "none"}`,
        one,
        undefined,
        goldSides[index]?.content.length ?? 0,
      );
    });
    readings.forEach((reading, index) => {
      if (!foundMatched.has(index))
        add(
          "extra",
          `cue: ${written(text, reading.cue) || "none"}`,
          undefined,
          reading,
          foundSides[index]?.content.length ?? 0,
        );
    });
    for (const role of roles) {
      const all = new Set(
        gold.flatMap((one) => one[role].map((span) => `${span.start}-${span.end}`)),
      );
      const own = new Set(
        readings.flatMap((one) => one[role].map((span) => `${span.start}-${span.end}`)),
      );
      const hits = [...own].filter((key) => all.has(key)).length;
      exact[role].push({ hits, found: own.size, gold: all.size });
    }
    matched.push({ hits: pairs.length, found: readings.length, gold: gold.length });
    whole.push({ hits: full, found: readings.length, gold: gold.length });
  }
  return [
    f1Metric("polnear F1", matched, 0.72),
    f1Metric("polnear full F1", whole, 0.62),
    {
      name: "polnear direct recall",
      value: directHits / Math.max(1, direct),
      n: direct,
      target: 0.96,
    },
    ...roles.map((role) =>
      f1Metric(
        `polnear exact ${role}`,
        exact[role],
        { source: 0.7, cue: 0.67, content: 0.6 }[role],
      ),
    ),
  ];
}

type Parts = Readonly<Record<(typeof roles)[number], readonly Span[]>>;

/** Source, cue and content, each with the mark it is underlined with. */
function marks(parts: Parts): Marked[] {
  const signs = { source: "s", cue: "c", content: "^" };
  return roles.flatMap((role) =>
    parts[role].map(({ start, end }) => ({ start, end, mark: signs[role] })),
  );
}

/** A gold record's words where they stand; the content decides the place of the source and the cue. */
function placed(text: string, { source, cue, content }: Gold): Marked[] {
  const whole = findQuote(text, content) ?? findQuote(text, content.slice(0, 40));
  if (!whole) return [];
  const from = Math.max(0, whole.start - 400);
  const near = (words: string, mark: string): Marked[] => {
    const at = words && findQuote(text.slice(from, whole.end + 400), words);
    return at ? [{ start: from + at.start, end: from + at.end, mark }] : [];
  };
  return [...near(source, "s"), ...near(cue, "c"), { ...whole, mark: "^" }];
}

/** Words that stand in one of the two and not in the other. */
function differing(text: string, a: readonly Span[], b: readonly Span[]): number {
  const [left, right] = [new Set(placedWords(text, a)), new Set(placedWords(text, b))];
  let count = 0;
  for (const word of left) if (!right.has(word)) count++;
  for (const word of right) if (!left.has(word)) count++;
  return count;
}

function spans(pairs: Pairs): Span[] {
  return pairs.map(([start, end]) => ({ start, end }));
}

function written(text: string, list: readonly Span[]): string {
  return list.map((span) => text.slice(span.start, span.end)).join(" … ");
}

function show(text: string, reading: Attribution): string {
  return roles.map((role) => written(text, reading[role])).join(" | ");
}

function miss(
  kind: string,
  place: string,
  detail: string,
  more: Pick<Miss, "shown" | "weight"> & { readonly rule: string | undefined },
): Miss {
  const { rule, ...rest } = more;
  return {
    kind,
    place,
    detail: detail.replaceAll("\n", " ⏎ "),
    ...rest,
    ...(rule === undefined ? {} : { rule }),
  };
}
