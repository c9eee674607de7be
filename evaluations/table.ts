import type { Metric } from "./measure.ts";

/** A column's head, its width, and on which side its words stand. */
const columns = [
  ["evaluation", 14, "left"],
  ["metric", 34, "left"],
  ["value", 5, "right"],
  ["n", 6, "right"],
  ["95 % interval", 13, "right"],
  ["P", 5, "right"],
  ["R", 5, "right"],
  ["floor", 5, "right"],
  ["target", 6, "right"],
  ["", 0, "left"],
] as const;

/** The head of the table, at most 120 columns wide. */
export const tableHead = row(columns.map(([name]) => name));

/** One metric as a row; `note` tells what is wrong with it, and comes instead of the target's mark. */
export function metricRow(
  evaluation: string,
  metric: Metric,
  range: readonly [number, number],
  floor: number | undefined,
  note: string,
): string {
  const share = (value: number | undefined) => (value === undefined ? "" : percent(value));
  return row([
    evaluation,
    metric.name,
    percent(metric.value),
    metric.n.toLocaleString("en"),
    `${percent(range[0])}–${percent(range[1])}`,
    share(metric.precision),
    share(metric.recall),
    share(floor),
    share(metric.target),
    note || reached(metric),
  ]);
}

/** Whether the target is reached, else how far it is. */
function reached({ value, target }: Metric): string {
  if (target === undefined) return "";
  const lacking = target - value;
  return lacking <= 1e-9 ? "reached" : `${Math.max(0.1, lacking * 100).toFixed(1)} short`;
}

export function row(cells: readonly string[]): string {
  return columns
    .map(([, width, side], index) => {
      const cell = cells[index] ?? "";
      return side === "left" ? cell.padEnd(width) : cell.padStart(width);
    })
    .join(" ")
    .trimEnd();
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}
