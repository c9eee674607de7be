import type { ClaimDay, ClaimPost, ClaimTotals } from "../../document/claim-post.ts";
import type { Cell } from "./claims.ts";
import type { WhichFirst } from "./which-first.ts";

/** A post that says a claim, as it may be shown. */
export type CarriedPost = Omit<ClaimPost, "account" | "name"> & { readonly account: string };

/** An article that says a claim, and how the first post stands to it. */
export type CarryingArticle = {
  readonly documentId: string;
  readonly published: string | null;
  readonly stance: Cell["stance"];
  /** Null where no post that says the claim tells a time. */
  readonly firstPost: WhichFirst | null;
  /** Posts that lead to it by its address or its title, whatever they say. */
  readonly linkedBy: { readonly posts: number; readonly accounts: number } | null;
};

/** Who carried a claim, in posts and in articles. */
export type CarriedClaim = {
  readonly claimId: string;
  readonly totals: ClaimTotals;
  readonly days: readonly ClaimDay[];
  readonly firstPost: CarriedPost | null;
  readonly articles: readonly CarryingArticle[];
  /** Null where there are no posts with a time, or no articles. */
  readonly order: WhichFirst | null;
  /** The place of the first of `posts` among all, by time. */
  readonly from: number;
  readonly posts: readonly CarriedPost[];
};

/** The same in short, for a list of claims. */
export type CarriedInShort = Pick<
  ClaimTotals,
  "posts" | "accounts" | "accountsUnknown" | "followers"
> & {
  readonly firstPost: Pick<CarriedPost, "account" | "followers" | "seconds" | "passage"> | null;
  readonly order: WhichFirst | null;
};
