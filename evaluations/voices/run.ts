import { spanAt } from "../../src/document/span.ts";
import { readSet } from "../compressed.ts";
import { type Evaluation, f1Metric, type Miss } from "../measure.ts";
import { readingsOf } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";
import { threadMetrics } from "./threads.ts";

type GoldVoice = { doc?: string; start: string; end: string };

/** How much of a writer's first words is marked in the list of errors, in characters. */
const firstWords = 60;

/**
 * Where a new writer begins, paragraph by paragraph, in the thread among the seeds; and how many
 * articles of one writer are left whole.
 */
export const evaluation: Evaluation = {
  name: "voices",
  needs: ["seeds", "gold/voices.jsonl", "data/attribution/polnear-dev.jsonl.gz"],
  worst:
    "The weight is the number of characters that go to a wrong writer: up to the next boundary.",
  kinds: {
    missed: "gold has a new writer here, and the text was read on as the one before.",
    "in vain": "a new writer was read here, and gold has none.",
    split: "the text has one writer and was split.",
  },
  async run(shared) {
    const gold = goldRecords<GoldVoice>(shared, "voices");
    const misses: Miss[] = [];
    const counts = { hits: 0, found: 0, gold: 0 };
    let whole = 0;
    const documents = seedDocuments(shared);
    for (const document of documents) {
      const { text } = document;
      const { voices, paragraphs } = readingsOf(document);
      const until = (start: number, bounds: Iterable<number>) =>
        Math.min(text.length, ...[...bounds].filter((bound) => bound > start)) - start;
      const line = (start: number) => ({
        start,
        end: Math.min(text.length, start + firstWords),
      });
      const begins = (offset: number) => spanAt(paragraphs, offset)?.start ?? offset;
      const starts = gold
        .map((voice) => findQuote(document.text, voice.start)?.start)
        .filter((start): start is number => start !== undefined)
        .map(begins)
        .slice(1);
      if (starts.length === 0) {
        if (voices.length === 0) whole++;
        else
          misses.push({
            kind: "split in vain",
            place: document.id,
            detail: `${voices.length} writers`,
            weight: text.length,
            rule: voices.map(({ rule }) => rule).join(", "),
            shown: { text, gold: [], found: voices.slice(1, 2).map(({ start }) => line(start)) },
          });
        continue;
      }
      const want = new Set(starts);
      const got = new Set(voices.slice(1).map((voice) => begins(voice.start)));
      counts.gold += want.size;
      counts.found += got.size;
      for (const start of got) {
        if (want.has(start)) counts.hits++;
        else
          misses.push({
            kind: "in vain",
            place: document.id,
            detail: "a new writer was read here",
            weight: until(start, got),
            rule: voices.find((voice) => begins(voice.start) === start)?.rule ?? "",
            shown: { text, gold: [], found: [line(start)] },
          });
      }
      for (const start of want)
        if (!got.has(start))
          misses.push({
            kind: "missed",
            place: document.id,
            detail: "a new writer begins here",
            weight: until(start, want),
            shown: { text, gold: [line(start)], found: [] },
          });
    }
    const articles = readSet<{ id: string; text: string }>(
      shared,
      "data/attribution/polnear-dev.jsonl.gz",
    );
    for (const { id, text } of articles) {
      const article = { ...(documents[0] as (typeof documents)[number]), id, text };
      const { voices } = readingsOf(article);
      if (voices.length === 0) whole++;
      else
        misses.push({
          kind: "split in vain",
          place: id,
          detail: `${voices.length} writers`,
          weight: text.length,
          rule: [...new Set(voices.map(({ rule }) => rule))].join(", "),
          shown: {
            text,
            gold: [],
            found: voices.slice(1, 2).map(({ start }) => ({ start, end: start + firstWords })),
          },
        });
    }
    const single = articles.length + documents.length - 1;
    const read = (id: string, text: string) =>
      readingsOf({ ...(documents[0] as (typeof documents)[number]), id, text });
    const threads = [
      ...threadMetrics("first", "own threads", read, misses),
      ...threadMetrics("later", "later threads", read, misses),
    ];
    return {
      metrics: [
        f1Metric("new writers (boundary F1)", [counts]),
        { name: "articles left whole", value: whole / single, n: single, target: 1 },
        ...threads,
      ],
      misses,
    };
  },
};
