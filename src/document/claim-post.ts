/** A post that says a claim. Its account by key, and by the name and the most followers told of it. */
export type ClaimPost = {
  readonly account: string;
  readonly name: string;
  readonly followers: number | null;
  /** Null where no time is told. */
  readonly seconds: number | null;
  readonly isRepost: boolean;
  readonly isReply: boolean;
  readonly language: string | null;
  readonly url: string | null;
  readonly stance: "asserts" | "attributes" | "denies";
  readonly attributedTo: string | null;
  readonly reason: string;
  readonly rule: string;
  readonly score: number;
  readonly passage: string;
};

/** The posts of one UTC day; accounts and followers are those that had not carried it before. */
export type ClaimDay = {
  readonly day: string;
  readonly posts: number;
  readonly newAccounts: number;
  readonly newFollowers: number;
  readonly newUnknown: number;
};

export type ClaimTotals = {
  readonly posts: number;
  readonly withoutTime: number;
  readonly accounts: number;
  readonly accountsUnknown: number;
  readonly followers: number;
  readonly asserts: number;
  readonly attributes: number;
  readonly denies: number;
};
