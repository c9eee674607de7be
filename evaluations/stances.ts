import type { Cell } from "../src/compare/claims/claims.ts";
import type { Counts } from "./bootstrap.ts";
import { f1Metric, type Metric } from "./measure.ts";

export const stances = ["asserts", "attributes", "denies", "omits"] as const;
export type GoldStance = (typeof stances)[number];

/** Silent and unknown both count as `omits`. */
export function shownStance(cell: Cell): GoldStance {
  return cell.stance === "silent" || cell.stance === "unknown" ? "omits" : cell.stance;
}

/** Said at the head of a list of stance errors. */
export const worstStance =
  "The weight is 3 where one of denies and asserts was told for the other, 2 where a document that carries the statement was told not to or the reverse, else 1; and the score of the passage that was shown.";

/** How bad it is to tell `found` where gold has `want`. */
export function severity(want: GoldStance, found: GoldStance): number {
  const pair = [want, found];
  if (pair.includes("denies") && pair.includes("asserts")) return 3;
  return pair.includes("omits") && want !== found ? 2 : 1;
}

/** Why an error of stance is one, by the stance that gold has. */
export const stanceKinds = {
  asserts: "the document says it in its own voice.",
  attributes: "the document gives it as somebody's word.",
  denies: "the document denies it, or reports a denial.",
  omits: "the document does not speak of it.",
};

/** One cell: the stances that the gold accepts (the first is the main one), and the one found. */
export type ScoredCell = {
  readonly documentId: string;
  readonly gold: readonly GoldStance[];
  readonly found: GoldStance;
};

/** Macro-F1 over the four stances, and F1 of each. A cell with several accepted stances counts as the one found among them. */
export function stanceMetrics(cells: readonly ScoredCell[], target: number): Metric[] {
  const documents = [...new Set(cells.map(({ documentId }) => documentId))];
  const scores = stances.map((stance) =>
    f1Metric(
      `cells ${stance} F1`,
      documents.map((id) =>
        countsOf(
          cells.filter(({ documentId }) => documentId === id),
          stance,
        ),
      ),
    ),
  );
  return [
    {
      name: "cells macro-F1",
      value: scores.reduce((sum, score) => sum + score.value, 0) / scores.length,
      n: cells.length,
      target,
    },
    ...scores,
  ];
}

function countsOf(cells: readonly ScoredCell[], stance: GoldStance): Counts {
  const wants = (cell: ScoredCell) =>
    (cell.gold.includes(cell.found) ? cell.found : cell.gold[0]) === stance;
  return {
    hits: cells.filter((cell) => cell.found === stance && wants(cell)).length,
    found: cells.filter((cell) => cell.found === stance).length,
    gold: cells.filter(wants).length,
  };
}
