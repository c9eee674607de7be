import { overlaps } from "../../src/document/span.ts";
import type { Counts } from "../bootstrap.ts";
import { type Evaluation, f1Metric, type Miss } from "../measure.ts";
import { readingsOf } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldEvent = { doc: string; date: string; what: string; quote: string };

/** Events of the seeds: right when the spans overlap and the EDTF values are equal. */
export const evaluation: Evaluation = {
  name: "dates",
  needs: ["gold/events.jsonl", "seeds"],
  worst: "The weight is how many years the date read lies from gold's; 1000 where none was read.",
  kinds: {
    missed: "gold has this date, and none or another one was read.",
    "not in gold": "a date was read that gold does not have.",
  },
  async run(shared) {
    const gold = goldRecords<GoldEvent>(shared, "events");
    const misses: Miss[] = [];
    const counts: Counts[] = [];
    for (const document of seedDocuments(shared)) {
      const { dates } = readingsOf(document);
      const events = gold.filter(({ doc }) => doc === document.id);
      let hits = 0;
      const used = new Set<number>();
      for (const event of events) {
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
          const read = near.map(({ edtf }) => edtf).join("; ") || "nothing";
          misses.push({
            kind: "missed",
            place: document.id,
            detail: `${event.date} in gold, read: ${read}`,
            weight: Math.min(1000, ...near.map(({ edtf }) => yearsApart(edtf, event.date))),
            shown: { text: document.text, gold: span ? [span] : [], found: near },
            ...(near[0] ? { rule: near[0].rule } : {}),
          });
        }
      }
      dates.forEach((date, index) => {
        if (used.has(index)) return;
        misses.push({
          kind: "not in gold",
          place: document.id,
          detail: `read: ${date.edtf}`,
          rule: date.rule,
          shown: { text: document.text, gold: [], found: [date] },
        });
      });
      counts.push({ hits, found: dates.length, gold: events.length });
    }
    return { metrics: [f1Metric("f1", counts, 0.9)], misses };
  },
};

/** 198X and 1980/1989 are the same. */
function sameDate(a: string, b: string): boolean {
  const plain = (edtf: string) =>
    edtf.replace(/^(\d{3})X$/, (_, decade: string) => `${decade}0/${decade}9`);
  return plain(a) === plain(b);
}

/** Years between the first years of two dates; a whole unknown year is far. */
function yearsApart(a: string, b: string): number {
  const year = (edtf: string) => Number(/\d{3}[\dX]/.exec(edtf)?.[0].replace("X", "0"));
  const apart = Math.abs(year(a) - year(b));
  return Number.isNaN(apart) ? 1000 : apart;
}
