import type { Actions } from "../../document/action.ts";
import type { Burst, BurstOptions } from "./bursts.ts";

/** Kleinberg's s = 2 and γ = 1, in bins of an hour. */
export const burstDefaults: BurstOptions = {
  binSeconds: 3600,
  ratio: 2,
  cost: 1,
  leastActions: 20,
};

/** Actions on one object, on all, and the first bin of all, counted from 1970. */
type Counts = { readonly count: number; readonly rows: number; readonly firstBin: number };

/** Actions on one object by bin. */
type Series = { readonly object: number; readonly bins: Bin[] };
type Bin = { readonly bin: number; actions: number; readonly accounts: Set<number> };

/**
 * Finds bursts by the two-state automaton for batches: in each bin an object has its usual share of
 * all actions or `ratio` times that; the cheapest sequence of states is taken, where a bin costs how
 * unlikely its count is (binomial) and entering a burst costs γ ln n for n bins (Kleinberg 2002,
 * doi:10.1145/775047.775061, section 4). A rise that all objects share is no burst. Costs time in
 * actions and in bins, memory in the bins of one object. Heaviest first.
 */
export async function findBursts(
  actions: Actions,
  options: BurstOptions = burstDefaults,
): Promise<Burst[]> {
  const { binSeconds, leastActions } = options;
  const firstBin = Math.floor(actions.firstSeconds / binSeconds);
  const all = new Int32Array(Math.floor(actions.lastSeconds / binSeconds) - firstBin + 1);
  for await (const { length, seconds } of actions.chunks())
    for (let row = 0; row < length; row++)
      (all[Math.floor((seconds[row] as number) / binSeconds) - firstBin] as number)++;
  const found: Burst[] = [];
  let series: Series = { object: -1, bins: [] };
  const end = () => {
    const count = series.bins.reduce((sum, { actions }) => sum + actions, 0);
    if (count >= leastActions)
      found.push(...burstsOf(series, all, { count, rows: actions.rows, firstBin }, options));
  };
  for await (const { length, object, account, seconds } of actions.chunks()) {
    for (let row = 0; row < length; row++) {
      if (object[row] !== series.object) {
        end();
        series = { object: object[row] as number, bins: [] };
      }
      const bin = Math.floor((seconds[row] as number) / binSeconds) - firstBin;
      let last = series.bins.at(-1);
      if (last?.bin !== bin) {
        last = { bin, actions: 0, accounts: new Set() };
        series.bins.push(last);
      }
      last.actions++;
      last.accounts.add(account[row] as number);
    }
  }
  end();
  return found.sort((x, y) => y.weight - x.weight || x.object - y.object);
}

/**
 * Only bins in which something is done have a likelihood of their own; between them the automaton
 * steps over the bins in which others acted and this object had none.
 */
function burstsOf(
  { object, bins }: Series,
  all: Int32Array,
  { count, rows, firstBin }: Counts,
  { binSeconds, ratio, cost }: BurstOptions,
): Burst[] {
  const first = bins[0]?.bin ?? 0;
  const last = bins.at(-1)?.bin ?? 0;
  const usual = count / rows;
  const raised = Math.min(usual * ratio, (1 + usual) / 2);
  const entering = cost * Math.log(all.length);
  const gains = new Float64Array(last - first + 1);
  for (let at = 0; at < gains.length; at++)
    gains[at] = gainOf(0, all[first + at] as number, usual, raised);
  for (const { bin, actions } of bins)
    gains[bin - first] = gainOf(actions, all[bin] as number, usual, raised);
  const acted = new Map(bins.map((one) => [one.bin, one]));
  return risenRuns(gains, entering).map(({ from, to, gain }) => {
    const own = [];
    let around = 0;
    for (let bin = first + from; bin <= first + to; bin++) {
      around += all[bin] as number;
      const one = acted.get(bin);
      if (one) own.push(one);
    }
    const peak = own.reduce((best, one) => (one.actions > best.actions ? one : best));
    const startOf = (bin: number) => (firstBin + bin) * binSeconds;
    return {
      object,
      startSeconds: startOf(first + from),
      endSeconds: startOf(first + to + 1),
      actions: own.reduce((sum, one) => sum + one.actions, 0),
      expected: usual * around,
      accounts: new Set(own.flatMap(({ accounts }) => [...accounts])).size,
      peakSeconds: startOf(peak.bin),
      weight: gain,
    };
  });
}

/** How much likelier (as a logarithm) a count is with the raised share than with the usual one. */
function gainOf(count: number, all: number, usual: number, raised: number): number {
  return (
    count * Math.log(raised / usual) + (all - count) * (Math.log1p(-raised) - Math.log1p(-usual))
  );
}

/**
 * The runs of the cheapest sequence of states (Viterbi): a run of bins is raised where its gains
 * outweigh what entering costs; leaving is free.
 */
function risenRuns(
  gains: Float64Array,
  entering: number,
): { readonly from: number; readonly to: number; readonly gain: number }[] {
  const entered = new Uint8Array(gains.length);
  const left = new Uint8Array(gains.length);
  let base = 0;
  let raised = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < gains.length; at++) {
    const goOn = raised;
    const enter = base - entering;
    // The state before this bin: a burst ends where the usual state is at least as good.
    left[at] = raised > base ? 1 : 0;
    base = Math.max(base, raised);
    entered[at] = enter >= goOn ? 1 : 0;
    raised = Math.max(goOn, enter) + (gains[at] as number);
  }
  const runs: { from: number; to: number; gain: number }[] = [];
  let isRaised = raised > base;
  let to = gains.length - 1;
  for (let at = gains.length - 1; at >= 0; at--) {
    if (isRaised) {
      if (entered[at] !== 1) continue;
      const gain = gains.subarray(at, to + 1).reduce((sum, one) => sum + one, 0);
      runs.push({ from: at, to, gain });
      isRaised = false;
    }
    if (left[at] === 1) {
      isRaised = true;
      to = at - 1;
    }
  }
  return runs.reverse();
}
