import { type Findings, questions } from "../compare/findings.ts";
import type { Case } from "../document/case.ts";
import { contextOf, type ReportDocument } from "./html/context.ts";
import { html } from "./html/escape.ts";
import { documentsSection, manifestSection, type ReportManifest } from "./html/made.ts";
import { pageOf } from "./html/page.ts";
import { answered, asked } from "./html/questions.ts";
import { proofOf } from "./verify/proof.ts";

export type { ReportDocument, WhyAt } from "./html/context.ts";
export type { ReportManifest } from "./html/made.ts";

/** What a report is made from. `documents` are listed in the order given. */
export type ReportRun = {
  readonly case: Pick<Case, "title" | "language" | "sides">;
  readonly documents: readonly ReportDocument[];
  readonly findings: Findings;
  readonly manifest: ReportManifest;
};

/**
 * One page with everything: all questions, the passages behind every answer, how each answer
 * is made, and what was read. It loads nothing, reads without JavaScript, and is the same for the
 * same input.
 */
export function renderReport({ findings, manifest, documents, ...run }: ReportRun): string {
  const context = contextOf(run.case, documents);
  return pageOf(
    run.case.title,
    html`<p>${documents.length} documents from ${context.sources.length} sources. This report shows who says what, in which words and from where, with the passage behind every mark. It does not say who is right.</p>
${
  context.isLarge &&
  html`<p>With so many sources this page lists the first of each kind and says how many are left out. <code>parallax analyze PATH --out DIR</code> writes all of them: the JSON files stand beside this page there.</p>`
}<nav aria-label="Questions">${questions.map(
      (question) => html`<a href="#${question}">${asked[question].question}</a> `,
    )}<a href="#documents">Documents</a> <a href="#manifest">How it was made</a></nav>
`,
    html`${questions.map(
      (question) => html`<section id="${question}"><h2>${asked[question].question}</h2>
<p class="soft">${asked[question].method}</p>
${answered({ ...context, question }, question, findings)}</section>
`,
    )}
${documentsSection(context, documents)}
${manifestSection(manifest)}`,
    proofOf("whole", manifest, documents, context.number),
  );
}
