import type { SilenceRow } from "../../compare/silence/silence.ts";
import type { Sourcing } from "../../compare/sourcing/sourcing.ts";
import type { TimelineEvent } from "../../compare/timeline/timeline.ts";
import type { WordingRow } from "../../compare/wording/wording.ts";
import { evidence, type ReportContext } from "./context.ts";
import { type Html, html } from "./escape.ts";

export function wordingSection(context: ReportContext, rows: readonly WordingRow[]): Html {
  return html`<p class="legend">Plain numbers are the source’s own voice, “2” inside quotations, ‘2’ in quotation marks without a speaker.</p>
${rows.map((row) => {
  const totals = new Map(row.totals.map((total) => [total.sourceId, total]));
  const sources = context.sources.filter((source) => (totals.get(source.id)?.mentions ?? 0) > 0);
  return html`<article data-find="${row.concept} ${row.labels.map((label) => label.label).join(" ")}"><h3>${row.concept} <small>pack ${row.pack}</small></h3>
<div class="scroll"><table><thead><tr><th scope="col">Label</th>${sources.map(
    (source) =>
      html`<th scope="col">${source.name}<small>${context.sideName(source.side)}</small></th>`,
  )}</tr></thead><tbody>
${row.labels.map(
  (label) => html`<tr><th scope="row">${label.label}</th>${sources.map((source) => {
    const use = label.uses.find((candidate) => candidate.sourceId === source.id);
    if (!use) return html`<td>–</td>`;
    const counts = [
      use.own > 0 && `${use.own}`,
      use.quoted > 0 && `“${use.quoted}”`,
      use.scare > 0 && `‘${use.scare}’`,
    ].filter(Boolean);
    return html`<td>${evidence(context, counts.join(" "), use.evidence)}</td>`;
  })}</tr>
`,
)}</tbody><tfoot><tr><th scope="row">all mentions, of words read</th>${sources.map((source) => {
    const total = totals.get(source.id);
    return html`<td>${total?.mentions ?? 0} of ${total?.words ?? 0}</td>`;
  })}</tr></tfoot></table></div></article>
`;
})}`;
}

export function silenceSection(context: ReportContext, rows: readonly SilenceRow[]): Html {
  return html`${rows.map(
    (row) => html`<article data-find="${row.statement}"><h3>${row.statement}</h3>
<p>Said by ${context.sideName(row.carriedBySide)}: ${row.carriedBy.map(context.sourceName).join(", ")}.</p>
<p>Not by ${context.sideName(row.absentSide)}:</p>
<ul>${row.absences.map(
      (absence) =>
        html`<li>${absence.state === "silent" ? "○" : "?"} ${context.sourceName(
          absence.sourceId,
        )}: ${absence.state}, ${absence.reason}</li>`,
    )}</ul>
${evidence(context, "Where it is said", row.evidence, html`${row.reason} (<code>${row.rule}</code>)`)}</article>
`,
  )}`;
}

export function sourcingSection(context: ReportContext, sourcing: Sourcing): Html {
  const rows = context.sources.flatMap(
    (source) => sourcing.rows.find((row) => row.sourceId === source.id) ?? [],
  );
  return html`${rows.map((row) => {
    const most = Math.max(1, ...row.quoted.map((quoted) => quoted.count));
    return html`<article data-find="${context.sourceName(row.sourceId)} ${row.quoted
      .map((quoted) => quoted.name ?? "unnamed")
      .join(" ")}"><h3>${context.sourceName(row.sourceId)} quotes</h3>
<p>${row.attributions} attributions, ${row.direct} in quotation marks, ${row.unnamed} unnamed; ${row.contested.ownVoice} of ${row.contested.carried} contested claims in its own voice.</p>
<div class="scroll"><table><tbody>${row.quoted.map(
      (
        quoted,
      ) => html`<tr><th scope="row">${evidence(context, quoted.name ?? "unnamed", quoted.evidence)}</th><td>${
        quoted.side === null ? "" : context.sideName(quoted.side)
      }</td><td class="axis">${bar(quoted.count / most)} ${quoted.count}${
        quoted.distancing > 0 && html`, ${quoted.distancing} with distance`
      }</td><td>${quoted.cues.map(({ cue, count }) => (count > 1 ? `${cue} ×${count}` : cue)).join(", ")}</td></tr>
`,
    )}</tbody></table></div></article>
`;
  })}${
    sourcing.chains.length > 0 &&
    html`<h3>Through whom it came</h3><ul>${sourcing.chains.map(
      (
        chain,
      ) => html`<li>${evidence(context, chain.links.join(" ← "), chain.evidence, html`<code>${chain.rule}</code>`)}</li>
`,
    )}</ul>`
  }`;
}

export function timelineSection(context: ReportContext, events: readonly TimelineEvent[]): Html {
  const byId = new Map(events.map((event) => [event.id, event]));
  return html`<div class="scroll"><table class="timeline"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Told by</th></tr></thead><tbody>
${events.map((event) => {
  const sources = context.sources.filter((source) =>
    event.entries.some((entry) => source.documentIds.includes(entry.documentId)),
  );
  const others = event.disagreesWith.flatMap((id) => byId.get(id)?.edtf ?? []);
  return html`<tr data-find="${event.what}"><td><time>${event.edtf}</time>${
    event.approximate && html`<small>approximate</small>`
  }${event.precision !== "day" && html`<small>known to the ${event.precision}</small>`}</td><td>${evidence(
    context,
    event.what,
    event.entries.flatMap((entry) => entry.evidence),
    html`<code>${event.rule}</code>`,
  )}${others.length > 0 && html`<p class="note">≠ also told under ${others.join(", ")}</p>`}</td><td>${sources.map(
    (source) => html`${source.name} <small>${context.sideName(source.side)}</small>`,
  )}</td></tr>
`;
})}</tbody></table></div>`;
}

/** A bar as wide as its share, 0 to 1. */
function bar(share01: number): Html {
  return html`<svg viewBox="0 0 100 10" width="100" height="10" class="bar" aria-hidden="true"><rect width="${Math.round(share01 * 100)}" height="10" fill="currentColor"/></svg>`;
}
