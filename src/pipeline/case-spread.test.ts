import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postsAmong } from "../ingest/posts/posts-among.ts";
import type { CaseSpread } from "../spread/answer.ts";
import { openStore, type Store } from "../store/store.ts";
import { spreadOfCase } from "./case-spread.ts";
import { importPosts } from "./import-posts.ts";

/** Five of a rowing club and a harbour office, at twelve moments, among forty who write when they like. */
function table(): string {
  const rows = ["id,thread_id,author,author_followers,body,unix_timestamp,link"];
  const put = (author: string, followers: number, seconds: number, body: string) =>
    rows.push(
      `${rows.length},1,${author},${followers},${body},${seconds},https://posts.example/${author}`,
    );
  for (let round = 0; round < 12; round++) {
    const start = 1_900_000_800 + 7200 * round;
    for (let member = 0; member < 5; member++)
      put(`rower${member}`, 40, start + 4 * member, `@deck_hand see @office #tag${round}`);
    put("office", 9000, start + 30, `#tag${round}`);
    for (let other = 0; other < 40; other++)
      put(`other${other}`, 10, start + 90 * other + 45, `#tag${(round + other + 1) % 12}`);
  }
  return `${rows.join("\n")}\n`;
}

let folder = "";
let store: Store;
let spread: CaseSpread;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spread-"));
  writeFileSync(join(folder, "posts.csv"), table());
  store = await openStore(join(folder, ".parallax", "case.duckdb"));
  const { posts: files } = await postsAmong(folder, ["posts.csv"]);
  const posts = await importPosts(files, { folder, store, mapping: "m", progress: () => {} });
  spread = spreadOfCase({ store, posts }, async () => "a key of the test");
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const hashtags = { on: "hashtag", windowSeconds: 60 } as const;

test("the groups of a case, private people by a pseudonym", async () => {
  const { groups, counts, posts } = await spread.answer(hashtags);
  expect(posts).toMatchObject({ posts: 552, acting: 552 });
  expect(counts.accounts).toBe(46);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.members).toHaveLength(6);
  expect(groups[0]?.members).toContain("office");
  expect(groups[0]?.members.filter((name) => /^account-[0-9a-f]{12}$/.test(name))).toHaveLength(5);
  expect(groups[0]?.heaviest[0]?.weight).toBe(12);
});

test("what lies behind an edge, without what tells who a private person is", async () => {
  const { groups } = await spread.answer(hashtags);
  const edge = groups[0]?.heaviest.find(({ a, b }) => a === "office" || b === "office");
  if (!edge) throw new Error("no edge of the office");
  const evidence = await spread.edge(hashtags, edge.a, edge.b);
  expect(evidence?.total).toBe(12);
  const [first] = evidence?.acts ?? [];
  const [rower, office] = edge.a === "office" ? [first?.b, first?.a] : [first?.a, first?.b];
  expect(rower).toMatchObject({ text: "@… see @office #tag0", url: null });
  expect(office).toMatchObject({ text: "#tag0", url: "https://posts.example/office" });
  expect(Math.abs((office?.seconds ?? 0) - (rower?.seconds ?? 0))).toBeLessThanOrEqual(60);
  expect(await spread.edge(hashtags, "office", "rower0")).toBeNull();
});

test("many questions one after the other, the first again when it is no longer kept", async () => {
  const before = await spread.answer(hashtags);
  for (const windowSeconds of [1, 5, 10, 300, 600, 3600])
    expect((await spread.answer({ on: "hashtag", windowSeconds })).windowSeconds).toBe(
      windowSeconds,
    );
  expect(await spread.answer(hashtags)).toEqual(before);
});

test("a case of posts that share nothing has no groups", async () => {
  expect(await spread.answer({ on: "repost", windowSeconds: 60 })).toMatchObject({
    groups: [],
    bursts: [],
    edges: 0,
  });
});
