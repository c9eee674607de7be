import { describe, expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { bluesky, blueskyLines } from "./bluesky.ts";
import { jsonValues } from "./json-values.ts";

const ina = "did:plc:inadorn23456789abcdefghi";
const ole = "did:plc:olesund23456789abcdefghi";
const uri = `at://${ina}/app.bsky.feed.post/3lkpost`;

/** What the API's views of posts have: app.bsky.feed.defs#postView. */
const view = {
  uri,
  cid: "bafyreib",
  author: {
    did: ina,
    handle: "ina.tarn.example",
    displayName: "Ina",
    createdAt: "2024-02-06T22:10:00.000Z",
    viewer: { muted: false },
  },
  record: {
    $type: "app.bsky.feed.post",
    createdAt: "2031-05-04T10:00:00.000Z",
    langs: ["de", "en"],
    text: "Böen 🌊 am Damm #Tarn @ole.example tarn.example/…",
    facets: [
      {
        index: { byteStart: 19, byteEnd: 24 },
        features: [{ $type: "app.bsky.richtext.facet#tag", tag: "Tarn" }],
      },
      {
        index: { byteStart: 25, byteEnd: 37 },
        features: [{ $type: "app.bsky.richtext.facet#mention", did: ole }],
      },
      {
        index: { byteStart: 38, byteEnd: 54 },
        features: [{ $type: "app.bsky.richtext.facet#link", uri: "https://tarn.example/dam?id=4" }],
      },
    ],
  },
  replyCount: 1,
  repostCount: 2,
  likeCount: 3,
  quoteCount: 0,
  indexedAt: "2031-05-04T10:00:01.500Z",
  labels: [],
};

const expected: Post = {
  platform: "bluesky",
  id: uri,
  accountId: ina,
  handle: "ina.tarn.example",
  followers: null,
  accountCreated: "2024-02-06",
  seconds: Date.UTC(2031, 4, 4, 10) / 1000,
  text: "Böen 🌊 am Damm #Tarn @ole.example tarn.example/…",
  language: "de",
  url: `https://bsky.app/profile/${ina}/post/3lkpost`,
  hashtags: ["tarn"],
  urls: ["https://tarn.example/dam?id=4"],
  mentions: [ole],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: 3,
  reposts: 2,
};

/** As the Python library writes it: `camelCase` → `camel_case`, `$type` → `py_type`. */
function inPython(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPython);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key === "$type" ? "py_type" : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inPython(inner),
    ]),
  );
}

function post(value: unknown): Post {
  const mapped = bluesky.map(value);
  if ("unmapped" in mapped) throw new Error(mapped.unmapped.message);
  return mapped.post;
}

const withRecord = (fields: object) => ({ ...view, record: { ...view.record, ...fields } });

describe("one post in every shape in which exports tell it", () => {
  test.each<[string, unknown, Partial<Post>]>([
    ["view of the API", view, {}],
    ["post of a feed", { post: view }, {}],
    [
      "post of a feed, pinned there",
      { post: view, reason: { $type: "app.bsky.feed.defs#reasonPin" } },
      {},
    ],
    ["dump of the Python library", inPython(view), {}],
    [
      "dump of a feed by the Python library",
      inPython({ post: view, reply: null, reason: null }),
      {},
    ],
    [
      "record of a repository",
      { uri, cid: "bafyreib", value: view.record },
      { handle: null, accountCreated: null, likes: null, reposts: null },
    ],
    [
      "record with its account's id",
      { uri, cid: "bafyreib", author: ina, record: inPython(view.record) },
      { handle: null, accountCreated: null, likes: null, reposts: null },
    ],
    [
      "event of Jetstream",
      {
        did: ina,
        time_us: 1935655201500000,
        kind: "commit",
        commit: {
          rev: "3l",
          operation: "create",
          collection: "app.bsky.feed.post",
          rkey: "3lkpost",
          record: view.record,
          cid: "bafyreib",
        },
      },
      { handle: null, accountCreated: null, likes: null, reposts: null },
    ],
  ])("%s", (_, value, told) => {
    expect(post(value)).toEqual({ ...expected, ...told });
  });
});

describe("the account", () => {
  test.each<[string, object, Partial<Post>]>([
    ["a profile with its followers", { followersCount: 1200 }, { followers: 1200 }],
    ["a handle that leads nowhere", { handle: "handle.invalid" }, { handle: null }],
  ])("%s", (_, fields, told) => {
    expect(post({ ...view, author: { ...view.author, ...fields } })).toMatchObject(told);
  });
});

