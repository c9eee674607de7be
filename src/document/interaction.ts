/** How a post addresses an account, by number. A post that does so in several ways counts as the first of these. */
export const interactionKinds = ["reply", "quote", "mention"] as const;

export type InteractionKind = (typeof interactionKinds)[number];

/** Interactions in columns, sorted by target and then time. Targets and senders are numbered from 0. */
export type InteractionChunk = {
  readonly length: number;
  readonly target: Int32Array;
  readonly sender: Int32Array;
  /** The place of the kind among {@link interactionKinds}. */
  readonly kind: Int32Array;
  /** Seconds since 1970, UTC. */
  readonly seconds: Float64Array;
};

/** A sorted stream of who addressed whom, which can be walked as often as needed. */
export type Interactions = {
  /** How many there are of each, also the bound of their numbers. */
  readonly targets: number;
  readonly senders: number;
  readonly rows: number;
  /** Seconds since 1970 of the first and the last post of the export; 0 where there are none. */
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  /** The coarsest unit that every time is a whole number of: 86,400, 3,600, 60 or 1 seconds, or 0 for finer. */
  readonly resolutionSeconds: number;
  chunks(): AsyncIterable<InteractionChunk>;
};
