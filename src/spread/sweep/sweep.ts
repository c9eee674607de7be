/** Windows at which groups are looked for again, in seconds. */
export const sweepWindows = [5, 10, 30, 60, 300, 900, 3600] as const;

export type Sweep = {
  /** Windows at which it was looked, in seconds. */
  readonly windows: readonly number[];
  readonly leftOut: readonly { readonly windowSeconds: number; readonly reason: string }[];
  readonly groups: readonly SweptGroup[];
};

/** What becomes of a group's members at other windows. */
export type SweptGroup = {
  readonly number: number;
  readonly members: number;
  readonly at: readonly {
    readonly windowSeconds: number;
    /** Most members that are in one group then; 0 where none is in a group. */
    readonly together: number;
    /** Accounts in that group that are no members. */
    readonly others: number;
  }[];
};