describe("when it was written: as the client says, else when a server noticed", () => {
  test.each<[string, object, number | null]>([
    ["an offset", { createdAt: "2031-05-04T12:00:00+02:00" }, Date.UTC(2031, 4, 4, 10) / 1000],
    ["long before it was noticed", { createdAt: "2019-01-01T00:00:00Z" }, Date.UTC(2019, 0) / 1000],
    ["absent", { createdAt: undefined }, Date.UTC(2031, 4, 4, 10, 0, 1) / 1000],
    ["unreadable", { createdAt: "yesterday" }, Date.UTC(2031, 4, 4, 10, 0, 1) / 1000],
  ])("%s", (_, fields, seconds) => {
    expect(post(withRecord(fields)).seconds).toBe(seconds);
  });

  test("told by neither", () => {
    expect(post({ uri, value: { $type: "app.bsky.feed.post", text: "" } }).seconds).toBeNull();
  });
});

describe("hashtags, links and mentions", () => {
  const facet = (byteStart: number, byteEnd: number, feature: object) => ({
    index: { byteStart, byteEnd },
    features: [feature],
  });
  test.each<[string, object, Partial<Post>]>([
    [
      "none is marked: none is told",
      { facets: undefined },
      { hashtags: [], urls: [], mentions: [] },
    ],
    [
      "each once, in lower case, compatible letters alike; tags beside the text too",
      {
        tags: ["ＴＡＲＮ", "Dam"],
        facets: [
          facet(19, 24, { $type: "app.bsky.richtext.facet#tag", tag: "Tarn" }),
          facet(19, 24, { $type: "app.bsky.richtext.facet#tag", tag: "TARN" }),
        ],
      },
      { hashtags: ["tarn", "dam"] },
    ],
    [
      "a facet without its value stands for its bytes of the text",
      {
        facets: [
          facet(19, 24, { $type: "app.bsky.richtext.facet#tag" }),
          facet(25, 37, { $type: "app.bsky.richtext.facet#mention" }),
          facet(-4, 9999, { $type: "app.bsky.richtext.facet#other" }),
        ],
      },
      { hashtags: ["tarn"], mentions: ["ole.example"] },
    ],
    [
      "a card's link, once with the one in the text",
      {
        embed: {
          $type: "app.bsky.embed.external",
          external: { uri: "https://tarn.example/card", title: "", description: "" },
        },
      },
      { urls: ["https://tarn.example/dam?id=4", "https://tarn.example/card"] },
    ],
  ])("%s", (_, fields, told) => {
    expect(post(withRecord(fields))).toMatchObject(told);
  });
});

describe("other posts that it goes back to", () => {
  const other = `at://${ole}/app.bsky.feed.post/3lother`;
  const root = `at://${ole}/app.bsky.feed.post/3lroot`;
  const of = { id: other, account: ole };
  const strong = (uri: string) => ({ uri, cid: "bafyreic" });
  test.each<[string, object, Partial<Post>]>([
    [
      "a reply: to the post above, not to the thread's first",
      { reply: { parent: strong(other), root: strong(root) } },
      { replyTo: of },
    ],
    [
      "a quote",
      { embed: { $type: "app.bsky.embed.record", record: strong(other) } },
      { quoteOf: of },
    ],
    [
      "a quote with a card",
      {
        embed: {
          $type: "app.bsky.embed.recordWithMedia",
          record: { $type: "app.bsky.embed.record", record: strong(other) },
          media: { $type: "app.bsky.embed.external", external: { uri: "https://tarn.example/m" } },
        },
        facets: [],
      },
      { quoteOf: of, urls: ["https://tarn.example/m"] },
    ],
    [
      "a feed that is shown within is no quote",
      { embed: { record: strong(`at://${ole}/app.bsky.feed.generator/tarn`) } },
      { quoteOf: null },
    ],
  ])("%s", (_, fields, told) => {
    expect(post(withRecord(fields))).toMatchObject(told);
    expect(post(inPython(withRecord(fields)))).toMatchObject(told);
  });

  const reason = {
    $type: "app.bsky.feed.defs#reasonRepost",
    by: { did: ole, handle: "ole.example" },
    uri: `at://${ole}/app.bsky.feed.repost/3lrepost`,
    cid: "bafyreid",
    indexedAt: "2031-05-04T11:00:00.000Z",
  };
  const repost = {
    ...expected,
    id: `at://${ole}/app.bsky.feed.repost/3lrepost`,
    accountId: ole,
    handle: "ole.example",
    accountCreated: null,
    seconds: Date.UTC(2031, 4, 4, 11) / 1000,
    url: null,
    repostOf: { id: uri, account: ina },
    likes: null,
    reposts: null,
  };

  test("a repost in a feed has the words of the post, and account and time of its own", () => {
    expect(post({ post: view, reason })).toEqual(repost);
    expect(post(inPython({ post: view, reason }))).toEqual(repost);
  });

  test("a dump that tells of accounts by their handles only", () => {
    const by = { handle: "ole.example" };
    expect(post({ post: view, reason: { ...reason, by } })).toMatchObject({
      accountId: "ole.example",
      repostOf: { id: uri, account: ina },
    });
  });

  test("an older answer doesn't tell the repost's id", () => {
    expect(post({ post: view, reason: { ...reason, uri: undefined } }).id).toBe(
      `${ole} reposts ${uri}`,
    );
  });

  test("a repost as a record of its account", () => {
    const record = {
      $type: "app.bsky.feed.repost",
      createdAt: "2031-05-04T11:00:00.000Z",
      subject: { uri, cid: "bafyreib" },
    };
    const event = {
      operation: "create",
      collection: "app.bsky.feed.repost",
      rkey: "3lrepost",
      record,
    };
    expect(post({ did: ole, time_us: 1, kind: "commit", commit: event })).toEqual({
      ...repost,
      handle: null,
      text: "",
      language: null,
      hashtags: [],
      urls: [],
      mentions: [],
    });
  });
});

