import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folderOf, parallax } from "./run.ts";

const key = { PARALLAX_MASK_KEY: "a key of the test" };
let remove = () => {};
afterEach(() => remove());

/** 2031-05-01T00:00:00Z. */
const start = 1_935_360_000;
const hour = 3600;

type Row = Readonly<Record<string, string | number>>;

const run = (rows: readonly Row[], command: string, ...args: string[]) => {
  const folder = folderOf({ "posts.jsonl": rows.map((row) => JSON.stringify(row)).join("\n") });
  remove = folder.remove;
  return parallax([command, join(folder.path, "posts.jsonl"), ...args], key);
};

const post = (platform: string, handle: string, id: string, at: number, more: Row = {}): Row => ({
  platform,
  id,
  author_id: `${platform}-${handle}`,
  username: handle,
  created_at: start + at,
  text: "the lock gates at Orrin stay closed this week",
  hashtags: "orrinlock",
  ...more,
});

describe("one handle on two platforms is two accounts", () => {
  const both = [
    post("x", "orrin_mill", "1", 0, { followers: 9000 }),
    post("mastodon", "Orrin_Mill", "1", 60, { followers: 7000 }),
    post("x", "ferry_desk", "2", 120, { followers: 8000 }),
  ];

  test("reach names both, each by its platform, and the others by their handle alone", async () => {
    const { out, err } = await run(both, "reach", "--json");
    expect(err).toBe("");
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const [object] = lines.filter(({ kind }) => kind === "object");
    expect(object).toMatchObject({ accounts: 3, followers: 24_000 });
    expect(object.withReach.map(({ account }: { account: string }) => account)).toEqual([
      "orrin_mill (x)",
      "Orrin_Mill (mastodon)",
      "ferry_desk",
    ]);
    expect(lines.filter(({ kind }) => kind === "account").map(({ name }) => name)).toEqual([
      "orrin_mill (x)",
      "ferry_desk",
      "Orrin_Mill (mastodon)",
    ]);
  });

  test("their pseudonyms differ, so that a pair of them is no pair of one", async () => {
    const rows = Array.from({ length: 4 }, (_, at) => [
      post("x", "orrin_mill", `${at}`, at * hour),
      post("mastodon", "orrin_mill", `${at}`, at * hour + 5),
    ]).flat();
    const { out } = await run(rows, "spread", "--no-test");
    const masked = new Set(out.match(/account-[0-9a-f]{12}/g));
    expect(masked.size).toBe(2);
  });

  test("who agrees to be named on one platform is not named on the other", async () => {
    const rows = ["x", "mastodon"].flatMap((platform) => [
      post(platform, "orrin_mill", "m1", 0),
      ...Array.from({ length: 30 }, (_, at) =>
        post(platform, `stranger${at}`, `s${at}`, 171 * hour + at * 60, {
          reply_to: "m1",
          reply_to_account: `${platform}-orrin_mill`,
        }),
      ),
    ]);
    const one = await run(rows, "pile-ons", "--consent", "orrin_mill (x)");
    expect(one.out).toContain("orrin_mill (x): 30 accounts");
    expect(one.out).toMatch(/account-[0-9a-f]{12}: 30 accounts/);
    remove();
    const neither = await run(rows, "pile-ons", "--consent", "orrin_mill");
    expect(neither.out).not.toContain("orrin_mill");
    expect(neither.err).toContain("--consent orrin_mill: no pile-on on this account");
  });
});
