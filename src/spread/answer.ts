import type { PostCounts, PostObject } from "../store/posts/post-actions.ts";
import type { SharedAct } from "../store/posts/shared-acts.ts";
import type { Spread, SpreadEdge, SpreadGroup } from "./spread.ts";

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

/** Who acts together in a case's posts, and what rose at once. Accounts as they may be shown. */
export type SpreadAnswer = SpreadQuestion &
  Pick<
    Spread,
    "counts" | "firstSeconds" | "lastSeconds" | "pairs" | "pairsTested" | "heavyObjects"
  > & {
    readonly posts: PostCounts;
    /** Pairs of accounts that did the same within the window twice or more, and how many of them beyond chance. */
    readonly edges: number;
    readonly beyondChance: number;
    readonly groups: readonly (SpreadGroup & {
      /** The heaviest of its edges. */
      readonly heaviest: readonly SpreadEdge[];
    })[];
    /** Heaviest first. */
    readonly bursts: readonly NamedBurst[];
    readonly burstCount: number;
  };

/** The paired posts behind an edge, accounts as they may be shown. */
export type EdgeEvidence = {
  readonly a: string;
  readonly b: string;
  readonly total: number;
  readonly acts: readonly SharedAct[];
};

export type CaseSpread = {
  /** @throws RangeError where the window is below the resolution of the times */
  readonly answer: (question: SpreadQuestion) => Promise<SpreadAnswer>;
  /** Null where no answer names such accounts. */
  readonly edge: (question: SpreadQuestion, a: string, b: string) => Promise<EdgeEvidence | null>;
};
