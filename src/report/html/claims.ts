import { cellsOf } from "../../compare/claims/cells.ts";
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
<thead><tr><td></td>${sideHeads(context)}</tr><tr><th scope="col">Claim</th>${sources.map(
    (source) => html`<th scope="col">${source.name}</th>`,
  )}</tr></thead>
${claims.map((claim) => rows(context, claim))}
</table></div>`;
}

/** One head over the sources of each side; sources come sorted by side. */
function sideHeads(context: ReportContext): Html[] {
  const runs: { side: string | null; width: number }[] = [];
  for (const { side } of context.sources) {
    const run = runs.at(-1);
    if (run?.side === side) run.width++;
    else runs.push({ side, width: 1 });
  }
  return runs.map(
    ({ side, width }) =>
      html`<th scope="colgroup" class="side" colspan="${width}">${context.sideName(side)}</th>`,
  );
}

/** A claim with its cells, and under it over the whole width the passages. */
function rows(context: ReportContext, claim: Claim): Html {
  const cells = new Map(cellsOf(claim, context.cards).map((cell) => [cell.documentId, cell]));
  const carried = claim.cells.filter((cell) => speaks(cell) && cell.passages.length > 0);
  return html`<tbody data-find="${claim.statement}"><tr><th scope="row">${claim.statement}<small>${
    claim.contested && "contested, "
  }${claim.origin === "checklist" && "checklist, "}${claim.sources} ${
    claim.sources === 1 ? "source" : "sources"
  }${claim.firstPublished && html`, first ${claim.firstPublished.slice(0, 10)}`}</small></th>
${context.sources.map((source) => sourceCell(source, cells))}</tr>
${
  carried.length > 0 &&
  html`<tr class="passages"><td colspan="${context.sources.length + 1}"><details><summary>${
    carried.length
  } ${carried.length === 1 ? "document" : "documents"}, with passages</summary>${carried.map(
    (cell) =>
      evidence(
        context,
        html`${signs[cell.stance]} ${documentName(context, cell.documentId)}: ${inWords(cell)}`,
        cell.passages,
        html`${cell.reason} (<code>${cell.rule}</code>)`,
      ),
  )}</details></td></tr>`
}</tbody>
`;
}

function sourceCell(source: ReportSource, cells: ReadonlyMap<string, Cell>): Html {
  const own = source.documentIds.flatMap((id) => cells.get(id) ?? []);
  const spoken = new Set(own.filter(speaks).flatMap((cell) => [cell.stance, ...cell.also]));
  const quiet: Stance =
    own.length === 0 || own.some((cell) => cell.stance === "unknown") ? "unknown" : "silent";
  const taken = spoken.size > 0 ? order.filter((stance) => spoken.has(stance)) : [quiet];
  const whom = own.find((cell) => speaks(cell) && cell.attributedTo !== null)?.attributedTo;
  return html`<td class="${taken[0]}">${taken.map((stance) => html`<span class="stance">${signs[stance]} ${stance}</span> `)}${
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
