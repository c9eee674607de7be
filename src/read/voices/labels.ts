import { type Label, readLabel } from "./marks.ts";

/** So many lines must begin with a name … */
const labelledFrom = 3;
/** … and this share of all, where the names stand before a colon, where times do, before a dash. */
const share01 = { colon: 0.3, stamp: 0.3, dash: 0.6 } as const;

/**
 * The names with which lines begin, where the text is a talk among several: at least two names, one
 * of them again, on enough lines. Else none: "Costs: …" in an article names nobody.
 */
export function readLabels(lines: readonly string[]): readonly (string | undefined)[] {
  const labels = lines.map(readLabel);
  for (const form of ["stamp", "colon", "dash"] as const) {
    const own = labels.map((label) => (label?.form === form ? label : undefined));
    if (isTalk(own, lines.length, share01[form])) return own.map((label) => label?.name);
  }
  return lines.map(() => undefined);
}

function isTalk(
  labels: readonly (Label | undefined)[],
  lines: number,
  leastShare01: number,
): boolean {
  const counts = new Map<string, number>();
  let all = 0;
  for (const label of labels) {
    if (!label) continue;
    counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
    all++;
  }
  if (all < labelledFrom || counts.size < 2 || all < lines * leastShare01) return false;
  const again = [...counts.values()].filter((count) => count > 1).length;
  // Two who come again, or one in a text that is hardly anything else.
  return again >= 2 || (again === 1 && all * 2 >= lines);
}
