import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createAttributionReader } from "../../src/read/attribution/attribution.ts";
import { createNoiseReader } from "../../src/read/noise/noise.ts";
import { createScareQuoteReader, readQuotes } from "../../src/read/quotes/quotes.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import { createVoicesReader } from "../../src/read/voices/voices.ts";
import { type Evaluation, f1, type Miss } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type Gold = { readonly doc: string; readonly quote: string; readonly words: string };

/** A gold record is found where a scare quote with its words overlaps its quote. */
export const evaluation: Evaluation = {
  name: "scare-quotes",
  needs: ["gold/scare_quotes.jsonl", "seeds"],
  async run(shared) {
    const lexicon = loadLexicon(lexiconDirectory);
    const readProse = createProseReader(lexicon);
    const readNoise = createNoiseReader(lexicon);
    const readVoices = createVoicesReader(lexicon);
    const readAttributions = createAttributionReader(lexicon);
    const readScareQuotes = createScareQuoteReader(lexicon);
    const gold = goldRecords<Gold>(shared, "scare_quotes");
    const misses: Miss[] = [];
    let hits = 0;
    let found = 0;
    for (const document of seedDocuments(shared)) {
      const { id, text } = document;
      const prose = readProse(text);
      const noise = readNoise(prose, document);
      const voices = readVoices(prose, { noise });
      const quotes = readQuotes(prose);
      const attributions = readAttributions(prose, { quotes, noise, voices });
      const marks = readScareQuotes(prose, { quotes, attributions });
      const used = new Set<number>();
      for (const record of gold.filter((one) => one.doc === id)) {
        const place = findQuote(text, record.quote);
        const index = marks.findIndex(
          (mark, at) =>
            !used.has(at) &&
            place !== undefined &&
            mark.start < place.end &&
            place.start < mark.end &&
            text.slice(mark.start, mark.end) === record.words,
        );
        if (index < 0) misses.push({ kind: "missing", place: id, detail: record.quote });
        else {
          used.add(index);
          hits++;
        }
      }
      found += marks.length;
      marks.forEach((mark, at) => {
        if (!used.has(at))
          misses.push({ kind: "extra", place: id, detail: text.slice(mark.start, mark.end) });
      });
    }
    const score = f1(hits, found, gold.length);
    return {
      metrics: [
        {
          name: "seeds F1",
          value: score.f1,
          precision: score.precision,
          recall: score.recall,
          n: gold.length,
          target: 0.8,
        },
      ],
      misses,
    };
  },
};
