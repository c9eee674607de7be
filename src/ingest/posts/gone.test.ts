import { expect, test } from "vitest";
import type { PostGone } from "../../document/post.ts";
import { blueskyLines } from "./bluesky.ts";
import { fourcat } from "./fourcat.ts";
import { mastodonLines } from "./mastodon.ts";
import { table } from "./table.ts";
import { zeeschuimer } from "./zeeschuimer.ts";

const seconds = Date.UTC(2031, 4, 4, 10) / 1000;
const instant = "2031-05-04T10:00:00Z";

const did = "did:plc:tolby";
const uri = `at://${did}/app.bsky.feed.post/3l`;
const skeet = (more: object = {}) => ({
  uri: `at://${did}/app.bsky.feed.post/3m`,
  author: { did, handle: "ferry.example" },
  record: { $type: "app.bsky.feed.post", text: "the ferry is late", createdAt: instant },
  ...more,
});

const actor = "https://tarn.example/users/ina";
const toot = `${actor}/statuses/7`;
const activity = (type: string, object: unknown) => ({
  id: `${toot}/activity`,
  type,
  actor,
  published: instant,
  object,
});

const note = (text: string) => ({ __typename: "TweetTombstone", tombstone: { text: { text } } });
const captured = (data: unknown, item_id = "1652998877665544332") => ({
  source_platform: "twitter.com",
  item_id,
  data,
});
const tweet = {
  rest_id: "1652998877665544999",
  core: { user_results: { result: { rest_id: "9", core: { screen_name: "kai" } } } },
  legacy: {
    full_text: "look at this",
    created_at: "Sun May 04 10:00:00 +0000 2031",
    is_quote_status: true,
    quoted_status_id_str: "1652998877665544111",
  },
};
const row = { id: "7", thread_id: "7", author: "ina", body: "late", timestamp: instant };

type Row = readonly [
  string,
  { readonly map: (value: unknown) => { readonly gone?: PostGone } },
  unknown,
  Omit<PostGone, "platform"> | null,
];

test.each<Row>([
  ["a table's flag", table, { id: "7", author: "ina", deleted: "True" }, byFlag("7")],
  ["a table's mark", table, { id: "7", author: "ina", tombstone: "1" }, byFlag("7")],
  ["a table's no", table, { id: "7", author: "ina", is_deleted: "false" }, null],
  ["a table without a word of it", table, { id: "7", author: "ina", text: "late" }, null],
  [
    "a table's time",
    table,
    { id: "7", author: "ina", deleted_at: instant },
    { id: "7", seconds, how: "deleted" },
  ],
  ["4CAT's flag", fourcat, { ...row, is_deleted: "yes" }, byFlag("7")],
  ["4CAT's no", fourcat, { ...row, is_deleted: "no" }, null],
  [
    "any platform's flag in Zeeschuimer",
    zeeschuimer,
    {
      ...captured({ id: "7", author: "ina", text: "late", is_deleted: true }),
      source_platform: "gab",
    },
    byFlag("7"),
  ],
  [
    "X's note in the post's place",
    zeeschuimer,
    captured(note("This Post was deleted by the Post author. Learn more")),
    byFlag("1652998877665544332"),
  ],
  [
    "X's note that a post is protected says nothing of the kind",
    zeeschuimer,
    captured(
      note("You’re unable to view this Post because this account owner limits who can view it."),
    ),
    null,
  ],
  [
    "X's note in the place of a quoted post",
    zeeschuimer,
    captured({
      ...tweet,
      quoted_status_result: { result: note("This Post was deleted by the Post author.") },
    }),
    byFlag("1652998877665544111"),
  ],
  [
    "Bluesky's event",
    blueskyLines,
    {
      did,
      time_us: seconds * 1e6,
      kind: "commit",
      commit: { operation: "delete", collection: "app.bsky.feed.post", rkey: "3l" },
    },
    { id: uri, seconds, how: "deleted" },
  ],
  ["Bluesky's view", blueskyLines, { uri, notFound: true }, notFound(uri)],
  ["the same in Python", blueskyLines, { uri, not_found: true }, notFound(uri)],
  [
    "the answered post in a feed of Bluesky",
    blueskyLines,
    { post: skeet(), reply: { parent: { uri, notFound: true }, root: { uri, notFound: true } } },
    notFound(uri),
  ],
  ["a block on Bluesky hides, and tells of no end", blueskyLines, { uri, blocked: true }, null],
  ["a post of Bluesky", blueskyLines, skeet(), null],
  [
    "Mastodon's notice, by address",
    mastodonLines,
    activity("Delete", toot),
    { id: toot, seconds, how: "deleted" },
  ],
  [
    "Mastodon's notice, with what is left of the post",
    mastodonLines,
    activity("Delete", { id: toot, type: "Tombstone", deleted: "2031-05-04T10:00:00.000Z" }),
    { id: toot, seconds, how: "deleted" },
  ],
  [
    "what is left of a post of Mastodon, which tells no time",
    mastodonLines,
    activity("Create", { id: toot, type: "Tombstone" }),
    byFlag(toot),
  ],
  ["an account of Mastodon that goes is no post", mastodonLines, activity("Delete", actor), null],
])("%s", (_, format, value, told) => {
  const { gone } = format.map(value);
  if (told === null) expect(gone).toBeUndefined();
  else expect(gone).toMatchObject(told);
});

function byFlag(id: string) {
  return { id, seconds: null, how: "deleted" } as const;
}

function notFound(id: string) {
  return { id, seconds: null, how: "not-found" } as const;
}
