import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { maxFileBytes } from "../ingest/limits.ts";
import { addFile } from "./add-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "add-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* parts(...texts: (string | Uint8Array)[]) {
  for (const one of texts) yield typeof one === "string" ? Buffer.from(one) : one;
}
const all = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

test("a file is kept under its own name, in its own folder", async () => {
  expect(await addFile(folder, "herald/a.txt", parts("The gate", " was open."))).toEqual({
    outcome: "added",
    file: "herald/a.txt",
  });
  expect(readFileSync(join(folder, "herald", "a.txt"), "utf8")).toBe("The gate was open.");
});

test("the same bytes are there already, under whatever name; others get a free name", async () => {
  await addFile(folder, "a.txt", parts("One."));
  expect(await addFile(folder, "a.txt", parts("One."))).toEqual({
    outcome: "there",
    file: "a.txt",
  });
  expect(await addFile(folder, "a.txt", parts("Two."))).toEqual({
    outcome: "added",
    file: "a-2.txt",
  });
  expect(await addFile(folder, "a.txt", parts("Two."))).toEqual({
    outcome: "there",
    file: "a-2.txt",
  });
  const known = new Map([[sha("One."), "a.txt"]]);
  expect(await addFile(folder, "b.txt", parts("One."), known)).toMatchObject({ outcome: "there" });
  rmSync(join(folder, "a.txt"));
  expect(await addFile(folder, "b.txt", parts("One."), known), "it was removed since").toEqual({
    outcome: "added",
    file: "b.txt",
  });
  expect(readFileSync(join(folder, "a-2.txt"), "utf8")).toBe("Two.");
});

test.each([
  ["scan.pdf", "%PDF-1.7", "this format is not read"],
  ["case.yaml", "title: x", "is a case file"],
  ["sub/CASE.YML", "title: x", "is a case file"],
  ["..", "x", "has no name"],
  ["empty.txt", "", "is empty"],
  ["table.csv", "a,b\n1,2\n", "this format is not read"],
  ["out/a.txt", "x", "is a link out of the case"],
  ["b.txt/a.txt", "x", "is a file, not a folder"],
])("%s is refused, and nothing of it is left", async (name, text, message) => {
  const outside = mkdtempSync(join(tmpdir(), "outside-"));
  symlinkSync(outside, join(folder, "out"));
  writeFileSync(join(folder, "b.txt"), "b");
  await expect(addFile(folder, name, parts(text))).rejects.toThrow(message);
  expect(all()).toEqual(["b.txt"]);
  expect(readdirSync(outside)).toEqual([]);
  rmSync(outside, { recursive: true });
});

test("what is too large is refused while it comes in", async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given++;
      yield Buffer.alloc(1024 * 1024, "a");
    }
  }
  await expect(addFile(folder, "long.html", endless())).rejects.toThrow("larger than 20.0 MB");
  expect(given).toBe(maxFileBytes / 1024 / 1024 + 1);
  expect(all()).toEqual([]);
});

test("an export of posts is taken, packed or not", async () => {
  const post = { id: "1", text: "The gate is open", created_at: "2031-05-04T08:00:00Z" };
  const posts = gzipSync(`${JSON.stringify({ ...post, author: "ann" })}\n`);
  mkdirSync(join(folder, "posts"));
  expect(await addFile(folder, "posts/p.ndjson.gz", parts(posts))).toMatchObject({
    outcome: "added",
  });
});

function sha(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
