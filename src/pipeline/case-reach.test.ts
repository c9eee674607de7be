import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postsAmong } from "../ingest/posts/posts-among.ts";
import { openStore, type Store } from "../store/store.ts";
import { masksOfCase } from "./case-masks.ts";
import { type CasePileOns, pileOnsOfCase } from "./case-pile-ons.ts";
import { type CaseReach, reachOfCase } from "./case-reach.ts";
import { importPosts } from "./import-posts.ts";
import { unmask } from "./unmask.ts";

const start = 1_900_000_800;
const hour = 3600;
const key = async () => "a key of the test";

/** A year in which somebody writes on every second day, and of forty who come to the dock master in one evening. */
function table(): string {
  const rows = [
    "id,thread_id,author,author_followers,body,unix_timestamp,is_reply,replied_author,hashtags,link",
  ];
  const put = (author: string, followers: number | "", at: number, body: string, to = "") =>
    rows.push(
      `${rows.length},1,${author},${followers},${body},${start + at},${to ? "yes" : "no"},${to},${body.includes("#lock") ? "lock" : ""},https://x.com/${author}/status/${rows.length}`,
    );
  put("office", 9000, 0, "The lock stays closed until Friday says the office #lock");
  put("rower", "", 60, "Why is the @dock_master silent #lock");
  put("guild", 7000, 4 * hour, "The lock stays closed until Friday says the office #lock");
  for (let day = 1; day < 360; day += 1)
    put(`walker${day}`, 12, day * 24 * hour, "still shut #lock");
  for (let one = 0; one < 40; one++)
    put(
      `stranger${one}`,
      3,
      300 * 24 * hour + one * 60,
      `shame on you number ${one % 2}`,
      "dock_master",
    );
  return `${rows.join("\n")}\n`;
}

let folder = "";
let store: Store;
let reach: CaseReach;
let pileOns: CasePileOns;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "reach-"));
  writeFileSync(join(folder, "posts.csv"), table());
  store = await openStore(join(folder, ".parallax", "case.duckdb"));
  const { posts: files } = await postsAmong(folder, ["posts.csv"]);
  const posts = await importPosts(files, { folder, store, mapping: "m", progress: () => {} });
  reach = reachOfCase({ store, posts }, masksOfCase(join(folder, ".parallax"), key));
  pileOns = pileOnsOfCase({ store, posts }, key);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const question = {
  on: "hashtag",
  object: "lock",
  leastFollowers: 5000,
  withinSeconds: 86_400,
} as const;

test("how far it was carried: bounded in time, unknown followers apart", async () => {
  const answer = await reach.answer(question);
  expect(answer?.reach).toMatchObject({ accounts: 362, accountsUnknown: 1, withReachCount: 2 });
  const bins = answer?.reach.overTime ?? [];
  expect(bins.length).toBeLessThanOrEqual(240);
  expect(bins.reduce((sum, { newAccounts }) => sum + newAccounts, 0)).toBe(362);
  expect(answer?.binSeconds).toBe(2 * 24 * hour);
  expect(answer?.phrasings).toMatchObject([
    { accounts: 2, posts: [{ account: "office" }, { account: "guild" }] },
  ]);
});

test("what most accounts carried is found by words, and what nobody carried is not", async () => {
  expect(await reach.most("hashtag", "LOC")).toMatchObject({
    count: 1,
    objects: [{ object: "lock", accounts: 362, actions: 362 }],
  });
  expect(await reach.most("hashtag", "weir")).toEqual({ count: 0, objects: [] });
  expect(await reach.answer({ ...question, object: "weir" })).toBeNull();
});

test("questions that are asked at once are answered one after the other", async () => {
  const asked = (["hashtag", "domain", "text", "url"] as const).map((on) => reach.most(on, ""));
  const answers = await Promise.all(asked);
  expect(answers.map(({ count }) => count > 0)).toEqual([true, false, true, false]);
});

test("more kinds of things are asked for than are kept", async () => {
  for (const on of ["hashtag", "url", "domain", "text", "hashtag"] as const)
    expect((await reach.most(on, "")).objects).toBeDefined();
});

test("who was un-masked for a reason is named in the next answer, and nobody else", async () => {
  const carriers = async () => (await reach.answer(question))?.reach.firstMovers ?? [];
  const [, before] = await carriers();
  expect(before?.account).toMatch(/^account-/);
  const asking = { account: before?.account ?? "", reason: "to ask him what he saw" };
  const options = {
    folder: join(folder, ".parallax"),
    key: await key(),
    at: "2031-05-04T10:00:00Z",
  };
  expect(await unmask(store, asking, options)).toMatchObject({ outcome: "unmasked" });
  const [, after, , next] = await carriers();
  expect(after).toMatchObject({ account: "rower", url: "https://x.com/rower/status/2" });
  expect(next?.account).toMatch(/^account-/);
});

test("a pile-on in two parts: its row in the list, and all that is told of it", async () => {
  const asking = { leastSenders: 10, consenting: [] };
  const { pileOns: rows, pileOnCount } = await pileOns.answer(asking);
  expect(pileOnCount).toBe(1);
  expect(rows[0]).toMatchObject({ senders: 40, firstTimers: 40 });
  expect(rows[0]).not.toHaveProperty("hourly");
  const one = await pileOns.one(asking, 1);
  expect(one?.target).toMatch(/^account-/);
  expect(one?.hourly).toEqual([
    { startSeconds: start + 300 * 24 * hour, reply: 40, quote: 0, mention: 0 },
  ]);
  expect(one?.usualPosts).toBe(0);
  expect(await pileOns.one(asking, 2)).toBeNull();
  const named = await pileOns.one({ ...asking, consenting: ["dock_master"] }, 1);
  expect(named).toMatchObject({ target: "dock_master", consent: true });
});
