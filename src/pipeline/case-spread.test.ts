import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maskPostsWith, maskWith, postsAsGiven } from "../document/mask.ts";
import { postsAmong } from "../ingest/posts/posts-among.ts";
import type { CaseSpread } from "../spread/answer.ts";
import { engineOfCase } from "../store/posts/case-engine.ts";
import { openStore, type Store } from "../store/store.ts";
import { spreadOfCase } from "./case-spread.ts";
import { importPosts } from "./import-posts.ts";
import { loadOfCase } from "./load-posts.ts";
import { exploreSpread } from "./spread.ts";
import { evidenceRows, findEvidence } from "./spread-evidence.ts";

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
  spread = spreadOfCase({ store, posts }, async () => ({
    show: maskWith("a key of the test"),
    showPost: maskPostsWith("a key of the test"),
    unmasked: 0,
  }));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const hashtags = { on: "hashtag", windowSeconds: 60 } as const;

/** The one group of the case, whole. */
async function theGroup() {
  const group = await spread.group(hashtags, 1);
  if (!group) throw new Error("no group");
  return group;
}

test("the groups of a case, private people by a pseudonym", async () => {
  const { groups, groupCount, counts, posts } = await spread.answer(hashtags);
  expect(posts).toMatchObject({ posts: 552, acting: 552 });
  expect(counts.accounts).toBe(46);
  expect(groupCount).toBe(1);
  expect(groups[0]).toMatchObject({ memberCount: 6, hourCount: 12 });
  const { members, heaviest } = await theGroup();
  expect(members).toHaveLength(6);
  expect(members).toContain("office");
  expect(members.filter((name) => /^account-[0-9a-f]{12}$/.test(name))).toHaveLength(5);
  expect(heaviest[0]?.weight).toBe(12);
  expect(await spread.group(hashtags, 2)).toBeNull();
});

test("what the posts of a group tell: how many, when, in which languages, when the accounts were made", async () => {
  const { posts } = await theGroup();
  expect(posts).toMatchObject({
    posts: 72,
    share01: 72 / 552,
    firstSeconds: 1_900_000_800,
    lastSeconds: 1_900_000_800 + 11 * 7200 + 30,
    languages: [{ language: null, posts: 72 }],
    created: { known: 0, unknown: 6, months: [] },
  });
});

test("all actions over time, and those of groups among them", async () => {
  const { overTime, groups } = await spread.answer(hashtags);
  expect(overTime.binSeconds).toBe(3600);
  const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
  expect(sum(overTime.all)).toBe(552);
  expect(sum(overTime.grouped)).toBe(72);
  expect(groups[0]?.counts).toHaveLength(overTime.all.length);
  expect(sum(groups[0]?.counts ?? [])).toBe(12 * 15);
});

test("what lies behind an edge, without what tells who a private person is", async () => {
  const { heaviest } = await theGroup();
  const edge = heaviest.find(({ a, b }) => a === "office" || b === "office");
  if (!edge) throw new Error("no edge of the office");
  const evidence = await spread.edge(hashtags, { a: edge.a, b: edge.b, from: 0 });
  expect(evidence?.total).toBe(12);
  const [first] = evidence?.acts ?? [];
  const [rower, office] = edge.a === "office" ? [first?.b, first?.a] : [first?.a, first?.b];
  expect(rower).toMatchObject({ text: "@… see @office #tag0", url: null });
  expect(office).toMatchObject({ text: "#tag0", url: "https://posts.example/office" });
  expect(Math.abs((office?.seconds ?? 0) - (rower?.seconds ?? 0))).toBeLessThanOrEqual(60);
  const other = await spread.edge(hashtags, { a: edge.b, b: edge.a, from: 10 });
  expect(other?.acts.map(({ b }) => b)).toEqual(evidence?.acts.slice(10).map(({ a }) => a));
  expect(await spread.edge(hashtags, { a: "office", b: "rower0", from: 0 })).toBeNull();
});

