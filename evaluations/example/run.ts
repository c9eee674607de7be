import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cellsOf } from "../../src/compare/claims/cells.ts";
import { createAskCase } from "../../src/compare/compare.ts";
import { overlaps, type Span, spanAt } from "../../src/document/span.ts";
import { analyzeCase } from "../../src/pipeline/analyze.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { findQuote } from "../seeds.ts";
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
  /** Document → accepted stances, the main one first. */
  readonly stance: Readonly<Record<string, readonly GoldStance[]>>;
  /** Document → words of the passages that may be shown for it, each in one sentence. */
  readonly passages: Readonly<Record<string, readonly string[]>>;
};

const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));
const gold = fileURLToPath(new URL("gold.json", import.meta.url));

/**
 * Each gold statement is asked of the bundled example: its checklist (K1 to K14) and what else its
 * texts tell and dispute.
 */
export const evaluation: Evaluation = {
  name: "example",
  needs: [],
  worst: worstStance,
  kinds: stanceKinds,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "parallax-example-"));
    try {
      cpSync(example, folder, { recursive: true, filter: (path) => !path.includes(".parallax") });
      const analyzed = await analyzeCase(folder, { environment: process.env });
      const ask = await createAskCase(analyzed.input, analyzed.reader());
      const texts = await analyzed.store.texts();
      const sentences = new Map<string, Span[]>();
      for await (const { documentId, reading } of analyzed.store.rows("sentences"))
        sentences.set(documentId, [...(sentences.get(documentId) ?? []), reading]);
      analyzed.close();
      const cells: ScoredCell[] = [];
      const misses: Miss[] = [];
      let shown = 0;
      let showable = 0;
      for (const { id, statement, stance, passages } of JSON.parse(
        readFileSync(gold, "utf8"),
      ) as GoldClaim[]) {
        for (const cell of cellsOf(ask(statement), analyzed.documents)) {
          const accepted = stance[cell.documentId];
          if (!accepted) throw new Error(`the gold lacks ${cell.documentId} for: ${statement}`);
          const found = shownStance(cell);
          cells.push({ documentId: cell.documentId, gold: accepted, found });
          const wanted = (passages[cell.documentId] ?? []).map((words): Span => {
            const at = findQuote(texts.get(cell.documentId) ?? "", words);
            if (!at) throw new Error(`${cell.documentId} does not hold: ${words}`);
            return spanAt(sentences.get(cell.documentId) ?? [], at.start) ?? at;
          });
          const first = cell.passages[0];
          const right =
            first !== undefined &&
            found !== "omits" &&
            wanted.some((span) => overlaps(first, span));
          if (accepted[0] !== "omits") {
            showable++;
            if (right) shown++;
          }
          const other = found !== "omits" && accepted[0] !== "omits" && !right;
          if (accepted.includes(found) && !other) continue;
          misses.push({
            kind: `${accepted.join(" or ")} → ${found}${other ? " (other passage)" : ""}`,
            place: `${id} in ${cell.documentId}`,
            detail: `${statement}\nfound ${first?.score ?? 0}: ${first?.text ?? "no passage"}\nwanted: ${(passages[cell.documentId] ?? []).join(" | ")}`,
            rule: cell.rule,
            weight: severity(accepted[0] ?? "omits", found) + (first?.score ?? 0),
          });
        }
      }
      return {
        metrics: [
          ...stanceMetrics(cells, 0.8),
          {
            name: "right passage shown",
            value: showable ? shown / showable : 0,
            n: showable,
            target: 0.8,
          },
        ],
        misses,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
