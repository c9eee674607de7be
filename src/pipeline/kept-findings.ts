import type { Compared } from "../compare/compare.ts";
import type { Findings, Question } from "../compare/findings.ts";
import { type KeptFinding, keptFindings } from "../store/kept.ts";

/** All findings as the store keeps them: each question is a list, and so are the places. */
export function asKept({ findings, places }: Compared): Generator<readonly KeptFinding[]> {
  const { sourcing, wording } = findings;
  return keptFindings({ ...findings, sourcing: [sourcing], wording: [wording], places });
}

/** The answers to one question, from the list that is kept of it. */
export function fromKept<Q extends Question>(
  question: Q,
  records: readonly unknown[],
): Findings[Q] {
  return (question === "sourcing" || question === "wording" ? records[0] : records) as Findings[Q];
}
