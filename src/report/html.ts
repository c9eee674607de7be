import { createHash } from "node:crypto";
import { type Findings, type Question, questions } from "../compare/findings.ts";
import type { Case } from "../document/case.ts";
import type { Problem } from "../document/document.ts";
import { formatInstant } from "../document/in-words.ts";
import { claimsSection } from "./html/claims.ts";
import { contextOf, type ReportContext, type ReportDocument } from "./html/context.ts";
import { type Html, html } from "./html/escape.ts";
import { figuresSection } from "./html/figures.ts";
import { originsSection } from "./html/origins.ts";
import {
  silenceSection,
  sourcingSection,
  timelineSection,
  wordingSection,
} from "./html/sections.ts";
import { script, style } from "./html/style.ts";

export type { ReportDocument, WhyAt } from "./html/context.ts";

/** How the run was made, as the report shows it. */
export type ReportManifest = {
  readonly version: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  readonly caseFile: { readonly file: string; readonly sha256: string } | null;
  readonly packs: readonly { readonly file: string; readonly sha256: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
};

/**
 * One page with everything: all questions, the passages behind every answer, how each answer
 * is made, and what was read. It loads nothing, reads without JavaScript, and is the same for the
 * same input. `documents` are listed in the order given.
 */
export function renderReport(run: {
  readonly case: Pick<Case, "title" | "language" | "sides">;
  readonly documents: readonly ReportDocument[];
  readonly findings: Findings;
  readonly manifest: ReportManifest;
}): string {
  const context = contextOf(run.case, run.documents);
  const { findings, manifest } = run;
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${run.case.title}: Parallax report</title>
<style>${trusted(style)}</style>
</head>
<body>
<header>
<p class="soft">Parallax report</p>
<h1>${run.case.title}</h1>
<p>${run.documents.length} documents from ${context.sources.length} sources. This report shows who says what, in which words and from where, with the passage behind every mark. It does not say who is right.</p>
${
  context.isLarge &&
  html`<p>With so many sources this page lists the first of each kind and says how many are left out. <code>parallax analyze PATH --out DIR</code> writes all of them: the JSON files stand beside this page there.</p>`
}<nav aria-label="Questions">${questions.map(
    (question) => html`<a href="#${question}">${asked[question].question}</a> `,
  )}<a href="#documents">Documents</a> <a href="#manifest">How it was made</a></nav>
<p class="find" hidden><label>Find <input type="search"></label> <button type="button" aria-pressed="false">Open all passages</button></p>
</header>
<main>
${questions.map((question) => section({ ...context, question }, question, findings))}
${documentsSection(context, run.documents)}
${manifestSection(manifest)}
</main>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.markup;
}

/** The page's own style and script: the only markup that does not come from `html`. */
function trusted(markup: string): Html {
  return { markup };
}

const asked: Readonly<Record<Question, { question: string; method: string }>> = {
  claims: {
    question: "Who says it?",
    method:
      "Passages of different documents are joined into a claim when they share the words that tell it from others. A document asserts a claim in its own voice, attributes it to somebody, or denies it. Silent is only said where the full text was read and the document could already have known; otherwise it is unknown.",
  },
  figures: {
    question: "How many?",
    method:
      "Numbers are grouped when they count the same thing at the same place and time. A full dot is the source’s own number, a hollow one is somebody else’s. Two numbers conflict (≠) when they cannot both hold: “at least 13” and 15 can, 13 and 15 cannot.",
  },
  wording: {
    question: "In which words?",
    method:
      "Labels come from wording packs, lists that people wrote and that name a source for each row, and from the documents alone: phrases that name one thing, have the same head or stand for one thing in the same claim are put together; a machine does that, and it can err. Counts are per source, own voice apart from quotations (“2”), from what others are reported to say (2 in brackets) and from scare quotes (‘2’), and the last line of each table is what to divide by.",
  },
  silence: {
    question: "Who is silent?",
    method:
      "A claim that sources of one side carry and no source of another does. A source is called silent only where its full text was read and it published after the claim was first known.",
  },
  sourcing: {
    question: "Says who?",
    method:
      "Each attribution has a source, a cue and a content. Sources are counted under the name they are first given in full; some cues keep their distance (“claims”, “alleges”). A chain shows through whom a content came, the publisher first.",
  },
  origins: {
    question: "Copied from where?",
    method:
      "Texts of different sources are compared word by word where runs of their words are the same. Only words outside quotations count, so that quoting the same speech is no copying; nor is what a source repeats from text to text. Copies are traced to the text that was published first; an undated one is never called the first.",
  },
  timeline: {
    question: "When?",
    method:
      "Dates are read as written or reckoned from the day of publication, and shown as EDTF (ISO 8601-2). What is only known to a month or year is not made more exact.",
  },
};

function section(context: ReportContext, question: Question, findings: Findings): Html {
  const answer = {
    claims: () => claimsSection(context, findings.claims),
    figures: () => figuresSection(context, findings.figures),
    wording: () => wordingSection(context, findings.wording),
    silence: () => silenceSection(context, findings.silence),
    sourcing: () => sourcingSection(context, findings.sourcing),
    origins: () => originsSection(context, findings.origins),
    timeline: () => timelineSection(context, findings.timeline),
  }[question];
  const rows =
    question === "sourcing" || question === "wording"
      ? findings[question].rows
      : findings[question];
  return html`<section id="${question}"><h2>${asked[question].question}</h2>
<p class="soft">${asked[question].method}</p>
${rows.length === 0 ? html`<p>Nothing was found.</p>` : answer()}</section>
`;
}

function documentsSection(context: ReportContext, documents: readonly ReportDocument[]): Html {
  return html`<section id="documents"><h2>Documents</h2>
<div class="scroll"><table><thead><tr><th scope="col">No.</th><th scope="col">Source</th><th scope="col">Document</th><th scope="col">Published</th><th scope="col">Words</th><th scope="col">SHA-256 of the file</th></tr></thead><tbody>
${documents.map(
  ({
    card,
    sha256,
  }) => html`<tr id="document-${context.number(card.id)}"><td>${context.number(card.id)}</td><td>${
    card.sourceName
  }<small>${context.sideName(card.side)}</small></td><td>${card.title}<small>${card.file}${
    card.completeness === "excerpt" && ", excerpt"
  }</small></td><td>${formatInstant(card.published)}</td><td>${card.words}</td><td><code>${sha256}</code></td></tr>
`,
)}</tbody></table></div></section>
`;
}

function manifestSection(manifest: ReportManifest): Html {
  const list = (name: string, values: Readonly<Record<string, string | number | boolean>>) =>
    html`<h3>${name}</h3><table><tbody>${Object.entries(values).map(
      ([key, value]) => html`<tr><th scope="row">${key}</th><td>${String(value)}</td></tr>
`,
    )}</tbody></table>`;
  return html`<section id="manifest"><h2>How it was made</h2>
<p>Parallax ${manifest.version}. The same files, version and parameters give the same report. No model that guesses text was used, and nothing left the machine.</p>
${list("Parameters", manifest.parameters)}
<h3>Case file and wording packs</h3><table><tbody>${[manifest.caseFile ?? [], manifest.packs]
    .flat()
    .map(
      ({
        file,
        sha256,
      }) => html`<tr><th scope="row">${file}</th><td><code>${sha256}</code></td></tr>
`,
    )}</tbody></table>${list("Versions", manifest.versions)}${list("Counts", manifest.counts)}
${
  manifest.problems.length > 0 &&
  html`<h3>Problems with the files</h3><ul>${manifest.problems.map(
    (
      problem,
    ) => html`<li><code>${problem.file}${problem.line !== null && `:${problem.line}`}</code> ${problem.message} (${problem.mend})</li>
`,
  )}</ul>`
}</section>`;
}
