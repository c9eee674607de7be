import type { OverTime } from "../store/actions/over-time.ts";
import type { GroupPosts } from "../store/posts/group-posts.ts";
import type { PostCounts, PostObject } from "../store/posts/post-actions.ts";
import type { Candidate, Counter, CounterSide } from "./counter/counter.ts";
import type { Picture } from "./graph/picture.ts";
import type { Spread, SpreadEdge, SpreadGroup } from "./spread.ts";
import type { Sweep } from "./sweep/sweep.ts";

/** On what accounts act together, and within how many seconds. */
export type SpreadQuestion = { readonly on: PostObject; readonly windowSeconds: number };

/** An object's burst, by its name. */
export type NamedBurst = {
  readonly object: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly peakSeconds: number;
  readonly actions: number;
  readonly expected: number;
  readonly accounts: number;
  readonly weight: number;
};

/** A group as a row of a list. */
export type GroupRow = Pick<
  SpreadGroup,
  "number" | "edges" | "weight" | "density01" | "largestQ" | "objectCount"
> & {
  readonly memberCount: number;
  /** The first of them. */
  readonly objects: SpreadGroup["objects"];
  /** Pairs of actions in the bins of the answer, and the hours of the first and the last of them. */
  readonly counts: readonly number[];
  readonly firstHourSeconds: number;
  readonly lastHourSeconds: number;
  /** Hours with a pair. */
  readonly hourCount: number;
  /** Languages are the first of them; months, which a list of groups has no room for, are left out. */
  readonly posts: Omit<GroupPosts, "created"> & {
    readonly created: Pick<GroupPosts["created"], "known" | "unknown"> & {
      readonly first: string | null;
      readonly last: string | null;
      readonly densest: GroupPosts["created"]["months"][number] | null;
    };
  };
};

/** Who acts together in a case's posts, and what rose at once. Accounts as they may be shown. */
export type SpreadAnswer = SpreadQuestion &
  Pick<
    Spread,
    | "counts"
    | "firstSeconds"
    | "lastSeconds"
    | "resolutionSeconds"
    | "pairs"
    | "pairsTested"
    | "heavyObjects"
  > & {
    readonly posts: PostCounts;
    /** Actions over time, all and those of accounts in groups; groups are counted in the same bins. */
    readonly overTime: OverTime;
    /** Pairs of accounts that did the same within the window twice or more, and how many of them beyond chance. */
    readonly edges: number;
    readonly beyondChance: number;
    readonly groups: readonly GroupRow[];
    /** How many there are in all. */
    readonly groupCount: number;
    /** Heaviest first. */
    readonly bursts: readonly NamedBurst[];
    readonly burstCount: number;
  };

/** One group whole, as far as it can be read. */
export type GroupDetail = Pick<SpreadGroup, "number" | "edges" | "objects" | "objectCount"> & {
  /** The first of them, and how many there are. */
  readonly members: readonly string[];
  readonly memberCount: number;
  readonly posts: GroupPosts;
  /** The heaviest pairs beyond chance within the group. */
  readonly heaviest: readonly SpreadEdge[];
};

/** The groups of a question, each whole: what a report has of an answer. */
export type WholeGroups = SpreadQuestion & {
  readonly groups: readonly WholeGroup[];
};

export type WholeGroup = GroupDetail &
  Pick<GroupRow, "density01" | "hourCount" | "firstHourSeconds" | "lastHourSeconds">;

/** One account's pairs beyond chance, the heaviest first. */
export type AccountDetail = {
  readonly account: string;
  readonly group: number | null;
  readonly edges: readonly SpreadEdge[];
  readonly edgeCount: number;
};

/** One post of a pair: of whom it is is known to who asked. */
export type ActPost = {
  readonly seconds: number;
  readonly text: string;
  readonly language: string | null;
  readonly url: string | null;
};

/** Two posts, one of each account, on one object within the window. */
export type SharedAct = { readonly object: string; readonly a: ActPost; readonly b: ActPost };

/** The paired posts behind an edge, by time, accounts as they may be shown. */
export type EdgeEvidence = {
  readonly a: string;
  readonly b: string;
  readonly total: number;
  /** How many stand before the first of these. */
  readonly from: number;
  readonly acts: readonly SharedAct[];
};

/** Two hashtags against each other, by their names. */
export type NamedCounter = Omit<Counter, "a" | "b"> & {
  readonly a: Omit<CounterSide, "object"> & { readonly object: string };
  readonly b: Omit<CounterSide, "object"> & { readonly object: string };
};

export type NamedCandidate = Omit<Candidate, "a" | "b"> & {
  readonly a: string;
  readonly b: string;
};

export type AgainstAnswer = {
  /** Hashtags to choose from: those in bursts. */
  readonly hashtags: readonly string[];
  readonly candidates: readonly NamedCandidate[];
  /** Null where fewer than two were asked for, or one of them is `unknown`. */
  readonly counter: NamedCounter | null;
  /** Hashtags that were asked for and that no post has. */
  readonly unknown: readonly string[];
};

export type CaseSpread = {
  /** @throws RangeError where the window is below the resolution of the times */
  readonly answer: (question: SpreadQuestion) => Promise<SpreadAnswer>;
  /** Null where there is no group of that number. */
  readonly group: (question: SpreadQuestion, number: number) => Promise<GroupDetail | null>;
  /** Null where no pair names such an account. */
  readonly account: (question: SpreadQuestion, account: string) => Promise<AccountDetail | null>;
  readonly picture: (question: SpreadQuestion) => Promise<Picture>;
  /** What becomes of the groups at other windows. */
  readonly sweep: (question: SpreadQuestion) => Promise<Sweep>;
  /** Null where no pair names such accounts. */
  readonly edge: (
    question: SpreadQuestion,
    pair: { readonly a: string; readonly b: string; readonly from: number },
  ) => Promise<EdgeEvidence | null>;
  /** Two hashtags that the user names, or candidates for such a pair. Groups are those of the question. */
  readonly against: (
    question: SpreadQuestion,
    hashtags: { readonly a: string; readonly b: string } | null,
  ) => Promise<AgainstAnswer>;
};
