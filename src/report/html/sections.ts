import type { Absence, SilenceRow } from "../../compare/silence/silence.ts";
import type { ShownShare, Sourcing } from "../../compare/sourcing/sourcing.ts";
import type { TimelineEvent } from "../../compare/timeline/timeline.ts";
import type { Wording, WordingRow } from "../../compare/wording/wording.ts";
import { whoIsSilent } from "../../document/absence.ts";
import { datesInWords, formatDate, withoutMarks } from "../../document/in-words.ts";
import { cellMark, labelMark } from "../../document/judgement.ts";
import { cut, evidence, type ReportContext } from "./context.ts";
import { contrastsBlock } from "./contrasts.ts";
import { type Html, html } from "./escape.ts";
import { judgedLines, judgedSign } from "./judged.ts";

/** What a large case shows of each; `cut` says what is left out. */
const mostSources = 300;
const mostChains = 100;
const mostEvents = 300;
/** Where the sources stand side by side, of each one's use of a label. */
const mostOfCell = 2;

export function wordingSection(context: ReportContext, { rows, contrasts }: Wording): Html {
  return html`<p class="legend">Plain numbers are the source’s own voice, “2” inside quotations, ‘2’ in quotation marks without a speaker.</p>
${rows.map((row) => {
  if (context.isLarge) return bySide(context, row);
  const totals = new Map(row.totals.map((total) => [total.sourceId, total]));
  const sources = context.sources.filter((source) => (totals.get(source.id)?.mentions ?? 0) > 0);
  return html`<article data-find="${row.concept} ${row.labels.map((label) => label.label).join(" ")}"><h3>${row.concept} <small>${packOf(row)}</small></h3>
<div class="scroll"><table class="matrix labels"><thead><tr><th scope="col">Label</th>${sources.map(
    (source) =>
      html`<th scope="col">${source.name}<small>${context.sideName(source.side)}</small></th>`,
  )}</tr></thead><tbody>
${row.labels.map(
  (label) => html`<tr><th scope="row">${label.label}</th>${sources.map((source) => {
    const use = label.uses.find((candidate) => candidate.sourceId === source.id);
    if (!use) return html`<td class="none">–</td>`;
    const { shown, rest } = cut(context, use.evidence, "wording", "passages", mostOfCell);
    return html`<td><span class="name">${source.name}</span> ${evidence(
      context,
      countsOf(use),
      shown,
      undefined,
      rest,
      {
        markOf: (passage) => labelMark(label.label, passage),
      },
    )}</td>`;
  })}</tr>
`,
)}</tbody><tfoot><tr><th scope="row">all mentions, of words read</th>${sources.map((source) => {
    const total = totals.get(source.id);
    return html`<td><span class="name">${source.name}</span> ${total?.mentions ?? 0} of ${total?.words ?? 0}</td>`;
  })}</tr></tfoot></table></div></article>
`;
})}${contrastsBlock(context, contrasts)}`;
}

function packOf({ pack }: WordingRow): string {
  return pack === null ? "found without a pack" : `pack ${pack}`;
}

