import type { EventRow } from "../../../serve/types.ts";

/** A stretch of time with events, between two long gaps. Milliseconds since the epoch, UTC. */
export type Period = {
  /** `2020-07/2020-11`: first and last month. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly events: readonly EventRow[];
};

export const dayMs = 86_400_000;

/** Shorter stretches are one picture whatever their gaps. */
const shortestSplitMs = 90 * dayMs;
/** A gap parts a stretch when it takes this share of it and is this many times the usual gap. */
const gapShare = 1 / 10;
const gapTimes = 10;

/** First instant that the event can mean, or its last where the start is open; NaN without any. */
export function startOf(event: Pick<EventRow, "from" | "to">): number {
  return Date.parse(event.from ?? event.to ?? "");
}

/** End of the last day that the event can mean; of its first where the end is open. */
export function endOf(event: Pick<EventRow, "from" | "to">): number {
  return Date.parse(event.to ?? event.from ?? "") + dayMs;
}

/** Parts events at long gaps, so that 1915 and a week of 2031 need not share one axis. */
export function periodsOf(events: readonly EventRow[]): Period[] {
  const dated = events
    .filter((event) => !Number.isNaN(startOf(event)))
    .sort((a, b) => startOf(a) - startOf(b));
  const parts = joinSmall(split(dated));
  return parts.map((part, index) => {
    const next = parts[index + 1]?.[0];
    const limit = next ? startOf(next) : Number.POSITIVE_INFINITY;
    return period(part, limit);
  });
}

/** All events on one axis. */
export function period(events: readonly EventRow[], limit: number): Period {
  const start = Math.min(...events.map(startOf));
  const end = Math.max(...events.map((event) => Math.min(endOf(event), limit)));
  return {
    key: `${month(start)}/${month(end - 1)}`,
    start,
    end: Math.max(end, start + dayMs),
    events,
  };
}

/** Neighbours with fewer events than this share one axis. */
const smallPeriod = 4;

function joinSmall(parts: readonly (readonly EventRow[])[]): (readonly EventRow[])[] {
  const joined: (readonly EventRow[])[] = [];
  let isJoining = false;
  for (const part of parts) {
    const isSmall = part.length < smallPeriod;
    const before = joined.at(-1);
    if (isSmall && isJoining && before) joined[joined.length - 1] = [...before, ...part];
    else joined.push(part);
    isJoining = isSmall;
  }
  return joined;
}

function split(events: readonly EventRow[]): (readonly EventRow[])[] {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return [];
  const span = startOf(last) - startOf(first);
  if (span < shortestSplitMs) return [events];
  const gaps = events
    .slice(1)
    .map((event, index) => startOf(event) - startOf(events[index] ?? event));
  const usual = [...gaps].sort((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0;
  const widest = Math.max(...gaps);
  if (widest < span * gapShare || widest < Math.max(usual, dayMs) * gapTimes) return [events];
  const at = gaps.indexOf(widest) + 1;
  return [...split(events.slice(0, at)), ...split(events.slice(at))];
}

function month(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}
