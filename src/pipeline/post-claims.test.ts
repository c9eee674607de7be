import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { maskWith } from "../document/mask.ts";
import { analyzeCase, findingsOf } from "./analyze.ts";
import { carriedClaim, carriedClaims } from "./claim-carriers.ts";
import { matchPosts } from "./post-claims.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parallax-post-claims-"));
  mkdirSync(join(folder, "posts"));
  writeFileSync(
    join(folder, "case.yaml"),
    `title: Weir
language: en
checklist: [The Tessen Weir was opened before dawn without a warning.]
sources:
  herald: { name: The Herald, files: "2031-05-13-herald.txt" }
`,
  );
  writeFileSync(
    join(folder, "2031-05-13-herald.txt"),
    "Weir opened\n\nThe Tessen Weir was opened before dawn without a warning. Two barns were lost.\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const said = "They opened the Tessen Weir before dawn without a warning.";
const head =
  "id,account_id,handle,followers,unix_timestamp,text,language,repost_of,repost_of_account";
const row = (id: number, account: string, followers: number, day: number, text: string, of = "") =>
  `${id},${account},${account},${followers},${Date.UTC(2031, 4, day, 6) / 1000},"${text}",en,${of},${of && "ada"}`;

function write(...rows: readonly string[]): void {
  writeFileSync(join(folder, "posts", "posts.csv"), `${[head, ...rows].join("\n")}\n`);
}

async function matched() {
  const analyzed = await analyzeCase(folder, { environment: process.env });
  try {
    const run = await matchPosts(analyzed);
    const claims = await findingsOf(analyzed.store, "claims");
    const [claim] = claims;
    if (!claim) throw new Error("no claim");
    const show = maskWith("key");
    const carried = await carriedClaim(analyzed, claim, show);
    return { run, carried, short: (await carriedClaims(analyzed, claims, show)).get(claim.id) };
  } finally {
    analyzed.close();
  }
}

test("posts that say a claim are found, copies and reposts with them, and who was first", async () => {
  write(
    row(1, "ada", 9000, 11, `@bo_li ${said} https://a.example/x`),
    row(2, "bo_li", 12, 12, `RT @ada: ${said.slice(0, 30)}…`, "1"),
    row(3, "cy", 40, 14, said),
    row(4, "dee", 40, 14, "The Tessen Weir was built in 1931."),
    row(5, "eve", 40, 15, "Nobody opened the Tessen Weir before dawn without a warning."),
  );
  const { run, carried, short } = await matched();
  expect(run.texts).toBe(3);
  expect(carried.totals).toMatchObject({ posts: 4, accounts: 4, asserts: 3, denies: 1 });
  expect(carried.firstPost).toMatchObject({ account: "ada", isReply: false, passage: said });
  expect(carried.posts.map(({ isRepost }) => isRepost)).toEqual([false, true, false, false]);
  expect(carried.posts[1]?.account).toMatch(/^account-/);
  expect(carried.days.map(({ day, posts }) => [day, posts])).toEqual([
    ["2031-05-11", 1],
    ["2031-05-12", 1],
    ["2031-05-14", 1],
    ["2031-05-15", 1],
  ]);
  expect(short).toMatchObject({ posts: 4, followers: 9092 });
});

test("a second run does nothing, a further post is read alone, a post that is gone is forgotten", async () => {
  write(row(1, "ada", 9000, 11, said));
  expect((await matched()).run).toEqual({ texts: 1, read: 1 });
  expect((await matched()).run).toEqual({ texts: 0, read: 0 });
  write(row(1, "ada", 9000, 11, said), row(2, "bo", 10, 12, `${said} Why?`));
  const more = await matched();
  expect(more.run).toEqual({ texts: 1, read: 1 });
  expect(more.carried.totals.posts).toBe(2);
  write(row(2, "bo", 10, 12, `${said} Why?`));
  const less = await matched();
  expect(less.run).toEqual({ texts: 0, read: 0 });
  expect(less.carried.totals.posts).toBe(1);
});
