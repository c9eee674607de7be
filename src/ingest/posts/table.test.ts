import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { csvRows } from "./csv-rows.ts";
import type { PostFormat } from "./format.ts";
import { table, tableFormat, tableLines } from "./table.ts";
import { timeOf } from "./table-cells.ts";
import { columnsOf, tableFields, tableMapping } from "./table-columns.ts";

const noon = Date.UTC(2031, 4, 4, 12) / 1000;

async function rows(csv: string, format: PostFormat = table) {
  async function* text() {
    yield csv;
  }
  const found: (Post | string)[] = [];
  for await (const { value } of csvRows(text())) {
    const mapped = format.map(value);
    found.push("post" in mapped ? mapped.post : mapped.unmapped.message);
  }
  return found;
}

const row = { id: "1", account: "ina", text: "", time: "2031-05-04T12:00:00Z" };

function post(fields: object, format: PostFormat = tableLines): Post {
  const mapped = format.map({ ...row, ...fields });
  if ("unmapped" in mapped) throw new Error(mapped.unmapped.message);
  return mapped.post;
}

test("a table with common names", async () => {
  const csv = [
    "Post ID,Author,Created At,Text,Lang,Link,Hashtags,URLs,Mentions,Like Count,Reposts,Followers,in_reply_to_id,platform",
    `1900000000000000001,@ina,2031-05-04 14:00:00+02:00,"The dam, ""holds""",en-GB,https://x.com/ina/status/19,"#Dam, #Tarn",https://a.example/1,@ole,3,2.0,1200,77,Twitter`,
  ].join("\n");
  expect(await rows(csv)).toEqual([
    {
      platform: "x",
      id: "1900000000000000001",
      accountId: "ina",
      handle: null,
      followers: 1200,
      accountCreated: null,
      seconds: noon,
      text: 'The dam, "holds"',
      language: "en",
      url: "https://x.com/ina/status/19",
      hashtags: ["dam", "tarn"],
      urls: ["https://a.example/1"],
      mentions: ["ole"],
      repostOf: null,
      quoteOf: null,
      replyTo: { id: "77", account: null },
      likes: 3,
      reposts: 2,
    },
  ]);
});

describe("which column tells what", () => {
  test.each<[string, string, object]>([
    [
      "the instant rather than the day",
      "id,author,date,unix_timestamp",
      { id: "id", account: "author", time: "unix_timestamp" },
    ],
    [
      "the stable id rather than the name",
      "id,username,user_id",
      { id: "id", account: "user_id", handle: "username" },
    ],
    ["a name where there is no id", "id,username", { id: "id", handle: "username" }],
    [
      "words however they are joined",
      "tweetId,Author ID,created.at",
      { id: "tweetId", account: "Author ID", time: "created.at" },
    ],
    ["of two with one name the first", "id,ID,author", { id: "id", account: "author" }],
    ["nothing known", "a,b", {}],
  ])("%s", (_, header, expected) => {
    expect(columnsOf(header.split(","))).toEqual(expected);
  });

  test("no common name stands for two things", () => {
    const names =
      "id account handle followers account_created time text language url hashtags urls mentions repost_of repost_of_account quote_of quote_of_account reply_to reply_to_account likes reposts platform deleted deleted_at";
    const columns = columnsOf(names.split(" "));
    expect(Object.keys(columns).sort()).toEqual([...tableFields].sort());
    expect(new Set(Object.values(columns)).size).toBe(tableFields.length);
  });
});

describe("a mapping by the user", () => {
  const header = ["post_nr", "who", "said", "when", "id"];
  test("its columns count, the others by their names", async () => {
    const mapping = tableMapping(
      { id: "post_nr", account: "who", text: "said", time: "when" },
      header,
      "posts.csv",
    );
    expect(
      await rows(
        `${header.join(",")},lang\n5,ina,hello,1935748800,9,de`,
        tableFormat("csv", mapping),
      ),
    ).toMatchObject([{ id: "5", accountId: "ina", text: "hello", language: "de" }]);
  });

  test.each<[string, Record<string, string>, string]>([
    ["a field that there is not", { idd: "post_nr" }, 'no such field: idd (did you mean "id"?)'],
    ["one of every object", { toString: "id" }, "no such field: toString"],
    [
      "a column that there is not",
      { id: "post_nmr" },
      'no such column for id: post_nmr (did you mean "post_nr"?) (columns are post_nr, who, said, when, id)',
    ],
    [
      "no account",
      { id: "post_nr" },
      "no column for account (say which of these it is: post_nr, who",
    ],
  ])("%s", (_, given, message) => {
    expect(() => tableMapping(given, header, "posts.csv")).toThrow(message);
  });
});

