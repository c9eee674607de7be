import type { FigureEntry, FigureGroup } from "../../compare/figures/figures.ts";
import { formatDate } from "../../document/in-words.ts";
import { figureMark } from "../../document/judgement.ts";
import { stretchAround } from "../../document/stretch.ts";
import { cut, evidence, type ReportContext } from "./context.ts";
import { type Html, html } from "./escape.ts";

const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** Of the sentence that a number stands in, so many characters tell what is counted. */
const sentenceShown = 130;

const relations: Readonly<Record<FigureGroup["relation"], string>> = {
  single: "one document",
  agree: "all the same",
  compatible: "can all hold",
  update: "replaced by later numbers",
  conflict: "≠ cannot all hold",
};

export function figuresSection(context: ReportContext, groups: readonly FigureGroup[]): Html {
  const several = groups.filter((group) => group.documents > 1 || group.parts.length > 0);
  const single = groups.filter((group) => !several.includes(group));
  return html`${several.map((group) => groupBlock(context, group))}${
    single.length > 0 &&
    html`<details><summary>${single.length} told by one document only</summary>${single.map(
      (group) => groupBlock(context, group),
    )}</details>`
  }`;
}

function groupBlock(context: ReportContext, group: FigureGroup): Html {
  const conflicting = new Set(
    group.conflicts.flat().flatMap((at) => {
      const entry = group.entries[at];
      return entry ? inWords(entry) : [];
    }),
  );
  const unit = group.unit === group.what ? null : group.unit;
  const title = [group.what, unit, group.place, group.edtf && formatDate(group.edtf)]
    .filter(Boolean)
    .join(", ");
  const scale = scaleOf(group.entries);
  const [first] = group.entries;
  const { shown, rest } = cut(context, group.entries, "figures", "numbers");
  const sums = cut(context, group.parts, "figures", "sums");
  return html`<article data-find="${title}"><h3>${title} <small>${relations[group.relation]}</small></h3>
${first && html`<p class="note">“${stretchAround(first.sentence, first.evidence[0], sentenceShown)}”</p>`}
<div class="scroll"><table class="figures"><thead><tr><th scope="col">Source</th><th scope="col">Number</th><th scope="col">Whose</th>${
    scale
      ? html`<th scope="col" class="axis">${numbers.format(scale.low)} to ${numbers.format(scale.high)}</th>`
      : html`<td></td>`
  }</tr></thead><tbody>
${shown.map((entry) => entryRows(context, group, entry, { scale, isConflicting: conflicting.has(inWords(entry)) }))}</tbody></table></div>${rest}
${sums.shown.map((check) =>
  evidence(
    context,
    `${check.parts.map((part) => numbers.format(part)).join(" + ")} = ${numbers.format(check.sum)}${
      check.outcome === "equal"
        ? ": the parts make the whole"
        : `, but the whole is ${numbers.format(check.whole)}`
    }`,
    check.evidence,
  ),
)}${sums.rest}<p class="note">${group.reason} (<code>${group.rule}</code>)</p></article>
`;
}

/** A number in its line; where passages stand open they have a line of their own under it. */
function entryRows(
  context: ReportContext,
  group: FigureGroup,
  entry: FigureEntry,
  { scale, isConflicting }: { readonly scale: Scale | null; readonly isConflicting: boolean },
): Html {
  const name = context.document(entry.documentId)?.card.sourceName ?? entry.documentId;
  const passages = (summary: string) =>
    evidence(context, summary, entry.evidence, undefined, false, {
      mark: figureMark(group.what, entry),
    });
  return html`<tr><th scope="row">${context.isOpen ? name : passages(name)}</th><td>${isConflicting && "≠ "}${inWords(entry)}</td><td>${
    entry.attributedTo ?? "own voice"
  }</td><td class="axis">${scale && picture(entry, scale)}</td></tr>
${
  context.isOpen &&
  html`<tr class="passages"><td colspan="4">${passages(`${name}: ${inWords(entry)}`)}</td></tr>
`
}`;
}

function inWords(entry: FigureEntry): string {
  const number =
    entry.value !== null
      ? numbers.format(entry.value)
      : entry.range
        ? `${numbers.format(entry.range[0])} to ${numbers.format(entry.range[1])}`
        : "no number";
  return entry.qualifier ? `${entry.qualifier} ${number}` : number;
}

type Scale = { readonly low: number; readonly high: number };

function scaleOf(entries: readonly FigureEntry[]): Scale | null {
  const ends = entries.flatMap((entry) => entry.range ?? entry.value ?? []);
  if (ends.length === 0) return null;
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return low < high ? { low, high } : null;
}

const widthPixels = 220;
const edgePixels = 8;

/** The entry on the group's axis: a dot for a number, a bar for a range; hollow when attributed. */
function picture(entry: FigureEntry, { low, high }: Scale): Html {
  const x = (value: number) =>
    Math.round(edgePixels + ((value - low) / (high - low)) * (widthPixels - 2 * edgePixels));
  const fill = entry.attributedTo === null ? "currentColor" : "none";
  return html`<svg viewBox="0 0 ${widthPixels} 16" width="${widthPixels}" height="16" aria-hidden="true"><path d="M0 8h${widthPixels}" class="rail"/>${
    entry.range &&
    html`<path d="M${x(entry.range[0])} 8H${x(entry.range[1])}" stroke="currentColor" stroke-width="4" opacity=".4"/>`
  }${
    entry.value !== null &&
    html`<circle cx="${x(entry.value)}" cy="8" r="5" fill="${fill}" stroke="currentColor" stroke-width="2"/>`
  }</svg>`;
}
