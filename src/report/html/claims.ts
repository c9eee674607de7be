import type { Cell, Claim, Stance } from "../../compare/claims/claims.ts";
import { evidence, type ReportContext, type ReportSource } from "./context.ts";
import { type Html, html } from "./escape.ts";

const order: readonly Stance[] = ["asserts", "attributes", "denies", "silent", "unknown"];

/** The sign of a stance, told apart by shape. */
const signs: Readonly<Record<Stance, string>> = {
  asserts: "●",
  attributes: "◐",
  denies: "✕",
  silent: "○",
  unknown: "?",
};

export function claimsSection(context: ReportContext, claims: readonly Claim[]): Html {
  const { sources } = context;
  return html`<p class="legend">${order.map((stance) => html`<span>${signs[stance]} ${stance}</span> `)}</p>
<div class="scroll"><table class="matrix">
<thead><tr><th scope="col">Claim</th>${sources.map(
    (source) =>
      html`<th scope="col">${source.name}<small>${context.sideName(source.side)}</small></th>`,
  )}</tr></thead>
<tbody>${claims.map((claim, index) => row(context, claim, index + 1))}</tbody>
</table></div>`;
}

function row(context: ReportContext, claim: Claim, number: number): Html {
  const cells = new Map(claim.cells.map((cell) => [cell.documentId, cell]));
  const carried = claim.cells.filter((cell) => speaks(cell) && cell.passages.length > 0);
  return html`<tr data-find="${claim.statement}" id="claim-${number}">
<th scope="row">${claim.statement}<small>${claim.contested && "contested, "}${
    claim.origin === "checklist" && "checklist, "
  }${claim.sources} ${claim.sources === 1 ? "source" : "sources"}${
    claim.firstPublished && html`, first ${claim.firstPublished}`
  }</small>${
    carried.length > 0 &&
    html`<details><summary>Passages</summary>${carried.map((cell) =>
      evidence(
        context,
        html`${signs[cell.stance]} ${documentName(context, cell.documentId)}: ${inWords(cell)}`,
        cell.passages,
        html`${cell.reason} (<code>${cell.rule}</code>)`,
      ),
    )}</details>`
  }</th>
${context.sources.map((source) => sourceCell(source, cells))}</tr>
`;
}

function sourceCell(source: ReportSource, cells: ReadonlyMap<string, Cell>): Html {
  const own = source.documentIds.flatMap((id) => cells.get(id) ?? []);
  const spoken = new Set(own.filter(speaks).flatMap((cell) => [cell.stance, ...cell.also]));
  const quiet: Stance =
    own.length === 0 || own.some((cell) => cell.stance === "unknown") ? "unknown" : "silent";
  const taken = spoken.size > 0 ? order.filter((stance) => spoken.has(stance)) : [quiet];
  const whom = own.find((cell) => speaks(cell) && cell.attributedTo !== null)?.attributedTo;
  return html`<td class="${taken[0]}">${taken.map((stance) => html`<span class="sign">${signs[stance]}</span> ${stance} `)}${
    whom && html`<small>to ${whom}</small>`
  }</td>`;
}

function inWords(cell: Cell): string {
  const whose = cell.attributedTo;
  if (cell.stance === "denies" && cell.reported)
    return `reports a denial${whose ? ` by ${whose}` : ""}`;
  if (cell.stance !== "attributes") return cell.stance;
  return `attributes it${whose ? ` to ${whose}` : ", to nobody named"}${
    cell.distancing ? ", keeping its distance" : ""
  }`;
}

function speaks(cell: Cell): boolean {
  return cell.stance !== "silent" && cell.stance !== "unknown";
}

function documentName(context: ReportContext, id: string): string {
  const card = context.document(id)?.card;
  return card ? `${card.sourceName}, ${card.title ?? card.file}` : id;
}
