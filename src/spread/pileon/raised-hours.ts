import { upperTail } from "../significance/tail.ts";

/** Accounts that address a target in one hour, which is numbered from 1970. */
export type Hour = { readonly hour: number; readonly senders: number };

/** An hour in which more accounts address a target than its baseline gives. */
export type RaisedHour = Hour & {
  readonly expected: number;
  /** Chance of as many or more under the baseline, of the hours with which it was tested. */
  readonly p: number;
  readonly baselineHours: number;
};

/** The baseline is what came in the hours before: a week, at least a day. */
export const baselineHours = 168;
export const leastBaselineHours = 24;
/** A rise may be steep or slow: each hour is tested alone, then with those before it. */
const testedHours = [1, 6, 24] as const;
/** A rise is at least so many times the baseline … */
export const leastRatio = 3;
/** … and by chance would come once in a hundred million hours: an export may have many targets. */
export const mostChance = 1e-8;
/** Raised hours at most so far apart are one rise: a night may lie between them. */
export const gapHours = 12;
const dayHours = 24;

/**
 * The hours in which a target is addressed by more accounts than in the week before, and than at
 * the same time of the days before (Poisson). Hours that are raised are no baseline for later ones,
 * until they have lasted as long as the baseline: then they are what is usual. One sender more than
 * was seen is put into each baseline, so that silence is not taken for certainty.
 * @param hours in order of time, those without any sender left out @param firstHour of the export
 */
export function raisedHours(hours: readonly Hour[], firstHour: number): RaisedHour[] {
  const numbers = Int32Array.from(hours, ({ hour }) => hour);
  const all = sums(hours.length);
  const usual = sums(hours.length);
  const raisedBefore = new Int32Array(hours.length + 1);
  const raised: (RaisedHour | undefined)[] = new Array(hours.length);
  let run = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

  const tally = (from: number, to: number) => {
    for (let at = from; at <= to; at++) {
      const { senders } = hours[at] as Hour;
      all[at + 1] = (all[at] as number) + senders;
      usual[at + 1] = (usual[at] as number) + (raised[at] ? 0 : senders);
      raisedBefore[at + 1] = (raisedBefore[at] as number) + (raised[at] ? 1 : 0);
    }
  };
  /** Senders and hours from one hour to another, both inclusive, of those up to the place `at`. */
  const between = (from: number, to: number, of: Float64Array, at: number) => {
    const start = lowerBound(numbers, from, at);
    const end = lowerBound(numbers, to + 1, at + 1);
    const without = of === usual ? diff(raisedBefore, start, end) : 0;
    return { senders: diff(of, start, end), hours: Math.max(0, to - from + 1 - without), start };
  };
  const sameTimeOfDays = (from: number, to: number, of: Float64Array, at: number) => {
    let [senders, counted] = [0, 0];
    for (let day = dayHours; day <= baselineHours; day += dayHours) {
      if (from - day - 1 < firstHour) break;
      const around = between(from - day - 1, to - day + 1, of, at);
      senders += around.senders;
      counted += around.hours;
    }
    return counted === 0 ? 0 : senders / counted;
  };
  const test = (at: number, width: number) => {
    const hour = numbers[at] as number;
    const from = hour - width + 1;
    const base = hour - run.from > baselineHours ? all : usual;
    const baseFrom = Math.max(firstHour, from - baselineHours);
    const before = between(baseFrom, from - 1, base, at);
    if (before.hours < leastBaselineHours) return;
    const own = between(from, hour, usual, at);
    const isRaised = (rate: number) =>
      own.senders >= leastRatio * rate * own.hours &&
      upperTail(own.senders, rate * own.hours, rate * own.hours) <= mostChance;
    const week = (before.senders + 1) / before.hours;
    if (!isRaised(week)) return;
    const expected = Math.max(week, sameTimeOfDays(from, hour, base, at));
    if (!isRaised(expected)) return;
    const p = upperTail(own.senders, expected * own.hours, expected * own.hours);
    for (let place = own.start; place <= at; place++) {
      const one = hours[place] as Hour;
      if (raised[place] === undefined && one.senders > expected)
        raised[place] = { ...one, expected, p, baselineHours: before.hours };
    }
    tally(own.start, at);
  };

  for (let at = 0; at < hours.length; at++) {
    const hour = numbers[at] as number;
    if (hour - run.to > gapHours)
      run = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
    tally(at, at);
    for (const width of testedHours) if (raised[at] === undefined) test(at, width);
    if (raised[at]) run = { from: Math.min(run.from, hour), to: hour };
  }
  return raised.filter((one) => one !== undefined);
}

/** Raised hours that belong together. */
export function runsOf(raised: readonly RaisedHour[]): RaisedHour[][] {
  const runs: RaisedHour[][] = [];
  for (const one of raised) {
    const run = runs.at(-1);
    if (run && one.hour - (run.at(-1)?.hour ?? 0) <= gapHours) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Room for the sums of what comes before each place, and of all. */
function sums(length: number): Float64Array {
  return new Float64Array(length + 1);
}

function diff(of: Float64Array | Int32Array, from: number, to: number): number {
  return (of[to] as number) - (of[from] as number);
}

/** The first of the places below `end` whose number is at least this, else `end`. */
function lowerBound(numbers: Int32Array, least: number, end: number): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
