import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { writeLines } from "./write-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "lines-"));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("folders are made, and nothing but the file is left", async () => {
  await writeLines(join(folder, "new", "a.csv"), ["one\n", "two\n"]);
  expect(readFileSync(join(folder, "new", "a.csv"), "utf8")).toBe("one\ntwo\n");
  expect(readdirSync(join(folder, "new"))).toEqual(["a.csv"]);
});

test("where the text breaks off, the old file stays as it was", async () => {
  const file = join(folder, "a.csv");
  writeFileSync(file, "old");
  const broken = function* () {
    yield "x".repeat(200_000);
    throw new RangeError("no more");
  };
  await expect(writeLines(file, broken())).rejects.toThrow("no more");
  expect(readFileSync(file, "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["a.csv"]);
});

test("a folder in its place is told with a mend", async () => {
  await expect(writeLines(folder, ["x"])).rejects.toThrow(/cannot write .* \(EISDIR\): choose/);
});
