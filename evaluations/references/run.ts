import type { Reference } from "../../src/read/references/references.ts";
import type { Counts } from "../bootstrap.ts";
import { readSet } from "../compressed.ts";
import { type Evaluation, f1Metric, type Miss, total } from "../measure.ts";
import { readingsOf } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";
import { othersTexts, ownTexts, referenceMetric } from "./texts.ts";

type GoldReference = { doc: string; name: string; kind: string; url: string };

/**
 * References match by name, one holding the other, once each within one document: on the seeds, and
 * on own texts and news articles, half of which were kept apart while the rules were written.
 */
export const evaluation: Evaluation = {
  name: "references",
  needs: ["seeds", "gold/references.jsonl", "data/attribution/polnear-dev.jsonl.gz"],
  worst: "The weight is how often the name stands in the document.",
  kinds: {
    missed: "gold names this as something the text leans on, and nothing read has its name.",
    "in vain": "this was read as something the text leans on, and gold does not have it.",
    "other kind": "the name is right, and its kind is another.",
  },
  async run(shared) {
    const gold = goldRecords<GoldReference>(shared, "references");
    const misses: Miss[] = [];
    const counts: Counts[] = [];
    let kinds = 0;
    for (const document of seedDocuments(shared)) {
      const { text } = document;
      const open = gold.filter((one) => one.doc === document.id);
      const wanted = open.length;
      const { references } = readingsOf(document);
      for (const reference of references) {
        const shown = { text, gold: [], found: [reference] };
        const weight = text.split(reference.name).length - 1;
        const at = open.findIndex((one) => sameName(one, reference));
        if (at < 0) {
          misses.push({
            kind: "in vain",
            place: document.id,
            detail: `${reference.kind} ${reference.name}`,
            rule: reference.rule,
            shown,
            weight,
          });
          continue;
        }
        if (open[at]?.kind === reference.kind) kinds++;
        else
          misses.push({
            kind: "other kind",
            place: document.id,
            detail: `${reference.kind} for ${open[at]?.kind}: ${reference.name}`,
            rule: reference.rule,
            shown,
            weight,
          });
        open.splice(at, 1);
      }
      for (const one of open) {
        const at = findQuote(text, one.name);
        misses.push({
          kind: "missed",
          place: document.id,
          detail: `${one.kind} ${one.name}`,
          weight: text.split(one.name).length - 1,
          ...(at ? { shown: { text, gold: [at], found: [] } } : {}),
        });
      }
      counts.push({ hits: wanted - open.length, found: references.length, gold: wanted });
    }
    const { hits } = total(counts);
    const articles = readSet<{ id: string; text: string }>(
      shared,
      "data/attribution/polnear-dev.jsonl.gz",
    );
    const [any] = seedDocuments(shared);
    const read = (id: string, text: string) =>
      any ? readingsOf({ ...any, id, text, published: null }).references : [];
    const elsewhere = [
      referenceMetric("own texts (F1)", ownTexts("first"), read, misses),
      referenceMetric("own texts, kept apart (F1)", ownTexts("later"), read, misses),
      referenceMetric("news (F1)", othersTexts("news-first", articles), read, misses),
      referenceMetric("news, kept apart (F1)", othersTexts("news-later", articles), read, misses),
    ];
    return {
      metrics: [
        f1Metric("references by name (F1)", counts, 0.85),
        { name: "kind, among the matched", value: hits ? kinds / hits : 0, n: hits },
        ...elsewhere,
      ],
      misses,
    };
  },
};

function sameName(gold: GoldReference, found: Reference): boolean {
  const [a, b] = [gold.name.toLowerCase(), found.name.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
