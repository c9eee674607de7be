import { createAbsentState } from "../compare/claims/cells.ts";
import type { Claim } from "../compare/claims/claims.ts";
import type { Findings, Question } from "../compare/findings.ts";
import type { DocumentCard } from "../document/case.ts";

/**
 * A claim as it is published: `cells` for the documents that carry it or come near it, and by id
 * every document that is silent or unknown, so that whoever reads the file needs no rule for it.
 * A document that comes near has a cell and is among the unknown. In a case of more than `mostListed`
 * documents the longer of the two lists is `others`: all that neither carry it nor stand in the other list.
 */
export type PublishedClaim = Claim & {
  readonly silent: Absent;
  readonly unknown: Absent;
};

/** The same ids with each of thousands of claims were four fifths of a file. */
export const mostListed = 100;

type Absent = readonly string[] | "others";

export function publishedClaim(claim: Claim, documents: readonly DocumentCard[]): PublishedClaim {
  const own = new Map(claim.cells.map(({ documentId, stance }) => [documentId, stance]));
  const absentState = createAbsentState(claim);
  const stances = documents.map((card) => own.get(card.id) ?? absentState(card));
  const idsOf = (stance: "silent" | "unknown") =>
    documents.flatMap(({ id }, at) => (stances[at] === stance ? [id] : []));
  const [silent, unknown] = [idsOf("silent"), idsOf("unknown")];
  if (documents.length <= mostListed) return { ...claim, silent, unknown };
  return silent.length > unknown.length
    ? { ...claim, silent: "others", unknown }
    : { ...claim, silent, unknown: "others" };
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
