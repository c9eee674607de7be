/** The four columns in which co-action tools exchange what they work on (CooRTweet's names). */
export const actionColumns = ["object_id", "account_id", "content_id", "timestamp_share"] as const;

/**
 * Actions in columns, sorted by object and then time. Accounts, objects and posts are numbered from
 * 0; accounts in the order of their names.
 */
export type ActionChunk = {
  readonly length: number;
  readonly object: Int32Array;
  readonly account: Int32Array;
  readonly post: Int32Array;
  /** Seconds since 1970, UTC. */
  readonly seconds: Float64Array;
};

/** A sorted stream of actions that can be walked as often as needed. */
export type Actions = {
  /** How many there are of each, also the bound of their numbers. */
  readonly accounts: number;
  readonly posts: number;
  readonly objects: number;
  readonly rows: number;
  /** The coarsest unit that every time is a whole number of: 86,400, 3,600, 60 or 1 seconds, or 0 for finer. */
  readonly resolutionSeconds: number;
  /** Seconds since 1970 of the first and the last one; 0 where there are none. */
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  chunks(): AsyncIterable<ActionChunk>;
  /** The actions of posts on several objects, once for every two of them, which count as one object. */
  objectPairs(): AsyncIterable<ActionChunk>;
};
