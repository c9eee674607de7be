import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Document } from "../../src/document/document.ts";
import { documentOf } from "../../src/document/document-of.ts";
import type { Span } from "../../src/document/span.ts";
import { declaredCase } from "../../src/ingest/case/assign.ts";
import { loadCaseFile } from "../../src/ingest/case/load.ts";
import { createHtmlExtractor } from "../../src/ingest/html/extractor.ts";
import { ingest, readBytes } from "../../src/ingest/ingest.ts";
import { readerOptionsOf } from "../../src/pipeline/analyze.ts";
import { createAttributionReader } from "../../src/read/attribution/attribution.ts";
import { createNamesReader, type Mention } from "../../src/read/names/names.ts";
import { createNoiseReader } from "../../src/read/noise/noise.ts";
import { readQuotes } from "../../src/read/quotes/quotes.ts";
import type { ReaderOptions } from "../../src/read/read.ts";
import type { Readings } from "../../src/read/readings.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import { createVoicesReader } from "../../src/read/voices/voices.ts";
import type { Counts } from "../bootstrap.ts";
import { readSet } from "../compressed.ts";
import { type Evaluation, f1, type Metric, type Miss } from "../measure.ts";
import { sharedLexicon } from "../reading.ts";
import { seedDocuments } from "../seeds.ts";

/** What was marked by hand in one document; offsets only, since most texts may not be passed on. */
type Gold = {
  readonly id: string;
  readonly set: "polnear" | "seed" | "case";
  /** `dev` was looked at while the rules were written, `unseen` was not. */
  readonly part: "dev" | "unseen" | "seeds" | "example";
  /** Names, outermost only: start, end, kind (null for ships, laws, works, camps), chain. */
  readonly mentions: readonly (readonly [number, number, Mention["kind"], number])[];
  /** Sources that are pronouns or nouns: start, end, the chain that is meant; null for nobody named. */
  readonly sources: readonly (readonly [number, number, number | null])[];
};

const polnear = "data/attribution/polnear-dev.jsonl.gz";
const example = fileURLToPath(new URL("../../examples/brenna-strait/", import.meta.url));
const parts = ["dev", "unseen", "seeds", "example"] as const;

/** Names, what they name, which belong together, and whom pronouns and nouns stand for as sources. */
export const evaluation: Evaluation = {
  name: "names",
  needs: ["seeds", polnear],
  worst: "The weight is how often the words stand in the document.",
  kinds: {
    in: "this was read as a name, and gold has none with these bounds.",
    missed: "gold has a name here, and none with these bounds was read.",
    kind: "the name is right, and it is of another kind.",
    source: "a pronoun or noun speaks, and it was given another name than gold gives it, or none.",
  },
  async run(shared) {
    const gold = JSON.parse(
      readFileSync(fileURLToPath(new URL("gold.json", import.meta.url)), "utf8"),
    ) as Gold[];
    const documents = await documentsOf(shared, gold);
    const misses: Miss[] = [];
    const read = createReading({});
    const declared = declaredCase(await loadCaseFile(example, "case.yaml"), "");
    const readCase = createReading(readerOptionsOf(declared));
    const metrics = parts.flatMap((part) => {
      const scores = gold
        .filter((one) => one.part === part)
        .map((one) =>
          scoreOf(
            one,
            documents.get(one.id) as Document,
            one.set === "case" ? readCase : read,
            misses,
          ),
        );
      return metricsOf(part, scores);
    });
    return { metrics, misses };
  },
};

async function documentsOf(
  shared: string,
  gold: readonly Gold[],
): Promise<ReadonlyMap<string, Document>> {
  const documents = new Map(seedDocuments(shared).map((one) => [one.id, one]));
  for (const { id, text } of readSet<{ id: string; text: string }>(shared, polnear))
    documents.set(id, documentOf(text, { id }));
  const html = createHtmlExtractor();
  try {
    for (const { id, set } of gold) {
      if (set !== "case") continue;
      const source = await readBytes(join(example, id), id);
      const read = "bytes" in source ? await ingest(source, { id, file: id }, { html }) : null;
      if (read?.document) documents.set(id, read.document);
    }
  } finally {
    await html.close();
  }
  return documents;
}

type Read = Pick<Readings, "mentions" | "attributions">;
type Reading = (document: Document) => Read;

/** The rooms that names rest on, and those that rest on names. */
function createReading({ names: forms, actors }: ReaderOptions): Reading {
  const lexicon = sharedLexicon();
  const readProse = createProseReader(lexicon, forms);
  const readNoise = createNoiseReader(lexicon);
  const readVoices = createVoicesReader(lexicon);
  const readNames = createNamesReader(lexicon, actors);
  const readAttributions = createAttributionReader(lexicon);
  return (document) => {
    const prose = readProse(document.text);
    const noise = readNoise(prose, document);
    const voices = readVoices(prose, { noise });
    const names = readNames(prose);
    const quotes = readQuotes(prose);
    return {
      mentions: names.mentions,
      attributions: readAttributions(prose, { quotes, noise, voices, names }),
    };
  };
}

type Score = {
  readonly spans: Counts;
  readonly pairs: Counts;
  readonly typed: number;
  readonly typable: number;
  readonly right: number;
  readonly wrong: number;
  readonly open: number;
};

