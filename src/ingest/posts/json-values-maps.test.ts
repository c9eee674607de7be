import { expect, test } from "vitest";
import { bluesky } from "./bluesky.ts";
import type { PostFormat } from "./format.ts";
import { mastodon } from "./mastodon.ts";
import { tableLines } from "./table.ts";
import { telegram } from "./telegram.ts";

const message = {
  within: { id: 5, name: "Tarn", type: "public_channel" },
  record: {
    id: 1,
    type: "message",
    date_unixtime: "1935655200",
    from: "Tarn",
    from_id: "channel5",
    forwarded_from: "Dam",
    reply_to_message_id: 3,
    text: ["x", { type: "hashtag", text: "#a" }],
    text_entities: [{ type: "text_link", text: "x", href: "https://a.example/" }],
  },
};
const subject = { uri: "at://did:plc:a/app.bsky.feed.post/2", cid: "b" };
const feedPost = {
  post: {
    uri: "at://did:plc:b/app.bsky.feed.post/1",
    author: { did: "did:plc:b", handle: "b.example", createdAt: "2030-01-01T00:00:00Z" },
    record: {
      $type: "app.bsky.feed.post",
      text: "x #a",
      createdAt: "2031-05-04T10:00:00Z",
      langs: ["en"],
      tags: ["b"],
      facets: [{ index: { byteStart: 2, byteEnd: 4 }, features: [{ $type: "x#tag", tag: "a" }] }],
      reply: { parent: subject, root: subject },
      embed: { record: { record: subject }, media: { external: { uri: "https://a.example/" } } },
    },
    likeCount: 1,
  },
  reason: { by: { did: "did:plc:a", handle: "a.example" }, indexedAt: "2031-05-04T10:00:00Z" },
};
const event = {
  did: "did:plc:a",
  time_us: 1935655200000000,
  kind: "commit",
  commit: {
    operation: "create",
    collection: "app.bsky.feed.repost",
    rkey: "1",
    record: { createdAt: "2031-05-04T10:00:00Z", subject },
  },
};
const account = { id: "7", acct: "ina", url: "https://tarn.example/@ina", followers_count: 2 };
const plain = {
  id: "1",
  uri: "https://tarn.example/users/ina/statuses/1",
  content: "<p>x</p>",
  account,
  tags: [{ name: "a" }],
  mentions: [{ id: "9", acct: "ole", url: "https://tarn.example/@ole" }],
  card: { url: "https://a.example/" },
};
const status = {
  ...plain,
  in_reply_to_id: "4",
  in_reply_to_account_id: "9",
  quote: { quoted_status: plain },
  reblog: null,
};
const boost = { ...plain, reblog: plain };
const activity = {
  id: "https://tarn.example/1/activity",
  type: "Create",
  actor: "https://tarn.example/users/ina",
  to: ["as:Public"],
  object: {
    id: "https://tarn.example/1",
    content: "<p>x</p>",
    contentMap: { en: "x" },
    url: [{ href: "https://tarn.example/1" }],
    tag: [{ type: "Hashtag", name: "#a" }],
    inReplyTo: { id: "https://tarn.example/0" },
    likes: { totalItems: 1 },
  },
};
const row = {
  id: 1,
  author: "ina",
  text: "x #a",
  date: "2031-05-04",
  hashtags: ["a", { text: "b" }],
  urls: "https://a.example/",
  mentions: [{ id: 4 }],
  reply_to: "3",
};

const strange: readonly unknown[] = [
  undefined,
  null,
  0,
  -1.5,
  1e300,
  true,
  "",
  "x",
  "\ud83d",
  [],
  [null],
  [[]],
  {},
  { id: {} },
];

/** The value with each of its parts, at any depth, replaced by something strange. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* strange;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value))
    for (const other of spoiled(inner))
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
}

test.each<[string, PostFormat, unknown]>([
  ["a message of Telegram", telegram, message],
  ["a post of Bluesky in a feed", bluesky, feedPost],
  ["an event of Bluesky", bluesky, event],
  ["a status of Mastodon", mastodon, status],
  ["a boost of Mastodon", mastodon, boost],
  ["an activity of Mastodon", mastodon, activity],
  ["a row of a table", tableLines, row],
])("%s: whatever stands in it, it is a post or told as none", (_, format, record) => {
  expect(format.map(record)).toHaveProperty("post");
  for (const value of spoiled(record)) {
    const mapped = format.map(value);
    if ("unmapped" in mapped) {
      expect(mapped.unmapped).toEqual({
        message: expect.stringMatching(/./),
        mend: expect.stringMatching(/./),
      });
      continue;
    }
    const { post } = mapped;
    for (const list of [post.hashtags, post.urls, post.mentions])
      expect(list.filter((item) => typeof item !== "string" || item === "")).toEqual([]);
    for (const name of ["platform", "id", "accountId", "text"] as const)
      expect(post[name]).toBeTypeOf("string");
    for (const count of [post.seconds, post.followers, post.likes, post.reposts])
      expect(count === null || Number.isInteger(count)).toBe(true);
    for (const told of [post.handle, post.language, post.url, post.accountCreated])
      expect(told === null || typeof told === "string").toBe(true);
    for (const other of [post.repostOf, post.quoteOf, post.replyTo])
      if (other)
        for (const told of [other.id, other.account])
          expect(told === null || typeof told === "string").toBe(true);
  }
});
