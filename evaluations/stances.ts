import type { Cell } from "../src/compare/claims/claims.ts";
import { f1, type Metric } from "./measure.ts";

export const stances = ["asserts", "attributes", "denies", "omits"] as const;
export type GoldStance = (typeof stances)[number];

/** Silent and unknown both count as `omits`. */
export function shownStance(cell: Cell): GoldStance {
  return cell.stance === "silent" || cell.stance === "unknown" ? "omits" : cell.stance;
}

/** One cell: the stances that the gold accepts (the first is the main one), and the one found. */
export type ScoredCell = { readonly gold: readonly GoldStance[]; readonly found: GoldStance };

/** Macro-F1 over the four stances, and F1 of each. A cell with several accepted stances counts as the one found among them. */
export function stanceMetrics(cells: readonly ScoredCell[], target: number): Metric[] {
  const scores = stances.map((stance) => {
    const wants = (cell: ScoredCell) =>
      (cell.gold.includes(cell.found) ? cell.found : cell.gold[0]) === stance;
    const gold = cells.filter(wants).length;
    const found = cells.filter((cell) => cell.found === stance).length;
    const hits = cells.filter((cell) => cell.found === stance && wants(cell)).length;
    return { stance, gold, ...f1(hits, found, gold) };
  });
  return [
    {
      name: "cells macro-F1",
      value: scores.reduce((sum, score) => sum + score.f1, 0) / scores.length,
      n: cells.length,
      target,
    },
    ...scores.map((score) => ({
      name: `cells ${score.stance} F1`,
      value: score.f1,
      n: score.gold,
      precision: score.precision,
      recall: score.recall,
    })),
  ];
}
