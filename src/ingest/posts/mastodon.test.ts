import { describe, expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { jsonValues } from "./json-values.ts";
import { mastodon, mastodonLines } from "./mastodon.ts";
import { textOfHtml } from "./mastodon-html.ts";

const ina = "https://tarn.example/users/ina";
const everybody = "https://www.w3.org/ns/activitystreams#Public";

const content =
  '<p>The dam holds <a href="https://tarn.example/tags/Tarn" class="mention hashtag" rel="tag">#<span>Tarn</span></a>' +
  '<br /><a href="https://dam.example/report?id=4&amp;v=2" target="_blank" rel="nofollow noopener">' +
  '<span class="invisible">https://</span><span class="ellipsis">dam.example/report</span><span class="invisible">?id=4&amp;v=2</span></a></p>' +
  '<p><span class="h-card"><a href="https://far.example/@ole" class="u-url mention">@<span>ole</span></a></span> &lt;look&gt;</p>';

const text = "The dam holds #Tarn\nhttps://dam.example/report?id=4&v=2\n\n@ole <look>";

/** An activity as the archive's outbox.json has them. */
const create = {
  id: `${ina}/statuses/1001/activity`,
  type: "Create",
  actor: ina,
  published: "2031-05-04T10:00:00Z",
  to: [everybody],
  cc: [`${ina}/followers`],
  object: {
    id: `${ina}/statuses/1001`,
    type: "Note",
    summary: null,
    inReplyTo: null,
    published: "2031-05-04T10:00:00Z",
    url: "https://tarn.example/@ina/1001",
    attributedTo: ina,
    to: [everybody],
    cc: [`${ina}/followers`],
    sensitive: false,
    atomUri: `${ina}/statuses/1001`,
    inReplyToAtomUri: null,
    conversation: "tag:tarn.example,2031-05-04:objectId=5:objectType=Conversation",
    content,
    contentMap: { en: content },
    attachment: [],
    tag: [
      { type: "Hashtag", href: "https://tarn.example/tags/tarn", name: "#Tarn" },
      { type: "Mention", href: "https://far.example/users/ole", name: "@ole@far.example" },
      { type: "Emoji", name: ":wave:" },
    ],
    replies: { id: `${ina}/statuses/1001/replies`, type: "Collection" },
  },
};

/** A status as the API has them. */
const status = {
  id: "1001",
  created_at: "2031-05-04T10:00:00.000Z",
  in_reply_to_id: null,
  in_reply_to_account_id: null,
  sensitive: false,
  spoiler_text: "",
  visibility: "public",
  language: "en",
  uri: `${ina}/statuses/1001`,
  url: "https://tarn.example/@ina/1001",
  replies_count: 1,
  reblogs_count: 2,
  favourites_count: 3,
  edited_at: null,
  content,
  reblog: null,
  account: {
    id: "7",
    username: "ina",
    acct: "ina",
    display_name: "Ina",
    created_at: "2029-11-03T00:00:00.000Z",
    url: "https://tarn.example/@ina",
    uri: ina,
    followers_count: 120,
    statuses_count: 900,
  },
  media_attachments: [],
  mentions: [
    { id: "9", username: "ole", url: "https://far.example/@ole", acct: "ole@far.example" },
  ],
  tags: [{ name: "tarn", url: "https://tarn.example/tags/tarn" }],
  card: { url: "https://dam.example/report?id=4&v=2", title: "Report" },
  poll: null,
};

const expected: Post = {
  platform: "mastodon",
  id: `${ina}/statuses/1001`,
  accountId: ina,
  handle: "ina@tarn.example",
  followers: null,
  accountCreated: null,
  seconds: Date.UTC(2031, 4, 4, 10) / 1000,
  text,
  language: "en",
  url: "https://tarn.example/@ina/1001",
  hashtags: ["tarn"],
  urls: ["https://dam.example/report?id=4&v=2"],
  mentions: ["https://far.example/users/ole"],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: null,
  reposts: null,
};

function post(value: unknown): Post {
  const mapped = mastodon.map(value);
  if ("unmapped" in mapped) throw new Error(mapped.unmapped.message);
  return mapped.post;
}

test("a post of the archive", () => {
  expect(post(create)).toEqual(expected);
});

test("the same post as the API tells it: the same id, the same account", () => {
  expect(post(status)).toEqual({
    ...expected,
    followers: 120,
    accountCreated: "2029-11-03",
    mentions: ["ole@far.example"],
    likes: 3,
    reposts: 2,
  });
});

describe("boosts", () => {
  const far = "https://far.example/users/ole/statuses/88";
  const announce = {
    id: `${ina}/statuses/1002/activity`,
    type: "Announce",
    actor: ina,
    published: "2031-05-04T11:00:00Z",
    to: [everybody],
    cc: ["https://far.example/users/ole", `${ina}/followers`],
    object: far,
  };
  const boost = {
    ...expected,
    id: `${ina}/statuses/1002/activity`,
    seconds: Date.UTC(2031, 4, 4, 11) / 1000,
    url: null,
  };
  const noWords = { text: "", language: null, hashtags: [], urls: [], mentions: [] };

  test.each<[string, unknown, Partial<Post>]>([
    [
      "of which only the address is told",
      announce,
      { ...noWords, repostOf: { id: far, account: "https://far.example/users/ole" } },
    ],
    [
      "an address that does not tell its account",
      { ...announce, object: "https://other.example/notes/9abc" },
      { ...noWords, repostOf: { id: "https://other.example/notes/9abc", account: null } },
    ],
    [
      "of the account's own post, told whole",
      { ...announce, object: create.object },
      { repostOf: { id: `${ina}/statuses/1001`, account: ina } },
    ],
  ])("in the archive: %s", (_, activity, told) => {
    expect(post(activity)).toEqual({ ...boost, ...told });
  });

  test("of the API: the words of the post, the account and the time of the boost", () => {
    const ole = {
      id: "9",
      acct: "ole@far.example",
      url: "https://far.example/@ole",
      uri: "https://far.example/users/ole",
    };
    const value = {
      ...status,
      id: "1003",
      uri: "https://far.example/users/ole/statuses/90/activity",
      url: "https://far.example/users/ole/statuses/90/activity",
      created_at: "2031-05-04T12:00:00.000Z",
      content: "",
      tags: [],
      mentions: [],
      account: ole,
      reblog: status,
    };
    expect(post(value)).toEqual({
      ...expected,
      id: "https://far.example/users/ole/statuses/90/activity",
      url: "https://far.example/users/ole/statuses/90/activity",
      accountId: "https://far.example/users/ole",
      handle: "ole@far.example",
      seconds: Date.UTC(2031, 4, 4, 12) / 1000,
      mentions: ["ole@far.example"],
      repostOf: { id: `${ina}/statuses/1001`, account: ina },
    });
  });
});

describe("replies and quotes", () => {
  const far = "https://far.example/users/ole/statuses/88";
  const ofFar = { id: far, account: "https://far.example/users/ole" };
  test.each<[string, object, Partial<Post>]>([
    ["a reply", { inReplyTo: far }, { replyTo: ofFar }],
    ["a reply to a post that is told", { inReplyTo: { id: far } }, { replyTo: ofFar }],
    ["a quote", { quote: far }, { quoteOf: ofFar }],
    ["a quote by an older server's name", { quoteUri: far }, { quoteOf: ofFar }],
  ])("in the archive: %s", (_, fields, told) => {
    expect(post({ ...create, object: { ...create.object, ...fields } })).toMatchObject(told);
  });

  test.each<[string, object, Partial<Post>]>([
    [
      "a reply to somebody mentioned",
      { in_reply_to_id: "900", in_reply_to_account_id: "9" },
      { replyTo: { id: "900", account: "ole@far.example" } },
    ],
    [
      "a reply to oneself",
      { in_reply_to_id: "900", in_reply_to_account_id: "7" },
      { replyTo: { id: "900", account: ina } },
    ],
    [
      "a reply to somebody whom nothing names",
      { in_reply_to_id: "900", in_reply_to_account_id: "44" },
      { replyTo: { id: "900", account: null } },
    ],
    [
      "a quote",
      {
        quote: {
          state: "accepted",
          quoted_status: { id: "5", uri: far, account: { uri: ofFar.account } },
        },
      },
      { quoteOf: ofFar },
    ],
    [
      "a quote that is not shown",
      { quote: { state: "unauthorized", quoted_status: null } },
      { quoteOf: null },
    ],
  ])("of the API: %s", (_, fields, told) => {
    expect(post({ ...status, ...fields })).toMatchObject(told);
  });
});

describe("what else is told or not", () => {
  test.each<[string, unknown, Partial<Post>]>([
    [
      "a warning stands before the text",
      { ...status, spoiler_text: "flood" },
      { text: `flood\n\n${text}` },
    ],
    [
      "a warning in the archive",
      { ...create, object: { ...create.object, summary: "flood" } },
      { text: `flood\n\n${text}` },
    ],
    [
      "two languages tell none",
      { ...create, object: { ...create.object, contentMap: { en: "", de: "" } } },
      { language: null },
    ],
    [
      "an older server tells no address of accounts",
      { ...status, account: { ...status.account, uri: undefined } },
      { accountId: "https://tarn.example/@ina", handle: "ina@tarn.example" },
    ],
    [
      "counts of newer archives",
      {
        ...create,
        object: { ...create.object, likes: { totalItems: 4 }, shares: { totalItems: 5 } },
      },
      { likes: 4, reposts: 5 },
    ],
    [
      "a question is a post",
      { ...create, object: { ...create.object, type: "Question", oneOf: [] } },
      { text },
    ],
  ])("%s", (_, value, told) => {
    expect(post(value)).toMatchObject(told);
  });
});

describe("what is no post is told by its reason", () => {
  test.each<[string, unknown, string]>([
    ["a follow", { ...create, type: "Follow" }, "activity of the kind Follow"],
    ["a deletion", { ...create, type: "Delete" }, "notice that a post was deleted"],
    [
      "a post that is gone",
      { ...create, object: { id: "x", type: "Tombstone" } },
      "post that is gone",
    ],
    [
      "an address only",
      { ...create, object: "https://x.example/1" },
      "post of which only the address is told",
    ],
    [
      "a message to one account in the archive",
      { ...create, to: ["https://far.example/users/ole"], cc: [] },
      "message to some accounts only",
    ],
    ["a message of the API", { ...status, visibility: "direct" }, "message to some accounts only"],
    ["no id", { ...create, object: { type: "Note" } }, "activity without its id or its account"],
    [
      "a time of the API that cannot be read",
      { ...status, created_at: "soon" },
      'its time "soon" cannot be read',
    ],
    [
      "a time of the archive that cannot be read",
      { ...create, object: { ...create.object, published: "soon" } },
      'its time "soon" cannot be read',
    ],
    ["something else", { id: 1, text: "x" }, "no post of Mastodon"],
    ["nothing", null, "no post of Mastodon"],
  ])("%s", (_, value, message) => {
    expect(mastodon.map(value)).toMatchObject({ unmapped: { message } });
  });
});

describe("HTML as text", () => {
  test.each<[string, string]>([
    ["plain &amp; simple", "plain & simple"],
    ["<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"],
    ["<ul><li>a</li><li>b</li></ul>after", "a\nb\n\nafter"],
    ["<p>a\n  b</p>", "a b"],
    ["<p>x<script>alert('y')</script><style>p{}</style></p>", "x"],
    ["<p>not closed <b>bold", "not closed bold"],
    ["a < b, &lt;script&gt;", "a < b, <script>"],
    ['<p class="quote-inline">RE: <a href="https://x.example/1">x</a></p><p>mine</p>', "mine"],
    ["", ""],
  ])("%s", (html, expectedText) => {
    expect(textOfHtml(html)).toEqual({ text: expectedText, links: [] });
  });

  test("links of the web only", () => {
    const html =
      '<a href="javascript:alert(1)">a</a><a href="/b">b</a><a href="https://c.example/">c</a>';
    expect(textOfHtml(html)).toEqual({ text: "abc", links: ["https://c.example/"] });
  });

  test("of what nests too deep, the words without their marks", () => {
    expect(textOfHtml(`${"<div>".repeat(500_000)}x`)).toEqual({ text: "x", links: [] });
  });

  test("a link over two pieces is whole", () => {
    const url = `https://c.example/${"c".repeat(9000)}`;
    expect(textOfHtml(`<p>${"x ".repeat(3000)}<a href="${url}">c</a>`).links).toEqual([url]);
  });
});

describe("where its posts lie, and how it is recognised", () => {
  const outbox = {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: "outbox.json",
    type: "OrderedCollection",
    totalItems: 1,
    orderedItems: [create],
  };
  test.each<[string, unknown]>([
    ["the archive's outbox", outbox],
    ["a timeline", [status]],
    ["search results", { accounts: [], statuses: [status], hashtags: [] }],
    ["what is around a status", { ancestors: [], descendants: [status] }],
  ])("%s", async (_, value) => {
    for (const json of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      expect(mastodon.recognises({ text: json, header: null, records: [] })).toBe(true);
      const ids: string[] = [];
      for await (const { value: record } of jsonValues([json], mastodon.places ?? []))
        ids.push(post(record).id);
      expect(ids).toEqual([`${ina}/statuses/1001`]);
      expect(mastodonLines.recognises({ text: json, header: null, records: [value] })).toBe(false);
    }
  });

  test("archives of some versions have an empty list first, under the same name", async () => {
    const json = JSON.stringify(outbox).replace(
      '"orderedItems":',
      '"orderedItems":[],"orderedItems":',
    );
    const ids: string[] = [];
    for await (const { value: record } of jsonValues([json], mastodon.places ?? []))
      ids.push(post(record).id);
    expect(ids).toEqual([`${ina}/statuses/1001`]);
  });

  test("posts to followers are posts", () => {
    expect(post({ ...create, to: [`${ina}/followers`], cc: [] }).text).toBe(text);
    expect(post({ ...create, to: `${ina}/followers`, cc: undefined }).text).toBe(text);
    expect(post({ ...create, to: "as:Public", cc: [] }).text).toBe(text);
    expect(post({ ...create, to: undefined, cc: undefined }).text).toBe(text);
    expect(post({ ...status, visibility: "private" }).text).toBe(text);
  });

  test.each<[string, unknown, boolean]>([
    ["statuses by lines", status, true],
    ["activities by lines", create, true],
    ["posts of another platform", { id: 1, content: "x", account: "y" }, false],
  ])("%s", (_, record, isIt) => {
    const lines = `${JSON.stringify(record)}\n`;
    expect(mastodonLines.recognises({ text: lines, header: null, records: [record] })).toBe(isIt);
    expect(mastodon.recognises({ text: lines, header: null, records: [record] })).toBe(false);
  });
});
