import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folderOf, parallax } from "./run.ts";

const key = { PARALLAX_MASK_KEY: "a key of the test" };
let remove = () => {};
afterEach(() => remove());

/** 2031-05-01T00:00:00Z. */
const start = 1_935_360_000;

type Row = Readonly<Record<string, string | number>>;

const words = "our hearts are with the crew of the Grey Heron and with all who wait at the harbour";

function post(author: string, at: number, text: string, followers?: number, more: Row = {}): Row {
  return {
    id: `${author}${at}`,
    author_id: `id-${author}`,
    username: author,
    created_at: start + at,
    text,
    url: `https://example.org/${author}/${at}`,
    ...(followers === undefined ? {} : { followers }),
    ...more,
  };
}

/** A small account begins, one of unknown reach follows, then three with reach in nearly the same words. */
const rows: Row[] = [
  post("smallfry", 0, "lights out on the #GreyHeron", 120),
  post("quiet", 600, "I saw it too #GreyHeron"),
  post("singer", 3600, `${words} #GreyHeron`, 2_000_000),
  post("actor", 5400, `${words} @smallfry #GreyHeron!`, 800_000),
  post("chef", 7200, `${words} today #GreyHeron`, 6000),
  post("singer", 90_000, "good night #GreyHeron", 2_100_000),
  post("painter", 200_000, `${words} #GreyHeron`, 50_000),
  post("smallfry", 8000, `${words} #GreyHeron`, 130),
  post("actor", 9000, "a new play opens at the old theatre on the quay tomorrow #Theatre", 800_000),
];

const run = (...args: string[]) => runOn(rows, ...args);

const runOn = (posts: readonly Row[], ...args: string[]) => {
  const folder = folderOf({ "posts.jsonl": posts.map((row) => JSON.stringify(row)).join("\n") });
  remove = folder.remove;
  return parallax(["reach", join(folder.path, "posts.jsonl"), ...args], key);
};

type Line = { readonly kind: string; readonly [name: string]: unknown };
const linesOf = (out: string, kind: string) =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.kind === kind);

describe("parallax reach", () => {
  test("tells who carried a hashtag, first and with reach, and what is unknown", async () => {
    const { code, out, err } = await run(
      "--object",
      "#GreyHeron",
      "--json",
      "--accounts",
      "as-given",
    );
    expect(code).toBe(0);
    expect(err).toContain("accounts are un-masked");
    const [object, ...others] = linesOf(out, "object");
    expect(others).toEqual([]);
    expect(object).toMatchObject({
      object: "greyheron",
      actions: 8,
      accounts: 6,
      accountsUnknown: 1,
      followers: 130 + 2_100_000 + 800_000 + 6000 + 50_000,
      withReachCount: 4,
    });
    const names = (list: unknown) => (list as { account: string }[]).map(({ account }) => account);
    expect(names(object?.firstMovers)).toEqual([
      "smallfry",
      "quiet",
      "singer",
      "actor",
      "chef",
      "painter",
    ]);
    expect(names(object?.withReach)).toEqual(["singer", "actor", "chef", "painter"]);
    expect(object).toMatchObject({
      withReach: [
        { place: 3, seconds: start + 3600, url: "https://example.org/singer/3600" },
        { place: 4 },
        { place: 5 },
        { place: 6 },
      ],
    });
  });

  test("tells words that accounts with reach share within a day, with the passages", async () => {
    const { out } = await run("--object", "GreyHeron", "--json");
    const [phrasing, ...others] = linesOf(out, "phrasing");
    expect(others).toEqual([]);
    expect(phrasing).toMatchObject({ firstSeconds: start + 3600, lastSeconds: start + 7200 });
    const posts = phrasing?.posts as { account: string; text: string }[];
    expect(posts.map(({ account }) => account)).toEqual(["singer", "actor", "chef"]);
    expect(posts[0]?.text).toBe(`${words} #GreyHeron`);
  });

  test("within a shorter or a longer time", async () => {
    const sharing = async (seconds: string) => {
      const { out } = await run("--object", "greyheron", "--json", "--within", seconds);
      return linesOf(out, "phrasing").map(({ posts }) => (posts as unknown[]).length);
    };
    expect(await sharing("1000")).toEqual([]);
    expect(await sharing("1800")).toEqual([2]);
    expect(await sharing("300000")).toEqual([4]);
  });

  test.each([["--json"], [null]])(
    "masks the others, also where they are addressed (%s)",
    async (json) => {
      const { out } = await run(...(json === null ? [] : [json]));
      expect(out).toContain("singer");
      expect(out).not.toMatch(/smallfry|quiet/);
      expect(out).toMatch(/account-[0-9a-f]{12}/);
    },
  );

  test("tells followers of an account as they change", async () => {
    const { out } = await run("--json");
    expect(linesOf(out, "account")[0]).toMatchObject({
      name: "singer",
      followers: 2_100_000,
      posts: 2,
      told: [
        { seconds: start + 3600, followers: 2_000_000 },
        { seconds: start + 90_000, followers: 2_100_000 },
      ],
    });
    expect((await run()).out).toContain(
      "singer: 2,100,000 followers, 2 posts; 2,000,000 on 2031-05-01, 2,100,000 on 2031-05-02",
    );
  });

  test("a text is found by its words", async () => {
    const { code, out } = await run(
      "--on",
      "text",
      "--object",
      `${words.toUpperCase()} #greyheron`,
    );
    expect(code).toBe(0);
    expect(out).toContain("4 posts of 4 accounts");
  });

  test.each([
    [["--object", "ferry"], 1, "no post has the hashtag ferry"],
    [["--object", "https://example.org/a"], 1, "(a link: give --on url)"],
    [["--within", "2h"], 2, "invalid --within: 2h (give 7200: seconds, without a unit)"],
    [["--on", "text", "--object", "too short"], 2, "give a whole text of six words or more"],
    [["--on", "url", "--object", "nowhere at all"], 2, "invalid --object: nowhere at all"],
    [["--on", "reply"], 2, "invalid --on: reply"],
    [["--accounts", "all"], 2, "invalid --accounts: all (give masked or as-given)"],
  ] as const)("%j is refused", async (args, code, message) => {
    const ran = await run(...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(message);
  });

  test("the order of the records changes nothing", async () => {
    const { out } = await run("--json");
    expect(out).toContain("greyheron");
    expect((await runOn([...rows].reverse(), "--json")).out).toBe(out);
  });
});
