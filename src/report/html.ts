import { type Findings, type Question, questions } from "../compare/findings.ts";
import type { Case } from "../document/case.ts";
import { contextOf, type ReportDocument } from "./html/context.ts";
import { type Html, html } from "./html/escape.ts";
import { documentsSection, manifestSection, type ReportManifest, titleFacts } from "./html/made.ts";
import { pageOf } from "./html/page.ts";
import { answered, asked, firstRows, rowsOf } from "./html/questions.ts";
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
  const shown = context.isLong ? firstRows(findings, mostRowsOfLong) : findings;
  return pageOf(
    { title: run.case.title, isChosen: false },
    html`${titleFacts(context, manifest, [
      [
        "Made",
        "from these files alone: the same files give the same page, so it bears no date of its own",
      ],
    ])}
${
  (context.isLarge || context.isLong) &&
  html`<p>With so many ${context.isLarge ? "sources" : "documents"} this page lists the first of each kind and says how many are left out. <code>parallax analyze PATH --out DIR</code> writes all of them: the JSON files stand beside this page there.</p>`
}<nav aria-label="Questions">${questions.map(
      (question) => html`<a href="#${question}">${asked[question].question}</a> `,
    )}<a href="#documents">Documents</a> <a href="#manifest">How it was made</a></nav>
`,
    html`${questions.map(
      (question) => html`<section id="${question}"><h2>${asked[question].question}</h2>
<p class="soft">${asked[question].method}</p>
${answered({ ...context, question }, question, shown)}${leftOut(question, findings, shown)}</section>
`,
    )}
${documentsSection(context, documents)}
${manifestSection(manifest)}`,
    proofOf("whole", manifest, documents, context.number),
  );
}

/** Rows of one answer in a case of many documents: those that stand first. */
const mostRowsOfLong = 60;

function leftOut(question: Question, all: Findings, shown: Findings): Html | false {
  const [there, here] = [rowsOf(question, all), rowsOf(question, shown)];
  return (
    there > here &&
    html`<p class="note">The first ${here} of ${there.toLocaleString("en-GB")} are shown here. All are in ${question}.json.</p>`
  );
}
