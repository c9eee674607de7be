import type { Post } from "../../document/post.ts";
import { cellItems, cellUrls } from "./cell-lists.ts";
import type { Mapped, PostFormat } from "./format.ts";
import { secondsWithin } from "./snowflake.ts";
import { dayOf, secondsOf } from "./times.ts";
import {
  cellOfRow,
  countOf,
  eachOnce,
  handleOf,
  hashtagsOf,
  idOf,
  isYes,
  languageOf,
  lostDigits,
  lostId,
  textOf,
  unreadableTime,
} from "./values.ts";
import { permalink, plainText, reference, repostedHandle } from "./x.ts";

/** The columns that all releases have, from October 2018 on. */
const ownColumns = ["tweetid", "userid", "tweet_text", "tweet_time"];

const idColumns = [
  "tweetid",
  "userid",
  "in_reply_to_userid",
  "in_reply_to_tweetid",
  "quoted_tweet_tweetid",
  "retweet_userid",
  "retweet_tweetid",
];

/**
 * X's archive of information operations: one row a post, times to the minute (the ids tell the
 * second), accounts below 5,000 followers hashed (the same hash in all columns). Lists are `[a, b]` in the releases of 2018 and
 * `['a', 'b']` in later ones, which write counts as `3.0`.
 */
export const ioArchive: PostFormat = {
  name: "io-archive",
  container: "csv",
  recognises: ({ header }) => header !== null && ownColumns.every((name) => header.includes(name)),
  map,
};

function map(row: unknown): Mapped {
  const cell = (name: string): string => cellOfRow(row, name);
  const lost = idColumns.find((name) => lostDigits(cell(name)));
  if (lost) return { unmapped: lostId(lost, cell(lost)) };
  const mentioned = cellItems(cell("user_mentions"));
  const lostMention = mentioned.find(lostDigits);
  if (lostMention) return { unmapped: lostId("user_mentions", lostMention) };
  const seconds = secondsOf(cell("tweet_time"));
  if (seconds === null && cell("tweet_time").trim() !== "")
    return { unmapped: unreadableTime(cell("tweet_time")) };
  const id = idOf(cell("tweetid"));
  const accountId = idOf(cell("userid"));
  if (id === null || accountId === null)
    return {
      unmapped: {
        message: `no ${id === null ? "tweetid" : "userid"} in the row`,
        mend: "look at the row in the archive's own file",
      },
    };
  const text = plainText(cell("tweet_text"));
  const name = handleOf(cell("user_screen_name"));
  const handle = name === accountId ? null : name;
  const repostOf = repost(cell, text);
  const quoted = idOf(cell("quoted_tweet_tweetid"));
  const repliedId = idOf(cell("in_reply_to_tweetid"));
  const repliedAccount = idOf(cell("in_reply_to_userid"));
  const post: Post = {
    platform: "x",
    id,
    accountId,
    handle,
    followers: countOf(cell("follower_count")),
    accountCreated: dayOf(cell("account_creation_date")),
    seconds: seconds === null ? null : secondsWithin(seconds, id),
    text,
    language: languageOf(cell("tweet_language")),
    url: permalink(id, handle),
    hashtags: hashtagsOf(cellItems(cell("hashtags"))),
    urls: eachOnce(cellUrls(cell("urls"))),
    mentions: eachOnce(mentioned.map(idOf)),
    repostOf,
    // What a reposted post quotes is not quoted by who reposts it.
    quoteOf: quoted && !repostOf ? reference(quoted, null) : null,
    replyTo: repliedId || repliedAccount ? reference(repliedId, repliedAccount) : null,
    likes: countOf(cell("like_count")),
    reposts: countOf(cell("retweet_count")),
  };
  return { post };
}

function repost(cell: (name: string) => string, text: string): Post["repostOf"] {
  const id = idOf(cell("retweet_tweetid"));
  const account = idOf(cell("retweet_userid"));
  if (!isYes(cell("is_retweet")) && id === null && account === null) return null;
  return reference(id, account ?? textOf(repostedHandle(text)));
}
