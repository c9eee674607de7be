import type { DuckDBConnection } from "@duckdb/node-api";
import type { ClaimDay, ClaimPost, ClaimTotals } from "../../document/claim-post.ts";

/** Makes the table `said` of the posts that say a claim, each once; and `linked` of those that lead to articles. */
export async function putSaid(connection: DuckDBConnection, claim: string): Promise<void> {
  await connection.run(
    `create or replace temp table said as
     select posts.platform || ':' || posts.account as account, posts.handle,
            posts.account as account_id, posts.followers, posts.seconds, posts.url, posts.language,
            posts.platform || ':' || posts.id as post, posts.repost_of is not null
              or posts.repost_of_account is not null as is_repost,
            posts.reply_to is not null or posts.reply_to_account is not null as is_reply,
            claim_texts.* exclude (claim)
     from claim_texts join post_texts using (text)
     join posts using (import, line) join post_files using (import)
     where claim = $claim
     qualify row_number() over (partition by posts.platform, posts.id order by file, line) = 1`,
    { claim },
  );
  await connection.run(
    `create or replace temp table sayer as
     select platform || ':' || account as account,
            coalesce(arg_max(handle, seconds), max(handle), account) as name,
            max(followers) as followers
     from posts where platform || ':' || account in (select account from said)
       and import in (select import from post_files)
     group by platform, posts.account`,
  );
}

/** Needs `said`. */
export async function claimTotals(connection: DuckDBConnection): Promise<ClaimTotals> {
  const [posts = 0, withoutTime = 0, asserts = 0, attributes = 0, denies = 0] = await numbers(
    connection,
    `select count(*), count(*) filter (where seconds is null),
            count(*) filter (where stance = 'asserts'),
            count(*) filter (where stance = 'attributes'),
            count(*) filter (where stance = 'denies')
     from said`,
  );
  const [accounts = 0, accountsUnknown = 0, followers = 0] = await numbers(
    connection,
    `select count(*), count(*) filter (where followers is null), coalesce(sum(followers), 0)
     from sayer`,
  );
  return {
    ...{ posts, withoutTime, accounts, accountsUnknown, followers },
    ...{ asserts, attributes, denies },
  };
}

/** By UTC day; days without posts are left out. Needs `said`. */
export async function claimDays(connection: DuckDBConnection): Promise<ClaimDay[]> {
  const reader = await connection.runAndReadAll(
    `select strftime(make_timestamp((floor(seconds / 86400) * 86400 * 1000000)::bigint), '%Y-%m-%d'),
            count(*)::double,
            (count(distinct account) filter (where is_first))::double,
            coalesce(sum(followers) filter (where is_first), 0)::double,
            (count(*) filter (where is_first and followers is null))::double
     from (
       select said.seconds, account, sayer.followers,
              row_number() over (partition by account order by said.seconds, post) = 1 as is_first
       from said join sayer using (account)
       where said.seconds is not null
     )
     group by 1 order by 1`,
  );
  return reader.getRowsJS().map(([day, posts, newAccounts, newFollowers, newUnknown]) => ({
    day: day as string,
    posts: posts as number,
    newAccounts: newAccounts as number,
    newFollowers: newFollowers as number,
    newUnknown: newUnknown as number,
  }));
}

/** The posts by time, from one on, so many. Needs `said`. */
export async function claimPostsFrom(
  connection: DuckDBConnection,
  from: number,
  most: number,
): Promise<ClaimPost[]> {
  const reader = await connection.runAndReadAll(
    `select account, name, sayer.followers::double, seconds, is_repost, is_reply, language, url,
            stance, attributed_to, reason, rule, score, passage
     from said join sayer using (account)
     order by seconds nulls last, post limit $most offset $from`,
    { from, most },
  );
  return reader.getRowsJS().map((row) => ({
    account: row[0] as string,
    name: row[1] as string,
    followers: row[2] as number | null,
    seconds: row[3] as number | null,
    isRepost: row[4] as boolean,
    isReply: row[5] as boolean,
    language: row[6] as string | null,
    url: row[7] as string | null,
    stance: row[8] as ClaimPost["stance"],
    attributedTo: row[9] as string | null,
    reason: row[10] as string,
    rule: row[11] as string,
    score: row[12] as number,
    passage: row[13] as string,
  }));
}

