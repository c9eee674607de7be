import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post } from "../../document/post.ts";
import { readPost } from "../../read/post/read-post.ts";
import { type Engine, openEngine } from "../actions/engine.ts";
import { createActions } from "../actions/load-actions.ts";
import { actionsOfPosts } from "./post-actions.ts";
import { createPosts, putPosts } from "./posts.ts";
import { matchRemoved, removedAccountsFound, removedPairs, removedTargets } from "./removed.ts";

const blank: Post = {
  platform: "x",
  id: "",
  accountId: "",
  handle: null,
  followers: null,
  accountCreated: null,
  seconds: null,
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
const ada = { accountId: "1", handle: "Ada" };
const ben = { accountId: "2", handle: "Ben" };
const cy = { accountId: "3", handle: "cy_mill", followers: 9000 };

const posts: readonly Post[] = [
  { ...blank, ...cy, id: "10", seconds: 50 },
  // A repost that tells the post alone, one that tells the account by its handle, one by its id.
  { ...blank, ...ada, id: "11", seconds: 100, repostOf: { id: "10", account: null } },
  {
    ...blank,
    ...ada,
    id: "12",
    seconds: 200,
    repostOf: { id: "10", account: "CY_mill" },
    mentions: ["9"],
  },
  { ...blank, ...ben, id: "13", seconds: 300, repostOf: { id: "99", account: "3" } },
  { ...blank, ...ada, id: "14", replyTo: { id: "98", account: "2" }, mentions: ["ben", "77"] },
  { ...blank, ...ada, id: "14", replyTo: { id: "98", account: "2" }, mentions: ["ben", "77"] },
  { ...blank, ...ben, id: "15", quoteOf: { id: "97", account: null } },
  // An export that tells only names has them for ids.
  { ...blank, platform: "forum", accountId: "Moles", id: "1", seconds: 20 },
  { ...blank, platform: "telegram", accountId: "t1", handle: "ada", id: "1", seconds: 10 },
];

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await createActions(engine.connection);
  await createPosts(engine.connection);
  await putPosts(
    engine.connection,
    (async function* () {
      for (const post of posts) yield { post, reading: readPost(post), file: "f", line: 1 };
    })(),
  );
  await actionsOfPosts(engine.connection, "hashtag");
});
afterAll(() => engine.close());

async function match(listed: readonly { id: string | null; handle: string | null }[]) {
  return matchRemoved(
    engine.connection,
    (async function* () {
      yield* listed;
    })(),
  );
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test("accounts are matched by id, or by handle on any platform, which is said", async () => {
  const listed = await match([
    { id: "1", handle: "ada" },
    { id: "1", handle: "ada" },
    { id: null, handle: "nobody" },
    { id: null, handle: "moles" },
  ]);
  expect(listed).toBe(3);
  expect(await all(removedAccountsFound(engine.connection))).toMatchObject([
    { name: "Ada (x)", platform: "x", by: "id", posts: 3, firstSeconds: 100, lastSeconds: 200 },
    { name: "Moles", platform: "forum", by: "handle", posts: 1, firstSeconds: 20 },
    { name: "ada (telegram)", platform: "telegram", by: "handle", posts: 1, firstSeconds: 10 },
  ]);
});

test("whom they reposted, quoted, answered and mentioned, under one name however it was told", async () => {
  await match([
    { id: "1", handle: null },
    { id: "2", handle: null },
  ]);
  const pairs = await all(removedPairs(engine.connection));
  expect(
    pairs.map(({ account, act, target, posts }) => [
      account.name,
      act,
      target?.name ?? null,
      posts,
    ]),
  ).toEqual([
    ["Ada (x)", "answered", "Ben", 1],
    ["Ada (x)", "mentioned", "Ben", 1],
    ["Ada (x)", "mentioned", "77", 1],
    ["Ada (x)", "reposted", "cy_mill", 2],
    ["Ben", "quoted", null, 1],
    ["Ben", "reposted", "cy_mill", 1],
  ]);
});

test.each([
  ["reposted", { posts: 3, untold: 0, count: 1 }, ["cy_mill", 9000, 2, 3, false]],
  ["quoted", { posts: 1, untold: 1, count: 0 }, undefined],
  ["answered", { posts: 1, untold: 0, count: 1 }, ["Ben", null, 1, 1, true]],
  // One post that mentions two.
  ["mentioned", { posts: 1, untold: 0, count: 2 }, ["Ben", null, 1, 1, true]],
] as const)("whom they %s most", async (act, sums, first) => {
  await match([
    { id: "1", handle: null },
    { id: "2", handle: null },
  ]);
  const { targets, ...counted } = await removedTargets(engine.connection, act, 5);
  expect(counted).toEqual(sums);
  const [found] = targets.map((one) => [
    one.name,
    one.followers,
    one.accounts,
    one.posts,
    one.listed,
  ]);
  expect(found).toEqual(first);
});
