import type { Removed } from "../../spread/removed/removed.ts";
import type { ShiftChance } from "../../spread/significance/shift.ts";
import type { Spread, SpreadEdge, SpreadGroup } from "../../spread/spread.ts";
import type { Sweep } from "../../spread/sweep/sweep.ts";
import type { GroupPosts } from "../../store/posts/group-posts.ts";
import type { PostCounts } from "../../store/posts/post-actions.ts";
import { instantOf } from "./graph-columns.ts";

/** All that a run of `spread` shows, as it is gathered. */
export type SpreadAnswer = {
  readonly on: string;
  readonly accounts: "masked" | "as-given";
  readonly posts: PostCounts | null;
  readonly unusable: number;
  readonly spread: Spread;
  readonly sweep: Sweep | null;
  readonly shift: Shifted | null;
  readonly removed: Removed | null;
  readonly evidence: Told | null;
  /** What the posts of each group tell, in the order of the groups; null where the files hold actions. */
  readonly groupPosts: readonly GroupPosts[] | null;
};

/** The second null model: how it was made, and what it gives for each edge, in their order. */
export type Shifted = {
  readonly rounds: number;
  readonly mostShiftSeconds: number;
  readonly chances: readonly ShiftChance[];
};

/** How many posts behind the edges there are, and how many rows of them are written. */
export type Told = {
  readonly meetings: number;
  readonly told: number;
  readonly mostPerEdge: number | null;
};

export type PublishedGroupPosts = Omit<GroupPosts, "firstSeconds" | "lastSeconds"> & {
  readonly firstAt: string | null;
  readonly lastAt: string | null;
};

/** `spread.json`: as it is published. */
export type PublishedSpread = {
  readonly on: string;
  readonly accounts: "masked" | "as-given";
  readonly options: Spread["options"];
  readonly posts: PostCounts | null;
  readonly unusable: number;
  readonly counts: Spread["counts"];
  readonly firstAt: string;
  readonly lastAt: string;
  readonly resolutionSeconds: number;
  readonly pairs: number;
  readonly pairsTested: number | null;
  readonly heavyObjects: Spread["heavyObjects"];
  readonly groups: readonly (Omit<SpreadGroup, "hours"> & {
    readonly hours: readonly { readonly startAt: string; readonly pairs: number }[];
    readonly posts: PublishedGroupPosts | null;
  })[];
  readonly sweep: Sweep | null;
  readonly shift: { readonly rounds: number; readonly mostShiftSeconds: number } | null;
  readonly evidence: Told | null;
  readonly removed:
    | (Omit<Removed, "accounts"> & {
        readonly accounts: readonly (Omit<
          Removed["accounts"][number],
          "firstSeconds" | "lastSeconds"
        > & { readonly firstAt: string | null; readonly lastAt: string | null })[];
      })
    | null;
  readonly edges: readonly (SpreadEdge & { readonly shift: ShiftChance | null })[];
};

/** All that is shown as one JSON text, in pieces: the edges, which may be many, one to a line. */
export function* renderSpreadJson(answer: SpreadAnswer): Generator<string> {
  const head = JSON.stringify(headOf(answer), null, 2);
  yield `${head.slice(0, -2)},\n  "edges": [`;
  let separator = "\n    ";
  for (const [at, edge] of answer.spread.edges.entries()) {
    const published: PublishedSpread["edges"][number] = {
      ...edge,
      shift: answer.shift?.chances[at] ?? null,
    };
    yield `${separator}${JSON.stringify(published)}`;
    separator = ",\n    ";
  }
  yield answer.spread.edges.length > 0 ? "\n  ]\n}\n" : "]\n}\n";
}

function headOf(answer: SpreadAnswer): Omit<PublishedSpread, "edges"> {
  const { spread, removed } = answer;
  return {
    on: answer.on,
    accounts: answer.accounts,
    options: spread.options,
    posts: answer.posts,
    unusable: answer.unusable,
    counts: spread.counts,
    firstAt: instantOf(spread.firstSeconds),
    lastAt: instantOf(spread.lastSeconds),
    resolutionSeconds: spread.resolutionSeconds,
    pairs: spread.pairs,
    pairsTested: spread.pairsTested,
    heavyObjects: spread.heavyObjects,
    groups: spread.groups.map((group, at) => ({
      ...group,
      hours: group.hours.map(({ startSeconds, pairs }) => ({
        startAt: instantOf(startSeconds),
        pairs,
      })),
      posts: publishedPosts(answer.groupPosts?.[at]),
    })),
    sweep: answer.sweep,
    shift: answer.shift && {
      rounds: answer.shift.rounds,
      mostShiftSeconds: answer.shift.mostShiftSeconds,
    },
    evidence: answer.evidence,
    removed: removed && {
      ...removed,
      accounts: removed.accounts.map(({ firstSeconds, lastSeconds, ...one }) => ({
        ...one,
        firstAt: firstSeconds === null ? null : instantOf(firstSeconds),
        lastAt: lastSeconds === null ? null : instantOf(lastSeconds),
      })),
    },
  };
}

function publishedPosts(posts: GroupPosts | undefined): PublishedGroupPosts | null {
  if (!posts) return null;
  const { firstSeconds, lastSeconds, ...told } = posts;
  return {
    ...told,
    firstAt: firstSeconds === null ? null : instantOf(firstSeconds),
    lastAt: lastSeconds === null ? null : instantOf(lastSeconds),
  };
}
