/** Accounts tied by edges to one another more than to others. Behaviour, never intent. */
export type Group = {
  /** From 1, in the order of the list. */
  readonly number: number;
  /** Numbers of the accounts: those with the heaviest edges within the group first. */
  readonly members: readonly number[];
  /** Edges within the group, and the sum of their weights. */
  readonly edges: number;
  readonly weight: number;
  /** Edges within it of all that its members could have, in (0, 1]. */
  readonly density01: number;
  /** The largest q of its edges; null where none was tested. */
  readonly largestQ: number | null;
  /** On what its members acted together, most pairs first. */
  readonly objects: readonly { readonly object: number; readonly pairs: number }[];
  /** How many objects there are in all. */
  readonly objectCount: number;
  /** When: pairs by the hour of the later action, by time. */
  readonly hours: readonly { readonly startSeconds: number; readonly pairs: number }[];
};
