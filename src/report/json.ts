import type { Findings, Question } from "../compare/findings.ts";

/** The answer to one question as a JSON text: the same findings give the same bytes. */
export function renderJson<Q extends Question>(findings: Pick<Findings, Q>, question: Q): string {
  return `${JSON.stringify(findings[question], null, 2)}\n`;
}
