import type { WordingRow } from "../../compare/wording/wording.ts";
import type { Case } from "../../document/case.ts";
import { someOf } from "./some.ts";

/** A contested thing with each source's labels: own words, quoted, attributed, in scare quotes. */
export function wordingText(row: WordingRow, { sources }: Pick<Case, "sources">): string {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const lines = row.labels.map(({ label, uses }) => {
    const each = uses.map(({ sourceId, own, quoted, attributed, scare, negated }) => {
      const kinds = [
        own > 0 && `${own} own`,
        quoted > 0 && `${quoted} quoted`,
        attributed > 0 && `${attributed} attributed`,
        scare > 0 && `${scare} in scare quotes`,
      ].filter((part) => part);
      const denied = negated > 0 ? ` (${negated} negated)` : "";
      return `${names.get(sourceId) ?? sourceId} ${kinds.join(" + ")}${denied}`;
    });
    return `  ${label.padEnd(23)} ${someOf(each, "; ")}`;
  });
  const totals = row.totals.map(
    ({ sourceId, mentions, words }) =>
      `${names.get(sourceId) ?? sourceId} ${mentions} in ${words.toLocaleString("en")} words`,
  );
  return [
    `${row.concept}  [${row.pack}]`,
    ...lines,
    `  of all mentions: ${someOf(totals, "; ")}`,
  ].join("\n");
}
