import type { TimelineEvent } from "../../../serve/types.ts";

/** A stretch of time with events, between two long gaps. Milliseconds since the epoch, UTC. */
export type Period = {
  /** `2020-07/2020-11`: first and last month. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly events: readonly TimelineEvent[];
};

export const dayMs = 86_400_000;

/** Shorter stretches are one picture whatever their gaps. */
const shortestSplitMs = 400 * dayMs;
/** A gap that takes at least this share of a stretch parts it. */
const gapShare = 2 / 5;

/** First instant that the event can mean, or its last where the start is open; NaN without any. */
export function startOf(event: Pick<TimelineEvent, "from" | "to">): number {
  return Date.parse(event.from ?? event.to ?? "");
}

/** End of the last day that the event can mean; of its first where the end is open. */
export function endOf(event: Pick<TimelineEvent, "from" | "to">): number {
  return Date.parse(event.to ?? event.from ?? "") + dayMs;
}

/** Parts events at long gaps, so that 1915 and a week of 2031 need not share one axis. */
export function periodsOf(events: readonly TimelineEvent[]): Period[] {
  const dated = events
    .filter((event) => !Number.isNaN(startOf(event)))
    .sort((a, b) => startOf(a) - startOf(b));
  const parts = split(dated);
  return parts.map((part, index) => {
    const next = parts[index + 1]?.[0];
    const limit = next ? startOf(next) : Number.POSITIVE_INFINITY;
    return period(part, limit);
  });
}

/** All events on one axis. */
export function period(events: readonly TimelineEvent[], limit: number): Period {
  const start = Math.min(...events.map(startOf));
  const end = Math.max(...events.map((event) => Math.min(endOf(event), limit)));
  return {
    key: `${month(start)}/${month(end - 1)}`,
    start,
    end: Math.max(end, start + dayMs),
    events,
  };
}

function split(events: readonly TimelineEvent[]): (readonly TimelineEvent[])[] {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return [];
  const span = startOf(last) - startOf(first);
  if (span < shortestSplitMs) return [events];
  let widest = 0;
  let at = 0;
  events.forEach((event, index) => {
    const before = events[index - 1];
    if (!before) return;
    const gap = startOf(event) - startOf(before);
    if (gap > widest) [widest, at] = [gap, index];
  });
  if (widest < span * gapShare) return [events];
  return [...split(events.slice(0, at)), ...split(events.slice(at))];
}

function month(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}
