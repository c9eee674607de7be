import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folderOf, parallax } from "./run.ts";

let remove = () => {};
afterEach(() => remove());

/** 2031-05-01T00:00:00Z. */
const start = 1_935_360_000;

/** Four days: two posts an hour on each of five tags, and 60 more on #ferry in one hour. */
const rows = [
  ...Array.from({ length: 96 }, (_, hour) =>
    ["harbour", "council", "market", "ferry", "bridge"].flatMap((tag, at) =>
      [0, 1].map((turn) => ({
        tag,
        at: hour * 3600 + 60 * at + turn,
        by: (hour + at + turn) % 30,
      })),
    ),
  ).flat(),
  ...Array.from({ length: 60 }, (_, at) => ({ tag: "ferry", at: 50 * 3600 + at * 50, by: at })),
].map(({ tag, at, by }, id) =>
  JSON.stringify({
    id: `${id}`,
    author: `account${by}`,
    created_at: start + at,
    text: `news #${tag}`,
  }),
);

const run = (...args: string[]) => {
  const folder = folderOf({ "posts.jsonl": rows.join("\n") });
  remove = folder.remove;
  return parallax(["bursts", join(folder.path, "posts.jsonl"), ...args]);
};

describe("parallax bursts", () => {
  test("says when a hashtag had more than its share", async () => {
    const { code, out, err } = await run("--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      object: "ferry",
      startSeconds: start + 50 * 3600,
      endSeconds: start + 51 * 3600,
      actions: 62,
      peakSeconds: start + 50 * 3600,
    });
  });

  test("says it to people, without any account", async () => {
    const { out } = await run();
    expect(out).toContain("1. ferry\n   2031-05-03 02:00 to 2031-05-03 03:00");
    expect(out).not.toMatch(/account\d/);
  });

  test("two hashtags side by side, with who used which", async () => {
    const { code, out, err } = await run("--against", "#Ferry,bridge", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      a: { object: "ferry", actions: 252, accounts: 60 },
      b: { object: "bridge", actions: 192, accounts: 30 },
      ...{ both: 30, onlyA: 30, onlyB: 0, bothByChance: 30 },
    });
    const people = (await run("--against", "ferry,bridge")).out;
    expect(people).toContain("30 accounts used both");
    expect(people).toMatch(/■{30} +62 {2}2031-05-03 02:00 +2 ■\n/);
    expect(people).not.toMatch(/account\d/);
  });

  test("a hashtag that no post has is said", async () => {
    const { code, err } = await run("--against", "ferry,nowhere");
    expect(code).toBe(1);
    expect(err).toContain("no post has nowhere");
  });

  test.each([
    [["--against", "ferry"], "invalid --against: ferry (give two different ones: A,B)"],
    [["--against", "ferry,#Ferry"], "invalid --against: ferry,#Ferry"],
    [["--bin", "0"], "invalid --bin: 0 (give a whole number of 1 or more)"],
    [["--on", "tag"], "invalid --on: tag"],
    [["--on", "reply-target"], "invalid --on: reply-target"],
    [["--min-actions", "few"], "invalid --min-actions: few"],
  ])("%j is refused", async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