/** Where the sources do not fit side by side: each label with its use by each side. */
function bySide(context: ReportContext, row: WordingRow): Html {
  const sideOf = new Map(context.sources.map(({ id, side }) => [id, side]));
  const sides = [...new Set(context.sources.map(({ side }) => side))];
  return html`<article data-find="${row.concept} ${row.labels.map((label) => label.label).join(" ")}"><h3>${row.concept} <small>${packOf(row)}</small></h3>
<div class="scroll"><table><thead><tr><th scope="col">Label</th>${sides.map(
    (side) => html`<th scope="col">${context.sideName(side)}</th>`,
  )}</tr></thead><tbody>
${row.labels.map(
  (label) => html`<tr><th scope="row">${label.label}</th>${sides.map((side) => {
    const uses = label.uses.filter(({ sourceId }) => (sideOf.get(sourceId) ?? null) === side);
    if (uses.length === 0) return html`<td>–</td>`;
    const sum = (how: "own" | "quoted" | "attributed" | "scare") =>
      uses.reduce((total, use) => total + use[how], 0);
    const passages = uses.flatMap((use) => use.evidence);
    const { shown, rest } = cut(context, passages, "wording", "passages");
    return html`<td>${evidence(
      context,
      `${countsOf({ own: sum("own"), quoted: sum("quoted"), attributed: sum("attributed"), scare: sum("scare") })}, ${uses.length} ${uses.length === 1 ? "source" : "sources"}`,
      shown,
      undefined,
      rest,
      { markOf: (passage) => labelMark(label.label, passage) },
    )}</td>`;
  })}</tr>
`,
)}</tbody><tfoot><tr><th scope="row">all mentions, of words read</th>${sides.map((side) => {
    const own = row.totals.filter(({ sourceId }) => (sideOf.get(sourceId) ?? null) === side);
    const sum = (what: "mentions" | "words") => own.reduce((total, one) => total + one[what], 0);
    return html`<td>${sum("mentions")} of ${sum("words")}</td>`;
  })}</tr></tfoot></table></div></article>
`;
}

function countsOf(use: { own: number; quoted: number; attributed: number; scare: number }): string {
  return [
    use.own > 0 && `${use.own}`,
    use.quoted > 0 && `“${use.quoted}”`,
    use.attributed > 0 && `(${use.attributed})`,
    use.scare > 0 && `‘${use.scare}’`,
  ]
    .filter(Boolean)
    .join(" ");
}

export function silenceSection(context: ReportContext, rows: readonly SilenceRow[]): Html {
  return html`${rows.map((row) => {
    const carriers = cut(context, row.carriedBy, "silence", "sources");
    const absences = cut(context, row.absences, "silence", "sources");
    const said = cut(context, row.evidence, "silence", "passages");
    return html`<article data-find="${row.statement}"><h3>${withoutMarks(row.statement)}</h3>
<p>Said by ${context.sideName(row.carriedBySide)}: ${carriers.shown.map(context.sourceName).join(", ")} (${row.carriedBy.length} ${row.carriedBy.length === 1 ? "source" : "sources"}${row.independent < row.carriedBy.length ? `, ${row.independent} independent` : ""}).</p>
${carriers.rest}<p>Not by ${context.sideName(row.absentSide)}:</p>
<ul>${absences.shown.map(
      (absence) =>
        html`<li>${absence.state === "silent" ? "○" : "?"} ${whoIsSilent(
          absence,
          context.sourceName(absence.sourceId),
        )}: ${absence.state}, ${datesInWords(absence.reason)}${silenceJudged(context, row, absence)}</li>`,
    )}</ul>
${absences.rest}${evidence(context, "Where it is said", said.shown, html`${row.reason} (<code>${row.rule}</code>)`, said.rest, { markOf: (passage) => cellMark(row.statement, { documentId: passage.documentId, passages: [passage] }) })}</article>
`;
  })}`;
}

/** What was judged of a source's silence: of each of its documents as a whole. */
function silenceJudged(context: ReportContext, row: SilenceRow, { documentIds }: Absence): Html {
  const judged = documentIds.flatMap((documentId) =>
    context.judged.of(cellMark(row.statement, { documentId, passages: [] })),
  );
  return html`${judgedSign(judged)}${judgedLines(judged)}`;
}

