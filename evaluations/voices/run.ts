import { spanAt } from "../../src/document/span.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createReader } from "../../src/read/read.ts";
import { readSet } from "../compressed.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { f1 } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldVoice = { doc?: string; start: string; end: string };

/**
 * Where a new writer begins, paragraph by paragraph, in the thread among the seeds; and how many
 * articles of one writer are left whole.
 */
export const evaluation: Evaluation = {
  name: "voices",
  needs: ["seeds", "gold/voices.jsonl", "data/attribution/polnear-dev.jsonl.gz"],
  async run(shared) {
    const lexicon = loadLexicon(lexiconDirectory);
    const read = createReader(lexicon);
    const gold = goldRecords<GoldVoice>(shared, "voices");
    const misses: Miss[] = [];
    const counts = { hits: 0, found: 0, gold: 0 };
    let whole = 0;
    const documents = seedDocuments(shared);
    for (const document of documents) {
      const { voices, paragraphs } = read(document);
      const begins = (offset: number) => spanAt(paragraphs, offset)?.start ?? offset;
      const starts = gold
        .map((voice) => findQuote(document.text, voice.start)?.start)
        .filter((start): start is number => start !== undefined)
        .map(begins)
        .slice(1);
      if (starts.length === 0) {
        if (voices.length === 0) whole++;
        else
          misses.push({ kind: "split in vain", place: document.id, detail: String(voices.length) });
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
            detail: document.text.slice(start, start + 60),
          });
      }
      for (const start of want)
        if (!got.has(start))
          misses.push({
            kind: "missed",
            place: document.id,
            detail: document.text.slice(start, start + 60),
          });
    }
    const articles = readSet<{ id: string; text: string }>(
      shared,
      "data/attribution/polnear-dev.jsonl.gz",
    );
    for (const { id, text } of articles) {
      const article = { ...(documents[0] as (typeof documents)[number]), id, text };
      if (read(article).voices.length === 0) whole++;
      else misses.push({ kind: "split in vain", place: id, detail: "" });
    }
    const score = f1(counts.hits, counts.found, counts.gold);
    const single = articles.length + documents.length - 1;
    return {
      metrics: [
        {
          name: "new writers (boundary F1)",
          value: score.f1,
          n: counts.gold,
          precision: score.precision,
          recall: score.recall,
        },
        { name: "articles left whole", value: whole / single, n: single, target: 1 },
      ],
      misses,
    };
  },
};
