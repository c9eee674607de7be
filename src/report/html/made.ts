import type { Problem } from "../../document/document.ts";
import { formatDate, formatInstant } from "../../document/in-words.ts";
import type { ReportContext, ReportDocument } from "./context.ts";
import { type Html, html } from "./escape.ts";

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

/** What the page is, on its first page: of which case, from which texts, made how, and what it does not say. */
export function titleFacts(
  { sources, sideName, cards }: ReportContext,
  { version, caseFile }: ReportManifest,
  more: readonly (readonly [name: string, value: string])[],
): Html {
  const sides = [...new Set(sources.map(({ side }) => side))].map((side) => {
    const number = sources.filter((source) => source.side === side).length;
    return `${sideName(side)} (${number} ${number === 1 ? "source" : "sources"})`;
  });
  const dates = cards.flatMap(({ published }) => published?.slice(0, 10) ?? []).sort();
  const from = formatDate(dates[0] ?? null);
  const to = formatDate(dates.at(-1) ?? null);
  const facts: readonly (readonly [string, Html | string])[] = [
    ...more,
    [
      "Texts",
      `${cards.length} documents of ${sources.length} sources${
        dates.length === 0
          ? ""
          : from === to
            ? `, published ${from}`
            : `, published ${from} to ${to}`
      }`,
    ],
    ["Sides", sides.join("; ")],
    ["Program", `Parallax ${version}`],
    [
      "Case file",
      caseFile ? html`${caseFile.file}, SHA-256 <code>${caseFile.sha256}</code>` : "none",
    ],
    [
      "To check it",
      html`<code>parallax verify FILE --case FOLDER</code> holds every hash and passage against the files`,
    ],
  ];
  return html`<dl class="facts">${facts.map(
    ([name, value]) =>
      value !== "" &&
      html`<dt>${name}</dt><dd>${value}</dd>
`,
  )}</dl>
<p>This report shows who says what, in which words and from where, with the passage behind every mark. It does not say who is right. How each answer is made and what was read stands in it.</p>
<p class="on-paper">Printed are the passages that were open when it was printed; what else there is says how many it holds.</p>
`;
}

/** The documents that passages refer to, with what vouches for their bytes. */
export function documentsSection(
  context: ReportContext,
  documents: readonly ReportDocument[],
): Html {
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

/** Enough to repeat the run. */
export function manifestSection(manifest: ReportManifest): Html {
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
