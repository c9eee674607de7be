import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeChosen } from "../src/store/chosen.ts";
import { folderOf, parallax } from "./run.ts";

const files = {
  "case.yaml": `title: The weir
language: en
sides: { east: East, west: West }
sources:
  post: { name: The Post, kind: media, side: east, files: "post/*.txt" }
  gazette: { name: The Gazette, kind: media, side: west, files: "gazette/*.txt" }
`,
  "post/one.txt":
    "The gate of the weir\n\n4 May 2031\n\nThe wardens of Pellmark opened the weir gate on Monday night. Nine people were killed in the flood.\n",
  "gazette/two.txt":
    "No gate was opened\n\n5 May 2031\n\nThe wardens of Pellmark did not open the weir gate on Monday night, said Ole Quist. Nine people were killed in the flood.\n",
};

let made: ReturnType<typeof folderOf>;
let report: string;
let results: string;
beforeAll(async () => {
  made = folderOf(files);
  const beside = folderOf({});
  report = join(beside.path, "report.html");
  results = join(beside.path, "results");
  await parallax(["report", made.path, "-o", report]);
  await parallax(["analyze", made.path, "--out", results]);
  remove = () => {
    made.remove();
    beside.remove();
  };
});
let remove = () => {};
afterAll(() => remove());

const verify = (result: string, ...more: string[]) =>
  parallax(["verify", result, "--case", made.path, ...more]);

/** Changes a file, asks, and puts it back. */
async function changed(path: string, change: (text: string) => string, result: string) {
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  try {
    return await verify(result, "--json");
  } finally {
    writeFileSync(path, before);
  }
}

type Told = {
  readonly agrees: boolean;
  readonly differences: readonly { what: string; name: string; difference: string }[];
};
const whatsOf = (out: string) => [
  ...new Set((JSON.parse(out) as Told).differences.map(({ what }) => what)),
];

test("a report and a results folder agree with their case", async () => {
  for (const result of [report, results]) {
    const { code, out } = await verify(result);
    expect(out).toContain("Everything agrees with the case.");
    expect(out).toMatch(/passage: (\d+) of \1 agree/);
    expect(out).toContain("document: 2 of 2 agree");
    expect(code).toBe(0);
  }
});

test("a changed byte of a document", async () => {
  const path = join(made.path, "post/one.txt");
  for (const result of [report, results]) {
    const { code, out } = await changed(path, (text) => text.replace("Nine", "Five"), result);
    expect(code).toBe(4);
    expect(whatsOf(out)).toEqual(["document", "passage"]);
    expect(out).toContain("post/one.txt");
  }
});

test.each([
  ["a passage", /(<mark>[^<]*)Nine/, "$1Five", ["passage", "file"]],
  ["what is shown around it", /(<\/mark>[^<]*)Nine/, "$1Five", ["passage", "file"]],
  ["its place", /data-at="1:(\d+)-/, 'data-at="1:9$1-', ["passage", "file"]],
  ["who says it", "<b>The Post</b>", "<b>The Gazette</b>", ["file"]],
  ["a hash", /("sha256":")./, "$1x", ["document", "file"]],
])("a report in which %s was changed", async (_what, from, to, whats) => {
  const { code, out } = await changed(report, (text) => text.replace(from, to), report);
  expect(code).toBe(4);
  for (const what of whatsOf(out)) expect([...whats, "case file"]).toContain(what);
  expect(whatsOf(out).length).toBeGreaterThan(0);
});

test("a results folder in which a passage was changed, or from which a file is missing", async () => {
  const path = join(results, "claims.json");
  const other = await changed(
    path,
    (text) => text.replaceAll("Nine people", "Five people"),
    results,
  );
  expect(other.code).toBe(4);
  expect(whatsOf(other.out)).toEqual(["passage", "file"]);
  renameSync(path, `${path}.away`);
  const { code, out } = await verify(results);
  renameSync(`${path}.away`, path);
  expect(code).toBe(4);
  expect(out).toContain("≠ file claims.json: it is listed in the manifest and is not there");
});

test("a document that is missing, and a case file that was changed", async () => {
  const path = join(made.path, "gazette/two.txt");
  rmSync(path);
  const missing = await verify(report);
  writeFileSync(path, files["gazette/two.txt"]);
  expect(missing.code).toBe(4);
  expect(missing.out).toContain("≠ document gazette/two.txt: it is not there");
  const other = await changed(join(made.path, "case.yaml"), (text) => `${text}# so\n`, report);
  expect(other.code).toBe(4);
  expect(whatsOf(other.out)).toEqual(["case file"]);
});

test("a report that was put together", async () => {
  const page = `${report}.chosen.html`;
  const items = [{ address: "#/claims", label: "Who says it?", note: "Look at this." }];
  await writeChosen(join(made.path, ".parallax"), {
    title: "Mine",
    introduction: "",
    as: "found",
    items,
  });
  await parallax(["report", made.path, "--chosen", "-o", page]);
  expect((await verify(page)).out).toContain("Everything agrees with the case.");
  const { code, out } = await changed(
    page,
    (text) => text.replace(/(<mark>[^<]*)weir/, "$1dam"),
    page,
  );
  expect(code).toBe(4);
  expect(whatsOf(out)).toEqual(["passage"]);
});

test("what is no report is said to be none", async () => {
  const path = `${report}.other.html`;
  appendFileSync(path, "<p>Something else.</p>");
  const other = await verify(path);
  expect([other.code, other.err]).toEqual([
    3,
    expect.stringContaining("does not say what it was made from"),
  ]);
  expect((await verify(`${report}.gone`)).code).toBe(3);
  expect((await parallax(["verify", report])).code).toBe(2);
});
