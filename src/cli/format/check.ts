import type { CheckNote, CheckResult } from "../check-schema.ts";
import { count, excerpt, wrap } from "../text.ts";

/** Passages shown of a note. */
const mostPassages = 6;
const width = 100;

/** The notes for an editor: place and rule, the reason, then the passages; kept ones and whom it quotes last. */
export function checkText(result: CheckResult): string {
  const { file, places } = result.draft;
  const first = new Map<string, CheckNote>();
  const notes = result.notes.map((note) => {
    const before = first.get(note.id);
    if (!before) first.set(note.id, note);
    return noteText(note, file, before);
  });
  const { documents, sources, title } = result.case;
  const against = `held against ${count(documents, "document")} of ${count(sources, "source")} (${title})`;
  return [
    ...notes,
    ...(result.kept.length > 0 ? [keptText(result)] : []),
    ...marksText(result),
    quotedText(result),
    `${summaryOf(result.notes)}; ${against}${places === "paragraphs" ? "; places are paragraph:character" : ""}`,
  ].join("\n\n");
}

/** `draft.md:14:3`; of a note on the whole draft the file alone. */
function placeText(file: string, place: { line: number; column: number } | null): string {
  return place ? `${file}:${place.line}:${place.column}` : file;
}

function noteText(note: CheckNote, file: string, before: CheckNote | undefined): string {
  const { place, rule, id, subject, reason, passages } = note;
  const head = `${placeText(file, place)}  ${rule}${place ? "" : `:${id}`}`;
  const about = excerpt(subject, 200);
  if (before)
    return `${head}\n${wrap(`“${about}”: as at ${placeText(file, before.place)}`, width, "  ")}`;
  const shown = passages
    .slice(0, mostPassages)
    .map(
      (passage) =>
        `    ${passage.file}:${passage.line}:${passage.column}  ${passage.source} ${passage.role}\n${wrap(`“${excerpt(passage.text, 200)}”`, width, "      ")}`,
    );
  const more = passages.length - mostPassages;
  return [
    head,
    wrap(`“${about}”`, width, "  "),
    wrap(reason, width, "  "),
    ...shown,
    ...(more > 0 ? [`    and ${more} more (--format json lists all)`] : []),
  ].join("\n");
}

function keptText({ kept, draft }: CheckResult): string {
  return [
    "Kept by the writer:",
    ...kept.map(
      ({ place, rule, subject, keptBecause }) =>
        `  ${placeText(draft.file, place)}  ${rule}  “${excerpt(subject, 80)}”: ${keptBecause}`,
    ),
  ].join("\n");
}

function marksText({ marks, draft }: CheckResult): string[] {
  const idle = marks.filter(({ problem }) => problem !== null);
  if (idle.length === 0) return [];
  return [
    [
      "Marks that keep nothing:",
      ...idle.map(({ problem, ...place }) => `  ${placeText(draft.file, place)}  ${problem}`),
    ].join("\n"),
  ];
}

function quotedText({ quoted }: CheckResult): string {
  const sides = quoted.sides.map(
    ({ name, attributions, names }) =>
      `  ${attributions} of ${name}${names.length > 0 ? `: ${names.map((one) => `${one.name} ${one.count}`).join(", ")}` : ""}`,
  );
  const { named, unnamed } = quoted.others;
  return [
    "Whom the draft quotes:",
    ...sides,
    `  ${named} of others, ${unnamed} of nobody named`,
  ].join("\n");
}

/** `7 notes: 2 contested-word, 5 missing-claim`. */
function summaryOf(notes: readonly CheckNote[]): string {
  if (notes.length === 0) return "no notes";
  const byRule = new Map<string, number>();
  for (const { rule } of notes) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  return `${count(notes.length, "note")}: ${[...byRule].map(([rule, number]) => `${number} ${rule}`).join(", ")}`;
}
