import type { Reference } from "../../src/read/references/references.ts";
import type { Counts } from "../bootstrap.ts";
import { type Evaluation, f1Metric, type Miss, total } from "../measure.ts";
import { readingsOf } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldReference = { doc: string; name: string; kind: string; url: string };

/** References match by name, one holding the other, once each within one document. */
export const evaluation: Evaluation = {
  name: "references",
  needs: ["seeds", "gold/references.jsonl"],
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
    return {
      metrics: [
        f1Metric("references by name (F1)", counts, 0.85),
        { name: "kind, among the matched", value: hits ? kinds / hits : 0, n: hits },
      ],
      misses,
    };
  },
};

function sameName(gold: GoldReference, found: Reference): boolean {
  const [a, b] = [gold.name.toLowerCase(), found.name.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
