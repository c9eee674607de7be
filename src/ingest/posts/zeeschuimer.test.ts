import { expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { withoutTraces } from "./collector-traces.ts";
import { sampleOf } from "./sample.ts";
import { zeeschuimer } from "./zeeschuimer.ts";

/** A record as the extension writes it; `id` is the number that it adds, which has lost its digits. */
function captured<Data>(data: Data, platform = "twitter.com") {
  return {
    nav_index: "1:324:NaN",
    item_id: 1652998877665544200,
    timestamp_collected: 1682940000123,
    source_platform: platform,
    source_platform_url: "https://x.com/search?q=ferry",
    source_url: "https://x.com/i/api?device_id=42&tz_name=Europe%2FBrenna&app_language=en",
    user_agent: 'Mozilla/5.0 ("A")',
    data,
    id: 7,
  };
}

const legacy = {
  id_str: "1652998877665544332",
  created_at: "Mon May 01 10:00:00 +0000 2023",
  full_text: "Tea &amp; ferries with @kai #Ferry https://t.co/a",
  conversation_id_str: "1652998877665544332",
  user_id_str: "77",
  lang: "en",
  favorite_count: 5,
  retweet_count: 2,
  is_quote_status: false,
  entities: {
    hashtags: [{ text: "Ferry", indices: [24, 30] }],
    urls: [
      { url: "https://t.co/a", expanded_url: "https://a.example/ferry", display_url: "a.example" },
    ],
    user_mentions: [{ id_str: "88", screen_name: "kai" }],
  },
};

/** An account as X has told of it: in `legacy`, then partly in `core`, then in neither. */
const accounts = {
  old: {
    __typename: "User",
    rest_id: "77",
    legacy: {
      screen_name: "ferry_watch",
      created_at: "Tue Mar 01 08:00:00 +0000 2016",
      followers_count: 120,
    },
  },
  moved: {
    __typename: "User",
    rest_id: "77",
    core: { screen_name: "ferry_watch", created_at: "Tue Mar 01 08:00:00 +0000 2016" },
    legacy: { followers_count: 120 },
  },
  new: {
    __typename: "User",
    rest_id: "77",
    core: { screen_name: "ferry_watch", created_at: "Tue Mar 01 08:00:00 +0000 2016" },
    relationship_counts: { followers: 120 },
  },
};

const tweet = {
  __typename: "Tweet",
  rest_id: "1652998877665544332",
  id: 1652998877665544200,
  core: { user_results: { result: accounts.old } },
  legacy,
};

const post: Post = {
  platform: "x",
  id: "1652998877665544332",
  accountId: "77",
  handle: "ferry_watch",
  followers: 120,
  accountCreated: "2016-03-01",
  seconds: 1682935200,
  text: "Tea & ferries with @kai #Ferry https://t.co/a",
  language: "en",
  url: "https://x.com/ferry_watch/status/1652998877665544332",
  hashtags: ["ferry"],
  urls: ["https://a.example/ferry"],
  mentions: ["88"],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: 5,
  reposts: 2,
};

/** The post of another account, which is reposted or quoted. */
const other = {
  __typename: "Tweet",
  rest_id: "1600000000000000001",
  core: { user_results: { result: { rest_id: "88", core: { screen_name: "kai" } } } },
  legacy: {
    id_str: "1600000000000000001",
    full_text: "The ferry to Brenna is late, and nobody says why #Brenna",
    user_id_str: "88",
    entities: { hashtags: [{ text: "Brenna" }], urls: [], user_mentions: [] },
  },
};

const unknown = { handle: null, followers: null, accountCreated: null };
const nameless = "https://x.com/i/web/status/1652998877665544332";

test.each<[string, unknown, Partial<Post>]>([
  ["an account in `legacy`", tweet, {}],
  ["in `core` and `legacy`", { ...tweet, core: { user_results: { result: accounts.moved } } }, {}],
  ["in `core` alone", { ...tweet, core: { user_results: { result: accounts.new } } }, {}],
  ["one level deeper", { __typename: "TweetWithVisibilityResults", tweet, id: Number.NaN }, {}],
  [
    "the oldest shape",
    {
      type: "adaptive",
      id: 1652998877665544200,
      legacy,
      user: {
        id_str: "77",
        screen_name: "ferry_watch",
        created_at: "Tue Mar 01 08:00:00 +0000 2016",
        followers_count: 120,
      },
    },
    {},
  ],
  ["no account", { ...tweet, core: { user_results: {} } }, { ...unknown, url: nameless }],
  [
    "no account, but a picture of its own",
    {
      ...tweet,
      core: {},
      legacy: {
        ...legacy,
        extended_entities: {
          media: [
            { expanded_url: "https://x.com/mira/status/5/photo/1", source_status_id_str: "5" },
            { expanded_url: "https://x.com/ferry_watch/status/1652998877665544332/photo/1" },
          ],
        },
      },
    },
    { ...unknown, handle: "ferry_watch" },
  ],
  [
    "a long post, cut off in `legacy`",
    {
      ...tweet,
      note_tweet: {
        note_tweet_results: {
          result: {
            text: `Tea &amp; ${"ferries ".repeat(40)}#Late @mira`,
            entity_set: {
              hashtags: [{ text: "Late" }],
              urls: [],
              user_mentions: [{ screen_name: "mira" }],
            },
          },
        },
      },
    },
    {
      text: `Tea & ${"ferries ".repeat(40)}#Late @mira`,
      hashtags: ["late"],
      urls: [],
      mentions: ["mira"],
    },
  ],
  [
    "a repost, with the other post's words and hashtags",
    {
      ...tweet,
      legacy: {
        ...legacy,
        full_text: "RT @kai: The ferry to Brenna is late, and nobo…",
        is_quote_status: true,
        quoted_status_id_str: "4",
        entities: { hashtags: [], urls: [], user_mentions: [{ id_str: "88", screen_name: "kai" }] },
        retweeted_status_result: { result: { tweet: other } },
      },
    },
    {
      text: "RT @kai: The ferry to Brenna is late, and nobody says why #Brenna",
      hashtags: ["brenna"],
      urls: [],
      mentions: ["88"],
      repostOf: { id: "1600000000000000001", account: "88" },
      quoteOf: null,
    },
  ],
  [
    "a repost of a post that is not given",
    {
      ...tweet,
      legacy: {
        ...legacy,
        full_text: "RT @kai: The ferry",
        retweeted_status_id_str: "1600000000000000001",
      },
    },
    { text: "RT @kai: The ferry", repostOf: { id: "1600000000000000001", account: "kai" } },
  ],
  [
    "a repost of a post that X withholds",
    {
      ...tweet,
      legacy: {
        ...legacy,
        full_text: "RT @kai: The ferry",
        retweeted_status_result: { result: { __typename: "TweetTombstone", tombstone: {} } },
      },
    },
    { text: "RT @kai: The ferry", repostOf: { id: null, account: "kai" } },
  ],
  [
    "a quote",
    { ...tweet, quoted_status_result: { result: other } },
    { quoteOf: { id: "1600000000000000001", account: "88" } },
  ],
  [
    "a quote of which only a link is given",
    {
      ...tweet,
      legacy: {
        ...legacy,
        is_quote_status: true,
        quoted_status_id_str: "1600000000000000001",
        quoted_status_permalink: { expanded: "https://twitter.com/kai/status/1600000000000000001" },
      },
    },
    { quoteOf: { id: "1600000000000000001", account: "kai" } },
  ],
  [
    "a quote of a post that X withholds",
    {
      ...tweet,
      legacy: { ...legacy, is_quote_status: true },
      quoted_status_result: { result: { __typename: "TweetTombstone", tombstone: {} } },
    },
    { quoteOf: { id: null, account: null } },
  ],
  [
    "an answer",
    {
      ...tweet,
      legacy: {
        ...legacy,
        in_reply_to_status_id_str: "3",
        in_reply_to_user_id_str: "99",
        in_reply_to_screen_name: "mira",
      },
    },
    { replyTo: { id: "3", account: "99" } },
  ],
  [
    "an answer to an account",
    { ...tweet, legacy: { ...legacy, in_reply_to_screen_name: "mira" } },
    { replyTo: { id: null, account: "mira" } },
  ],
  [
    "no counts, time or entities",
    {
      ...tweet,
      legacy: { id_str: "1652998877665544332", full_text: "Late", user_id_str: "77", lang: "und" },
    },
    {
      text: "Late",
      seconds: null,
      language: null,
      hashtags: [],
      urls: [],
      mentions: [],
      likes: null,
      reposts: null,
    },
  ],
])("X: %s", (_, data, expected) => {
  expect(zeeschuimer.map(captured(data))).toEqual({ post: { ...post, ...expected } });
});

test("X: by its new name, and as 4CAT exports it", () => {
  expect(zeeschuimer.map(captured(tweet, "x.com"))).toEqual({ post });
  const { data: _, ...marks } = captured(tweet);
  expect(zeeschuimer.map({ ...tweet, __import_meta: marks })).toEqual({ post });
});

test.each<[string, unknown, RegExp]>([
  ["no `legacy`", captured({ rest_id: "1" }), /no `legacy`/],
  [
    "a note in the post's place",
    captured({ __typename: "TweetTombstone" }),
    /deleted, withheld or protected/,
  ],
  [
    "no id but the number",
    captured({ ...tweet, rest_id: undefined, legacy: { full_text: "a" } }),
    /no `rest_id`/,
  ],
  [
    "nobody who wrote it",
    captured({ rest_id: "1652998877665544332", legacy: { full_text: "a" } }),
    /neither an account/,
  ],
  [
    "a time in no known shape",
    captured({ ...tweet, legacy: { ...legacy, created_at: "yesterday" } }),
    /time "yesterday" cannot be read/,
  ],
  ["another kind of record", { id: 7, text: "a" }, /no `source_platform` and `data`/],
  ["no record", null, /no `source_platform` and `data`/],
  [
    "an id that lost its digits",
    captured({ id: 7.1e18, text: "a", author: "kai" }, "gab.com"),
    /7100000000000000000 has lost/,
  ],
  [
    "no text",
    captured({ id: "1", user: { username: "kai" } }, "imgur.com"),
    /from imgur in which a text was not found/,
  ],
  [
    "nothing at all",
    { ...captured({}, "imgur.com"), item_id: null },
    /an id and an account and a text/,
  ],
])("%s is told", (_, record, message) => {
  const mapped = zeeschuimer.map(record);
  expect("unmapped" in mapped ? mapped.unmapped.message : "").toMatch(message);
});

const bare: Post = {
  platform: "",
  id: "",
  accountId: "",
  handle: "kai",
  followers: null,
  accountCreated: null,
  seconds: 1682935200,
  text: "Late #Ferry",
  language: null,
  url: null,
  hashtags: ["ferry"],
  urls: [],
  mentions: [],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: null,
  reposts: null,
};

test.each<[string, unknown, Partial<Post>]>([
  [
    "tiktok.com",
    {
      id: "7228000000000000001",
      desc: "Late #Ferry",
      createTime: 1682935200,
      author: { id: "6800000000000000001", uniqueId: "kai" },
      authorStats: { followerCount: 9 },
      stats: { diggCount: 3, shareCount: 1 },
      textLanguage: "en",
    },
    {
      id: "7228000000000000001",
      accountId: "6800000000000000001",
      followers: 9,
      language: "en",
      likes: 3,
      url: "https://www.tiktok.com/@kai/video/7228000000000000001",
    },
  ],
  [
    "tiktok-comments",
    {
      cid: "7228000000000000002",
      text: "Late #Ferry",
      create_time: 1682935200,
      user: { uid: "68", unique_id: "kai" },
      digg_count: 4,
    },
    { platform: "tiktok", id: "7228000000000000002", accountId: "68", likes: 4 },
  ],
  [
    "instagram.com",
    {
      id: "31_77",
      code: "Cx1",
      taken_at: 1682935200,
      caption: { text: "Late #Ferry" },
      user: { pk: "77", username: "kai" },
      like_count: 3,
    },
    { id: "31_77", accountId: "77", likes: 3, url: "https://www.instagram.com/p/Cx1" },
  ],
  [
    "instagram.com",
    {
      __typename: "GraphImage",
      id: "31",
      shortcode: "Cx1",
      taken_at_timestamp: 1682935200,
      edge_media_to_caption: { edges: [] },
      edge_media_preview_like: { count: 3 },
      owner: { id: "77", username: "kai" },
    },
    {
      id: "31",
      accountId: "77",
      text: "",
      hashtags: [],
      likes: 3,
      url: "https://www.instagram.com/p/Cx1",
    },
  ],
  [
    "threads.net",
    {
      id: "31_77",
      code: "Cx1",
      taken_at: 1682935200,
      caption: { text: "Late #Ferry" },
      user: { pk: "77", username: "kai" },
      like_count: 3,
      text_post_app_info: { repost_count: 1 },
    },
    {
      id: "31_77",
      accountId: "77",
      likes: 3,
      reposts: 1,
      url: "https://www.threads.com/@kai/post/Cx1",
    },
  ],
  [
    "truthsocial.com",
    {
      id: "110",
      created_at: "2023-05-01T10:00:00.000Z",
      content: '<p>Late &amp; wet <a href="https://t.example">#<span>Ferry</span></a><br>again</p>',
      account: {
        id: "77",
        acct: "kai",
        followers_count: 9,
        created_at: "2022-02-21T00:00:00.000Z",
      },
      url: "https://truthsocial.com/@kai/110",
      in_reply_to_id: "109",
      in_reply_to_account_id: "88",
      reblog: null,
      favourites_count: 3,
      reblogs_count: 1,
    },
    {
      id: "110",
      accountId: "77",
      followers: 9,
      accountCreated: "2022-02-21",
      text: "Late & wet #Ferry\nagain",
      url: "https://truthsocial.com/@kai/110",
      replyTo: { id: "109", account: "88" },
      likes: 3,
      reposts: 1,
    },
  ],
  [
    "linkedin.com",
    {
      id: "urn:li:activity:7058",
      actor: {
        name: { text: "Kai" },
        subDescription: { text: "3d" },
        navigationContext: { actionTarget: "https://www.linkedin.com/in/kai/?trk=x" },
      },
      commentary: { text: { text: "Late #Ferry" } },
    },
    { id: "urn:li:activity:7058", accountId: "in/kai", handle: "in/kai", seconds: null },
  ],
])("%s, by the names of its fields", (platform, data, expected) => {
  const name = platform.replace(/\..*/, "");
  expect(zeeschuimer.map(captured(data, platform))).toEqual({
    post: { ...bare, platform: name, ...expected },
  });
});

test.each([
  ["its records", `${JSON.stringify(captured(tweet))}\n{"broken`, true],
  ["4CAT's", JSON.stringify({ id: "1", __import_meta: { source_platform: "x.com" } }), true],
  ["a record that is longer than the sample", JSON.stringify(captured(tweet)).slice(0, 600), true],
  ["other JSON", '{"id":1,"text":"a"}\n{"id":2,"text":"b"}', false],
  ["JSON that tells of it in a text", '{"text":"{\\"source_platform\\": \\"x\\"}"', false],
  ["a table", "source_platform,data\nx,y\n", false],
])("a file with %s", (_, text, expected) => {
  expect(zeeschuimer.recognises(sampleOf(text))).toBe(expected);
});

test("nothing that is kept tells of who collected", () => {
  const viewed = { favorited: true, following: false, legacy: { following: 3 } };
  const record = captured({ ...tweet, viewed, source_urls: 'a"source_url":"b' });
  const whole = JSON.stringify(record);
  for (const cut of [whole.length, whole.indexOf("device_id") + 3, whole.indexOf("Mozilla") + 4]) {
    const kept = withoutTraces(whole.slice(0, cut));
    expect(kept).not.toMatch(/device_id|tz_name|Mozilla|search\?q|324/);
  }
  expect(JSON.parse(withoutTraces(whole))).toEqual({
    ...record,
    nav_index: null,
    source_platform_url: null,
    source_url: null,
    user_agent: null,
    data: {
      ...record.data,
      viewed: { favorited: null, following: null, legacy: { following: 3 } },
    },
  });
});

test("a long and hostile record is gone through once", () => {
  const quotes = '\\"'.repeat(2_000_000);
  expect(withoutTraces(`{"source_url":"${quotes}","data":1}`)).toBe('{"source_url":null,"data":1}');
  expect(withoutTraces(`{"source_url":"${"x".repeat(8_000_000)}\\`)).toBe('{"source_url":null');
});
