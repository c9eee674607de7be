import { cellsOf } from "../compare/claims/cells.ts";
import type { Claim } from "../compare/claims/claims.ts";
import type { Findings, Question } from "../compare/findings.ts";
import type { DocumentCard } from "../document/case.ts";

/**
 * A claim as it is published: `cells` for the documents that carry it or come near it, and by id
 * every document that is silent or unknown, so that whoever reads the file needs no rule for it.
 * A document that comes near has a cell and is among the unknown.
 */
export type PublishedClaim = Claim & {
  readonly silent: readonly string[];
  readonly unknown: readonly string[];
};

export function publishedClaim(claim: Claim, documents: readonly DocumentCard[]): PublishedClaim {
  const cells = cellsOf(claim, documents);
  const idsOf = (stance: "silent" | "unknown") =>
    cells.filter((cell) => cell.stance === stance).map((cell) => cell.documentId);
  return { ...claim, silent: idsOf("silent"), unknown: idsOf("unknown") };
}

/** The answer to one question, one JSON object per finding; sourcing gives its rows, then its chains; wording its rows, then its contrasts. */
export function jsonLines<Q extends Question>(
  findings: Pick<Findings, Q>,
  question: Q,
  documents: readonly DocumentCard[],
): string[] {
  const answer = publishedAnswer(findings[question], question, documents);
  return (
    question === "sourcing" || question === "wording"
      ? Object.values(answer as Record<string, readonly unknown[]>).flat()
      : (answer as readonly unknown[])
  ).map((one) => JSON.stringify(one));
}

/** The answer to one question as a JSON text: the same findings give the same bytes. */
export function renderJson<Q extends Question>(
  findings: Pick<Findings, Q>,
  question: Q,
  documents: readonly DocumentCard[],
): string {
  return `${JSON.stringify(publishedAnswer(findings[question], question, documents), null, 2)}\n`;
}

function publishedAnswer(
  answer: Findings[Question],
  question: Question,
  documents: readonly DocumentCard[],
): unknown {
  if (question !== "claims") return answer;
  return (answer as Findings["claims"]).map((claim) => publishedClaim(claim, documents));
}
