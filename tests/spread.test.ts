import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { folderOf, parallax } from "./run.ts";

const key = { PARALLAX_MASK_KEY: "a key of the test" };
let remove = () => {};
afterEach(() => remove());

function files(content: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderOf(content);
  remove = folder.remove;
  return folder.path;
}

const header = "object_id,account_id,content_id,timestamp_share\n";
const table = `${header}strait,ann,1,0
strait,bo,2,30
ferry,ann,3,1000
ferry,bo,4,1060
ferry,cy,5,1061
`;

describe("parallax spread", () => {
  test("writes every pair as a table, accounts by a pseudonym", async () => {
    const path = files({ "actions.csv": table });
    const edges = join(path, "edges.csv");
    const ran = await parallax(
      ["spread", join(path, "actions.csv"), "--no-test", "--min-weight", "1", "--edges", edges],
      key,
    );
    expect(ran).toMatchObject({ code: 0, err: "" });
    const [columns, ...rows] = readFileSync(edges, "utf8").trimEnd().split("\r\n");
    expect(columns).toBe(
      "account_a,account_b,weight,mean_delta_seconds,posts_a,posts_b,symmetry,expected,p,q",
    );
    expect(rows.map((row) => row.replace(/account-[0-9a-f]{12}/g, "…"))).toEqual([
      "…,…,2,45,2,2,1,,,",
    ]);
    expect(ran.out).not.toMatch(/\b(ann|bo)\b/);
  });

  test("shows names where the user asks, packed files and others alike", async () => {
    const path = files({ "actions.csv.gz": gzipSync(table) });
    const ran = await parallax(
      ["spread", join(path, "actions.csv.gz"), "--accounts", "as-given", "--min-weight", "1"],
      key,
    );
    expect(ran.out).toContain("ann + bo");
  });

  test("takes the posts of a case, each once, and keeps no table in its database", async () => {
    const row = (id: number, account: string, seconds: number) =>
      `${id},1,${account},the ferry is late #pier${Math.floor(seconds / 100)},${seconds}`;
    const first = [row(1, "ann", 100), row(2, "bo", 130), row(3, "ann", 1000), row(4, "bo", 1059)];
    const columns = "id,thread_id,author,body,unix_timestamp";
    const path = files({
      "monday.csv": [columns, ...first].join("\n"),
      "tuesday.csv": [columns, ...first.slice(2), row(5, "cy", 1061)].join("\n"),
      "note.txt": "The ferry is late.\n",
    });
    for (const _ of ["fresh", "unchanged"]) {
      const ran = await parallax(["spread", path, "--accounts", "as-given"], key);
      expect(ran.code).toBe(0);
      expect(ran.out).toContain(
        "5 posts (2 more records tell of the same), 5 of them on a hashtag",
      );
      expect(ran.out).toContain("ann + bo  (2 and 2 posts, 44.5 s apart");
    }
    expect(await parallax(["spread", path, "--on", "object"], key)).toMatchObject({ code: 1 });
    expect(await parallax(["spread", path, "--format", "4cat"], key)).toMatchObject({ code: 2 });
    const analyzed = await parallax(["analyze", path], key);
    expect(analyzed.out).toContain("Who carried it? 5 posts by 3 accounts");
  });

  test("a case without posts says so", async () => {
    const ran = await parallax(["spread", files({ "a.txt": "The ferry is late.\n" })], key);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toContain("put files of posts into it");
  });

  test("finds posts that say the same in like words", async () => {
    const say = (account: string, seconds: number, words: string) =>
      JSON.stringify({
        id: `${account}${seconds}`,
        author: account,
        created_at: seconds,
        text: words,
      });
    const text =
      "the ferry sailed without any lights last night and nobody at the harbour said a word";
    const path = files({
      "posts.jsonl": [
        say("ann", 1_700_000_000, text),
        say("bo", 1_700_000_020, text.replace("nobody", "no one")),
        say("ann", 1_700_009_000, `again: ${text}`),
        say("bo", 1_700_009_030, `again: ${text}!`),
      ].join("\n"),
    });
    const args = ["spread", join(path, "posts.jsonl"), "--accounts", "as-given", "--on"];
    const alike = await parallax([...args, "similar-text"], key);
    expect(alike.out).toContain("2  ann + bo");
    const same = await parallax(
      [...args, "text", "--min-weight", "1", "--min-participation", "1"],
      key,
    );
    expect(same.out).toContain("1  ann + bo");
  });

  test.each<[string, Record<string, string>, string[], number, string]>([
    [
      "a window below the times' resolution",
      { "a.csv": `${header}x,a,1,0\nx,a,2,60\nx,b,3,60\nx,b,4,120\n` },
      ["a.csv", "--window", "10"],
      2,
      "parallax: invalid window: 10 seconds, where all times are whole minutes (give 60 or more)",
    ],
    [
      "times in milliseconds",
      { "a.csv": `${header}x,a,1,1600000000000\n` },
      ["a.csv"],
      1,
      "a.csv: invalid timestamp_share: milliseconds (give seconds since 1970, or ISO 8601)",
    ],
    [
      "rows that are none",
      { "a.csv": `${table}short,row\n,ann,9,1\nx,ann,10,soon\n` },
      ["a.csv"],
      0,
      "a.csv:7: no row of four fields",
    ],
    ["a file that is not there", {}, ["no.csv"], 1, "no.csv"],
    [
      "an unknown object",
      { "a.csv": table },
      ["a.csv", "--on", "hashtags"],
      2,
      'did you mean "hashtag"',
    ],
    [
      "objects of a file without posts",
      { "a.csv": table },
      ["a.csv", "--on", "url"],
      1,
      "leave --on out",
    ],
    [
      "nothing left",
      { "a.csv": `${header}x,a,1,0\n` },
      ["a.csv"],
      1,
      "give a lower --min-participation",
    ],
  ])("%s", async (_, content, [file = "", ...options], code, message) => {
    const path = files(content);
    const ran = await parallax(["spread", join(path, file), ...options], key);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(message);
  });
});
