import { expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { readPost } from "./read-post.ts";

const post: Post = {
  platform: "x",
  id: "1",
  accountId: "7",
  handle: "harbour_fan",
  followers: null,
  accountCreated: null,
  seconds: 0,
  text: "",
  language: null,
  url: null,
  hashtags: [],
  urls: [],
  mentions: [],
  repostOf: null,
  quoteOf: null,
  replyTo: null,
  likes: null,
  reposts: null,
};

test.each([
  [
    "The ferry sailed WITHOUT lights last night! https://t.co/abc",
    "the ferry sailed without lights last night",
  ],
  [
    "@harbour_post @coast  the ferry sailed without\nlights last night…",
    "the ferry sailed without lights last night",
  ],
  ["#GreyHeron: she sailed without her lights", "#greyheron she sailed without her lights"],
  ["It wasn’t the ferry’s fault at all", "it wasn't the ferry's fault at all"],
  [
    "ｆｕｌｌ ｗｉｄｔｈ letters are one spelling of it",
    "full width letters are one spelling of it",
  ],
  ["RT @coast: the ferry sailed without lights last night", null],
  ["昨夜渡輪沒有開燈就出航了", "昨夜渡輪沒有開燈就出航了"],
  ["no lights on the ferry", null],
  ["", null],
])("the words of %j", (text, words) => {
  expect(readPost({ ...post, text }).words).toBe(words);
});

test("a repost has no words of its own", () => {
  const text = "The ferry sailed without lights last night";
  expect(readPost({ ...post, text, repostOf: { id: "2", account: null } }).words).toBeNull();
});

test("links to one page are one, and no address is none", () => {
  const urls = ["https://a.example/x?utm_source=y", "http://www.a.example/x", "tel:1"];
  expect(readPost({ ...post, urls })).toMatchObject({
    urls: ["a.example/x"],
    domains: ["a.example"],
  });
});
