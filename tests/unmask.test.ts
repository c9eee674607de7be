import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderOf, parallax } from "./run.ts";

const key = { PARALLAX_MASK_KEY: "a key of the test" };
/** 2031-05-01T00:00:00Z. */
const start = 1_935_360_000;
const hour = 3600;
const reason = "to ask her what she saw at the lock";

/** Two that post the same within seconds, and one with reach. */
function posts(): string {
  const post = (handle: string, at: number, followers: number) => ({
    id: `${handle}-${at}`,
    author_id: `id-${handle}`,
    username: handle,
    followers,
    created_at: start + at,
    text: "the lock gates at Orrin stay closed this week",
    hashtags: "orrinlock",
  });
  return [
    post("ferry_desk", 0, 9000),
    ...Array.from({ length: 4 }, (_, at) => [
      post("marl_walker", at * hour, 12),
      post("lock_keeper", at * hour + 5, 30),
    ]).flat(),
  ]
    .map((one) => JSON.stringify(one))
    .join("\n");
}

let folder: ReturnType<typeof folderOf>;
beforeEach(() => {
  folder = folderOf({ "posts.jsonl": posts() });
});
afterEach(() => folder.remove());
const run = (...args: string[]) => parallax(args, key);

/** The first account that carried the hashtag after the one with reach. */
async function pseudonym(): Promise<string> {
  const { out } = await run("reach", folder.path);
  return /account-[0-9a-f]{12}/.exec(out)?.[0] ?? "";
}

describe("parallax unmask", () => {
  test("names one account in all tables of the case from then on, and logs why", async () => {
    const masked = await pseudonym();
    const done = await run("unmask", masked, "--case", folder.path, "--reason", reason);
    expect(done).toMatchObject({ code: 0, err: "" });
    expect(done.out).toContain(`${masked} is marl_walker: ${reason}`);

    const reach = await run("reach", folder.path);
    expect(reach.out).toContain("marl_walker");
    expect(reach.out).not.toContain("lock_keeper");
    const edges = join(folder.path, "edges.csv");
    await run("spread", folder.path, "--no-test", "--edges", edges);
    expect(readFileSync(edges, "utf8")).toMatch(/marl_walker/);
    expect(readFileSync(edges, "utf8")).not.toMatch(/lock_keeper/);

    const log = readFileSync(join(folder.path, ".parallax", "unmasked.jsonl"), "utf8");
    expect(
      log
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ account: "marl_walker", pseudonym: masked, reason }]);
    const list = await run("unmask", "--case", folder.path, "--list");
    expect(list.out).toContain("1 account un-masked in this case");
    expect(list.out).toContain(reason);
  });

  test("the files alone, which lie in no case, stay masked", async () => {
    await run("unmask", await pseudonym(), "--case", folder.path, "--reason", reason);
    const { out } = await run("reach", join(folder.path, "posts.jsonl"));
    expect(out).not.toContain("marl_walker");
  });

  test("a second time adds nothing to the log", async () => {
    for (const name of ["marl_walker", "@Marl_Walker"])
      await run("unmask", name, "--case", folder.path, "--reason", reason);
    const list = await run("unmask", "--case", folder.path, "--list");
    expect(list.out).toContain("1 account un-masked");
  });

  test("an account with reach is no secret, and is not logged", async () => {
    const { out, code } = await run(
      ...["unmask", "ferry_desk", "--case", folder.path, "--reason", reason],
    );
    expect([code, out]).toEqual([0, "ferry_desk has reach and is shown by name anyway\n"]);
    expect(existsSync(join(folder.path, ".parallax", "unmasked.jsonl"))).toBe(false);
  });

  test.each([
    [["marl_walker", "--reason", reason], 2, "no case"],
    [["--case", ".", "--reason", reason], 2, "no account"],
    [["marl_walker", "--case", "."], 2, "needs a reason"],
    [["marl_walker", "--case", ".", "--reason", " because  "], 2, "needs a reason"],
    [["nobody", "--case", "FOLDER", "--reason", reason], 1, "no account nobody in the posts"],
  ])("%j is refused", async (args, code, words) => {
    const ran = await run("unmask", ...args.map((one) => (one === "FOLDER" ? folder.path : one)));
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
  });
});
