import { cellsOf } from "../../compare/claims/cells.ts";
import type { Cell, Claim, Stance } from "../../compare/claims/claims.ts";
import { datesInWords, formatDate, withoutMarks } from "../../document/in-words.ts";
import { cellMark } from "../../document/judgement.ts";
import {
  cut,
  evidence,
  mostEntries,
  opened,
  type ReportContext,
  type ReportSource,
} from "./context.ts";
import { type Html, html } from "./escape.ts";
import { judgedLines, judgedSign } from "./judged.ts";

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
  const legend = html`<p class="legend">${order.map((stance) => html`<span>${signs[stance]} ${stance}</span> `)}</p>
`;
  if (context.isLarge) return html`${legend}${claims.map((claim) => listed(context, claim))}`;
  return html`${legend}<div class="scroll"><table class="matrix${sources.length > mostAbreast && " many"}">
<thead><tr><td></td>${sideHeads(context)}</tr><tr><th scope="col">Claim</th>${sources.map(
    (source) => html`<th scope="col">${source.name}</th>`,
  )}</tr></thead>
${claims.map((claim) => rows(context, claim))}
</table></div>`;
}

/** More sources than this do not stand side by side on a screen: each claim is then a block of its own. */
const mostAbreast = 14;

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
  const { shown, rest } = cut(context, carried, "claims", "documents");
  const quiet = [...cells.values()].flatMap((cell) => judgedQuiet(context, claim, cell));
  return html`<tbody data-find="${claim.statement}"><tr><th scope="row">${withoutMarks(claim.statement)}${facts(claim)}</th>
${context.sources.map((source, at) =>
  sourceCell(
    context,
    claim,
    source,
    cells,
    source.side !== context.sources[at - 1]?.side || at === 0,
  ),
)}</tr>
${
  (carried.length > 0 || quiet.length > 0) &&
  html`<tr class="passages"><td colspan="${context.sources.length + 1}"><details${opened(context)}><summary>${
    carried.length
  } ${carried.length === 1 ? "document" : "documents"}, with passages</summary>${shown.map((cell) => cellEvidence(context, claim, cell))}${rest}${quiet}</details></td></tr>`
}</tbody>
`;
}

/** A silence, or what is not known, of which somebody said something: it has no passage to stand at. */
function judgedQuiet(context: ReportContext, claim: Claim, cell: Cell): Html[] {
  const judged = speaks(cell) ? [] : context.judged.of(cellMark(claim.statement, cell));
  if (judged.length === 0) return [];
  return [
    html`<p>${signs[cell.stance]} ${documentName(context, cell.documentId)}: ${cell.stance}${judgedSign(judged)}</p>${judgedLines(judged)}`,
  ];
}

function facts(claim: Claim): Html {
  return html`<small>${claim.contested && "contested, "}${
    claim.origin === "checklist" && "checklist, "
  }${claim.documents} ${claim.documents === 1 ? "document" : "documents"}, ${claim.independent} independent ${claim.independent === 1 ? "source" : "sources"}${
    claim.firstPublished && html`, first ${formatDate(claim.firstPublished)}`
  }</small>`;
}

/** Where the sources do not fit side by side: who speaks, by side; the others counted and named. */
function listed(context: ReportContext, claim: Claim): Html {
  const bySource = sourcesWith(context, cellsOf(claim, context.cards));
  const sides = [...new Set(context.sources.map(({ side }) => side))];
  return html`<article data-find="${claim.statement}"><h3>${withoutMarks(claim.statement)} ${facts(claim)}</h3>
${sides.map((side) => {
  const own = bySource.filter(({ source }) => source.side === side);
  return html`<p class="side">${context.sideName(side)}</p>
${order.map((stance) => stanceList(context, claim, stance, own))}`;
})}</article>
`;
}

type Told = { readonly source: ReportSource; readonly cells: readonly Cell[]; stance: Stance };

function sourcesWith(context: ReportContext, cells: readonly Cell[]): Told[] {
  const byId = new Map(cells.map((cell) => [cell.documentId, cell]));
  return context.sources.map((source) => {
    const own = source.documentIds.flatMap((id) => byId.get(id) ?? []);
    return { source, cells: own, stance: stancesOf(own)[0] ?? "unknown" };
  });
}

function stanceList(
  context: ReportContext,
  claim: Claim,
  stance: Stance,
  sides: readonly Told[],
): Html | false {
  const told = sides.filter((one) => one.stance === stance);
  if (told.length === 0) return false;
  const isQuiet = stance === "silent" || stance === "unknown";
  const { shown, rest } = cut(context, told, "claims", "sources", isQuiet ? 100 : mostEntries);
  return html`<details${opened(context)}><summary>${signs[stance]} ${stance}: ${told.length} ${
    told.length === 1 ? "source" : "sources"
  }</summary>${
    isQuiet
      ? html`<p>${shown.map(({ source }) => source.name).join(", ")}</p>`
      : shown.map(({ cells }) =>
          cells.filter((cell) => speaks(cell)).map((cell) => cellEvidence(context, claim, cell)),
        )
  }${rest}</details>
`;
}

function cellEvidence(context: ReportContext, claim: Claim, cell: Cell): Html {
  return evidence(
    context,
    html`${signs[cell.stance]} ${documentName(context, cell.documentId)}: ${inWords(cell)}`,
    cell.passages,
    html`${datesInWords(cell.reason)} (<code>${cell.rule}</code>)`,
    false,
    { mark: cellMark(claim.statement, cell) },
  );
}

function sourceCell(
  context: ReportContext,
  claim: Claim,
  source: ReportSource,
  cells: ReadonlyMap<string, Cell>,
  isFirst: boolean,
): Html {
  const own = source.documentIds.flatMap((id) => cells.get(id) ?? []);
  const taken = stancesOf(own);
  const told = own.find((cell) => speaks(cell) && cell.attributedTo !== null);
  return html`<td class="${taken[0]}${isFirst && " first"}">${
    isFirst && html`<span class="side-name">${context.sideName(source.side)}</span>`
  }<div><span class="name">${source.name}</span> ${taken.map((stance) => html`<span class="stance">${signs[stance]} ${stance}</span> `)}${
    told &&
    html`<small>${told.stance === "denies" ? "reporting" : "to"} ${told.attributedTo}</small>`
  }${judgedSign(own.flatMap((cell) => context.judged.of(cellMark(claim.statement, cell))))}</div></td>`;
}

/** All that a source's documents do with a claim; where none speaks, one unknown makes it unknown. */
function stancesOf(cells: readonly Cell[]): Stance[] {
  const spoken = new Set(cells.filter(speaks).flatMap((cell) => [cell.stance, ...cell.also]));
  if (spoken.size > 0) return order.filter((stance) => spoken.has(stance));
  const isUnknown = cells.length === 0 || cells.some((cell) => cell.stance === "unknown");
  return [isUnknown ? "unknown" : "silent"];
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
