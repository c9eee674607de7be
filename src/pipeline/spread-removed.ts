import { basename } from "node:path";
import type { Problem } from "../document/document.ts";
import { InputError } from "../document/errors.ts";
import type { ShownAccount } from "../document/mask.ts";
import { removedAccounts } from "../ingest/posts/removed-accounts.ts";
import type { Removed } from "../spread/removed/removed.ts";
import type { Spread } from "../spread/spread.ts";
import type { Engine } from "../store/actions/engine.ts";
import {
  matchRemoved,
  type RemovedAct,
  removedAccountsFound,
  removedActs,
  removedPairs,
  removedTargets,
} from "../store/posts/removed.ts";
import type { Loaded } from "./load-posts.ts";

/** Accounts of the list, and accounts that they addressed, told one by one; all are counted. */
const mostTold = { accounts: 1000, targets: 20 } as const;

/**
 * Matches a list of removed accounts against the posts.
 * @throws InputError when the list cannot be read, or the files hold actions
 */
export async function matchRemovedList(
  { connection }: Engine,
  path: string,
  spread: Spread,
  loaded: Loaded,
  show: ShownAccount,
  tell: (problem: Problem) => void,
): Promise<Removed> {
  if (loaded.posts === null)
    throw new InputError(
      "is matched against posts, and the files hold actions, which tell of nobody addressed (give the posts)",
      { path },
    );
  let unusable = 0;
  const listed = await matchRemoved(
    connection,
    removedAccounts(path, (problem) => {
      unusable++;
      tell(problem);
    }),
  );
  const groupOf = new Map(
    spread.groups.flatMap(({ members, number }) => members.map((one) => [one, number] as const)),
  );
  const counts = { found: 0, byHandle: 0, posts: 0 };
  const accounts: Removed["accounts"][number][] = [];
  for await (const { name, followers, by, ...one } of removedAccountsFound(connection)) {
    counts.found++;
    counts.posts += one.posts;
    if (by === "handle") counts.byHandle++;
    if (accounts.length >= mostTold.accounts) continue;
    const account = show(name, followers);
    accounts.push({ account, by, ...one, group: groupOf.get(account) ?? null });
  }
  const acts: Removed["acts"][number][] = [];
  for (const act of removedActs) {
    const { targets, count, posts, untold } = await removedTargets(
      connection,
      act,
      mostTold.targets,
    );
    acts.push({
      act,
      posts,
      untold,
      targets: count,
      most: targets.map(({ name, followers, ...one }) => ({
        account: show(name, followers),
        ...one,
      })),
    });
  }
  return { list: basename(path), listed, unusable, ...counts, accounts, acts };
}

/** Every account of the list with everybody whom it addressed, as they are shown. */
export async function* shownRemovedPairs(
  { connection }: Engine,
  show: ShownAccount,
): AsyncGenerator<{
  readonly account: string;
  readonly act: RemovedAct;
  readonly target: string | null;
  readonly posts: number;
}> {
  for await (const { account, act, target, posts } of removedPairs(connection))
    yield {
      account: show(account.name, account.followers),
      act,
      target: target && show(target.name, target.followers),
      posts,
    };
}