test("the posts behind an edge are those that the files tell", async () => {
  const engine = await engineOfCase(store);
  await loadOfCase(engine, { again: 0 }, "hashtag");
  const options = { windowSeconds: 60, minParticipation: 2, minWeight: 2, test: true, seed: 1 };
  const explored = await exploreSpread(engine, options, {
    account: maskWith("a key of the test"),
    object: (object) => object,
  });
  await findEvidence(engine, explored);
  const written = new Map<string, string[]>();
  for await (const { object, a, b } of evidenceRows(engine, explored, postsAsGiven)) {
    const edge = `${a.account} ${b.account}`;
    const row = [object, a.seconds, a.url, b.seconds, b.url].join();
    written.set(edge, [...(written.get(edge) ?? []), row]);
  }
  await engine.release();
  expect(written.size).toBeGreaterThan(5);
  for (const [edge, rows] of written) {
    const [a = "", b = ""] = edge.split(" ");
    const evidence = await spread.edge(hashtags, { a, b, from: 0 });
    expect(
      evidence?.acts.map((act) =>
        [act.object, act.a.seconds, act.a.url, act.b.seconds, act.b.url].join(),
      ),
    ).toEqual(rows);
  }
});

test("the picture, and the pairs of one account", async () => {
  const { nodes, edges, nodeCount } = await spread.picture(hashtags);
  expect(nodes.filter(({ group }) => group === 1)).toHaveLength(6);
  expect(nodes).toHaveLength(nodeCount);
  expect(edges[0]?.[2]).toBe(12);
  const office = await spread.account(hashtags, "office");
  expect(office).toMatchObject({ group: 1, edgeCount: 5 });
  expect(await spread.account(hashtags, "rower0")).toBeNull();
});

test("at which windows the group stands", async () => {
  const { windows, groups } = await spread.sweep(hashtags);
  expect(windows).toEqual([5, 10, 30, 60, 300, 900, 3600]);
  const at = new Map(groups[0]?.at.map(({ windowSeconds, together }) => [windowSeconds, together]));
  expect(at.get(60)).toBe(6);
  expect(at.get(5)).toBeLessThan(6);
});

test("two hashtags against each other, as they are named", async () => {
  const { counter, unknown } = await spread.against(hashtags, { a: "#Tag1", b: "tag2" });
  expect(unknown).toEqual([]);
  expect(counter).toMatchObject({
    a: { object: "tag1", accounts: 46 },
    b: { object: "tag2", accounts: 46 },
    ...{ both: 46, onlyA: 0, onlyB: 0, bothByChance: 46 },
    groups: [{ group: 1, both: 6, onlyA: 0, onlyB: 0 }],
  });
  expect(await spread.against(hashtags, { a: "tag1", b: "nowhere" })).toMatchObject({
    counter: null,
    unknown: ["nowhere"],
  });
  expect(await spread.against(hashtags, null)).toMatchObject({ counter: null, candidates: [] });
});

test("many questions one after the other, the first again when it is no longer kept", async () => {
  const before = await spread.answer(hashtags);
  for (const windowSeconds of [1, 5, 10, 300, 600, 3600])
    expect((await spread.answer({ on: "hashtag", windowSeconds })).windowSeconds).toBe(
      windowSeconds,
    );
  for (const on of ["url", "domain", "text", "repost"] as const)
    await spread.answer({ on, windowSeconds: 60 });
  expect(await spread.answer(hashtags)).toEqual(before);
  expect(await spread.group(hashtags, 1)).toMatchObject({ memberCount: 6 });
});

test("questions at the same time do not disturb one another", async () => {
  const { heaviest } = await theGroup();
  const alone = await Promise.all(
    heaviest.slice(0, 4).map(({ a, b }) => spread.edge(hashtags, { a, b, from: 0 })),
  );
  const [again] = await Promise.all([
    Promise.all(heaviest.slice(0, 4).map(({ a, b }) => spread.edge(hashtags, { a, b, from: 0 }))),
    spread.sweep({ on: "hashtag", windowSeconds: 30 }),
    spread.answer({ on: "text", windowSeconds: 60 }),
    spread.against(hashtags, { a: "tag1", b: "tag2" }),
  ]);
  expect(again).toEqual(alone);
});

test("a case of posts that share nothing has no groups", async () => {
  expect(await spread.answer({ on: "repost", windowSeconds: 60 })).toMatchObject({
    groups: [],
    bursts: [],
    edges: 0,
  });
});
