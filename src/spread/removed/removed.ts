import type { RemovedAct } from "../../store/posts/removed.ts";

/** What accounts of a list did in the posts. That they were removed is what the list says. */
export type Removed = {
  /** The name of the file. */
  readonly list: string;
  readonly listed: number;
  /** Rows of the list that name no account. */
  readonly unusable: number;
  /** Accounts of the posts that are on it, those among them found by their handle alone, and their posts. */
  readonly found: number;
  readonly byHandle: number;
  readonly posts: number;
  /** Those with the most posts first; a thousand at most. */
  readonly accounts: readonly {
    readonly account: string;
    readonly platform: string;
    readonly by: "id" | "handle";
    readonly posts: number;
    readonly firstSeconds: number | null;
    readonly lastSeconds: number | null;
    /** Null where it is in no group. */
    readonly group: number | null;
  }[];
  readonly acts: readonly {
    readonly act: RemovedAct;
    readonly posts: number;
    /** Posts of them that do not tell whom. */
    readonly untold: number;
    /** Whom: how many in all, and the first twenty. */
    readonly targets: number;
    readonly most: readonly {
      readonly account: string;
      readonly accounts: number;
      readonly posts: number;
      readonly listed: boolean;
    }[];
  }[];
};
