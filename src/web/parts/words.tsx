import type { ReactNode } from "react";
import { directionOf, type Run, runsAgainst } from "../../document/direction.ts";

/** A text of the case, its words of the other direction each by themselves; the element around it has `written`. */
export function Words({ text, language }: { text: string; language?: string | null | undefined }) {
  return sliceOf(text, 0, text.length, runsAgainst(text, directionOf(text, language)));
}

/** Part of a text. A run that leads out of it, where a mark begins or ends amid a name, stays as it is. */
export function sliceOf(text: string, start: number, end: number, runs: readonly Run[]): ReactNode {
  const inside = runs.filter((run) => run.start >= start && run.end <= end);
  if (inside.length === 0) return text.slice(start, end);
  return inside.map((run, at) => (
    <span key={run.start}>
      {text.slice(inside[at - 1]?.end ?? start, run.start)}
      <bdi>{text.slice(run.start, run.end)}</bdi>
      {at === inside.length - 1 && text.slice(run.end, end)}
    </span>
  ));
}
