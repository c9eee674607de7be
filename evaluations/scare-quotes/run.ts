import { overlaps } from "../../src/document/span.ts";
import type { Counts } from "../bootstrap.ts";
import { type Evaluation, f1Metric, type Miss } from "../measure.ts";
import { readingsOf } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type Gold = { readonly doc: string; readonly quote: string; readonly words: string };

/** A gold record is found where a scare quote with its words overlaps its quote. */
export const evaluation: Evaluation = {
  name: "scare-quotes",
  needs: ["gold/scare_quotes.jsonl", "seeds"],
  worst: "The weight is the number of words between the marks: the fewer, the surer a label.",
  kinds: {
    missing: "gold has words in marks without a speaker here, and they were not read as such.",
    extra: "words in marks were read as nobody's, and gold does not have them.",
  },
  async run(shared) {
    const gold = goldRecords<Gold>(shared, "scare_quotes");
    const misses: Miss[] = [];
    const counts: Counts[] = [];
    for (const document of seedDocuments(shared)) {
      const { id, text } = document;
      const { scareQuotes: marks } = readingsOf(document);
      const records = gold.filter((one) => one.doc === id);
      const used = new Set<number>();
      for (const record of records) {
        const place = findQuote(text, record.quote);
        const index = marks.findIndex(
          (mark, at) =>
            !used.has(at) &&
            place !== undefined &&
            mark.start < place.end &&
            place.start < mark.end &&
            text.slice(mark.start, mark.end) === record.words,
        );
        if (index < 0)
          misses.push({
            kind: "missing",
            place: id,
            detail: `“${record.words}” in: ${record.quote}`,
            weight: 1 / record.words.split(/\s+/).length,
            ...(place
              ? {
                  shown: {
                    text,
                    gold: [place],
                    found: marks.filter((mark) => overlaps(mark, place)),
                  },
                }
              : {}),
          });
        else used.add(index);
      }
      marks.forEach((mark, at) => {
        if (!used.has(at))
          misses.push({
            kind: "extra",
            place: id,
            detail: `“${text.slice(mark.start, mark.end)}”`,
            rule: mark.rule,
            weight: 1 / text.slice(mark.start, mark.end).split(/\s+/).length,
            shown: { text, gold: [], found: [mark] },
          });
      });
      counts.push({ hits: used.size, found: marks.length, gold: records.length });
    }
    return { metrics: [f1Metric("seeds F1", counts, 0.8)], misses };
  },
};
