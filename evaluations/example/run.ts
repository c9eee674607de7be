import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cellsOf } from "../../src/compare/claims/cells.ts";
import { analyzeCase, findingsOf } from "../../src/pipeline/analyze.ts";
import type { Evaluation, Miss } from "../measure.ts";
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
};

const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));
const gold = fileURLToPath(new URL("gold.json", import.meta.url));

/** The checklist of the bundled example against the stances that its writer meant each text to take. */
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
      const claims = await findingsOf(analyzed.store, "claims");
      analyzed.close();
      const cells: ScoredCell[] = [];
      const misses: Miss[] = [];
      for (const { id, statement, stance } of JSON.parse(
        readFileSync(gold, "utf8"),
      ) as GoldClaim[]) {
        const claim = claims.find(
          (one) => one.origin === "checklist" && one.statement === statement,
        );
        if (!claim) throw new Error(`the checklist of the example lacks: ${statement}`);
        for (const cell of cellsOf(claim, analyzed.documents)) {
          const accepted = stance[cell.documentId];
          if (!accepted) throw new Error(`the gold lacks ${cell.documentId} for: ${statement}`);
          const found = shownStance(cell);
          cells.push({ documentId: cell.documentId, gold: accepted, found });
          if (accepted.includes(found)) continue;
          misses.push({
            kind: `${accepted.join(" or ")} → ${found}`,
            place: `${id} in ${cell.documentId}`,
            detail: `${statement}\nfound ${cell.passages[0]?.score ?? 0}: ${cell.passages[0]?.text ?? "no passage"}`,
            rule: cell.rule,
            weight: severity(accepted[0] ?? "omits", found) + (cell.passages[0]?.score ?? 0),
          });
        }
      }
      return { metrics: stanceMetrics(cells, 0.8), misses };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
