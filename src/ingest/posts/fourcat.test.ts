import { expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { fourcat } from "./fourcat.ts";
import { sampleOf } from "./sample.ts";

const x = {
  collected_from_url: "https://x.com/search?q=ferry",
  id: "1652998877665544332",
  thread_id: "1652998877665544332",
  timestamp: "2023-05-01 10:00:00",
  unix_timestamp: "1682935200",
  link: "https://x.com/ferry_watch/status/1652998877665544332",
  body: "Late again &amp; wet #Ferry",
  author: "ferry_watch",
  author_fullname: "Ferry Watch",
  author_id: "77",
  author_followers: "120",
  language_guess: "en",
  retweet_count: "2",
  like_count: "5",
  is_retweet: "no",
  retweeted_user: "",
  is_quote_tweet: "no",
  quote_tweet_id: "",
  quote_author: "",
  is_reply: "no",
  replied_author: "",
  hashtags: "Ferry,FERRY",
  urls: "https://a.example/1,2,https://b.example",
  mentions: "kai,mira",
};
const post: Post = {
  platform: "x",
  id: "1652998877665544332",
  accountId: "77",
  handle: "ferry_watch",
  followers: 120,
  accountCreated: null,
  seconds: 1682935200,
  text: "Late again & wet #Ferry",
  language: "en",
  url: "https://x.com/ferry_watch/status/1652998877665544332",
  hashtags: ["ferry"],
  urls: ["https://a.example/1,2", "https://b.example"],
  mentions: ["kai", "mira"],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: 5,
  reposts: 2,
};

test.each([
  ["a table from X", Object.keys(x).join(","), true],
  ["any other", "thread_id;id;timestamp;body;author;title", true],
  ["one without authors", "id,thread_id,timestamp,body", false],
  ["CooRTweet's", "object_id,account_id,content_id,timestamp_share", false],
])("the header of %s", (_, header, expected) => {
  expect(fourcat.recognises(sampleOf(`${header}\n`))).toBe(expected);
});

test.each<[string, Partial<Record<string, string>>, Partial<Post>]>([
  ["a post from X", {}, {}],
  ["without `unix_timestamp`, `timestamp` is UTC", { unix_timestamp: "" }, { seconds: 1682935200 }],
  ["an empty timestamp", { unix_timestamp: "", timestamp: "" }, { seconds: null }],
  ["none, as 1970", { unix_timestamp: "0", timestamp: "1970-01-01 00:00:00" }, { seconds: null }],
  [
    "a repost, whose post 4CAT does not tell",
    { is_retweet: "yes", retweeted_user: "kai", body: "RT @kai: Late" },
    { repostOf: { id: null, account: "kai" }, text: "RT @kai: Late" },
  ],
  [
    "a quote",
    { is_quote_tweet: "yes", quote_tweet_id: "444", quote_author: "mira" },
    { quoteOf: { id: "444", account: "mira" } },
  ],
  [
    "a quote in older tables",
    {
      is_quote_tweet: "yes",
      quote_tweet_id: undefined,
      quote_author: undefined,
      quoted_user: "mira",
    },
    { quoteOf: { id: null, account: "mira" } },
  ],
  [
    "an answer",
    { is_reply: "yes", replied_author: "kai", thread_id: "111" },
    { replyTo: { id: null, account: "kai" } },
  ],
  [
    "an answer in older tables",
    { is_reply: "yes", replied_author: undefined, replied_user: "kai" },
    { replyTo: { id: null, account: "kai" } },
  ],
  [
    "an answer to a post that is gone",
    { is_reply: "yes", replied_author: "" },
    { replyTo: { id: null, account: null } },
  ],
  [
    "lists that are empty",
    { hashtags: "", urls: "", mentions: "" },
    { hashtags: [], urls: [], mentions: [] },
  ],
  ["no account's id", { author_id: "" }, { accountId: "ferry_watch" }],
  ["no link", { link: "" }, {}],
])("%s", (_, changed, expected) => {
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...x, ...changed }))
    if (value !== undefined) row[name] = value;
  expect(fourcat.map(row)).toEqual({ post: { ...post, ...expected } });
});

const generic = {
  id: "91",
  thread_id: "90",
  author: "kai",
  body: "Ask @mira: https://a.example #Ferry",
  timestamp: "2023-05-01 10:00:00",
};
const genericPost: Post = {
  platform: "unknown",
  id: "91",
  accountId: "kai",
  handle: "kai",
  followers: null,
  accountCreated: null,
  seconds: 1682935200,
  text: "Ask @mira: https://a.example #Ferry",
  language: null,
  url: null,
  hashtags: ["ferry"],
  urls: ["https://a.example"],
  mentions: ["mira"],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: null,
  reposts: null,
};

test.each<[string, Record<string, string>, Partial<Post>]>([
  ["a platform that is not told", {}, {}],
  [
    "a platform that its links tell",
    { url: "https://www.threads.com/@kai/post/Cx1", likes: "4", reposts: "1" },
    { platform: "threads", url: "https://www.threads.com/@kai/post/Cx1", likes: 4, reposts: 1 },
  ],
  ["a column for hashtags counts, not the text", { hashtags: "" }, { hashtags: [] }],
])("%s", (_, changed, expected) => {
  expect(fourcat.map({ ...generic, ...changed })).toEqual({
    post: { ...genericPost, ...expected },
  });
});

test.each<[string, unknown, RegExp]>([
  ["an id that lost its digits", { ...x, id: "1.65E+18" }, /its id 1\.65E\+18 has lost/],
  [
    "a time as a spreadsheet writes it",
    { ...generic, timestamp: "5/1/23 10:00" },
    /time "5\/1\/23/,
  ],
  ["no id", { ...generic, id: "" }, /no id/],
  ["no author", { ...generic, author: "" }, /no author/],
])("%s is told", (_, record, message) => {
  const mapped = fourcat.map(record);
  expect("unmapped" in mapped ? mapped.unmapped.message : "").toMatch(message);
});

test("the page that was looked at is not kept", () => {
  expect(JSON.parse(fourcat.withoutTraces?.(JSON.stringify(x)) ?? "")).toEqual({
    ...x,
    collected_from_url: null,
  });
});
