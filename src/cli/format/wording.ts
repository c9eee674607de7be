import type { Across, LabelOfSource } from "../../compare/wording/across.ts";
import type {
  Contrast,
  ContrastWord,
  LabelUse,
  Wording,
  WordingRow,
} from "../../compare/wording/wording.ts";
import type { Case } from "../../document/case.ts";
import { expectedByChance } from "../../document/odds-in-words.ts";
import { someOf } from "./some.ts";

/** Every contested thing with its labels, then for each pair of sides the words that one uses more. */
export function wordingTexts({ rows, contrasts }: Wording, declared: Case): string[] {
  return [
    ...rows.map((row) => wordingText(row, declared)),
    ...contrasts.map((contrast) => contrastText(contrast, declared)),
  ];
}

/** A contested thing with each source's labels: own words, quoted, attributed, in scare quotes. */
export function wordingText(row: WordingRow, { sources }: Pick<Case, "sources">): string {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const lines = row.labels.map(({ label, uses }) => {
    const each = uses.map((use) => {
      const denied = use.negated > 0 ? ` (${use.negated} negated)` : "";
      return `${names.get(use.sourceId) ?? use.sourceId} ${kindsOf(use)}${denied}`;
    });
    return `  ${label.padEnd(23)} ${someOf(each, "; ")}`;
  });
  const totals = row.totals.map(
    ({ sourceId, mentions, words }) =>
      `${names.get(sourceId) ?? sourceId} ${mentions} in ${words.toLocaleString("en")} words`,
  );
  return [
    `${row.concept}  [${row.pack ?? "found without a pack"}]`,
    ...lines,
    `  of all mentions: ${someOf(totals, "; ")}`,
  ].join("\n");
}

/** The words that one side uses more than another, each with its interval and counts. */
export function contrastText(
  { sides, voice, totals, tested, words }: Contrast,
  { sides: declared }: Pick<Case, "sides">,
): string {
  const nameOf = (id: string) => declared.find((side) => side.id === id)?.name ?? id;
  const [a, b] = sides.map(nameOf);
  const [first, second] = totals;
  const all = ({ words: count, documents, sources }: typeof first) =>
    `${count.toLocaleString("en")} words in ${documents} documents of ${sources} sources`;
  const line = (word: ContrastWord) =>
    `  ${word.word.padEnd(18)} ${signed(word.logOdds)} [${signed(word.low)} to ${signed(word.high)}]  ${word.uses[0].count} in ${word.uses[0].documents} documents : ${word.uses[1].count} in ${word.uses[1].documents}`;
  const more = (sign: 1 | -1) => words.filter((word) => word.logOdds * sign > 0).map(line);
  const [ofFirst, ofSecond] = [more(1), more(-1)];
  return [
    `${voice === "own" ? "Words in their own voice" : "Words in what they quote or report"}: ${a} and ${b}`,
    `  ${a}: ${all(first)}; ${b}: ${all(second)}; ${tested} words used often enough, of which about ${expectedByChance(tested)} would stand apart by chance`,
    ...(ofFirst.length > 0 ? [`  more in ${a}:`, ...ofFirst] : []),
    ...(ofSecond.length > 0 ? [`  more in ${b}:`, ...ofSecond] : []),
    ...(words.length === 0 ? ["  no word stands apart from chance"] : []),
    "  A word can stand here for its topic: who writes more of a thing uses its words more.",
  ].join("\n");
}

/** What one source calls one thing in two cases. */
export function acrossText(
  { concept, pack, source, here, there }: Across,
  titles: readonly [string, string],
): string {
  const labels = (list: readonly LabelOfSource[]) =>
    list.map(({ label, use }) => `${label} ${kindsOf(use)}`).join("; ");
  return [
    `${concept}  [${pack ?? "found without a pack"}]  ${source}`,
    `  ${titles[0]}: ${labels(here)}`,
    `  ${titles[1]}: ${labels(there)}`,
  ].join("\n");
}

type Counts = Pick<LabelUse, "own" | "quoted" | "attributed" | "scare">;

/** "2 own + 1 quoted" */
function kindsOf({ own, quoted, attributed, scare }: Counts): string {
  return [
    own > 0 && `${own} own`,
    quoted > 0 && `${quoted} quoted`,
    attributed > 0 && `${attributed} attributed`,
    scare > 0 && `${scare} in scare quotes`,
  ]
    .filter((part) => part)
    .join(" + ");
}

function signed(value: number): string {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(2)}`;
}
