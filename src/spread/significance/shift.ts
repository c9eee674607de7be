import type { Actions } from "../../document/action.ts";
import type { Edge } from "../coaction/coaction.ts";
import { add, type PairTable, pairTable, placeOf } from "../coaction/pair-table.ts";
import { randomFrom } from "../random.ts";
import { falseDiscovery } from "./significance.ts";

/** Every account's timeline is moved by so much at most, to either side: six hours. */
export const mostShiftSeconds = 21_600;
/** Rounds where no other number is asked for; p is then 1/201 at least. */
export const defaultRounds = 200;
export const mostRounds = 10_000;
/** Actions of accounts with an edge that are held in memory for all rounds (28 bytes each). */
const mostHeld = 8_000_000;
/** Where times are finer than seconds: milliseconds. */
const finestSeconds = 0.001;

/** An edge held against shifted timelines. */
export type ShiftChance = {
  /** Mean weight over the rounds. */
  readonly expected: number;
  /** Of the rounds and the data themselves, the share with this weight or more: never 0. */
  readonly p: number;
  /** Benjamini and Hochberg's q over the edges; pairs that never met are not among the tests. */
  readonly q: number;
};

export type ShiftOptions = {
  readonly rounds: number;
  readonly seed: number;
  /** Called after each round; what it promises is waited for. */
  readonly progress?: (done: number, rounds: number) => Promise<void>;
};

/**
 * Holds edges against rounds in which every account's timeline is moved as a whole by its own time,
 * drawn evenly from six hours before to six hours after: what an account does and in which order
 * stays, and when it does it beside others is chance. Bursts, in which many act at one time for one
 * reason, are pulled apart as well, so that pairs of such a time pass; see {@link testEdges} for a
 * null model that keeps them. Shifts are whole units of the data's resolution.
 * @throws RangeError when times are too coarse to be shifted, or there are too many actions
 */
export async function shiftEdges(
  actions: Actions,
  edges: readonly Edge[],
  windowSeconds: number,
  { rounds, seed, progress }: ShiftOptions,
): Promise<ShiftChance[]> {
  if (actions.resolutionSeconds > mostShiftSeconds)
    throw new RangeError("invalid null: times are whole days, which six hours cannot move");
  const table = pairTable();
  const inEdge = new Uint8Array(actions.accounts);
  for (const { a, b } of edges) {
    add(table, a, b, 0);
    inEdge[a] = 1;
    inEdge[b] = 1;
  }
  const timelines = await timelinesOf(actions, inEdge);
  const places = edges.map(({ a, b }) => placeOf(table, a, b));
  const met = new Int32Array(table.weight.length);
  const sums = new Float64Array(edges.length);
  const reached = new Int32Array(edges.length);
  const random = randomFrom(seed);
  for (let round = 1; round <= rounds; round++) {
    met.fill(0);
    countShifted(timelines, shiftsOf(timelines, inEdge, random), windowSeconds, table, met);
    places.forEach((place, edge) => {
      const weight = met[place] as number;
      (sums[edge] as number) += weight;
      if (weight >= (edges[edge] as Edge).weight) (reached[edge] as number)++;
    });
    await progress?.(round, rounds);
  }
  const p = Array.from(reached, (count) => (count + 1) / (rounds + 1));
  const q = falseDiscovery(p, edges.length);
  return p.map((chance, edge) => ({
    expected: (sums[edge] as number) / rounds,
    p: chance,
    q: q[edge] as number,
  }));
}

/** The actions of accounts with an edge, by object; times in units from the first one on. */
type Timelines = {
  readonly account: Int32Array;
  readonly time: Float64Array;
  /** Where the actions on each object end. */
  readonly ends: readonly number[];
  readonly unitSeconds: number;
  readonly accounts: number;
};

async function timelinesOf(actions: Actions, inEdge: Uint8Array): Promise<Timelines> {
  const { resolutionSeconds, firstSeconds, lastSeconds, accounts } = actions;
  let rows = 0;
  for await (const { length, account } of actions.chunks())
    for (let row = 0; row < length; row++) rows += inEdge[account[row] as number] as number;
  if (rows > mostHeld)
    throw new RangeError(
      `invalid null: ${rows.toLocaleString("en")} actions are too many to be shifted in memory (${mostHeld.toLocaleString("en")} at most: give a higher --min-weight or --min-participation, or a shorter time)`,
    );
  // A time and an account are sorted as one number, which must stay exact.
  const span = lastSeconds - firstSeconds + 2 * mostShiftSeconds + 1;
  const unitSeconds = Math.max(
    resolutionSeconds || finestSeconds,
    (span * accounts) / (Number.MAX_SAFE_INTEGER / 2),
  );
  const account = new Int32Array(rows);
  const time = new Float64Array(rows);
  const ends: number[] = [];
  let object = -1;
  let at = 0;
  for await (const chunk of actions.chunks()) {
    for (let row = 0; row < chunk.length; row++) {
      const one = chunk.account[row] as number;
      if (inEdge[one] === 0) continue;
      if (chunk.object[row] !== object) {
        if (at > 0) ends.push(at);
        object = chunk.object[row] as number;
      }
      account[at] = one;
      time[at] = Math.round(((chunk.seconds[row] as number) - firstSeconds) / unitSeconds);
      at++;
    }
  }
  ends.push(at);
  return { account, time, ends, unitSeconds, accounts };
}

/** By account, in units and from 0 on: only how far two are apart counts. */
function shiftsOf(
  { unitSeconds, accounts }: Timelines,
  inEdge: Uint8Array,
  random: () => number,
): Float64Array {
  const most = Math.floor(mostShiftSeconds / unitSeconds);
  const shifts = new Float64Array(accounts);
  for (let account = 0; account < accounts; account++)
    if (inEdge[account] === 1) shifts[account] = Math.floor(random() * (2 * most + 1));
  return shifts;
}

/** Adds the weights of a round to `met`, at the edges' places in the table. */
function countShifted(
  { account, time, ends, unitSeconds, accounts }: Timelines,
  shifts: Float64Array,
  windowSeconds: number,
  table: PairTable,
  met: Int32Array,
): void {
  const window = windowSeconds / unitSeconds;
  const keys = new Float64Array(account.length);
  for (let at = 0; at < keys.length; at++) {
    const one = account[at] as number;
    keys[at] = ((time[at] as number) + (shifts[one] as number)) * accounts + one;
  }
  const times = new Float64Array(account.length);
  const who = new Int32Array(account.length);
  let start = 0;
  for (const end of ends) {
    keys.subarray(start, end).sort();
    let from = start;
    for (let at = start; at < end; at++) {
      const key = keys[at] as number;
      const when = Math.floor(key / accounts);
      const one = key - when * accounts;
      times[at] = when;
      who[at] = one;
      while ((times[from] as number) < when - window) from++;
      for (let other = from; other < at; other++) {
        const two = who[other] as number;
        if (one === two) continue;
        const place = placeOf(table, Math.min(one, two), Math.max(one, two));
        if (table.weight[place] !== 0) (met[place] as number)++;
      }
    }
    start = end;
  }
}
