import { createAsk } from "../../src/compare/claims/ask.ts";
import { indexPassages } from "../../src/compare/claims/passages.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { overlaps, spanAt } from "../../src/document/span.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createReader } from "../../src/read/read.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { f1 } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { noCase, seedCard } from "../seed-case.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldClaim = {
  id: string;
  statement: string;
  stance: Record<string, "asserts" | "attributes" | "denies" | "omits">;
  quotes: Record<string, string>;
};

const stances = ["asserts", "attributes", "denies", "omits"] as const;

/** Each gold statement is asked of the five seeds; silent and unknown both count as `omits`. */
export const evaluation: Evaluation = {
  name: "claims",
  needs: ["seeds", "gold/claims.jsonl"],
  async run(shared) {
    const lexicon = loadLexicon(lexiconDirectory);
    const reader = createReader(lexicon);
    const documents = seedDocuments(shared).map((document) => {
      const readings = reader(document);
      return { card: seedCard(document, readings), text: document.text, readings };
    });
    const index = await indexPassages(memoryInput(noCase, documents), readTermsWith(reader));
    const ask = createAsk({ index, reader });
    const counts = new Map(stances.map((stance) => [stance, { hits: 0, found: 0, gold: 0 }]));
    const misses: Miss[] = [];
    let shown = 0;
    let showable = 0;
    let cells = 0;
    for (const gold of goldRecords<GoldClaim>(shared, "claims")) {
      const claim = ask(gold.statement);
      for (const cell of claim.cells) {
        const want = gold.stance[cell.documentId] ?? "omits";
        const got = cell.stance === "silent" || cell.stance === "unknown" ? "omits" : cell.stance;
        cells++;
        (counts.get(want) as { gold: number }).gold++;
        (counts.get(got) as { found: number }).found++;
        if (want === got) (counts.get(want) as { hits: number }).hits++;
        const document = documents.find(({ card }) => card.id === cell.documentId);
        const quote = gold.quotes[cell.documentId];
        const at = document && quote ? findQuote(document.text, quote) : undefined;
        const sentence = at && document ? spanAt(document.readings.sentences, at.start) : undefined;
        const first = cell.passages[0];
        let right = false;
        if (want !== "omits" && sentence) {
          showable++;
          right = first !== undefined && got !== "omits" && overlaps(first, sentence);
          if (right) shown++;
        }
        if (want !== got || (want !== "omits" && !right)) {
          misses.push({
            kind: `${want} → ${got}${want === "omits" ? "" : right ? " (right passage)" : " (other passage)"}`,
            place: `${gold.id} in ${cell.documentId}`,
            detail: `${gold.statement}\n\tshown ${first?.score ?? 0}: ${first?.text.slice(0, 300) ?? ""}\n\tgold: ${quote ?? ""}`,
          });
        }
      }
    }
    const scores = stances.map((stance) => {
      const { hits, found, gold } = counts.get(stance) ?? { hits: 0, found: 0, gold: 0 };
      return { stance, gold, ...f1(hits, found, gold) };
    });
    return {
      metrics: [
        {
          name: "cells macro-F1",
          value: scores.reduce((sum, score) => sum + score.f1, 0) / scores.length,
          n: cells,
          target: 0.7,
        },
        ...scores.map((score) => ({
          name: `cells ${score.stance} F1`,
          value: score.f1,
          n: score.gold,
          precision: score.precision,
          recall: score.recall,
        })),
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