export function sourcingSection(context: ReportContext, sourcing: Sourcing): Html {
  const bySource = new Map(sourcing.rows.map((row) => [row.sourceId, row]));
  const most = [...sourcing.rows].sort((a, b) => b.attributions - a.attributions);
  const { shown, rest } = cut(context, most, "sourcing", "sources that quote less", mostSources);
  const kept = new Set(shown);
  const rows = context.sources
    .flatMap((source) => bySource.get(source.id) ?? [])
    .filter((row) => kept.has(row));
  const chains = cut(context, sourcing.chains, "sourcing", "chains", mostChains);
  return html`${bySides(context, sourcing)}${rest}${rows.map((row) => {
    const most = Math.max(1, ...row.quoted.map((quoted) => quoted.count));
    return html`<article data-find="${context.sourceName(row.sourceId)} ${row.quoted
      .map((quoted) => quoted.name ?? "unnamed")
      .join(" ")}"><h3>${context.sourceName(row.sourceId)} quotes</h3>
<p>${row.attributions} attributions: ${row.attributions - row.unnamed - row.open} with a name, ${row.unnamed} without, ${row.open} to a pronoun left open; ${row.direct} in quotation marks${
      row.copied > 0 && html`, ${row.copied} in sentences copied from another source`
    }. ${
      row.contested.carried === 0
        ? "Carries no contested claim."
        : html`Says ${row.contested.ownVoice} of the ${row.contested.carried} contested claims that it carries in its own voice.`
    }</p>
<div class="scroll"><table><tbody>${cut(context, row.quoted, "sourcing", "names").shown.map(
      (
        quoted,
      ) => html`<tr><th scope="row">${evidence(context, quoted.name ?? "nobody told", quoted.evidence)}</th><td>${[
        ...(quoted.side === null ? [] : [context.sideName(quoted.side)]),
        ...(quoted.kind === null ? [] : [quoted.kind]),
        ...(quoted.naming === "named" ? [] : [notNamed[quoted.naming]]),
      ].join(", ")}</td><td class="axis">${bar(quoted.count / most)} ${quoted.count}${
        quoted.distancing > 0 && html`, ${quoted.distancing} with distance`
      }</td><td>${quoted.cues.map(({ cue, count }) => (count > 1 ? `${cue} ×${count}` : cue)).join(", ")}</td></tr>
`,
    )}</tbody></table></div></article>
`;
  })}${
    sourcing.chains.length > 0 &&
    html`<h3>Through whom it came</h3>${chains.rest}<ul>${chains.shown.map(
      (
        chain,
      ) => html`<li>${evidence(context, chain.links.join(" ← "), chain.evidence, html`<code>${chain.rule}</code>`)}</li>
`,
    )}</ul>`
  }${citationsOf(context, sourcing)}`;
}

const notNamed = { unnamed: "no name", open: "left open" } as const;
const families = ["say", "claim", "allege", "admit", "deny", "other"] as const;
/** Fewer attributions than this are given as numbers alone: a share of them tells little. */
const enoughForShares = 10;

/** Whom the sources of each side quote and with which cues, with 95 % intervals. */
function bySides(context: ReportContext, { sides, anonymous }: Sourcing): Html | false {
  if (sides.length === 0) return false;
  return html`<h3>Whom each side quotes, and with which words</h3>
<p class="note">Shares of the attributions with a name, with 95 % intervals (Wilson). Under ${enoughForShares} attributions only numbers are given. Others have no side in the case file.</p>
<div class="scroll"><table><thead><tr><th scope="col">Quoting</th><th scope="col">Quoted</th><th scope="col">Named</th>${families.map(
    (family) => html`<th scope="col">${family}</th>`,
  )}</tr></thead><tbody>
${sides.map(
  (row) => html`<tr><th scope="row">${context.sideName(row.bySide)}</th><td>${
    row.ofSide === null ? "Others" : context.sideName(row.ofSide)
  } <small>${row.kinds
    .map(({ kind, count }) => `${kind ?? "not declared"} ${count}`)
    .join(
      ", ",
    )}</small></td><td>${evidence(context, String(row.count), row.evidence)}</td>${families.map(
    (family) => html`<td>${shareIn(context, row.families[family], row.count)}</td>`,
  )}</tr>
`,
)}</tbody></table></div>
<h3>Who speaks without a name</h3>
<p class="note">Of all attributions but those to a pronoun of which it was not read whom it means.</p>
<ul>${anonymous.map(
    ({ bySide, attributions, open, unnamed }) =>
      html`<li>${context.sideName(bySide)}: ${shareIn(context, unnamed, attributions - open)} (${unnamed.count} of ${attributions - open})${
        open > 0 && html`; ${open} more are left open`
      }</li>`,
  )}</ul>
`;
}

