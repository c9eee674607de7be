/** Two objects side by side, as the user names them: that one answers the other is nowhere inferred. */
export type Counter = {
  readonly startSeconds: number;
  readonly binSeconds: number;
  readonly a: CounterSide;
  readonly b: CounterSide;
  /** Accounts that acted on both, and on one only. */
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Accounts that would have acted on both if who acts on the one had nothing to do with the other. */
  readonly bothByChance: number;
  readonly groups: readonly CounterGroup[];
};

export type CounterSide = {
  readonly object: number;
  readonly actions: number;
  readonly accounts: number;
  /** Actions in every bin, from the first on. */
  readonly counts: readonly number[];
};

/** How many of a group's members acted on which. */
export type CounterGroup = {
  readonly group: number;
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
};

/** Two objects with many accounts in the same hours, few of which act on both. */
export type Candidate = {
  readonly a: number;
  readonly b: number;
  readonly accountsA: number;
  readonly accountsB: number;
  readonly both: number;
  readonly bothByChance: number;
  /** How much of their actions lies in the same hours, in [0, 1]: 1 where both rise and fall alike. */
  readonly sameHours01: number;
};
