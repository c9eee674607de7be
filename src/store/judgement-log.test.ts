import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LogEntry } from "../document/judgement.ts";
import { appendJudgement, parseJudgementLog, readJudgementLog } from "./judgement-log.ts";

const entry = (id: string): LogEntry => ({
  id,
  at: "2031-05-20T09:00:00.000Z",
  author: "Ada",
  act: "note",
  note: "line\nbreak",
  question: "figures",
  about: "dead",
  says: "14",
  rule: "same-quantity",
  documentId: "a.txt",
  sha256: "00",
  anchor: { exact: "14", prefix: "At least ", suffix: " people", start: 9 },
});

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parallax-log-"));
  path = join(folder, "judgements.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

describe("the log", () => {
  test("gives back what was added, in a line each", async () => {
    await appendJudgement(path, entry("a"));
    await appendJudgement(path, entry("b"));
    expect(await readJudgementLog(path)).toEqual({
      entries: [entry("a"), entry("b")],
      problems: [],
    });
    expect((await readFile(path, "utf8")).trimEnd().split("\n")).toHaveLength(2);
  });

  test("is empty where there is none", async () => {
    expect(await readJudgementLog(path)).toEqual({ entries: [], problems: [] });
  });

  test("keeps every line of many writers at once", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `j${index}`);
    await Promise.all(ids.map((id) => appendJudgement(path, entry(id))));
    const { entries, problems } = await readJudgementLog(path);
    expect(problems).toEqual([]);
    expect(entries.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test("ends an unfinished line before it adds one", async () => {
    await writeFile(path, `${JSON.stringify(entry("a"))}\n{"id":"b"`);
    await appendJudgement(path, entry("c"));
    const { entries, problems } = await readJudgementLog(path);
    expect(entries.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });
});

test.each([
  ["not JSON", "{", "no valid JSON"],
  ["a conflict left by a merge", "<<<<<<< ours", "a mark of a conflict"],
  ["another act", JSON.stringify({ ...entry("a"), act: "agree" }), "no judgement: act"],
  ["no date", JSON.stringify({ ...entry("a"), at: "today" }), "no judgement: at"],
  ["no object", "12", "no judgement"],
])("%s is a problem with its line, and the others are read", (_name, line, message) => {
  const read = parseJudgementLog(
    `\uFEFF${JSON.stringify(entry("x"))}\n\n${line}\r\n${JSON.stringify(entry("y"))}`,
  );
  expect(read.entries.map(({ id }) => id)).toEqual(["x", "y"]);
  expect(read.problems).toMatchObject([{ file: "judgements.jsonl", line: 3 }]);
  expect(read.problems[0]?.message).toContain(message);
});