/** How many posts lead to each of some articles, by its address or its title. */
export async function articlePosts(
  connection: DuckDBConnection,
  articles: readonly { readonly document: string; readonly url: string | null }[],
): Promise<Map<string, { posts: number; accounts: number; firstSeconds: number | null }>> {
  await connection.run("create or replace temp table article (document varchar, url varchar)");
  const appender = await connection.createAppender("article", "main", "temp");
  for (const { document, url } of articles) {
    appender.appendVarchar(document);
    if (url === null) appender.appendNull();
    else appender.appendVarchar(url);
    appender.endRow();
  }
  appender.closeSync();
  const reader = await connection.runAndReadAll(
    `with leads as (
       select document, platform, id, account, seconds
       from (select unnest(urls) as url, platform, id, account, seconds from posts
             where import in (select import from post_files) and len(urls) > 0)
       join article using (url)
       union
       select document, platform, id, account, seconds
       from titled_texts join article using (document) join post_texts using (text)
       join posts using (import, line) join post_files using (import)
     )
     select document, count(distinct (platform, id))::double,
            count(distinct (platform, account))::double, min(seconds)
     from leads group by document order by document`,
  );
  return new Map(
    reader.getRowsJS().map(([document, posts, accounts, firstSeconds]) => [
      document as string,
      {
        posts: posts as number,
        accounts: accounts as number,
        firstSeconds: firstSeconds as number | null,
      },
    ]),
  );
}

/** Of a claim: who says it, and the first of them; its account's name and followers. */
export type ClaimSummary = Pick<
  ClaimTotals,
  "posts" | "accounts" | "accountsUnknown" | "followers"
> & { readonly first: Pick<ClaimPost, "name" | "followers" | "seconds" | "passage"> };

/** Of all claims that posts say, by id. */
export async function claimSummaries(
  connection: DuckDBConnection,
): Promise<Map<string, ClaimSummary>> {
  const reader = await connection.runAndReadAll(
    `with known as (
       select platform, account, max(followers) as followers,
              coalesce(arg_max(handle, seconds), max(handle), account) as name
       from posts where import in (select import from post_files) group by platform, account
     ),
     saying as (
       select claim, platform, account, id, seconds, passage
       from claim_texts join post_texts using (text)
       join posts using (import, line) join post_files using (import)
       qualify row_number() over (partition by claim, platform, id order by file, line) = 1
     ),
     accounts as (
       select claim, count(*) as accounts, count(*) filter (where followers is null) as unknown,
              coalesce(sum(followers), 0) as followers
       from (select distinct claim, platform, account from saying)
       join known using (platform, account) group by claim
     ),
     counted as (select claim, count(*) as posts from saying group by claim),
     first as (
       select * from saying
       qualify row_number() over (partition by claim order by seconds nulls last, platform, id) = 1
     )
     select claim, posts::double, accounts::double, unknown::double, accounts.followers::double,
            name, known.followers::double, seconds, passage
     from first join counted using (claim) join accounts using (claim)
     join known using (platform, account)
     order by claim`,
  );
  return new Map(
    reader.getRowsJS().map((row) => [
      row[0] as string,
      {
        posts: row[1] as number,
        accounts: row[2] as number,
        accountsUnknown: row[3] as number,
        followers: row[4] as number,
        first: {
          name: row[5] as string,
          followers: row[6] as number | null,
          seconds: row[7] as number | null,
          passage: row[8] as string,
        },
      },
    ]),
  );
}

async function numbers(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const reader = await connection.runAndReadAll(sql);
  return (reader.getRowsJS()[0] ?? []).map(Number);
}
