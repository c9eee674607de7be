import { overlaps, type Span } from "../../src/document/span.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createReader } from "../../src/read/read.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldTerm = { doc: string; concept: string; label: string; whose: string; quote: string };

/**
 * Which gold labels are found (any concept), how many of the matched labels of one concept gold
 * puts into one concept, too, and whose words they are.
 */
export const evaluation: Evaluation = {
  name: "wording",
  needs: ["seeds", "gold/terms.jsonl"],
  async run(shared) {
    const read = createReader(loadLexicon(lexiconDirectory));
    const gold = goldRecords<GoldTerm>(shared, "terms");
    const misses: Miss[] = [];
    const concepts = new Map<string, Map<string, number>>();
    let hits = 0;
    let whose = 0;
    for (const document of seedDocuments(shared)) {
      const { wording } = read(document);
      for (const term of gold.filter((one) => one.doc === document.id)) {
        const place = placeOf(document.text, term);
        const found = place && wording.find((label) => overlaps(label, place));
        if (!found) {
          misses.push({
            kind: "missed",
            place: term.doc,
            detail: `${term.label} (${term.concept})`,
          });
          continue;
        }
        hits++;
        if ((found.voice === "own") === (term.whose === "own")) whose++;
        else misses.push({ kind: `voice ${found.voice}`, place: term.doc, detail: term.quote });
        const counts = concepts.get(found.concept) ?? new Map<string, number>();
        counts.set(term.concept, (counts.get(term.concept) ?? 0) + 1);
        concepts.set(found.concept, counts);
      }
    }
    const pure = [...concepts.values()].reduce(
      (sum, counts) => sum + Math.max(...counts.values()),
      0,
    );
    return {
      metrics: [
        {
          name: "gold labels found (recall)",
          value: hits / gold.length,
          n: gold.length,
          target: 0.85,
        },
        { name: "purity of concepts", value: hits ? pure / hits : 0, n: hits },
        { name: "whose words, among the found", value: hits ? whose / hits : 0, n: hits },
      ],
      misses,
    };
  },
};

/** The label inside its quote, inside the text. */
function placeOf(text: string, { label, quote }: GoldTerm): Span | undefined {
  const whole = findQuote(text, quote);
  const inside = whole && findQuote(text.slice(whole.start, whole.end), label);
  return whole && inside
    ? { start: whole.start + inside.start, end: whole.start + inside.end }
    : undefined;
}
