import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import type { Problem } from "../../document/document.ts";
import { removedAccounts } from "./removed-accounts.ts";

const folder = mkdtempSync(join(tmpdir(), "removed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(text: string | Buffer) {
  const file = join(folder, "list.csv");
  writeFileSync(file, text);
  const problems: Problem[] = [];
  const listed: (string | null)[][] = [];
  for await (const { id, handle } of removedAccounts(file, (one) => problems.push(one)))
    listed.push([id, handle]);
  return { listed, problems };
}

const users = [
  "userid,user_display_name,user_screen_name,follower_count,account_creation_date",
  "3316,Quay Watch,QuayWatch,7000,2016-03-01",
  "x1Hash=,x1Hash=,x1Hash=,12,2016-03-02",
].join("\n");

test.each([
  [
    "the platform's file of users",
    users,
    [
      ["3316", "quaywatch"],
      ["x1Hash=", "x1hash="],
    ],
  ],
  [
    "the same, packed",
    gzipSync(users),
    [
      ["3316", "quaywatch"],
      ["x1Hash=", "x1hash="],
    ],
  ],
  [
    "one column of handles",
    "Handle\n@QuayWatch\n\nmole_news\n",
    [
      [null, "quaywatch"],
      [null, "mole_news"],
    ],
  ],
  ["one column of ids", "account_id\r\n3316\r\n", [["3316", null]]],
  ["a column of the one or the other", "account;note\nQuayWatch;a\n", [["QuayWatch", "quaywatch"]]],
])("%s", async (_, text, expected) => {
  const { listed, problems } = await read(text);
  expect(listed).toEqual(expected);
  expect(problems).toEqual([]);
});

test("rows without an account, and ids that lost digits, are told and left out", async () => {
  const { listed, problems } = await read("userid,note\n,empty\n1.01E+18,lost\n7,fine\n");
  expect(listed).toEqual([["7", null]]);
  expect(problems.map(({ line, message }) => [line, message.slice(0, 12)])).toEqual([
    [2, "no account i"],
    [3, expect.any(String)],
  ]);
});

test.each([
  ["title,body\na,b\n", /no column of accounts in the list: it has title, body/],
  ["", /an empty list/],
])("a file without accounts is refused: %j", async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});