describe("what is no post is told by its reason", () => {
  const commit = { rev: "3l", operation: "create", rkey: "3l", record: {} };
  test.each<[string, unknown, string]>([
    [
      "a like",
      { did: ole, kind: "commit", commit: { ...commit, collection: "app.bsky.feed.like" } },
      "record of the kind app.bsky.feed.like",
    ],
    [
      "a deletion",
      {
        did: ole,
        kind: "commit",
        commit: { operation: "delete", collection: "app.bsky.feed.post", rkey: "3l" },
      },
      "deletion",
    ],
    [
      "an account's event",
      { did: ole, kind: "identity", identity: {} },
      "event of the kind identity",
    ],
    ["a post that is gone", { uri, notFound: true }, "post that is gone"],
    ["a post that is gone, in Python", { uri, not_found: true }, "post that is gone"],
    ["a blocked one", { uri, blocked: true, author: { did: ina } }, "post hidden by a block"],
    [
      "a profile",
      {
        uri: `at://${ina}/app.bsky.actor.profile/self`,
        value: { $type: "app.bsky.actor.profile" },
      },
      "record of the kind app.bsky.actor.profile",
    ],
    [
      "a time that cannot be read, and no other",
      { uri, value: { $type: "app.bsky.feed.post", text: "", createdAt: "soon" } },
      'its time "soon" cannot be read',
    ],
    ["something else", { id: 1, text: "x" }, "no post of Bluesky"],
    ["nothing", null, "no post of Bluesky"],
    [
      "a repost of nothing",
      { uri: `at://${ole}/app.bsky.feed.repost/3l`, value: { $type: "app.bsky.feed.repost" } },
      "repost that does not tell of which post",
    ],
  ])("%s", (_, value, message) => {
    expect(bluesky.map(value)).toMatchObject({ unmapped: { message } });
  });
});

describe("where its posts lie, and how it is recognised", () => {
  test.each<[string, unknown]>([
    ["a timeline", { cursor: "x", feed: [{ post: view }] }],
    ["search results", { hitsTotal: 1, cursor: "x", posts: [view] }],
    ["a repository's records", { cursor: "x", records: [{ uri, cid: "b", value: view.record }] }],
    ["a list of the Python library", [inPython(view)]],
  ])("%s", async (_, value) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      expect(bluesky.recognises({ text, header: null, records: [] })).toBe(true);
      const ids: string[] = [];
      for await (const { value: record } of jsonValues([text], bluesky.places ?? []))
        ids.push(post(record).id);
      expect(ids).toEqual([uri]);
      // The whole answer on one line is no line of posts.
      expect(blueskyLines.recognises({ text, header: null, records: [value] })).toBe(false);
    }
  });

  test.each<[string, unknown, boolean]>([
    ["views by lines", view, true],
    ["events of Jetstream by lines", { did: ina, time_us: 1, kind: "commit", commit: {} }, true],
    ["posts of another platform", { uri: "https://tarn.example/1", content: "x" }, false],
  ])("%s", (_, record, isIt) => {
    const text = `${JSON.stringify(record)}\n`;
    expect(blueskyLines.recognises({ text, header: null, records: [record] })).toBe(isIt);
    expect(bluesky.recognises({ text, header: null, records: [record] })).toBe(false);
  });
});
