import { createAsk } from "../../src/compare/claims/ask.ts";
import { cellsOf } from "../../src/compare/claims/cells.ts";
import { indexPassages } from "../../src/compare/claims/passages.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { overlaps, type Span, spanAt } from "../../src/document/span.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { readingsOf, sharedReader } from "../reading.ts";
import { noCase, seedCard } from "../seed-case.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";
import {
  type GoldStance,
  type ScoredCell,
  severity,
  shownStance,
  stanceKinds,
  stanceMetrics,
  worstStance,
} from "../stances.ts";

type GoldClaim = {
  readonly id: string;
  readonly statement: string;
  readonly stance: Readonly<Record<string, GoldStance>>;
  readonly quotes: Readonly<Record<string, string>>;
};

/** Each gold statement is asked of the five seeds (gold/README.md, "claims"). */
export const evaluation: Evaluation = {
  name: "claims",
  needs: ["seeds", "gold/claims.jsonl"],
  worst: `${worstStance} Under the text: gold's passage, and the one that was shown.`,
  kinds: stanceKinds,
  async run(shared) {
    const reader = sharedReader();
    const documents = seedDocuments(shared).map((document) => {
      const readings = readingsOf(document);
      return { card: seedCard(document, readings), text: document.text, readings };
    });
    const byId = new Map(documents.map((document) => [document.card.id, document]));
    const index = await indexPassages(memoryInput(noCase, documents), readTermsWith(reader));
    const ask = createAsk({ index, reader });
    const cards = documents.map(({ card }) => card);
    const cells: ScoredCell[] = [];
    const misses: Miss[] = [];
    let shown = 0;
    let showable = 0;
    for (const gold of goldRecords<GoldClaim>(shared, "claims")) {
      for (const cell of cellsOf(ask(gold.statement), cards)) {
        const want = gold.stance[cell.documentId] ?? "omits";
        const found = shownStance(cell);
        cells.push({ documentId: cell.documentId, gold: [want], found });
        const document = byId.get(cell.documentId);
        const quote = gold.quotes[cell.documentId];
        const at = document && quote ? findQuote(document.text, quote) : undefined;
        const sentence = at && document ? spanAt(document.readings.sentences, at.start) : undefined;
        const first = cell.passages[0];
        const right = Boolean(first && sentence && found !== "omits" && overlaps(first, sentence));
        if (want !== "omits" && sentence) showable++;
        if (want !== "omits" && right) shown++;
        if (want === found && (want === "omits" || right)) continue;
        misses.push({
          kind: `${want} → ${found}${want === "omits" || found === "omits" ? "" : right ? " (right passage)" : " (other passage)"}`,
          place: `${gold.id} in ${cell.documentId}`,
          detail: `${gold.statement}\nfound ${first?.score ?? 0}: ${first?.text ?? "no passage"}`,
          rule: cell.rule,
          weight: severity(want, found) + (first?.score ?? 0),
          ...(document && (at || first)
            ? { shown: { text: document.text, gold: at ? [at] : [], found: near(at, first) } }
            : {}),
        });
      }
    }
    return {
      metrics: [
        ...stanceMetrics(cells, 0.7),
        {
          name: "right passage shown",
          value: showable ? shown / showable : 0,
          n: showable,
          target: 0.8,
        },
      ],
      misses,
    };
  },
};

/** The passage shown is only marked beside gold's; far away it would not fit on the page. */
function near(gold: Span | undefined, first: Span | undefined): Span[] {
  const reach = 400;
  if (!first) return [];
  const apart = gold ? Math.max(gold.start - first.end, first.start - gold.end) : 0;
  return apart < reach ? [{ start: first.start, end: first.end }] : [];
}
