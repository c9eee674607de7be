import type { ReachOn } from "../spread/reach/reach.ts";
import { type CaseEngine, engineOfCase } from "../store/posts/case-engine.ts";
import { type MostCarried, mostCarried } from "../store/posts/reach-posts.ts";
import type { Store } from "../store/store.ts";
import type { Masks } from "./case-masks.ts";
import type { CasePosts } from "./import-posts.ts";
import { inTurn, lastOf } from "./in-turn.ts";
import { loadOfCase } from "./load-posts.ts";
import { type Reach, reachOf, type ShownPhrasing, type ShownReach } from "./reach.ts";

export type ReachQuestion = {
  readonly on: ReachOn;
  readonly object: string;
  readonly leastFollowers: number;
  readonly withinSeconds: number;
};

/** How far one thing was carried, as a page can hold it. */
export type ReachAnswer = Pick<Reach, "binSeconds" | "accounts" | "accountCount"> & {
  readonly question: ReachQuestion;
  readonly reach: ShownReach;
  /** Those of most accounts, each with the first of its posts. */
  readonly phrasings: readonly (ShownPhrasing & { readonly accounts: number })[];
  readonly phrasingCount: number;
};

export type CaseReach = {
  /** Null where no post has it. */
  readonly answer: (question: ReachQuestion) => Promise<ReachAnswer | null>;
  /** What most accounts carried, of what holds the words. */
  readonly most: (on: ReachOn, words: string) => Promise<MostCarried>;
};

const most = { answers: 20, engines: 2, listed: 50, bins: 240, phrasings: 20, posts: 12 } as const;

/** Answers questions on the posts of a case, one after the other; the last answers are kept. */
export function reachOfCase(
  { store, posts }: { readonly store: Store; readonly posts: CasePosts },
  masks: Masks,
): CaseReach {
  const turn = inTurn();
  const answers = lastOf<ReachAnswer | null>(most.answers);
  const engines = lastOf<CaseEngine>(most.engines, (engine) => engine.release());
  const engineOn = (on: ReachOn) =>
    engines(on, async () => {
      const engine = await engineOfCase(store);
      try {
        await loadOfCase(engine, posts, on);
        return engine;
      } catch (error) {
        await engine.release();
        throw error;
      }
    });
  return {
    answer: async (question) => {
      const { on, object, leastFollowers, withinSeconds } = question;
      const { show, unmasked } = await masks();
      const key = JSON.stringify([on, object, leastFollowers, withinSeconds, unmasked]);
      return answers(key, () =>
        turn(async () => {
          const found = await reachOf(await engineOn(on), question, show);
          return found && bounded(found, question);
        }),
      );
    },
    most: (on, words) =>
      turn(async () => mostCarried((await engineOn(on)).connection, words, most.listed)),
  };
}

function bounded(found: Reach, question: ReachQuestion): ReachAnswer | null {
  const [reach] = found.objects;
  if (!reach) return null;
  const { binSeconds, overTime } = inFewerBins(reach.overTime, found.binSeconds);
  return {
    question,
    binSeconds,
    accounts: found.accounts.map(({ told, ...one }) => ({ ...one, told: told.slice(-1) })),
    accountCount: found.accountCount,
    reach: { ...reach, overTime },
    phrasings: found.phrasings.slice(0, most.phrasings).map((one) => ({
      ...one,
      accounts: one.posts.length,
      posts: one.posts.slice(0, most.posts),
    })),
    phrasingCount: found.phrasings.length,
  };
}

/** Bins of twice, four times, … the length, until a picture can hold them. */
function inFewerBins(
  overTime: ShownReach["overTime"],
  binSeconds: number,
): Pick<ShownReach, "overTime"> & { readonly binSeconds: number } {
  if (overTime.length <= most.bins) return { overTime, binSeconds };
  const wider = binSeconds * 2;
  const bins: ShownReach["overTime"][number][] = [];
  for (const bin of overTime) {
    const startSeconds = Math.floor(bin.startSeconds / wider) * wider;
    const last = bins.at(-1);
    if (last?.startSeconds !== startSeconds) bins.push({ ...bin, startSeconds });
    else
      bins[bins.length - 1] = {
        startSeconds,
        actions: last.actions + bin.actions,
        newAccounts: last.newAccounts + bin.newAccounts,
        newFollowers: last.newFollowers + bin.newFollowers,
        newUnknown: last.newUnknown + bin.newUnknown,
      };
  }
  return inFewerBins(bins, wider);
}
