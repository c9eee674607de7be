import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createReader } from "../../src/read/read.ts";
import type { Reference } from "../../src/read/references/references.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { f1 } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { goldRecords, seedDocuments } from "../seeds.ts";

type GoldReference = { doc: string; name: string; kind: string; url: string };

/** References match by name, one holding the other, once each within one document. */
export const evaluation: Evaluation = {
  name: "references",
  needs: ["seeds", "gold/references.jsonl"],
  async run(shared) {
    const read = createReader(loadLexicon(lexiconDirectory));
    const gold = goldRecords<GoldReference>(shared, "references");
    const misses: Miss[] = [];
    let hits = 0;
    let found = 0;
    let kinds = 0;
    for (const document of seedDocuments(shared)) {
      const open = gold.filter((one) => one.doc === document.id);
      for (const reference of read(document).references) {
        found++;
        const at = open.findIndex((one) => sameName(one, reference));
        if (at < 0) {
          misses.push({
            kind: "in vain",
            place: document.id,
            detail: `${reference.kind} ${reference.name} (${reference.rule})`,
          });
          continue;
        }
        hits++;
        if (open[at]?.kind === reference.kind) kinds++;
        open.splice(at, 1);
      }
      for (const one of open)
        misses.push({ kind: "missed", place: document.id, detail: `${one.kind} ${one.name}` });
    }
    const score = f1(hits, found, gold.length);
    return {
      metrics: [
        {
          name: "references by name (F1)",
          value: score.f1,
          n: gold.length,
          precision: score.precision,
          recall: score.recall,
          target: 0.85,
        },
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
