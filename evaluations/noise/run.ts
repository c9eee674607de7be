import { createNoiseReader, type Noise } from "../../src/read/noise/noise.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import type { Counts } from "../bootstrap.ts";
import { readSet } from "../compressed.ts";
import { type Evaluation, f1Metric, type Miss } from "../measure.ts";
import { sharedLexicon } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";
import { foreignMetric, proseDonors } from "./foreign.ts";
import { cleanMetric, furnitureMetric, othersPages, ownPages } from "./furniture.ts";

type GoldNoise = { doc: string; kind: string; quote: string; end: string };
type Article = { id: string; text: string };
type Incident = { docs: readonly { id: string; title: string; text: string }[] };

/**
 * Characters marked against gold on the seeds; how much of clean news (PolNeAR) stays unmarked; how
 * well another text's head is found in it; and page furniture, line by line, on own pages and on
 * crime reports of local stations (GVA), in which it was marked by hand.
 */
export const evaluation: Evaluation = {
  name: "noise",
  needs: [
    "seeds",
    "gold/noise.jsonl",
    "data/attribution/polnear-dev.jsonl.gz",
    "data/figures/gva-dev.jsonl.gz",
  ],
  worst: "The weight is the number of characters that are lost or marked in vain.",
  kinds: {
    missed: "gold says that this is no part of the text, and it was not marked.",
    "marked in vain": "this is part of the text, and was marked as none.",
    "clean news marked": "this is part of a clean news text, and was marked as none.",
    "furniture in vain": "this line is part of the text, and was marked as none.",
    navigation: "the line moves about a site, and was not marked.",
    byline: "the line says who wrote it or when, and was not marked.",
    caption: "the line describes a picture, and was not marked.",
    related: "the line points to another text, and was not marked.",
    boilerplate: "the line is a notice, and was not marked.",
    foreign: "another text's head was planted here, and most of it was not marked as foreign.",
  },
  async run(shared) {
    const lexicon = sharedLexicon();
    const readProse = createProseReader(lexicon);
    const readNoise = createNoiseReader(lexicon);
    const read = (text: string) => readNoise(readProse(text));
    const misses: Miss[] = [];

    const gold = goldRecords<GoldNoise>(shared, "noise");
    const counts: Counts[] = [];
    for (const { id, text } of seedDocuments(shared)) {
      const want = new Set<number>();
      for (const record of gold.filter((one) => one.doc === id)) {
        const from = lineStart(text, record);
        const tail = text
          .replaceAll("\u00a0", " ")
          .indexOf(record.end.replaceAll("\u00a0", " "), from);
        for (let at = from; at < tail + record.end.length; at++) want.add(at);
      }
      const marked = characters(read(text));
      const seeds = { hits: 0, found: 0, gold: 0 };
      count(seeds, want, marked, text);
      counts.push(seeds);
      misses.push(...stretches(text, want, marked, "missed", id));
      misses.push(...stretches(text, marked, want, "marked in vain", id));
    }

    const articles = readSet<Article>(shared, "data/attribution/polnear-dev.jsonl.gz");
    const others = readSet<Incident>(shared, "data/figures/gva-dev.jsonl.gz").flatMap(
      ({ docs }) => docs,
    );
    const donors = proseDonors(others);
    const headless = donors.map(({ text }) => ({ text }));
    const foreign = [
      foreignMetric("foreign tail (F1)", "tail", articles, donors, read, misses),
      foreignMetric("foreign middle (F1)", "middle", articles, donors, read, misses),
      foreignMetric("foreign middle, no headline (F1)", "middle", articles, headless, read, misses),
      foreignMetric(
        "foreign tail, same beat (F1)",
        "tail",
        articles,
        alike(articles),
        read,
        misses,
      ),
    ];
    const furniture = [
      furnitureMetric("furniture, own pages", ownPages("first"), read, misses),
      furnitureMetric("furniture, later own pages", ownPages("later"), read, misses),
      furnitureMetric(
        "furniture, crime reports",
        othersPages("crime-reports-first", others),
        read,
        misses,
      ),
      furnitureMetric(
        "furniture, later crime reports",
        othersPages("crime-reports-later", others),
        read,
        misses,
      ),
    ];
    return {
      metrics: [
        { ...f1Metric("marked characters (F1)", counts, 0.85), n: gold.length },
        cleanMetric(othersPages("news", articles, "all"), read, misses),
        ...foreign,
        ...furniture,
      ],
      misses,
    };
  },
};

/** A gold quote of one word is a line of its own; others stand where they first occur. */
function lineStart(text: string, { quote }: GoldNoise): number {
  if (/\s/.test(quote)) return findQuote(text, quote)?.start ?? text.length;
  const line = new RegExp(`^[<\\s]*${quote.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "m").exec(
    text,
  );
  const at = line ? line.index + line[0].length - quote.length : -1;
  return at < 0 ? text.length : at;
}

function characters(noise: readonly Noise[]): Set<number> {
  const set = new Set<number>();
  for (const { start, end } of noise) for (let at = start; at < end; at++) set.add(at);
  return set;
}

function count(
  into: { hits: number; found: number; gold: number },
  want: ReadonlySet<number>,
  got: ReadonlySet<number>,
  text: string,
): void {
  const visible = (at: number) => /\S/.test(text[at] ?? "");
  for (const at of want) if (visible(at)) into.gold++;
  for (const at of got) {
    if (!visible(at)) continue;
    into.found++;
    if (want.has(at)) into.hits++;
  }
}

/** What is in `a` and not in `b`, as passages. */
function stretches(
  text: string,
  a: ReadonlySet<number>,
  b: ReadonlySet<number>,
  kind: string,
  place: string,
): Miss[] {
  const found: Miss[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const inside = a.has(at) && !b.has(at);
    if (inside && start < 0) start = at;
    if (!inside && start >= 0) {
      const weight = text.slice(start, at).replace(/\s+/g, "").length;
      const span = { start, end: at };
      const shown =
        kind === "missed" ? { text, gold: [span], found: [] } : { text, gold: [], found: [span] };
      if (weight > 0) found.push({ kind, place, detail: `${weight} characters`, weight, shown });
      start = -1;
    }
  }
  return found;
}

/** The articles themselves as donors, each for another one: texts on the same politics. */
function alike(articles: readonly Article[]): { text: string }[] {
  return articles.map(({ text }) => ({ text }));
}
