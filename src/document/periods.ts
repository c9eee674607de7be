/** An event by its first and last ISO day; null where that end is open or not known. */
export type PlacedEvent = {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
};

/** A stretch of time with events, between two long gaps. Milliseconds since the epoch, UTC. */
export type Period<E extends PlacedEvent = PlacedEvent> = {
  /** `2020-07/2020-11`: first and last month. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly events: readonly E[];
};

export const dayMs = 86_400_000;

/** Shorter stretches are one picture whatever their gaps. */
const shortestSplitMs = 90 * dayMs;
/** A gap parts a stretch when it takes this share of it and is this many times the usual gap. */
const gapShare = 1 / 10;
const gapTimes = 10;

/** First instant that the event can mean, or its last where the start is open; NaN without any. */
export function startOf(event: Pick<PlacedEvent, "from" | "to">): number {
  return Date.parse(event.from ?? event.to ?? "");
}

/** End of the last day that the event can mean; of its first where the end is open. */
export function endOf(event: Pick<PlacedEvent, "from" | "to">): number {
  return Date.parse(event.to ?? event.from ?? "") + dayMs;
}

/** Parts events at long gaps, so that 1915 and a week of 2031 need not share one axis. */
export function periodsOf<E extends PlacedEvent>(events: readonly E[]): Period<E>[] {
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
export function period<E extends PlacedEvent>(events: readonly E[], limit: number): Period<E> {
  const start = Math.min(...events.map(startOf));
  const end = Math.max(...events.map((event) => Math.min(endOf(event), limit)));
  return {
    key: `${month(start)}/${month(end - 1)}`,
    start,
    end: Math.max(end, start + dayMs),
    events,
  };
}

/**
 * The period that is shown: the one asked for by its key, every one for `all`, else the one that holds
 * the chosen event, else the one with most events. Undefined where there is none.
 */
export function currentPeriod<E extends PlacedEvent>(
  periods: readonly Period<E>[],
  key: string | undefined,
  eventId: string | undefined,
): Period<E> | undefined {
  const all = () =>
    period(
      periods.flatMap((part) => part.events),
      Number.POSITIVE_INFINITY,
    );
  if (periods.length === 0) return undefined;
  if (key === "all") return all();
  const named = periods.find((part) => part.key === key);
  if (named) return named;
  const holding = periods.find((part) => part.events.some((event) => event.id === eventId));
  return holding ?? [...periods].sort((a, b) => b.events.length - a.events.length)[0];
}

/** Is an event told by more than one document? */
export function isToldBySeveral(event: {
  readonly entries: readonly { readonly documentId: string }[];
}): boolean {
  return new Set(event.entries.map(({ documentId }) => documentId)).size > 1;
}

/** Neighbours with fewer events than this share one axis. */
const smallPeriod = 4;

function joinSmall<E extends PlacedEvent>(parts: readonly (readonly E[])[]): (readonly E[])[] {
  const joined: (readonly E[])[] = [];
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

function split<E extends PlacedEvent>(events: readonly E[]): (readonly E[])[] {
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
