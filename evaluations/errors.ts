import type { Evaluation, Marked, Miss, Shown } from "./measure.ts";

/** So many cases of each kind are shown in full, the worst first. */
const shownInFull = 20;
/** Width of a line of text under which gold and found are marked, in characters. */
const lineWidth = 96;
/** Text shown before and after what is marked, in UTF-16 code units. */
const around = 70;
/** A passage is shown in at most so many lines. */
const mostLines = 8;

/**
 * The errors of one evaluation as a text for a person: what counts as bad, how many of each kind,
 * and each kind's worst cases with their place, their passage and the rule.
 */
export function errorList(
  evaluation: Pick<Evaluation, "name" | "worst" | "kinds">,
  misses: readonly Miss[],
): string {
  const kinds = byKind(misses);
  const head = [
    `Errors of the evaluation "${evaluation.name}": ${misses.length}, of ${kinds.length === 1 ? "one kind" : `${kinds.length} kinds`}.`,
    `The worst come first. ${evaluation.worst ?? "Here no error is worse than another: they stand in the order of the documents."}`,
    "",
    "  cases  documents  kind",
    ...kinds.map(
      ([kind, list]) =>
        `${String(list.length).padStart(7)}${String(new Set(list.map(({ place }) => place)).size).padStart(11)}  ${kind}`,
    ),
  ];
  const sections = kinds.map(([kind, list]) => {
    const why = reasonOf(kind, evaluation.kinds);
    const rest = list.slice(shownInFull);
    return [
      `${"─".repeat(lineWidth)}\n${kind.toUpperCase()} (${list.length})${why ? `\nAn error because ${why}` : ""}`,
      ...list.slice(0, shownInFull).map((miss, index) => inFull(miss, index + 1)),
      ...(rest.length === 0
        ? []
        : [`and ${rest.length} more:\n${rest.map((miss) => `  ${inOneLine(miss)}`).join("\n")}`]),
    ].join("\n\n");
  });
  return `${[head.join("\n"), ...sections].join("\n\n")}\n`;
}

/** Kinds with most cases first; the cases of a kind by weight, then in the order given. */
function byKind(misses: readonly Miss[]): [string, Miss[]][] {
  const kinds = new Map<string, Miss[]>();
  for (const miss of misses) {
    const list = kinds.get(miss.kind);
    if (list) list.push(miss);
    else kinds.set(miss.kind, [miss]);
  }
  for (const list of kinds.values()) list.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  return [...kinds].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

function reasonOf(kind: string, kinds: Evaluation["kinds"]): string | undefined {
  return kinds?.[kind] ?? kinds?.[kind.split(" ", 1)[0] ?? ""];
}

function inFull(miss: Miss, number: number): string {
  const { place, detail, rule, weight, shown } = miss;
  const where = shown ? `${place}, ${placeIn(shown)}` : place;
  return [
    `${String(number).padStart(3)}. ${where}${weight === undefined ? "" : `   (weight ${rounded(weight)})`}`,
    `     ${detail.replaceAll("\n", "\n     ")}`,
    ...(rule === undefined ? [] : [`     rule: ${rule}`]),
    ...(shown ? [passage(shown)] : []),
  ].join("\n");
}

function inOneLine({ place, detail }: Miss): string {
  const line = `${place}: ${detail.replace(/\s+/g, " ")}`;
  return line.length > lineWidth + 20 ? `${line.slice(0, lineWidth + 19)}…` : line;
}

function rounded(weight: number): string {
  return String(Math.round(weight * 100) / 100);
}

function ends({ gold, found }: Shown): { start: number; end: number } {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const span of [...gold, ...found]) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return start > end ? { start: 0, end: 0 } : { start, end };
}

function placeIn(shown: Shown): string {
  const { start, end } = ends(shown);
  const line = shown.text.slice(0, start).split("\n").length;
  return `line ${line}, characters ${start}–${end}`;
}

/**
 * The passage in lines, each with what gold and what the reading holds of it:
 *
 *           The mayor said taxes would fall. …
 *     gold  sssssssss cccc ^^^^^^^^^^^^^^^^
 *     found     sssss cccc ^^^^^^^^^^^^^^^^
 */
function passage(shown: Shown): string {
  const { start, end } = ends(shown);
  const from = wordStart(shown.text, Math.max(0, start - around), start);
  const to = Math.min(shown.text.length, end + around);
  const lines: string[] = [];
  let at = from;
  for (let line = 0; at < to && line < mostLines; line++) {
    const next = Math.min(to, lineEnd(shown.text, at, to));
    lines.push(
      `           ${shown.text
        .slice(at, next)
        .replace(/[\n\r]/g, "⏎")
        .replace(/\s/g, " ")}`,
    );
    for (const which of ["gold", "found"] as const) {
      const under = underline(shown[which], at, next);
      if (under !== "") lines.push(`     ${which.padEnd(6)}${under}`);
    }
    at = next;
  }
  if (at < end) lines.push("           […]");
  return lines.join("\n");
}

function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  for (let at = from; at < limit; at++) if (/\s/.test(text.charAt(at - 1))) return at;
  return limit;
}

/** After the last white space that fits into a line, else where the line is full. */
function lineEnd(text: string, from: number, to: number): number {
  if (to - from <= lineWidth) return to;
  for (let at = from + lineWidth; at > from + lineWidth / 2; at--)
    if (/\s/.test(text.charAt(at - 1))) return at;
  return from + lineWidth;
}

function underline(spans: readonly Marked[], from: number, to: number): string {
  const marks: string[] = [];
  for (const { start, end, mark } of spans)
    for (let at = Math.max(start, from); at < Math.min(end, to); at++)
      marks[at - from] = mark ?? "^";
  return Array.from(marks, (mark) => mark ?? " ").join("");
}
