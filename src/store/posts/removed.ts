import { readFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";

/** What an account does to another one. */
export const removedActs = ["reposted", "quoted", "answered", "mentioned"] as const;
export type RemovedAct = (typeof removedActs)[number];

type Named = { readonly name: string; readonly followers: number | null };

/** An account of the posts that is on the list. */
export type RemovedAccount = Named & {
  readonly platform: string;
  /** Whether its id is on the list, or only a handle like its own. */
  readonly by: "id" | "handle";
  readonly posts: number;
  readonly firstSeconds: number | null;
  readonly lastSeconds: number | null;
};

/** Whom one account of the list addressed and in how many posts; a null name where that is not told. */
export type RemovedPair = {
  readonly account: Named;
  readonly act: RemovedAct;
  readonly target: Named | null;
  readonly posts: number;
};

/** Whom accounts of the list addressed most. */
export type RemovedTarget = Named & {
  /** Accounts of the list that did, and in how many posts. */
  readonly accounts: number;
  readonly posts: number;
  /** Whether the target is itself on the list. */
  readonly listed: boolean;
};

const matchSql = readFileSync(new URL("./removed-match.sql", import.meta.url), "utf8");
const actSql = readFileSync(new URL("./removed-act.sql", import.meta.url), "utf8");
/** What is told of an account or of whom it addresses: its last handle, else what stood there. */
const named =
  "coalesce(account.name, regexp_replace(key, '^[^:]*:', '')), account.followers::double";

/** Keeps a list and matches it against the posts. @returns how many accounts the list has */
export async function matchRemoved(
  connection: DuckDBConnection,
  listed: AsyncIterable<{ readonly id: string | null; readonly handle: string | null }>,
): Promise<number> {
  await connection.run("create or replace table listed_row (id varchar, handle varchar)");
  const appender = await connection.createAppender("listed_row");
  try {
    for await (const { id, handle } of listed) {
      for (const value of [id, handle])
        if (value === null) appender.appendNull();
        else appender.appendVarchar(value);
      appender.endRow();
    }
  } finally {
    appender.closeSync();
  }
  await connection.run(
    "create or replace table listed as select distinct id, handle from listed_row",
  );
  await connection.run(matchSql);
  await connection.run(actSql);
  const reader = await connection.runAndReadAll("select count(*)::integer from listed");
  return Number(reader.getRowsJS()[0]?.[0]);
}

/** Those with the most posts first. */
export async function* removedAccountsFound(
  connection: DuckDBConnection,
): AsyncGenerator<RemovedAccount> {
  for await (const [name, followers, platform, by, posts, first, last] of rowsOf(
    connection,
    `select ${named}, platform, matched_by, posts::integer, first_seconds, last_seconds
     from (select account as key, * from removed_match) left join account using (account)
     order by posts desc, key`,
  ))
    yield {
      name: name as string,
      followers: followers as number | null,
      platform: platform as string,
      by: by as RemovedAccount["by"],
      posts: posts as number,
      firstSeconds: first as number | null,
      lastSeconds: last as number | null,
    };
}

/** Every account of the list with whom it addressed, by account; the most often addressed first. */
export async function* removedPairs(connection: DuckDBConnection): AsyncGenerator<RemovedPair> {
  for await (const [name, followers, act, target, targetFollowers, posts] of rowsOf(
    connection,
    `select coalesce(own.name, regexp_replace(removed_act.account, '^[^:]*:', '')),
            own.followers::double, what,
            coalesce(other.name, regexp_replace(target, '^[^:]*:', '')), other.followers::double,
            posts
     from (select account, what, target, count(*)::integer as posts
           from removed_act group by account, what, target) removed_act
     left join account own on own.account = removed_act.account
     left join account other on other.account = target
     order by removed_act.account, what, posts desc, target`,
  ))
    yield {
      account: { name: name as string, followers: followers as number | null },
      act: act as RemovedAct,
      target:
        target === null
          ? null
          : { name: target as string, followers: targetFollowers as number | null },
      posts: posts as number,
    };
}

/** How often accounts of the list did one thing, and to whom most: by accounts, then by posts. */
export async function removedTargets(
  connection: DuckDBConnection,
  act: RemovedAct,
  most: number,
): Promise<{
  readonly posts: number;
  readonly untold: number;
  readonly count: number;
  readonly targets: readonly RemovedTarget[];
}> {
  const all = await connection.runAndReadAll(
    `select count(distinct (account, post))::double,
            (count(*) filter (where target is null))::double, count(distinct target)::double
     from removed_act where what = $act`,
    { act },
  );
  const [posts = 0, untold = 0, count = 0] = (all.getRowsJS()[0] ?? []).map(Number);
  const reader = await connection.runAndReadAll(
    `select ${named}, accounts, posts, key in (select account from removed_match)
     from (select target as key, count(distinct account)::integer as accounts,
                  count(*)::integer as posts
           from removed_act where what = $act and target is not null group by target)
     left join account on account.account = key
     order by accounts desc, posts desc, key limit $most`,
    { act, most },
  );
  return {
    posts,
    untold,
    count,
    targets: reader.getRowsJS().map(([name, followers, accounts, times, listed]) => ({
      name: name as string,
      followers: followers as number | null,
      accounts: accounts as number,
      posts: times as number,
      listed: listed as boolean,
    })),
  };
}

async function* rowsOf(connection: DuckDBConnection, query: string): AsyncGenerator<unknown[]> {
  const stream = await connection.stream(query);
  for await (const rows of stream.yieldRowsJs()) yield* rows;
}
