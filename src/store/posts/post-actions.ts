import { readFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";

/** What two accounts can act on alike, and how an action's object is told from a post. */
const objects = {
  hashtag: "unnest(hashtags)",
  url: "unnest(urls)",
  domain: "unnest(domains)",
  repost: "platform || ':' || repost_of",
  text: "words",
  // `words` is a post's own wording, `alike` the first wording of those that are alike.
  "similar-text": "alike",
  "reply-target": "platform || ':' || reply_to",
} as const;

export type PostObject = keyof typeof objects;

export const postObjects = Object.keys(objects) as [PostObject, ...PostObject[]];

/** What a claim's posts are told from is not in the post: the table `claim_action`. */
const ofClaims = "join claim_action using (platform, id)";

export type PostCounts = {
  /** Posts, each once. */
  readonly posts: number;
  /** Records of posts that were there already. */
  readonly again: number;
  /** Posts that tell no time and so cannot have been within any. */
  readonly withoutTime: number;
  /** Posts that act on an object of the kind. */
  readonly acting: number;
};

const accountsSql = readFileSync(new URL("./account.sql", import.meta.url), "utf8");

/** Adds what is told of the accounts of all posts to the table `account`. */
export async function putAccounts(connection: DuckDBConnection): Promise<void> {
  await connection.run(accountsSql);
}

/**
 * Adds the actions of all posts on one kind of object to the table `action`, and their accounts
 * with a name of its own and the most followers told of each to the table `account`.
 */
export async function actionsOfPosts(
  connection: DuckDBConnection,
  on: PostObject | "claim",
): Promise<PostCounts> {
  const object = on === "claim" ? "claim_action.name" : objects[on];
  const joined =
    on === "claim" ? ofClaims : on === "similar-text" ? "join alike_text using (words)" : "";
  await connection.run(
    `create or replace table first_of_post as
     select min(rowid) as first from post group by platform, id`,
  );
  await connection.run(
    `insert into action
     select object, account, post, seconds
     from (select ${object} as object, platform || ':' || account as account,
                  platform || ':' || id as post, seconds
           from post ${joined}
           where post.rowid in (select first from first_of_post) and seconds is not null)
     where object is not null`,
  );
  await putAccounts(connection);
  const reader = await connection.runAndReadAll(
    `select (select count(*) from first_of_post)::double, count(*)::double,
            (count(*) filter (where seconds is null))::double,
            (select count(distinct post) from action)::double
     from post`,
  );
  const [posts = 0, records = 0, withoutTime = 0, acting = 0] = (reader.getRowsJS()[0] ?? []).map(
    Number,
  );
  return { posts, again: records - posts, withoutTime, acting };
}
