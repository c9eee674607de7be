/** A time in which an object is acted on more than usual, against all that goes on then. */
export type Burst = {
  readonly object: number;
  /** From the beginning of its first bin to the end of its last one, in seconds since 1970. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Actions on the object in that time, and what its usual share of all actions would give. */
  readonly actions: number;
  readonly expected: number;
  /** Accounts that acted on it in that time. */
  readonly accounts: number;
  /** Start of the bin with most actions. */
  readonly peakSeconds: number;
  /** By how much the burst explains the counts better than the usual share: a difference of log-likelihoods. */
  readonly weight: number;
};

export type BurstOptions = {
  /** Actions are counted in bins of so many seconds. */
  readonly binSeconds: number;
  /** In a burst an object has so many times its usual share of all actions. */
  readonly ratio: number;
  /** What it costs to enter a burst, in units of the logarithm of the number of bins (γ). */
  readonly cost: number;
  /** Objects with fewer actions have no bursts. */
  readonly leastActions: number;
};
