import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { overlaps } from "../../src/document/span.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createReader } from "../../src/read/read.ts";
import { type Evaluation, f1, type Miss } from "../measure.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldEvent = { doc: string; date: string; what: string; quote: string };

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Events of the seeds: right when the spans overlap and the EDTF values are equal. */
export const evaluation: Evaluation = {
  name: "dates",
  needs: ["gold/events.jsonl", "seeds"],
  async run(shared) {
    const read = createReader(loadLexicon(join(root, "lexicons")));
    const gold = goldRecords<GoldEvent>(shared, "events");
    const misses: Miss[] = [];
    let hits = 0;
    let found = 0;
    for (const document of seedDocuments(shared)) {
      const { dates } = read(document);
      const used = new Set<number>();
      found += dates.length;
      for (const event of gold.filter(({ doc }) => doc === document.id)) {
        const span = findQuote(document.text, event.quote);
        const near = dates.filter((date) => span && overlaps(date, span));
        const match = dates.findIndex(
          (date, index) =>
            !used.has(index) && span && overlaps(date, span) && sameDate(date.edtf, event.date),
        );
        if (match >= 0) {
          hits++;
          used.add(match);
        } else {
          const read = near.map(({ edtf, rule }) => `${edtf} by ${rule}`).join("; ") || "nothing";
          misses.push({
            kind: "missed",
            place: document.id,
            detail: `${event.date} "${event.quote}": ${read}`,
          });
        }
      }
      dates.forEach((date, index) => {
        if (used.has(index)) return;
        const around = document.text.slice(Math.max(0, date.start - 40), date.end + 40);
        misses.push({
          kind: "not in gold",
          place: document.id,
          detail: `${date.edtf} by ${date.rule}: ${around.replace(/\s+/g, " ")}`,
        });
      });
    }
    const score = f1(hits, found, gold.length);
    return {
      metrics: [
        {
          name: "f1",
          value: score.f1,
          n: gold.length,
          precision: score.precision,
          recall: score.recall,
          target: 0.9,
        },
      ],
      misses,
    };
  },
};

/** 198X and 1980/1989 are the same. */
function sameDate(a: string, b: string): boolean {
  const plain = (edtf: string) =>
    edtf.replace(/^(\d{3})X$/, (_, decade: string) => `${decade}0/${decade}9`);
  return plain(a) === plain(b);
}
