import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { parquetFile } from "../../../tests/support/parquet.ts";
import type { PostRecord } from "../../document/post.ts";
import { type Asked, knownFormats } from "./choose-format.ts";
import type { PostFormatName } from "./format.ts";
import { readPosts } from "./read-posts.ts";

const folder = mkdtempSync(join(tmpdir(), "posts-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Buffer, name = "posts"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(path: string, format?: PostFormatName): Promise<PostRecord[]> {
  const records: PostRecord[] = [];
  for await (const record of readPosts(path, { format })) records.push(record);
  return records;
}

/** `line: id` or `line: what is wrong`. */
function told(records: readonly PostRecord[]): readonly string[] {
  return records.map(({ line, post, problem }) => `${line}: ${post ? post.id : problem?.message}`);
}

const captured = (id: string) =>
  JSON.stringify({
    nav_index: "1:2:3",
    item_id: id,
    source_platform: "x.com",
    source_url: "https://x.com/?device_id=42",
    data: { rest_id: id, legacy: { full_text: "Late", user_id_str: "77" } },
  });
const ndjson = `${captured("1")}\n\n{"broken\n${captured("2")}\n`;
const fourcat =
  'id,thread_id,timestamp,body,author\n1,1,2023-05-01 10:00:00,"Late\nagain",kai\n2,2,,Wet\n3,3,,Wet,mira\n';
const archive =
  "tweetid,userid,tweet_text,tweet_time\n1,a=,Late,2017-08-19 15:13\n8.9E+17,a=,Late,2017-08-19 15:13\n";
const read4cat = ["2: 1", "4: 4 fields where the table has 5 columns", "5: 3"];
const readNdjson = ["1: 1", "3: not valid JSON: it breaks off before its end", "4: 2"];

test.each<[string, string | Buffer, readonly string[]]>([
  ["Zeeschuimer's lines", ndjson, readNdjson],
  ["the same, packed", gzipSync(ndjson), readNdjson],
  [
    "packed in two parts",
    Buffer.concat([gzipSync(ndjson), gzipSync(captured("3"))]),
    [...readNdjson, "5: 3"],
  ],
  ["4CAT's table", fourcat, read4cat],
  ["the same with a byte order mark", `\ufeff${fourcat}`, read4cat],
  ["the same in UTF-16", Buffer.from(`\ufeff${fourcat}`, "utf16le"), read4cat],
  ["X's archive", archive, ["2: 1", "3: its tweetid 8.9E+17 has lost its last digits"]],
  ["a table without rows", "tweetid,userid,tweet_text,tweet_time\n", []],
])("%s, told by what is in it", async (_, content, expected) => {
  expect(told(await read(file(content)))).toEqual(expected);
});

test("a problem says where it is and what to do, and keeps the record without traces", async () => {
  const path = file(`${captured("1")}\n${captured("").replace('"full_text"', '"text')}\n`);
  const [first, second] = await read(path);
  expect(first?.raw).toContain('"source_url":null');
  expect(second?.problem).toEqual({
    file: path,
    line: 2,
    message: "not valid JSON: it is broken within",
    mend: "export it again; the other lines are read",
  });
  expect(second?.raw).toContain('"rest_id"');
  expect(second?.raw).not.toContain("device_id");
});

test("a kept record can be mapped again without its file", async () => {
  const [first] = await read(file(fourcat));
  expect(JSON.parse(first?.raw ?? "")).toEqual({
    id: "1",
    thread_id: "1",
    timestamp: "2023-05-01 10:00:00",
    body: "Late\nagain",
    author: "kai",
  });
});

test("a packed file that breaks off is read as far as it goes", async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `${captured(String(i * 7919))}\n`).join(
    "",
  );
  const packed = gzipSync(lines);
  const found = await read(file(packed.subarray(0, packed.length - 2000)));
  expect(found.length).toBeGreaterThan(10_000);
  expect(found.at(-1)?.problem).toMatchObject({
    message: "the packed file breaks off here",
    mend: "download or copy it again; what came before is read",
  });
  expect(found.filter((one) => one.problem).length).toBeLessThan(3);
});

test("reading can end before the file does", async () => {
  for await (const { line } of readPosts(file(ndjson))) {
    expect(line).toBe(1);
    break;
  }
});