/** A share in percent with its interval, or the number alone where it is of few; its passages behind it. */
function shareIn(
  context: ReportContext,
  { count, low01, high01, evidence: passages }: ShownShare,
  of: number,
): Html {
  const percent = (share01: number) => Math.round(share01 * 100);
  const shown =
    of < enoughForShares
      ? html`<span class="soft">${count}</span>`
      : html`${percent(count / of)} % <small>${percent(low01)}–${percent(high01)}</small>`;
  return passages.length > 0 ? evidence(context, shown, passages) : shown;
}

function citationsOf(context: ReportContext, { citations }: Sourcing): Html | false {
  if (citations.length === 0) return false;
  const { shown, rest } = cut(context, citations, "sourcing", "citations", mostChains);
  return html`<h3>Who leans on whom</h3><ul>${shown.map(
    (one) => html`<li>${evidence(
      context,
      html`${context.sourceName(one.sourceId)} → ${one.name} <small>${
        one.kind === "through" ? "came by way of it" : one.kind
      }, ${one.documents} ${one.documents === 1 ? "document" : "documents"}</small>`,
      one.evidence,
    )}</li>
`,
  )}</ul>${rest}`;
}

export function timelineSection(context: ReportContext, all: readonly TimelineEvent[]): Html {
  const most = [...all].sort((a, b) => b.entries.length - a.entries.length);
  const { shown, rest } = cut(context, most, "timeline", "events that fewer tell", mostEvents);
  const kept = new Set(shown);
  const events = all.filter((event) => kept.has(event));
  const byId = new Map(all.map((event) => [event.id, event]));
  return html`${rest}<div class="scroll"><table class="timeline"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Told by</th></tr></thead><tbody>
${events.map((event) => {
  const told = new Set(event.entries.map(({ documentId }) => documentId));
  const sources = cut(
    context,
    context.sources.filter(({ documentIds }) => documentIds.some((id) => told.has(id))),
    "timeline",
    "sources",
  );
  const passages = cut(
    context,
    event.entries.flatMap((entry) => entry.evidence),
    "timeline",
    "passages",
  );
  const others = event.disagreesWith.flatMap((id) => formatDate(byId.get(id)?.edtf ?? null));
  return html`<tr data-find="${event.what}"><td><time datetime="${event.edtf}">${formatDate(event.edtf)}</time>${
    event.approximate && html`<small>approximate</small>`
  }${event.precision !== "day" && html`<small>known to the ${event.precision}</small>`}</td><td>${evidence(
    context,
    withoutMarks(event.what),
    passages.shown,
    html`<code>${event.rule}</code>`,
    passages.rest,
  )}${others.length > 0 && html`<p class="note">≠ also told under ${others.join(", ")}</p>`}</td><td>${[
    ...new Set(sources.shown.map(({ side }) => side)),
  ].map(
    (side) =>
      html`<small>${context.sideName(side)}</small>${sources.shown
        .flatMap((source) => (source.side === side ? [source.name] : []))
        .join(", ")}`,
  )}${sources.rest}</td></tr>
`;
})}</tbody></table></div>`;
}

/** A bar as wide as its share, 0 to 1. */
function bar(share01: number): Html {
  return html`<svg viewBox="0 0 100 10" width="100" height="10" class="bar" aria-hidden="true"><rect width="${Math.round(share01 * 100)}" height="10" fill="currentColor"/></svg>`;
}
