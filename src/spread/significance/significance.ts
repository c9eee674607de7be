import type { Actions } from "../../document/action.ts";
import type { Edge } from "../coaction/coaction.ts";
import { expectedWeight } from "./expected.ts";
import { type Moments, momentsOf } from "./moments.ts";
import { upperTail } from "./tail.ts";

/** Within so many seconds accounts' posts may change places: an hour of the day and its news stay. */
export const binSeconds = 3600;

/** An edge held against what chance would give. */
export type TestedEdge = Edge & {
  /** Mean weight under the null model. */
  readonly expected: number;
  /** Chance of this weight or more under the null model. */
  readonly p: number;
  /** Share of chance edges to be expected among those with this p or less (Benjamini and Hochberg 1995). */
  readonly q: number;
};

export type Tested = {
  /** In the order in which they came. */
  readonly edges: readonly TestedEdge[];
  /** Pairs of accounts that could have acted together, at most; what q is held against. */
  readonly pairsTested: number;
  readonly binSeconds: number;
};

/**
 * Holds every edge against a null model in which accounts act as much as they do in every hour, on
 * the objects that are acted on in that hour, without regard to one another. See
 * {@link expectedWeight}; the chance of a weight is that of a negative binomial with its mean and
 * variance, and tests are counted over all pairs of accounts, with an edge or without.
 */
export async function testEdges(
  actions: Actions,
  edges: readonly Edge[],
  windowSeconds: number,
): Promise<Tested> {
  // A link may reach into the next bin, not farther.
  const bin = Math.max(binSeconds, windowSeconds);
  const moments = await momentsOf(actions, windowSeconds, bin);
  const pairsTested = Math.max(edges.length, couldHaveMet(moments, actions.accounts));
  const chances = edges.map((edge) => {
    const { mean, variance } = expectedWeight(moments, edge.a, edge.b);
    return { expected: mean, p: upperTail(edge.weight, mean, variance) };
  });
  const q = falseDiscovery(
    chances.map(({ p }) => p),
    pairsTested,
  );
  return {
    edges: edges.map((edge, at) => {
      const { expected = 0, p = 1 } = chances[at] ?? {};
      return { ...edge, expected, p, q: q[at] as number };
    }),
    pairsTested,
    binSeconds: bin,
  };
}

/** At most so many pairs of accounts act in bins that have links: a pair of many bins counts in each. */
function couldHaveMet({ posts, within, across, activity }: Moments, accounts: number): number {
  const active = new Int32Array(posts.length);
  for (const bin of activity.bin) (active[bin] as number)++;
  let pairs = 0;
  active.forEach((one, bin) => {
    if (within[bin]) pairs += (one * (one - 1)) / 2;
    if (across[bin]) pairs += one * (active[bin + 1] as number);
  });
  return Math.min(pairs, (accounts * (accounts - 1)) / 2);
}

/**
 * Benjamini and Hochberg's q for each p of the smallest ones among `tests` (Benjamini and Hochberg
 * 1995, doi:10.1111/j.2517-6161.1995.tb02031.x).
 */
export function falseDiscovery(p: readonly number[], tests: number): Float64Array {
  const order = p.map((_, at) => at).sort((x, y) => (p[x] as number) - (p[y] as number));
  const q = new Float64Array(p.length);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const at = order[rank - 1] as number;
    least = Math.min(least, ((p[at] as number) * tests) / rank);
    q[at] = least;
  }
  return q;
}