const known = knownFormats();
test.each<[string, string | Buffer, PostFormatName | undefined, string]>([
  [
    "an unknown table",
    "who,what\na,b\n",
    undefined,
    `not recognised as posts: a table with the 2 columns who, what (say which columns tell what, with --columns id=…,account=…,time=…,text=…, or name the format with --format NAME; known are ${known})`,
  ],
  [
    "unknown JSON",
    '{"who":1,"what":2}\n',
    undefined,
    `not recognised as posts: JSON with the fields who, what (name the format with --format NAME; known are ${known})`,
  ],
  [
    "JSON over lines",
    '{\n  "who": 1',
    undefined,
    `not recognised as posts: JSON that begins with { "who": 1 (name the format with --format NAME; known are ${known})`,
  ],
  [
    "a text",
    "The ferry is late.",
    undefined,
    `not recognised as posts: text that begins with "The ferry is late." (name the format with --format NAME; known are ${known})`,
  ],
  ["an empty file", "", undefined, "an empty file (remove it, or export the posts again)"],
  [
    "an archive",
    Buffer.from("PK\u0003\u0004abc"),
    undefined,
    "a ZIP archive or Office document, not posts (unpack it if it is an archive, and give the file in it)",
  ],
  [
    "a file of another format than named",
    fourcat,
    "zeeschuimer",
    `not posts of the format zeeschuimer: a table with the 5 columns id, thread_id, timestamp, body, author; none of its first 5 records is one (not valid JSON: it breaks off before its end) (leave --format out, or name another: ${known})`,
  ],
  [
    "one with very many records",
    `who,what\n${"a,b\n".repeat(5000)}`,
    "4cat",
    `not posts of the format 4cat: a table with the 2 columns who, what; none of its first 100 records is one (no id in the row) (leave --format out, or name another: ${known})`,
  ],
])("%s is told once", async (_, content, format, message) => {
  const path = file(content);
  await expect(read(path, format)).rejects.toMatchObject({ name: "InputError", message, path });
});

test.each([
  ["a file that is not there", join(folder, "none"), "no such file (check the path)"],
  ["a folder", folder, "a folder, not a file (name the files in it)"],
])("%s is told", async (_, path, message) => {
  await expect(read(path)).rejects.toMatchObject({ name: "InputError", message, path });
});

test("a format that is named is used where the beginning does not tell it", async () => {
  const late = `${'{"note":"x"}\n'.repeat(30)}${captured("1")}\n`;
  await expect(read(file(late))).rejects.toThrow("not recognised");
  expect(told(await read(file(late), "zeeschuimer")).at(-1)).toBe("31: 1");
});

test("records that fail in a file that is recognised are each told", async () => {
  const lines = `${captured("x").replace("rest_id", "id")}\n`.repeat(150);
  expect((await read(file(lines))).filter((one) => one.problem)).toHaveLength(150);
});

const odd = "nr,who,said\n1,kai,Late\n2,mira,Wet\n";
test.each([
  ["a table", odd],
  ["objects by lines", '{"nr":1,"who":"kai","said":"Late"}\n{"nr":2,"who":"mira","said":"Wet"}\n'],
])("columns that the user names: %s", async (_, content) => {
  const path = file(content);
  await expect(read(path)).rejects.toThrow("not recognised");
  const posts: unknown[] = [];
  for await (const { post } of readPosts(path, {
    columns: { id: "nr", account: "who", text: "said" },
  }))
    posts.push([post?.id, post?.accountId, post?.text]);
  expect(posts).toEqual([
    ["1", "kai", "Late"],
    ["2", "mira", "Wet"],
  ]);
});

test("Parquet is read as its rows: long ids keep their digits, times their zone", async () => {
  const path = await parquetFile(
    folder,
    `1790000000000000001 AS id, 'mira' AS author, 'Late #pier' AS text, ['pier'] AS hashtags,
     unnest([TIMESTAMP '2031-05-04 10:00:00', NULL]) AS created_at, 7000::BIGINT AS followers`,
  );
  const records = await read(path);
  expect(told(records)).toEqual(["1: 1790000000000000001", "2: 1790000000000000001"]);
  expect(records[0]?.post).toMatchObject({
    ...{ accountId: "mira", hashtags: ["pier"], followers: 7000 },
    seconds: Date.UTC(2031, 4, 4, 10) / 1000,
  });
  const zoned = await parquetFile(
    folder,
    "1 AS nr, 'mira' AS who, TIMESTAMPTZ '2031-05-04 10:00:00+02' AS ts, 'it''s' AS said",
  );
  for await (const { post } of readPosts(zoned, { columns: { id: "nr", account: "who" } }))
    expect(post?.seconds).toBe(Date.UTC(2031, 4, 4, 8) / 1000);
});

test("a broken Parquet file is told", async () => {
  await expect(read(file("PAR1 and no more", "broken.parquet"))).rejects.toThrow(
    "no whole Parquet file",
  );
});

test.each<[string, string, Asked, string]>([
  [
    "a column that is not there",
    odd,
    { columns: { id: "number" } },
    "no such column for id: number",
  ],
  [
    "a format that is no table",
    odd,
    { format: "4cat", columns: { id: "nr" } },
    "for tables only: 4cat",
  ],
  [
    "a file that is no table",
    "Late.",
    { columns: { id: "nr" } },
    "for tables only: text that begins",
  ],
])("naming columns, with %s, is told", async (_, content, asked, message) => {
  const reading = readPosts(file(content), asked);
  await expect(reading.next()).rejects.toThrow(message);
});

test("a format that lies in files in several ways is read as the file seems to be", async () => {
  const rows = `${'{"nr":1}\n'.repeat(3)}`;
  await expect(read(file(rows), "table")).rejects.toThrow("(row without its id)");
});
