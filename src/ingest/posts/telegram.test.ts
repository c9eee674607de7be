import { describe, expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import type { Mapped } from "./format.ts";
import { jsonValues } from "./json-values.ts";
import { telegram } from "./telegram.ts";

const about = "Here is the data you requested. Remember: Telegram is ad free.";

const channel = `{
 "name": "Lower Tarn Now",
 "type": "public_channel",
 "id": 1400200300,
 "messages": [
  {
   "id": 1,
   "type": "service",
   "date": "2031-05-01T09:00:00",
   "date_unixtime": "1935385200",
   "actor": "Lower Tarn Now",
   "actor_id": "channel1400200300",
   "action": "create_channel",
   "title": "Lower Tarn Now",
   "text": "",
   "text_entities": []
  },
  {
   "id": 2,
   "type": "message",
   "date": "2031-05-04T12:00:00",
   "date_unixtime": "1935655200",
   "edited": "2031-05-04T14:00:00",
   "edited_unixtime": "1935662400",
   "from": "Lower Tarn Now",
   "from_id": "channel1400200300",
   "author": "Ina",
   "photo": "(File not included. Change data exporting settings to download.)",
   "width": 800,
   "height": 600,
   "text": [
    "The dam holds. ",
    {
     "type": "hashtag",
     "text": "#Dam"
    },
    "\\x0B",
    {
     "type": "text_link",
     "text": "Report",
     "href": "https://tarn.example/report?id=4"
    }
   ],
   "text_entities": [
    {
     "type": "plain",
     "text": "The dam holds. "
    },
    {
     "type": "hashtag",
     "text": "#Dam"
    },
    {
     "type": "plain",
     "text": "\\x0B"
    },
    {
     "type": "text_link",
     "text": "Report",
     "href": "https://tarn.example/report?id=4"
    }
   ],
   "reactions": [
    {
     "type": "emoji",
     "count": 12,
     "emoji": "👍"
    }
   ]
  }
 ]
}`;

async function read(json: string) {
  const found: { line: number; raw: string; mapped: Mapped }[] = [];
  for await (const { line, raw, value } of jsonValues([json], telegram.places ?? []))
    found.push({ line, raw, mapped: telegram.map(value) });
  return found;
}

/** A message of the group 77 as a post. */
function mapped(message: object, within: object = { id: 77, name: "Tarn", type: "private_group" }) {
  const record = { id: 5, type: "message", from: "Ole", from_id: "user9", text: "", ...message };
  return telegram.map({ within, record });
}

function post(message: object, within?: object): Post {
  const result = mapped(message, within);
  if ("unmapped" in result) throw new Error(result.unmapped.message);
  return result.post;
}

test("a channel's export: its message becomes a post, its founding is no post", async () => {
  const found = await read(channel);
  expect(found.map(({ line }) => line)).toEqual([6, 18]);
  expect(found[0]?.mapped).toEqual({
    unmapped: {
      message: "service message: create_channel",
      mend: "nothing to mend: nobody wrote it",
    },
  });
  expect(found[1]?.mapped).toEqual({
    post: {
      platform: "telegram",
      id: "channel1400200300/2",
      accountId: "channel1400200300",
      handle: "Lower Tarn Now",
      followers: null,
      accountCreated: null,
      // 12:00 by the clock of whoever exported, 10:00 UTC, whatever the clock here.
      seconds: 1935655200,
      text: "The dam holds. #Dam\u000bReport",
      language: null,
      url: null,
      hashtags: ["dam"],
      urls: ["https://tarn.example/report?id=4"],
      mentions: [],
      repostOf: null,
      quoteOf: null,
      replyTo: null,
      likes: null,
      reposts: null,
    },
  });
});

test("of a whole export only messages are read; numbers of two chats are told apart", async () => {
  const whole = `{"about": "${about}",
    "personal_information": {"user_id": 9, "phone_number": "+00 000", "bio": "private"},
    "contacts": {"about": "", "list": [{"first_name": "Eva", "phone_number": "+00 111"}]},
    "chats": {"about": "", "list": [
      {"name": "Tarn", "type": "private_supergroup", "id": 70, "messages": [
        {"id": 1, "type": "message", "from": "Ole", "from_id": "user9", "text": "a"}]},
      {"name": "Dam", "type": "private_group", "id": 9, "messages": [
        {"id": 1, "type": "message", "from": "Ole", "from_id": "user9", "text": "b"}]}]},
    "left_chats": {"about": "", "list": [
      {"name": "Old", "type": "public_supergroup", "id": 71, "messages": [
        {"id": 1, "type": "message", "from": "Ole", "from_id": "user9", "text": "c"}]}]}}`;
  const found = await read(whole);
  expect(found.map(({ mapped }) => "post" in mapped && [mapped.post.id, mapped.post.text])).toEqual(
    [
      ["channel70/1", "a"],
      ["chat9/1", "b"],
      ["channel71/1", "c"],
    ],
  );
  expect(found.map(({ raw }) => raw).join()).not.toMatch(/\+00|Eva|private"/);
});

describe("what a message says", () => {
  test.each<[string, object, Partial<Post>]>([
    ["a string", { text: "All is well" }, { text: "All is well" }],
    ["nothing but a picture", { text: "" }, { text: "" }],
    [
      "an array of an older export, without text_entities",
      {
        text: ["Go to ", { type: "link", text: "tarn.example/a" }, { type: "hashtag", text: "#A" }],
      },
      { text: "Go to tarn.example/a#A", urls: ["tarn.example/a"], hashtags: ["a"] },
    ],
    [
      "hashtags in lower case, compatible letters alike, each once, without their channel",
      {
        text: "…",
        text_entities: [
          { type: "hashtag", text: "#Tarn" },
          { type: "hashtag", text: "#ＴＡＲＮ" },
          { type: "hashtag", text: "#Dam@lower_tarn" },
          { type: "cashtag", text: "$TRN" },
        ],
      },
      { hashtags: ["tarn", "dam"] },
    ],
    [
      "mentions by name or by id",
      {
        text: "…",
        text_entities: [
          { type: "mention", text: "@lower_tarn" },
          { type: "mention_name", text: "Eva", user_id: 44 },
          { type: "bot_command", text: "/start@x" },
        ],
      },
      { mentions: ["lower_tarn", "user44"] },
    ],
  ])("%s", (_, message, expected) => {
    expect(post(message)).toMatchObject(expected);
  });
});

describe("whose message it is, and what it goes back to", () => {
  test.each<[string, object, Partial<Post>]>([
    ["a deleted account has no name", { from: null }, { accountId: "user9", handle: null }],
    ["an older export has numbers", { from_id: 4400 }, { accountId: "4400" }],
    ["an older number that is the chat's own", { from_id: 77 }, { accountId: "chat77" }],
    ["a name alone", { from_id: undefined }, { accountId: "Ole", handle: "Ole" }],
    [
      "forwarded from a name",
      { forwarded_from: "Tarn FM" },
      { repostOf: { id: null, account: "Tarn FM" } },
    ],
    [
      "forwarded from an account that newer exports name by id",
      { forwarded_from: "Tarn FM", forwarded_from_id: "channel12" },
      { repostOf: { id: null, account: "channel12" } },
    ],
    [
      "forwarded from an account that is gone",
      { forwarded_from: null },
      { repostOf: { id: null, account: null } },
    ],
    [
      "a reply in the chat",
      { reply_to_message_id: 3 },
      { replyTo: { id: "chat77/3", account: null } },
    ],
    [
      "a reply to a message of another chat",
      { reply_to_message_id: 3, reply_to_peer_id: "channel12" },
      { replyTo: { id: "channel12/3", account: null } },
    ],
    ["no instant: the local time is none", { date: "2031-05-04T10:00:00" }, { seconds: null }],
    [
      "the instant",
      { date: "2031-05-04T10:00:00", date_unixtime: "1935655200" },
      { seconds: 1935655200 },
    ],
  ])("%s", (_, message, expected) => {
    expect(post(message)).toMatchObject(expected);
  });

  test("a channel's message without a sender is the channel's", () => {
    const within = { id: 12, type: "public_channel" };
    expect(post({ from: undefined, from_id: undefined }, within).accountId).toBe("channel12");
  });
});

describe("what is no post is told by its reason", () => {
  test.each<[string, unknown, string]>([
    [
      "a service message",
      { type: "service", action: "pin_message" },
      "service message: pin_message",
    ],
    [
      "one of an unknown kind",
      { type: "service", action: "<x>" },
      "service message: of a kind not told",
    ],
    [
      "an unsupported one",
      { type: "unsupported" },
      "message of a kind that Telegram could not export",
    ],
    ["no id", { id: undefined }, "message without its id"],
    ["no sender", { from: null, from_id: null }, "message without its sender"],
    ["a broken time", { date_unixtime: "soon" }, 'its time "soon" cannot be read'],
    ["another type", { type: "story" }, "no message of Telegram"],
  ])("%s", (_, message, expected) => {
    expect(mapped(message as object)).toMatchObject({ unmapped: { message: expected } });
  });

  test.each([null, 1, "x", {}, { within: {}, record: null }])("never throws: %j", (value) => {
    expect(telegram.map(value)).toHaveProperty("unmapped");
  });

  test.each(["personal_chat", "saved_messages", "bot_chat"])("a private chat: %s", (type) => {
    expect(mapped({ text: "between us" }, { id: 77, type })).toMatchObject({
      unmapped: { message: "message of a private chat" },
    });
  });

  test("a chat without its id", () => {
    expect(mapped({}, { name: "Tarn" })).toMatchObject({
      unmapped: { message: "message of a chat without its id" },
    });
  });
});

describe("recognised by its beginning", () => {
  test.each<[string, string, boolean]>([
    ["one chat", channel.slice(0, 300), true],
    ["a whole export", `{\n "about": "${about}",\n "personal_information": {`, true],
    ["other JSON with messages", '{"messages": [{"type": "message", "text": "x"}]}', false],
    ["JSON lines", '{"type": "public_channel"}\n{"id": 1}', false],
    ["a table", "id,type,messages", false],
  ])("%s", (_, text, expected) => {
    expect(telegram.recognises({ text, header: null, records: [] })).toBe(expected);
  });
});