describe("times", () => {
  test.each<[unknown, number | null]>([
    ["2031-05-04T12:00:00Z", noon],
    ["2031-05-04T14:00:00.250+02:00", noon],
    ["2031-05-04 12:00:00", noon],
    ["2031-05-04", Date.UTC(2031, 4, 4) / 1000],
    ["1935662400", 1935662400],
    [" 1935662400.75 ", 1935662400],
    ["1935662400123", 1935662400],
    [1935662400123, 1935662400],
    ["1935662400123456", 1935662400],
    ["20310504", null],
    ["2031", null],
    ["-5", null],
    ["0", null],
    ["yesterday", null],
    ["2031-13-40", null],
    ["", null],
    [null, null],
  ])("%j is %j", (value, seconds) => {
    expect(timeOf(value)).toBe(seconds);
  });

  test("a number is of one unit: any time from 1973 to 2286 in seconds, milliseconds, microseconds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e8, max: 1e10 - 1 }), (seconds) => {
        for (const perSecond of [1, 1e3, 1e6]) expect(timeOf(seconds * perSecond)).toBe(seconds);
      }),
    );
  });

  test("an empty time is none; one that cannot be read is told", () => {
    expect(post({ time: "" }).seconds).toBeNull();
    expect(tableLines.map({ ...row, time: "20310504" })).toMatchObject({
      unmapped: { message: 'its time "20310504" cannot be read' },
    });
  });
});

describe("lists in a cell", () => {
  test.each<[string, object, Partial<Post>]>([
    ["by commas", { hashtags: "Dam, Tarn,dam" }, { hashtags: ["dam", "tarn"] }],
    ["by spaces", { hashtags: "#Dam #Tarn" }, { hashtags: ["dam", "tarn"] }],
    ["by bars", { hashtags: "Dam|Tarn" }, { hashtags: ["dam", "tarn"] }],
    ["as Python writes them", { hashtags: "['Dam', 'Tarn']" }, { hashtags: ["dam", "tarn"] }],
    ["as JSON", { hashtags: '["Dam", "Tarn"]' }, { hashtags: ["dam", "tarn"] }],
    ["a list", { hashtags: ["Dam", "ＴＡＲＮ"] }, { hashtags: ["dam", "tarn"] }],
    [
      "a list of objects",
      { hashtags: [{ text: "Dam" }, { tag: "Tarn" }, 4] },
      { hashtags: ["dam", "tarn"] },
    ],
    [
      "empty",
      { hashtags: "[]", mentions: "", urls: null },
      { hashtags: [], mentions: [], urls: [] },
    ],
    [
      "URLs in which a comma stands",
      { urls: "https://a.example/1,2,https://b.example/" },
      { urls: ["https://a.example/1,2", "https://b.example/"] },
    ],
    [
      "URLs by bars and spaces",
      { urls: "https://a.example/|https://b.example/ https://c.example/" },
      { urls: ["https://a.example/", "https://b.example/", "https://c.example/"] },
    ],
    [
      "URLs as they were resolved",
      { urls: [{ url: "https://t.example/x", expanded_url: "https://a.example/" }] },
      { urls: ["https://a.example/"] },
    ],
    ["mentions", { mentions: "@ina; @ole" }, { mentions: ["ina", "ole"] }],
  ])("%s", (_, fields, told) => {
    expect(post(fields)).toMatchObject(told);
  });

  test("without columns they are as the text has them; an empty column tells that there are none", () => {
    const text = "Dam! #Tarn @ole https://a.example/1.";
    expect(post({ text })).toMatchObject({
      hashtags: ["tarn"],
      mentions: ["ole"],
      urls: ["https://a.example/1"],
    });
    expect(post({ text, hashtags: "", mentions: "", urls: "" })).toMatchObject({
      hashtags: [],
      mentions: [],
      urls: [],
    });
  });
});

