import {
  type InteractionKind,
  type Interactions,
  interactionKinds,
} from "../../document/interaction.ts";
import type { FoundPileOns, PileOn, PileOnOptions } from "./pile-on.ts";
import {
  type Hour,
  leastBaselineHours,
  type RaisedHour,
  raisedHours,
  runsOf,
} from "./raised-hours.ts";

const fewestSenders = 10;
const leastFirst01 = 0.5;
export const pileOnDefaults: PileOnOptions = {
  leastSenders: fewestSenders,
  firstShare01: leastFirst01,
};

const hourSeconds = 3600;

/** A rise of one target, from the first raised hour to the last, before its senders are looked at. */
type Rise = { readonly target: number; readonly raised: readonly RaisedHour[] };

/**
 * Finds the rises of all targets, then looks at who made them: two walks over interactions sorted
 * by target and time. Time is linear in the interactions; memory holds a few numbers for each
 * sender and the hours of one target.
 * @throws RangeError where the times are whole days: no hour can be told from another
 */
export async function findPileOns(
  interactions: Interactions,
  options: PileOnOptions = pileOnDefaults,
): Promise<FoundPileOns> {
  if (interactions.rows > 0 && interactions.resolutionSeconds > hourSeconds)
    throw new RangeError(
      "all times are whole days, and a pile-on is told by the hour (give an export with times of day)",
    );
  const { rises, withoutBaseline } = await findRises(interactions, options);
  const found = (await lookAt(interactions, rises)).filter(
    ({ senders }) => senders >= options.leastSenders,
  );
  const pileOns = found.filter(
    ({ senders, firstTimers }) => firstTimers >= options.firstShare01 * senders,
  );
  return {
    pileOns: pileOns.sort(
      (x, y) => y.senders - x.senders || x.onsetSeconds - y.onsetSeconds || x.target - y.target,
    ),
    risesOfKnown: found.length - pileOns.length,
    targets: interactions.targets,
    withoutBaseline,
  };
}

async function findRises(
  interactions: Interactions,
  { leastSenders }: PileOnOptions,
): Promise<{ readonly rises: Rise[]; readonly withoutBaseline: number }> {
  const firstHour = hourOf(interactions.firstSeconds);
  const lastTarget = new Int32Array(interactions.senders).fill(-1);
  const lastHour = new Int32Array(interactions.senders);
  const rises: Rise[] = [];
  let withoutBaseline = 0;
  let target = -1;
  let hours: { hour: number; senders: number }[] = [];
  const end = () => {
    if (sendersOf(hours) < leastSenders) return;
    const early = hours.filter(({ hour }) => hour - firstHour < leastBaselineHours);
    if (2 * sendersOf(early) >= sendersOf(hours)) withoutBaseline++;
    for (const raised of runsOf(raisedHours(hours, firstHour)))
      if (sendersOf(raised) >= leastSenders) rises.push({ target, raised });
  };
  for await (const { length, target: targets, sender: senders, seconds } of interactions.chunks()) {
    for (let row = 0; row < length; row++) {
      if (targets[row] !== target) {
        end();
        target = targets[row] as number;
        hours = [];
      }
      const hour = hourOf(seconds[row] as number);
      const sender = senders[row] as number;
      // Who writes several times in an hour is one sender in it.
      if (lastTarget[sender] === target && lastHour[sender] === hour) continue;
      lastTarget[sender] = target;
      lastHour[sender] = hour;
      const last = hours.at(-1);
      if (last?.hour === hour) last.senders++;
      else hours.push({ hour, senders: 1 });
    }
  }
  end();
  return { rises, withoutBaseline };
}

/** What is counted of one rise while its rows go by. */
type Count = {
  interactions: number;
  readonly kinds: [number, number, number];
  senders: number;
  firstTimers: number;
  onsetSeconds: number;
  endSeconds: number;
  readonly hours: Map<number, number>;
};

/** @param rises in the order of their targets and times */
async function lookAt(interactions: Interactions, rises: readonly Rise[]): Promise<PileOn[]> {
  const lastTarget = new Int32Array(interactions.senders).fill(-1);
  const lastRise = new Int32Array(interactions.senders).fill(-1);
  const lastHour = new Int32Array(interactions.senders);
  const counts = rises.map(emptyCount);
  let next = 0;
  for await (const chunk of interactions.chunks()) {
    for (let row = 0; row < chunk.length; row++) {
      const target = chunk.target[row] as number;
      const sender = chunk.sender[row] as number;
      const seconds = chunk.seconds[row] as number;
      const hour = hourOf(seconds);
      const isFirst = lastTarget[sender] !== target;
      lastTarget[sender] = target;
      while (next < rises.length && isPast(rises[next] as Rise, target, hour)) next++;
      const rise = rises[next];
      if (rise?.target !== target || hour < (rise.raised[0]?.hour ?? 0)) continue;
      const count = counts[next] as Count;
      if (count.interactions++ === 0) count.onsetSeconds = seconds;
      count.endSeconds = seconds;
      count.kinds[chunk.kind[row] as 0 | 1 | 2]++;
      const isNew = lastRise[sender] !== next;
      if (isNew) count.senders++;
      if (isFirst) count.firstTimers++;
      if (isNew || lastHour[sender] !== hour)
        count.hours.set(hour, (count.hours.get(hour) ?? 0) + 1);
      lastRise[sender] = next;
      lastHour[sender] = hour;
    }
  }
  return rises.map((rise, at) => pileOnOf(rise, counts[at] as Count));
}

function isPast({ target, raised }: Rise, atTarget: number, atHour: number): boolean {
  return target < atTarget || (target === atTarget && (raised.at(-1)?.hour ?? 0) < atHour);
}

function emptyCount(): Count {
  return {
    interactions: 0,
    kinds: [0, 0, 0],
    senders: 0,
    firstTimers: 0,
    onsetSeconds: 0,
    endSeconds: 0,
    hours: new Map(),
  };
}

function pileOnOf({ target, raised }: Rise, { kinds, hours, ...count }: Count): PileOn {
  const peak = raised.reduce((best, one) => (one.senders > best.senders ? one : best));
  return {
    target,
    ...count,
    kinds: Object.fromEntries(interactionKinds.map((kind, at) => [kind, kinds[at]])) as Readonly<
      Record<InteractionKind, number>
    >,
    hourlySenders: sendersOf(raised),
    expected: raised.reduce((sum, one) => sum + one.expected, 0),
    baselineHours: raised[0]?.baselineHours ?? 0,
    p: raised.reduce((least, one) => Math.min(least, one.p), 1),
    peakSeconds: peak.hour * hourSeconds,
    hours: [...hours].map(([hour, senders]) => ({ startSeconds: hour * hourSeconds, senders })),
  };
}

function sendersOf(hours: readonly Hour[]): number {
  return hours.reduce((sum, { senders }) => sum + senders, 0);
}

function hourOf(seconds: number): number {
  return Math.floor(seconds / hourSeconds);
}
