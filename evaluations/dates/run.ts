import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Document } from "../../src/document/document.ts";
import { documentOf } from "../../src/document/document-of.ts";
import { overlaps, type Span } from "../../src/document/span.ts";
import type { Counts } from "../bootstrap.ts";
import { type Evaluation, f1Metric, type Miss } from "../measure.ts";
import { readingsOf } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldEvent = { doc: string; date: string; what: string; quote: string };

/** A date of an article as annotated by hand: offsets only, since the text may not be kept here. */
type GoldDate = {
  readonly start: number;
  readonly end: number;
  /** Null where a date may be read or not: in a name ("Labor Day"), or told from another day. */
  readonly edtf: string | null;
};
type GoldArticle = {
  readonly article: string;
  readonly published: string;
  /** Annotated after the rules had been worked out on the others. */
  readonly after: boolean;
  readonly dates: readonly GoldDate[];
};

const polnear = "data/attribution/polnear-dev.jsonl.gz";

/**
 * Events of the seeds, and all dates of 18 articles: right when
 * the spans overlap and the EDTF values are equal.
 */
export const evaluation: Evaluation = {
  name: "dates",
  needs: ["gold/events.jsonl", "seeds", polnear],
  worst: "The weight is how many years the date read lies from gold's; 1000 where none was read.",
  kinds: {
    missed: "gold has this date, and none or another one was read.",
    "not in gold": "a date was read that gold does not have.",
  },
  async run(shared) {
    const misses: Miss[] = [];
    const events = goldRecords<GoldEvent>(shared, "events");
    const seeds = seedDocuments(shared).map((document) => {
      const gold = events
        .filter(({ doc }) => doc === document.id)
        .map(({ quote, date }) => ({ span: findQuote(document.text, quote), edtf: date }));
      return countDates(document, gold, misses);
    });
    const articles = JSON.parse(
      readFileSync(new URL("./polnear.json", import.meta.url), "utf8"),
    ) as readonly GoldArticle[];
    const texts = polnearTexts(join(shared, polnear));
    const others = articles.map(({ article, published, dates, after }) => {
      const document = documentOf(texts.get(article) ?? "", {
        id: article,
        language: null,
        published,
        publishedFrom: "case",
      });
      const gold = dates.map(({ start, end, edtf }) => ({ span: { start, end }, edtf }));
      return { after, counts: countDates(document, gold, misses) };
    });
    const of = (after: boolean) =>
      others.filter((one) => one.after === after).map(({ counts }) => counts);
    const metrics = [
      f1Metric("f1", seeds, 0.9),
      f1Metric("polnear f1", of(false), 0.9),
      f1Metric("polnear f1, annotated afterwards", of(true), 0.9),
    ];
    return { metrics, misses };
  },
};

type Gold = { readonly span: Span | undefined; readonly edtf: string | null };

function countDates(document: Document, gold: readonly Gold[], misses: Miss[]): Counts {
  const { dates } = readingsOf(document);
  const { id: place, text } = document;
  const used = new Set<number>();
  let hits = 0;
  for (const { span, edtf } of gold) {
    if (edtf === null) continue;
    const near = dates.filter((date) => span && overlaps(date, span));
    const match = dates.findIndex(
      (date, index) =>
        !used.has(index) && span && overlaps(date, span) && sameDate(date.edtf, edtf),
    );
    if (match >= 0) {
      hits++;
      used.add(match);
      continue;
    }
    const read = near.map((date) => date.edtf).join("; ") || "nothing";
    misses.push({
      kind: "missed",
      place,
      detail: `${edtf} in gold, read: ${read}`,
      weight: Math.min(1000, ...near.map((date) => yearsApart(date.edtf, edtf))),
      shown: { text, gold: span ? [span] : [], found: near },
      ...(near[0] ? { rule: near[0].rule } : {}),
    });
  }
  const isOptional = (date: Span) =>
    gold.some(({ span, edtf }) => edtf === null && span && overlaps(date, span));
  const counted = dates.filter((date, index) => used.has(index) || !isOptional(date));
  for (const [index, date] of dates.entries()) {
    if (used.has(index) || isOptional(date)) continue;
    misses.push({
      kind: "not in gold",
      place,
      detail: `read: ${date.edtf}`,
      rule: date.rule,
      shown: { text, gold: [], found: [date] },
    });
  }
  const wanted = gold.filter(({ edtf }) => edtf !== null).length;
  return { hits, found: counted.length, gold: wanted };
}

function polnearTexts(path: string): ReadonlyMap<string, string> {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n");
  return new Map(
    lines
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { id: string; text: string })
      .map(({ id, text }) => [id, text]),
  );
}

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
