import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { parquetFile } from "../../../tests/support/parquet.ts";
import { actionFormatOf } from "./action-format.ts";

const folder = mkdtempSync(join(tmpdir(), "parallax-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table = "object_id,account_id,content_id,timestamp_share\nstrait,u1,p1,0\n";

test.each([
  [
    "actions",
    "'a' AS object_id, 'u1' AS account_id, 'p1' AS content_id, 0 AS timestamp_share",
    "parquet",
  ],
  ["posts", "1 AS id, 'u1' AS author, 'Late' AS text", null],
])("Parquet of %s", async (_, columns, format) => {
  expect(await actionFormatOf(await parquetFile(folder, columns))).toBe(format);
});

test.each([
  ["a table", table, "csv"],
  [
    "its columns in another order, with one more",
    "x,timestamp_share,content_id,account_id,object_id\n",
    "csv",
  ],
  ["a packed table", gzipSync(table), "csv"],
  [
    "JSON lines",
    '{"object_id":"strait","account_id":"u1","content_id":"p1","timestamp_share":0}\n',
    "jsonl",
  ],
  ["a table of posts", "id,author,body,timestamp\n1,u,hello,0\n", null],
  ["JSON of posts", '{"item_id":"1","source_platform":"x.com","data":{}}\n', null],
])("%s", async (name, content, format) => {
  const file = join(folder, name.replaceAll(" ", "-"));
  writeFileSync(file, content);
  expect(await actionFormatOf(file)).toBe(format);
});
