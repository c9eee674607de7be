/** Two accounts and how often they did the same within the window. `a` comes before `b` by name. */
export type Edge = {
  /** Numbers of the two accounts. */
  readonly a: number;
  readonly b: number;
  /** Pairs of actions, one of each account, on the same object within the window (as CooRTweet counts). */
  readonly weight: number;
  /** Mean time between the two actions of a pair, in seconds. */
  readonly meanDeltaSeconds: number;
  /** Posts of each that met at least one of the other (as the Coordination Network Toolkit counts). */
  readonly postsA: number;
  readonly postsB: number;
};

/** How even the two sides of an edge are: the smaller over the larger number of posts, in (0, 1]. */
export function symmetryOf({ postsA, postsB }: Edge): number {
  return Math.min(postsA, postsB) / Math.max(postsA, postsB);
}

/** An object whose pairs are a large share of all. */
export type HeavyObject = {
  readonly object: number;
  readonly pairs: number;
  /** Of all pairs of actions within the window. */
  readonly share01: number;
};

export type CoAction = {
  /** By weight, the heaviest first, then by the accounts' numbers. */
  readonly edges: readonly Edge[];
  /** Pairs of actions of different accounts within the window, whatever their edge's weight. */
  readonly pairs: number;
  readonly heavyObjects: readonly HeavyObject[];

  /** In how many parts the pairs were counted, to stay within the budget. */
  readonly parts: number;
};

export type CoActionOptions = {
  /** How far apart in time two actions may be, in seconds, inclusive. */
  readonly windowSeconds: number;
  /** An edge is kept when one of its accounts has so many actions in posts that met another's. */
  readonly minParticipation: number;
  /** An edge is kept from this weight on. */
  readonly minWeight: number;
  /** Pairs of accounts that are held in memory at once. */
  readonly mostPairs?: number;
};