describe("other cells", () => {
  test.each<[string, object, Partial<Post>]>([
    [
      "nothing, as programs write it",
      { lang: "nan", likes: "None", reply_to: "NULL", url: "" },
      { language: null, likes: null, replyTo: null, url: null },
    ],
    ["a number as an id", { id: 12 }, { id: "12" }],
    [
      "counts as floats; what is no count",
      { likes: "12.0", reposts: "many" },
      { likes: 12, reposts: null },
    ],
    [
      "the account's day",
      { account_created_at: "2029-11-03T22:10:00Z" },
      { accountCreated: "2029-11-03" },
    ],
    [
      "a handle beside the id",
      { account_id: "44", username: "@ina", account: undefined },
      { accountId: "44", handle: "ina" },
    ],
    [
      "a repost",
      { retweet_id: "5", retweeted_user: "@ole" },
      { repostOf: { id: "5", account: "ole" } },
    ],
    ["a quote", { quoted_status_id: "5" }, { quoteOf: { id: "5", account: null } }],
    [
      "a reply to an account",
      { in_reply_to_screen_name: "ole" },
      { replyTo: { id: null, account: "ole" } },
    ],
    [
      "another post's id that lost digits leads to none",
      { reply_to: "1.01E+18" },
      { replyTo: null },
    ],
    [
      "the platform by the permalink",
      { url: "https://www.tiktok.com/@ina/video/1" },
      { platform: "tiktok" },
    ],
    ["no platform", {}, { platform: "unknown" }],
  ])("%s", (_, fields, told) => {
    expect(post(fields)).toMatchObject(told);
  });
});

describe("what is no post is told by its reason", () => {
  test.each<[string, unknown, string]>([
    ["no id", { ...row, id: "" }, "row without its id"],
    ["no account", { ...row, account: " " }, "row without its account"],
    ["no columns", { a: 1 }, "row without its id"],
    [
      "an id out of a spreadsheet",
      { ...row, id: "1.01E+18" },
      "its id 1.01E+18 has lost its last digits",
    ],
    [
      "an id out of a program",
      { ...row, account: 2 ** 60 },
      "its account 1152921504606847000 has lost its last digits",
    ],
    ["a list", [1], "no row of a table"],
    ["nothing", null, "no row of a table"],
  ])("%s", (_, value, message) => {
    expect(tableLines.map(value)).toMatchObject({ unmapped: { message } });
  });
});

test("rows of JSON need not have the same columns", () => {
  expect(tableLines.map({ id: 1, user: "a", body: "x" })).toHaveProperty("post.text", "x");
  expect(tableLines.map({ post_id: 2, author: "b", text: "y" })).toHaveProperty("post.id", "2");
  expect(tableLines.map({ id: 1, user: "a", body: "z" })).toHaveProperty("post.text", "z");
});

describe("recognised by its columns", () => {
  test.each<[string, string[], boolean]>([
    ["which post, whose, what", ["id", "author", "text"], true],
    ["which post, whose, when", ["post_id", "username", "created_at"], true],
    ["not whose", ["id", "text", "date"], false],
    ["not which", ["author", "text", "date"], false],
    ["neither what nor when", ["id", "author"], false],
    [
      "actions on objects, which are read otherwise",
      ["object_id", "account_id", "content_id", "timestamp_share"],
      false,
    ],
  ])("%s", (_, header, isIt) => {
    expect(table.recognises({ text: "", header, records: [] })).toBe(isIt);
    const record = Object.fromEntries(header.map((name) => [name, "1"]));
    expect(tableLines.recognises({ text: "", header: null, records: [record] })).toBe(isIt);
  });

  test("a record with objects in it is no row", () => {
    const record = { id: 1, text: "x", user: { id: 2, screen_name: "ina" } };
    expect(tableLines.recognises({ text: "", header: null, records: [record] })).toBe(false);
  });

  test("a mapping tells the columns", () => {
    const mapped = tableFormat("csv", { id: "nr", account: "who", text: "said" });
    expect(mapped.recognises({ text: "", header: ["nr", "who", "said"], records: [] })).toBe(true);
  });
});
