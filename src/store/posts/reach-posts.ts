import type { DuckDBConnection } from "@duckdb/node-api";

/** An account with its followers as they were told over time. */
export type FollowedAccount = {
  readonly name: string;
  /** The most that were told. */
  readonly followers: number;
  readonly posts: number;
  readonly firstSeconds: number | null;
  readonly lastSeconds: number | null;
  /** The last number told on each day on which it changed, by time. */
  readonly told: readonly { readonly seconds: number; readonly followers: number }[];
};

/** Where a post is, or was, and what it says. */
export type Passage = { readonly url: string | null; readonly text: string };

/** A post with words by numbers, in the order of its words and then of time. */
export type PostOfWords = {
  readonly text: number;
  readonly account: number;
  readonly post: number;
  readonly seconds: number;
};

/** The most followers told of each numbered account; NaN where none are. Needs `account_number`. */
export async function followersOf(
  connection: DuckDBConnection,
  accounts: number,
): Promise<Float64Array> {
  const followers = new Float64Array(accounts).fill(Number.NaN);
  const stream = await connection.stream(
    `select number, max(followers)::double from account_number join account using (account)
     where followers is not null group by number order by number`,
  );
  for await (const rows of stream.yieldRowsJs())
    for (const [number, count] of rows) followers[number as number] = count as number;
  return followers;
}

/** Objects and how many act on each. */
export type MostCarried = {
  readonly objects: readonly {
    readonly object: string;
    readonly accounts: number;
    readonly actions: number;
  }[];
  /** How many there are in all. */
  readonly count: number;
};

/** The objects with most accounts, of those that hold the words. Needs `action`. */
export async function mostCarried(
  connection: DuckDBConnection,
  words: string,
  most: number,
): Promise<MostCarried> {
  const reader = await connection.runAndReadAll(
    `select object, count(distinct account)::integer as accounts, count(*)::integer as actions,
            (count(*) over ())::integer
     from action where contains(lower(object), lower($words))
     group by object order by accounts desc, actions desc, object limit $most`,
    { words, most },
  );
  const rows = reader.getRowsJS();
  return {
    count: (rows[0]?.[3] as number | undefined) ?? 0,
    objects: rows.map(([object, accounts, actions]) => ({
      object: object as string,
      accounts: accounts as number,
      actions: actions as number,
    })),
  };
}

/** The number of an object by its name; null where nobody acts on it. Needs `object_number`. */
export async function numberOfObject(
  connection: DuckDBConnection,
  object: string,
): Promise<number | null> {
  const reader = await connection.runAndReadAll(
    "select number from object_number where object = $object order by number",
    { object },
  );
  return (reader.getRowsJS()[0]?.[0] as number | undefined) ?? null;
}

/** The posts of these numbers. Needs `post_number`. */
export async function passagesOf(
  connection: DuckDBConnection,
  numbers: Iterable<number>,
): Promise<Map<number, Passage>> {
  await connection.run("create or replace table asked_post (number integer)");
  const appender = await connection.createAppender("asked_post");
  for (const number of new Set(numbers)) {
    appender.appendInteger(number);
    appender.endRow();
  }
  appender.closeSync();
  const reader = await connection.runAndReadAll(
    `select number, url, text
     from asked_post join post_number using (number)
     join post on post_number.post = post.platform || ':' || post.id
     where post.rowid in (select first from first_of_post)
     order by number`,
  );
  return new Map(
    reader
      .getRowsJS()
      .map(([number, url, text]) => [
        number as number,
        { url: url as string | null, text: text as string },
      ]),
  );
}

/** Accounts with at least so many followers, the most followed first. Needs `account`. */
export async function followedAccounts(
  connection: DuckDBConnection,
  leastFollowers: number,
  most: number,
): Promise<{ readonly accounts: readonly FollowedAccount[]; readonly count: number }> {
  const reader = await connection.runAndReadAll(
    `with own as (
       select platform || ':' || account as account, max(followers)::double as followers,
              count(*)::integer as posts, min(seconds) as first, max(seconds) as last
       from post where rowid in (select first from first_of_post)
       group by platform, account having max(followers) >= $leastFollowers
     )
     select own.account, name, own.followers, posts, first, last, (count(*) over ())::integer
     from own join account using (account)
     order by own.followers desc, own.account limit $most`,
    { leastFollowers, most },
  );
  const rows = reader.getRowsJS();
  const told = await toldFollowers(connection, leastFollowers);
  return {
    count: (rows[0]?.[6] as number | undefined) ?? 0,
    accounts: rows.map(([account, name, followers, posts, first, last]) => ({
      name: name as string,
      followers: followers as number,
      posts: posts as number,
      firstSeconds: first as number | null,
      lastSeconds: last as number | null,
      told: told.get(account as string) ?? [],
    })),
  };
}

async function toldFollowers(
  connection: DuckDBConnection,
  leastFollowers: number,
): Promise<Map<string, FollowedAccount["told"][number][]>> {
  const reader = await connection.runAndReadAll(
    `with days as (
       select platform || ':' || account as account, max(seconds) as seconds,
              arg_max(followers, seconds)::double as followers
       from post where followers is not null and seconds is not null
       group by platform, account, floor(seconds / 86400)
     ),
     changes as (
       select account, seconds, followers,
              max(followers) over (partition by account) as most,
              lag(followers) over (partition by account order by seconds) as before
       from days
     )
     select account, seconds, followers from changes
     where most >= $leastFollowers and (before is null or before <> followers)
     order by account, seconds`,
    { leastFollowers },
  );
  const told = new Map<string, FollowedAccount["told"][number][]>();
  for (const [account, seconds, followers] of reader.getRowsJS()) {
    const list = told.get(account as string) ?? [];
    told.set(account as string, list);
    list.push({ seconds: seconds as number, followers: followers as number });
  }
  return told;
}

/**
 * Makes the table `reach_post` of the posts with words of accounts with at least so many
 * followers, of all or of those that act on one object. Needs `account_number`, `post_number`.
 */
export async function putReachPosts(
  connection: DuckDBConnection,
  leastFollowers: number,
  object: string | null,
): Promise<void> {
  await connection.run(
    `create or replace table reach_post as
     select account_number.number as account, post_number.number as post, post.seconds, post.words
     from post
     join account_number on account_number.account = post.platform || ':' || post.account
     join account on account.account = account_number.account
     join post_number on post_number.post = post.platform || ':' || post.id
     where post.rowid in (select first from first_of_post) and account.followers >= $leastFollowers
       and post.seconds is not null and post.words is not null
       and ($object is null or post_number.post in (select post from action where object = $object))`,
    { leastFollowers, object },
  );
}

/** The posts of `reach_post` whose words, or words like them, several have. Needs `alike_text`. */
export async function postsOfWords(connection: DuckDBConnection): Promise<PostOfWords[]> {
  const reader = await connection.runAndReadAll(
    `select text, account, post, seconds
     from (select (dense_rank() over (order by alike))::integer as text, account, post, seconds,
                  count(*) over (partition by alike) as times
           from reach_post join alike_text using (words))
     where times > 1 order by text, seconds, account, post`,
  );
  return reader.getRowsJS().map(([text, account, post, seconds]) => ({
    text: text as number,
    account: account as number,
    post: post as number,
    seconds: seconds as number,
  }));
}
