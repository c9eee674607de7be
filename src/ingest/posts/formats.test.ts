import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import type { PostRecord } from "../../document/post.ts";
import { postFormats } from "./formats.ts";
import { readPosts } from "./read-posts.ts";
import { sampleOf } from "./sample.ts";

const did = "did:plc:inadorn23456789abcdefghi";
const bluesky = {
  uri: `at://${did}/app.bsky.feed.post/3lk`,
  cid: "b",
  author: { did, handle: "ina.example" },
  record: { $type: "app.bsky.feed.post", text: "x", createdAt: "2031-05-04T10:00:00Z" },
  indexedAt: "2031-05-04T10:00:00Z",
};
const status = {
  id: "1",
  uri: "https://tarn.example/users/ina/statuses/1",
  created_at: "2031-05-04T10:00:00Z",
  content: "<p>x</p>",
  reblog: null,
  reblogs_count: 0,
  account: { id: "7", acct: "ina", url: "https://tarn.example/@ina" },
};
const outbox = {
  "@context": "https://www.w3.org/ns/activitystreams",
  type: "OrderedCollection",
  orderedItems: [
    {
      id: "https://tarn.example/users/ina/statuses/1/activity",
      type: "Create",
      actor: "https://tarn.example/users/ina",
      published: "2031-05-04T10:00:00Z",
      object: { id: "https://tarn.example/users/ina/statuses/1", type: "Note", content: "x" },
    },
  ],
};
const chat = {
  name: "Tarn",
  type: "public_channel",
  id: 5,
  messages: [
    { id: 1, type: "message", date: "2031-05-04T12:00:00", date_unixtime: "1935655200", text: "x" },
  ],
};

const json = (value: unknown) => JSON.stringify(value);
const pretty = (value: unknown) => JSON.stringify(value, null, 1);
const lines = (value: unknown) => `${json(value)}\n${json(value)}\n`;

const files: readonly (readonly [kind: string, text: string, format: string, container: string])[] =
  [
    ["a Telegram chat", pretty(chat), "telegram", "json"],
    ["a feed of Bluesky", json({ feed: [{ post: bluesky }], cursor: "x" }), "bluesky", "json"],
    ["Bluesky by lines", lines(bluesky), "bluesky", "json-lines"],
    ["an archive of Mastodon", json(outbox), "mastodon", "json"],
    ["statuses", pretty([status]), "mastodon", "json"],
    ["statuses by lines", lines(status), "mastodon", "json-lines"],
    ["a table", "id,author,text,date\n1,ina,x,2031-05-04\n", "table", "csv"],
    ["rows by lines", lines({ id: 1, author: "ina", text: "x" }), "table", "json-lines"],
  ];

const folder = mkdtempSync(join(tmpdir(), "posts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("each file is told by its content and read", () => {
  test.each(files)("%s", async (_, text, format, container) => {
    const recognised = postFormats.filter((one) => one.recognises(sampleOf(text)));
    expect(recognised.map((one) => [one.name, one.container])).toEqual([[format, container]]);
    const file = join(folder, "posts.gz");
    writeFileSync(file, gzipSync(text));
    const asked = recognised[0]?.name;
    for (const options of [{}, { format: asked }]) {
      const records: PostRecord[] = [];
      for await (const record of readPosts(file, options)) records.push(record);
      expect(records.length).toBeGreaterThan(0);
      expect(records.map(({ problem }) => problem)).toEqual(records.map(() => null));
      // What is kept can be mapped again, without the file.
      for (const { raw, post } of records)
        expect(recognised[0]?.map(JSON.parse(raw))).toEqual({ post });
    }
  });
});
