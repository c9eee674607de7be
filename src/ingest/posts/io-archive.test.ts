import { expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { csvHeader } from "./csv-rows.ts";
import { ioArchive } from "./io-archive.ts";
import { sampleOf } from "./sample.ts";

// The columns of a release of 2018 and of one of 2020.
const columns2018 =
  "tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language,tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_tweetid,in_reply_to_userid,quoted_tweet_tweetid,is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions,poll_choices";
const columns2020 =
  "tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language,tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions";

const hash = "ygQRwhQRrh1+6N7J6IMFnzWgqUGimWqg0KZptLpxDY=";
const row = {
  tweetid: "898925911294132224",
  userid: hash,
  user_display_name: hash,
  user_screen_name: hash,
  follower_count: "17",
  account_creation_date: "2016-12-04",
  tweet_language: "en",
  tweet_text: "Tea &amp; ferries #Brenna",
  tweet_time: "2017-08-19 15:13",
  in_reply_to_userid: "",
  in_reply_to_tweetid: "",
  quoted_tweet_tweetid: "",
  is_retweet: "False",
  retweet_userid: "",
  retweet_tweetid: "",
  latitude: "absent",
  like_count: "3.0",
  retweet_count: "0.0",
  hashtags: "['Brenna']",
  urls: "['http://a.example/1,2', 'http://b.example']",
  user_mentions: "[]",
};
const post: Post = {
  platform: "x",
  id: "898925911294132224",
  accountId: hash,
  handle: null,
  followers: 17,
  accountCreated: "2016-12-04",
  // The minute is told, the second is the id's.
  seconds: Date.UTC(2017, 7, 19, 15, 13, 33) / 1000,
  text: "Tea & ferries #Brenna",
  language: "en",
  url: "https://x.com/i/web/status/898925911294132224",
  hashtags: ["brenna"],
  urls: ["http://a.example/1,2", "http://b.example"],
  mentions: [],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: 3,
  reposts: 0,
};

test.each([
  ["a release of 2018", columns2018, true],
  ["a release of 2020", columns2020, true],
  ["a table from 4CAT", "id,thread_id,author,body,timestamp", false],
])("the header of %s", (_, header, expected) => {
  expect(csvHeader(header)).not.toBeNull();
  expect(ioArchive.recognises(sampleOf(`${header}\n`))).toBe(expected);
});

test.each<[string, Partial<typeof row>, Partial<Post>]>([
  ["a row of an account below 5,000 followers", {}, {}],
  [
    "one of an account with more, whose name is told",
    { userid: "77", user_screen_name: "ferry_watch", follower_count: "12000" },
    {
      accountId: "77",
      handle: "ferry_watch",
      followers: 12000,
      url: "https://x.com/ferry_watch/status/898925911294132224",
    },
  ],
  [
    "lists as in 2018",
    { hashtags: "[Ferry, ferry]", urls: "[http://a.example]", user_mentions: `[77, ${hash}]` },
    { hashtags: ["ferry"], urls: ["http://a.example"], mentions: ["77", hash] },
  ],
  [
    "lists, counts and flags left empty",
    {
      hashtags: "",
      urls: "",
      user_mentions: "",
      like_count: "",
      retweet_count: "",
      follower_count: "",
      is_retweet: "",
    },
    { hashtags: [], urls: [], likes: null, reposts: null, followers: null },
  ],
  [
    "a repost",
    {
      is_retweet: "True",
      retweet_userid: "88",
      retweet_tweetid: "555",
      tweet_text: "RT @kai: Late",
    },
    { repostOf: { id: "555", account: "88" }, text: "RT @kai: Late" },
  ],
  [
    "a repost whose post and account are not told",
    { is_retweet: "true", tweet_text: "RT @kai: Late" },
    { repostOf: { id: null, account: "kai" }, text: "RT @kai: Late" },
  ],
  [
    "a repost of a quote quotes nothing itself",
    { is_retweet: "True", retweet_tweetid: "555", quoted_tweet_tweetid: "444" },
    { repostOf: { id: "555", account: null }, quoteOf: null },
  ],
  ["a quote", { quoted_tweet_tweetid: "444" }, { quoteOf: { id: "444", account: null } }],
  [
    "an answer",
    { in_reply_to_tweetid: "333", in_reply_to_userid: "99" },
    { replyTo: { id: "333", account: "99" } },
  ],
  [
    "an answer to an account",
    { in_reply_to_userid: "99" },
    { replyTo: { id: null, account: "99" } },
  ],
  ["a time that is missing", { tweet_time: "" }, { seconds: null }],
  ["a language that is not told", { tweet_language: "und" }, { language: null }],
  ["a language by its old code", { tweet_language: "in" }, { language: "id" }],
])("%s", (_, changed, expected) => {
  expect(ioArchive.map({ ...row, ...changed })).toEqual({ post: { ...post, ...expected } });
});

test.each<[string, unknown, RegExp]>([
  ["an id that lost its digits", { ...row, tweetid: "8.99E+17" }, /tweetid 8\.99E\+17 has lost/],
  [
    "a referred id that lost them",
    { ...row, retweet_tweetid: "898925911294132224.0" },
    /retweet_tweetid/,
  ],
  ["a mentioned id that lost them", { ...row, user_mentions: "[77, 8.99E+17]" }, /user_mentions/],
  [
    "a time as a spreadsheet writes it",
    { ...row, tweet_time: "8/19/17 15:13" },
    /time "8\/19\/17 15:13"/,
  ],
  ["no id", { ...row, tweetid: "" }, /no tweetid/],
  ["no account", { ...row, userid: " " }, /no userid/],
  ["no row", "x", /no tweetid/],
])("%s is told", (_, record, message) => {
  const mapped = ioArchive.map(record);
  expect("unmapped" in mapped ? mapped.unmapped.message : "").toMatch(message);
});
