import { readFileSync } from "node:fs";
import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import type { Post, PostGone } from "../../document/post.ts";
import type { PostReading } from "../../read/post/read-post.ts";
import { LIST, VARCHAR } from "../duckdb.ts";

/** A post with what was read from it and where it stood. */
export type KeptPost = {
  readonly post: Post;
  readonly reading: PostReading;
  readonly file: string;
  readonly line: number;
};

const postSql = readFileSync(new URL("./post.sql", import.meta.url), "utf8");
const texts = LIST(VARCHAR);
/** So many posts wait in memory before they are handed over. */
const mostPending = 20_000;

/** Makes the empty tables `post`, and `post_gone` of posts that are no longer there. */
export async function createPosts(connection: DuckDBConnection): Promise<void> {
  await connection.run(postSql);
  await connection.run(
    "create table post_gone (platform varchar, id varchar, seconds double, how varchar)",
  );
}

/**
 * Adds posts to the table `post`, and what is told of posts that are no longer there to the table
 * `post_gone`. @returns how many posts
 */
export async function putPosts(
  connection: DuckDBConnection,
  posts: AsyncIterable<KeptPost | PostGone>,
): Promise<number> {
  const appender = await connection.createAppender("post");
  const goneAppender = await connection.createAppender("post_gone");
  let count = 0;
  try {
    for await (const post of posts) {
      if ("how" in post) {
        appendGone(goneAppender, post);
        goneAppender.endRow();
        continue;
      }
      appendPost(appender, post);
      appender.appendVarchar(post.file);
      appender.appendInteger(post.line);
      appender.endRow();
      if (++count % mostPending === 0) appender.flushSync();
    }
  } finally {
    appender.closeSync();
    goneAppender.closeSync();
  }
  return count;
}

/** All columns of a post that is gone; the caller goes on and ends the row. */
export function appendGone(
  appender: DuckDBAppender,
  { platform, id, seconds, how }: PostGone,
): void {
  appender.appendVarchar(platform);
  appender.appendVarchar(id);
  if (seconds === null) appender.appendNull();
  else appender.appendDouble(seconds);
  appender.appendVarchar(how);
}

/** All columns of a post from `platform` to `reposts`; the caller goes on and ends the row. */
export function appendPost(
  appender: DuckDBAppender,
  { post, reading }: Pick<KeptPost, "post" | "reading">,
): void {
  appender.appendVarchar(post.platform);
  appender.appendVarchar(post.id);
  appender.appendVarchar(post.accountId);
  appendText(appender, post.handle);
  appendCount(appender, post.followers);
  appendText(appender, post.accountCreated);
  if (post.seconds === null) appender.appendNull();
  else appender.appendDouble(post.seconds);
  appender.appendVarchar(post.text);
  appendText(appender, post.language);
  appendText(appender, post.url);
  for (const list of [post.hashtags, reading.urls, reading.domains, post.mentions])
    appender.appendList(list, texts);
  appendText(appender, reading.words);
  for (const other of [post.repostOf, post.quoteOf, post.replyTo]) {
    appendText(appender, other?.id ?? null);
    appendText(appender, other?.account ?? null);
  }
  appendCount(appender, post.likes);
  appendCount(appender, post.reposts);
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  if (value === null) appender.appendNull();
  else appender.appendVarchar(value);
}

function appendCount(appender: DuckDBAppender, value: number | null): void {
  if (value === null) appender.appendNull();
  else appender.appendBigInt(BigInt(Math.trunc(value)));
}
