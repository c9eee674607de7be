/** On what reach can be told. */
export const reachObjects = ["hashtag", "url", "domain", "text", "claim"] as const;

export type ReachOn = (typeof reachObjects)[number];

/** How far one object was carried, by accounts by number. Followers of several accounts may be the same people. */
export type ObjectReach = {
  readonly object: number;
  readonly actions: number;
  readonly accounts: number;
  /** Accounts of which no followers are told: what they reach is unknown, not nothing. */
  readonly accountsUnknown: number;
  /** Followers of the others, each account once. */
  readonly followers: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  /** Who acted on it first, by time. */
  readonly firstMovers: readonly Carrier[];
  /** Accounts with reach that acted on it, by time; the most followed ones where they are many. */
  readonly withReach: readonly Carrier[];
  readonly withReachCount: number;
  /** By time; bins without actions are left out. */
  readonly overTime: readonly ReachBin[];
};

/** An account's first action on an object. */
export type Carrier = {
  readonly account: number;
  readonly post: number;
  readonly seconds: number;
  /** It was the first, second, … account to act on it. */
  readonly place: number;
};

export type ReachBin = {
  readonly startSeconds: number;
  readonly actions: number;
  /** Accounts that had not acted on it before, their followers, and those of them with unknown ones. */
  readonly newAccounts: number;
  readonly newFollowers: number;
  readonly newUnknown: number;
};

export type ReachOptions = {
  /** An account has reach from so many followers on. */
  readonly leastFollowers: number;
  readonly binSeconds: number;
  /** Objects that are told, those with most accounts. */
  readonly mostObjects: number;
};

/** Words that several accounts with reach posted within a time. Who wrote them first is not told by that. */
export type SharedPhrasing = {
  /** The number of the words or of those alike. */
  readonly text: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  /** The first post of each account, by time. */
  readonly posts: readonly PhrasingPost[];
};

/** A post by the numbers of its words, its account and itself. */
export type PhrasingPost = {
  readonly text: number;
  readonly account: number;
  readonly post: number;
  readonly seconds: number;
};
