import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createNoiseReader, type Noise } from "../../src/read/noise/noise.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import { readSet } from "../compressed.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { f1 } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldNoise = { doc: string; kind: string; quote: string; end: string };
type Article = { id: string; text: string };
type Incident = { docs: readonly { title: string; text: string }[] };

/** Every how many-th article gets the headline and opening of another one stuck to its end. */
const everySplice = 3;
/** How much of the other article is stuck on, in characters. */
const spliceLength = 700;

/**
 * Characters marked against gold on the seeds; how much of clean news stays unmarked (PolNeAR);
 * and how well foreign matter at the end of a clean article is found.
 */
export const evaluation: Evaluation = {
  name: "noise",
  needs: [
    "seeds",
    "gold/noise.jsonl",
    "data/attribution/polnear-dev.jsonl.gz",
    "data/figures/gva-dev.jsonl.gz",
  ],
  async run(shared) {
    const lexicon = loadLexicon(lexiconDirectory);
    const readProse = createProseReader(lexicon);
    const readNoise = createNoiseReader(lexicon);
    const read = (text: string) => readNoise(readProse(text));
    const misses: Miss[] = [];

    const gold = goldRecords<GoldNoise>(shared, "noise");
    const seeds = { hits: 0, found: 0, gold: 0 };
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
      count(seeds, want, marked, text);
      misses.push(...stretches(text, want, marked, "missed", id));
      misses.push(...stretches(text, marked, want, "marked in vain", id));
    }

    const articles = readSet<Article>(shared, "data/attribution/polnear-dev.jsonl.gz");
    let length = 0;
    let marked = 0;
    for (const { id, text } of articles) {
      length += text.length;
      for (const noise of read(text)) {
        marked += noise.end - noise.start;
        misses.push({ kind: noise.rule, place: id, detail: text.slice(noise.start, noise.end) });
      }
    }

    const spliced = { hits: 0, found: 0, gold: 0 };
    const others = readSet<Incident>(shared, "data/figures/gva-dev.jsonl.gz").flatMap(
      ({ docs }) => docs,
    );
    articles.forEach(({ id, text }, index) => {
      const other = others[index * 7];
      if (index % everySplice !== 0 || !other) return;
      const tail = `${other.title}\n\n${other.text.slice(0, spliceLength)}`;
      const whole = `${text.trimEnd()}\n\n${tail}`;
      const want = new Set<number>();
      for (let at = whole.length - tail.length; at < whole.length; at++) want.add(at);
      const topics = read(whole).filter(({ kind }) => kind === "unrelated");
      count(spliced, want, characters(topics), whole);
      if (topics.length === 0) misses.push({ kind: "tail missed", place: id, detail: tail });
    });
    const [onSeeds, onSpliced] = [seeds, spliced].map((one) => f1(one.hits, one.found, one.gold));
    return {
      metrics: [
        {
          name: "marked characters (F1)",
          value: onSeeds?.f1 ?? 0,
          n: gold.length,
          precision: onSeeds?.precision ?? 0,
          recall: onSeeds?.recall ?? 0,
          target: 0.85,
        },
        {
          name: "clean news left unmarked",
          value: 1 - marked / length,
          n: articles.length,
          target: 0.995,
        },
        {
          name: "foreign tail (F1)",
          value: onSpliced?.f1 ?? 0,
          n: Math.ceil(articles.length / everySplice),
          precision: onSpliced?.precision ?? 0,
          recall: onSpliced?.recall ?? 0,
        },
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
      const detail = text.slice(start, at).trim();
      if (detail) found.push({ kind, place, detail: detail.replaceAll("\n", " ⏎ ") });
      start = -1;
    }
  }
  return found;
}
