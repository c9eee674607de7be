import type { FigureEntry, FigureGroup } from "../../compare/figures/figures.ts";
import type { DocumentCard } from "../../document/case.ts";
import { stretchAround } from "../../document/stretch.ts";
import { someLines } from "./some.ts";

/** Of the sentence that a number stands in, so many characters are shown. */
const wordsShown = 72;

/** A quantity with every document's number. */
export function figureText(group: FigureGroup, documents: readonly DocumentCard[]): string {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const longest = group.entries.reduce(
    (most, entry) => Math.max(most, numberText(entry).length),
    16,
  );
  const width = longest + 2;
  const conflicting = new Set(
    group.conflicts.flat().flatMap((at) => {
      const entry = group.entries[at];
      return entry ? numberText(entry) : [];
    }),
  );
  const entries = group.entries.map((entry) => {
    const card = cards.get(entry.documentId);
    const number = numberText(entry);
    const mark = conflicting.has(number) ? "≠" : " ";
    const whose = entry.attributedTo ? `, says ${entry.attributedTo}` : "";
    const words = stretchAround(entry.sentence, entry.evidence[0], wordsShown);
    return `${mark} ${number.padEnd(width)}${card?.sourceName ?? entry.documentId}${whose}: “${words}”`;
  });
  const parts = group.parts.map(
    ({ documentId, whole, parts, sum }) =>
      `  parts in ${cards.get(documentId)?.file ?? documentId}: ${partsInWords(parts, sum, whole)}`,
  );
  return [
    `${figureTitle(group)}  [${group.relation}]`,
    ...someLines(entries),
    ...someLines(parts),
  ].join("\n");
}

/** `of 34 in all, 6 + 4 = 10 told (24 not told)`. */
export function partsInWords(parts: readonly number[], sum: number, whole: number): string {
  const added = parts.length > 1 ? `${parts.join(" + ")} = ${sum}` : `${sum}`;
  if (sum === whole) return `of ${whole} in all, ${added} told (all of them)`;
  const rest = Math.round(Math.abs(whole - sum) * 1e6) / 1e6;
  return sum < whole
    ? `of ${whole} in all, ${added} told (${rest} not told)`
    : `of ${whole} in all, ${added} told (${rest} more than all)`;
}

/** `people killed, Brenna Strait, 2031-05-01` */
export function figureTitle({ what, unit, place, edtf }: FigureGroup): string {
  const thing = unit && unit !== what ? `${what} (${unit})` : what;
  return [thing, place, edtf].filter((part) => part !== null).join(", ");
}

/** `at least 13`, `24–99`, `12 USD`. */
export function numberText({ value, range, qualifier, unit }: FigureEntry): string {
  const number = value !== null ? value.toLocaleString("en") : range ? range.join("–") : "unstated";
  return [qualifier, number, unit].filter((part) => part).join(" ");
}
