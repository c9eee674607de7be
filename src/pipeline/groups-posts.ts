import type { Engine } from "../store/actions/engine.ts";
import { accountKeys, type GroupAccount } from "../store/actions/groups-in-time.ts";
import { type GroupPosts, groupPosts } from "../store/posts/group-posts.ts";
import type { Explored } from "./spread.ts";

/** The members of all groups by the engine's own names; needs the actions that were sorted last. */
export async function membersOf(
  { connection }: Engine,
  { groups }: Pick<Explored, "groups">,
): Promise<GroupAccount[]> {
  const keys = await accountKeys(
    connection,
    groups.flatMap(({ members }) => members),
  );
  return groups.flatMap(({ number, members }) =>
    members.flatMap((member) => {
      const account = keys.get(member);
      return account === undefined ? [] : [{ group: number, account }];
    }),
  );
}

/** What the posts of each group tell, in the order of the groups. */
export async function postsOfGroups(
  engine: Engine,
  explored: Explored,
  /** Posts in all. */
  posts: number,
): Promise<GroupPosts[]> {
  const told = await groupPosts(engine, await membersOf(engine, explored), posts);
  return explored.groups.map(({ number }) => told.get(number) ?? none);
}

const none: GroupPosts = {
  ...{ posts: 0, share01: 0, firstSeconds: null, lastSeconds: null, languages: [] },
  created: { known: 0, unknown: 0, months: [] },
};
