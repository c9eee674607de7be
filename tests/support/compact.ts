import { cellsOf } from "../../src/compare/claims/cells.ts";
import type { Cell, Claim } from "../../src/compare/claims/claims.ts";
import type { FigureGroup } from "../../src/compare/figures/figures.ts";
import type { Findings, Question } from "../../src/compare/findings.ts";
import type { ReusedText } from "../../src/compare/origins/origins.ts";
import type { SilenceRow } from "../../src/compare/silence/silence.ts";
import type { Sourcing } from "../../src/compare/sourcing/sourcing.ts";
import type { TimelineEvent } from "../../src/compare/timeline/timeline.ts";
import type { WordingRow } from "../../src/compare/wording/wording.ts";
import type { DocumentCard } from "../../src/document/case.ts";
import { changesInWords, sharesInWords } from "../../src/document/copied-in-words.ts";
import type { Readings } from "../../src/read/readings.ts";
import { inOrder } from "./projection.ts";

/** What a case's expectation can be about: a question, or how the documents were read. */
export type Part = Question | "documents";

/**
 * The answers to all questions in few words, to be checked by eye. Figures and silences come in the
 * order of their words, so that an expectation says nothing about the order of equals.
 */
export function compactFindings(
  findings: Findings,
  documents: readonly DocumentCard[],
): Record<Question, unknown> {
  return {
    claims: findings.claims.map((claim) => compactClaim(claim, documents)),
    figures: inOrder(findings.figures.map(compactFigures)),
    wording: Object.fromEntries(findings.wording.rows.map(compactWording)),
    silence: inOrder(findings.silence.map(compactSilence)),
    sourcing: compactSourcing(findings.sourcing),
    origins: findings.origins.map(compactReuse),
    timeline: findings.timeline.map(compactEvent),
  };
}

function compactClaim(claim: Claim, documents: readonly DocumentCard[]) {
  const cells = cellsOf(claim, documents);
  return {
    [claim.origin]: claim.statement,
    contested: claim.contested,
    cells: Object.fromEntries(cells.map((cell) => [cell.documentId, compactCell(cell)])),
  };
}

/** `denies (the mayor): No boat was lost.` */
function compactCell({ stance, attributedTo, passages: [first], reason }: Cell): string {
  if (stance === "silent" || stance === "unknown") return `${stance}: ${reason}`;
  return `${stance}${attributedTo ? ` (${attributedTo})` : ""}: ${first?.text ?? ""}`;
}

/** `a.txt: at least 12 (the mayor)` */
function compactFigures({ what, unit, relation, entries, parts }: FigureGroup) {
  return {
    what,
    unit,
    relation,
    entries: entries.map(({ documentId, qualifier, value, range, attributedTo }) => {
      const number = [qualifier, value ?? range?.join("–")].filter(Boolean).join(" ");
      return `${documentId}: ${number}${attributedTo ? ` (${attributedTo})` : ""}`;
    }),
    parts: parts.map(({ whole, parts: of, sum }) => `${of.join(" + ")} = ${sum} of ${whole}`),
  };
}

/** `liberated: { the-post: "own 2, quoted 1, attributed 0, scare 0" }` */
function compactWording({ concept, labels }: WordingRow): [string, unknown] {
  const compacted = labels.map(({ label, uses }) => {
    const bySource = uses.map(({ sourceId, own, quoted, attributed, scare, negated }) => [
      sourceId,
      `own ${own}, quoted ${quoted}, attributed ${attributed}, scare ${scare}${negated > 0 ? `, negated ${negated}` : ""}`,
    ]);
    return [label, Object.fromEntries(bySource)];
  });
  return [concept, Object.fromEntries(compacted)];
}

function compactSilence({ statement, carriedBy, absentSide, absences }: SilenceRow) {
  return {
    statement,
    carriedBy,
    absentSide,
    absences: Object.fromEntries(
      absences.map(({ sourceId, state, reason }) => [sourceId, `${state}: ${reason}`]),
    ),
  };
}

/** `the-post: ["the mayor: said, denied"]` */
function compactSourcing({ rows, chains }: Sourcing) {
  const quoted = rows.map((row) => [
    row.sourceId,
    row.quoted.map(
      ({ name, cues }) => `${name ?? "(unnamed)"}: ${cues.map(({ cue }) => cue).join(", ")}`,
    ),
  ]);
  return {
    quoted: Object.fromEntries(quoted),
    chains: chains.map(({ links }) => links.join(" ← ")),
  };
}

/** `{ "wire.txt": "earliest", copies: { "post.html": "reprint, 83 % …; 2 words replaced" } }` */
function compactReuse({ documentId, standing, copies }: ReusedText) {
  const told = copies.map((copy) => [
    copy.documentId,
    `${copy.kind}${copy.via ? ` by way of ${copy.via}` : ""}: ${sharesInWords(copy)}; ${changesInWords(copy)}`,
  ]);
  return { [documentId]: standing, copies: Object.fromEntries(told) };
}

function compactEvent({ edtf, what, entries }: TimelineEvent) {
  return { edtf, what, documents: entries.map(({ documentId }) => documentId) };
}

/** How one document was read: what is known of it, what is not its text, who writes in it. */
export function compactDocument(
  { file, title, published, completeness, sourceName }: DocumentCard,
  text: string,
  { noise, voices }: Readings,
) {
  const shown = ({ start, end }: { readonly start: number; readonly end: number }) =>
    text.slice(start, end).replace(/\s+/g, " ");
  return {
    source: sourceName,
    title,
    published,
    completeness,
    // What of a page is its text was itself found out.
    ...(file.endsWith(".html") ? { text: text.split(/\n+/) } : {}),
    noise: noise.map((one) => `${one.kind}: ${shown(one)}`),
    voices: voices.map((one) => `${one.name ?? "(unnamed)"}: ${shown(one)}`),
  };
}