function scoreOf(gold: Gold, document: Document, read: Reading, misses: Miss[]): Score {
  const { text } = document;
  const readings = read(document);
  const trimmed = ({ start, end }: Span): Span =>
    text[end - 1] === "." ? { start, end: end - 1 } : { start, end };
  const key = (span: Span) => `${trimmed(span).start}-${trimmed(span).end}`;
  const wanted = new Map(
    gold.mentions.map(([start, end, kind, chain]) => [key({ start, end }), { kind, chain }]),
  );
  const found = new Map(
    readings.mentions.filter((one) => !one.inferred).map((one) => [key(one), one]),
  );
  const note = (kind: string, start: number, end: number, detail: string) => {
    const words = text.slice(start, end);
    const span = [{ start, end }];
    const isMissed = kind === "missed" || kind === "source open";
    misses.push({
      kind: `${kind} (${gold.part})`,
      place: gold.id,
      detail: `${words.replaceAll("\n", " ⏎ ")} ${detail}`.trimEnd(),
      weight: text.split(words).length - 1,
      shown: { text, gold: isMissed ? span : [], found: isMissed ? [] : span },
    });
  };
  let typed = 0;
  let typable = 0;
  let hits = 0;
  for (const [span, one] of found) {
    const match = wanted.get(span);
    if (!match) {
      note("in vain", one.start, one.end, `${one.kind} ${one.rule}`);
      continue;
    }
    hits++;
    if (match.kind === null) continue;
    typable++;
    if (one.kind === match.kind) typed++;
    else note("kind", one.start, one.end, `${match.kind} ≠ ${one.kind} ${one.rule}`);
  }
  for (const [start, end] of gold.mentions)
    if (!found.has(key({ start, end }))) note("missed", start, end, "");
  const chains = pairsOf([...wanted].map(([span, { chain }]) => [span, String(chain)]));
  const own = pairsOf([...found].map(([span, { kind, name }]) => [span, `${kind} ${name}`]));
  let both = 0;
  for (const pair of own) if (chains.has(pair)) both++;
  return {
    spans: { hits, found: found.size, gold: wanted.size },
    pairs: { hits: both, found: own.size, gold: chains.size },
    typed,
    typable,
    ...sourcesOf(gold, text, readings, note),
  };
}

/** All pairs of spans that belong together. */
function pairsOf(spans: readonly (readonly [string, string])[]): Set<string> {
  const chains = new Map<string, string[]>();
  for (const [span, chain] of spans) chains.set(chain, [...(chains.get(chain) ?? []), span]);
  const pairs = new Set<string>();
  for (const list of chains.values()) {
    list.sort();
    list.forEach((one, at) => {
      for (const other of list.slice(at + 1)) pairs.add(`${one} ${other}`);
    });
  }
  return pairs;
}

/** The pronouns and nouns that speak: named rightly, named wrongly, left open. Unread ones count nowhere. */
function sourcesOf(
  gold: Gold,
  text: string,
  { attributions }: Read,
  note: (kind: string, start: number, end: number, detail: string) => void,
): Pick<Score, "right" | "wrong" | "open"> {
  let right = 0;
  let wrong = 0;
  let open = 0;
  for (const [start, end, chain] of gold.sources) {
    const one = attributions.find(({ source }) =>
      source.some((span) => span.start === start && span.end === end),
    );
    if (!one) continue;
    const names = new Set(
      gold.mentions
        .filter((mention) => mention[3] === chain)
        .map(([from, to]) => plainName(text.slice(from, to))),
    );
    if (!one.sourceInferred) open++;
    else if (names.has(plainName(one.sourceName ?? ""))) right++;
    else wrong++;
    if (!one.sourceInferred || !names.has(plainName(one.sourceName ?? "")))
      note(
        one.sourceInferred ? "source wrong" : "source open",
        start,
        end,
        `${[...names].join("/")} ≠ ${one.sourceName}`,
      );
  }
  return { right, wrong, open };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/^the /, "").replace(/\.$/, "");
}

function metricsOf(part: string, scores: readonly Score[]): Metric[] {
  const sum = (pick: (score: Score) => number) =>
    scores.reduce((total, score) => total + pick(score), 0);
  const counted = (name: string, pick: (score: Score) => Counts): Metric => {
    const gold = sum((score) => pick(score).gold);
    const score = f1(
      sum((one) => pick(one).hits),
      sum((one) => pick(one).found),
      gold,
    );
    return {
      name: `${part} ${name}`,
      value: score.f1,
      n: gold,
      precision: score.precision,
      recall: score.recall,
      perDocument: scores.map(pick),
    };
  };
  const typable = sum((score) => score.typable);
  const right = sum((score) => score.right);
  const wrong = sum((score) => score.wrong);
  const open = sum((score) => score.open);
  const metrics = [
    counted("names (F1)", (score) => score.spans),
    {
      name: `${part} kind, among the matched`,
      value: sum((score) => score.typed) / Math.max(1, typable),
      n: typable,
    },
    counted("pairs of one (F1)", (score) => score.pairs),
  ];
  if (right + wrong + open === 0) return metrics;
  return [
    ...metrics,
    {
      name: `${part} sources resolved rightly`,
      value: right / (right + wrong + open),
      n: right + wrong + open,
      precision: right / Math.max(1, right + wrong),
      recall: right / (right + wrong + open),
    },
  ];
}
