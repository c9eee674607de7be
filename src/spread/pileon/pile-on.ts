import type { InteractionKind } from "../../document/interaction.ts";

/**
 * A time in which far more accounts than usual address a target, at least half of which never did
 * before. Behaviour, never intent: praise may come so, too.
 */
export type PileOn = {
  readonly target: number;
  /** The first and the last interaction of its raised hours, in seconds since 1970. */
  readonly onsetSeconds: number;
  readonly endSeconds: number;
  /** Posts that address the target in that time. */
  readonly interactions: number;
  readonly kinds: Readonly<Record<InteractionKind, number>>;
  /** Accounts that wrote them. */
  readonly senders: number;
  /** Those of them that had not addressed the target before in the export. */
  readonly firstTimers: number;
  /** Senders by the hour, summed over the raised hours, and what the baseline gives for these. */
  readonly hourlySenders: number;
  readonly expected: number;
  /** Hours of the export before the onset on which the baseline rests. */
  readonly baselineHours: number;
  /** The least chance of any of its raised hours under the baseline (Poisson). */
  readonly p: number;
  /** Start of the hour with most senders. */
  readonly peakSeconds: number;
  /** Senders by the hour, from the hour of the onset to that of the end; hours without are left out. */
  readonly hours: readonly { readonly startSeconds: number; readonly senders: number }[];
};

export type PileOnOptions = {
  /** A pile-on has at least so many senders … */
  readonly leastSenders: number;
  /** … and at least this share of them address the target for the first time. */
  readonly firstShare01: number;
};

export type FoundPileOns = {
  /** By senders, most first. */
  readonly pileOns: readonly PileOn[];
  /** Rises of so many senders of whom most had addressed the target before: no pile-ons. */
  readonly risesOfKnown: number;
  /** Targets that enough accounts address to be looked at. */
  readonly targets: number;
  /** Those of them that nobody can judge: all who address them come within the first hours of the export. */
  readonly withoutBaseline: number;
};
