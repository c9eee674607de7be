import { createAsk } from "../../src/compare/claims/ask.ts";
import { cellsOf } from "../../src/compare/claims/cells.ts";
import { indexPassages } from "../../src/compare/claims/passages.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { overlaps, spanAt } from "../../src/document/span.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createReader } from "../../src/read/read.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { noCase, seedCard } from "../seed-case.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";
import { type GoldStance, type ScoredCell, shownStance, stanceMetrics } from "../stances.ts";

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
  async run(shared) {
    const reader = createReader(loadLexicon(lexiconDirectory));
    const documents = seedDocuments(shared).map((document) => {
      const readings = reader(document);
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
        cells.push({ gold: [want], found });
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
          kind: `${want} → ${found}${want === "omits" ? "" : right ? " (right passage)" : " (other passage)"}`,
          place: `${gold.id} in ${cell.documentId}`,
          detail: `${gold.statement}\n\tshown ${first?.score ?? 0}: ${first?.text.slice(0, 300) ?? ""}\n\tgold: ${quote ?? ""}`,
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
