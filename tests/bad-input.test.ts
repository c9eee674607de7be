import { execFileSync } from "node:child_process";
import { chmodSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { analyzeCase } from "../src/pipeline/analyze.ts";
import { folderOf, parallax } from "./run.ts";

const good = "The quay at Orvane\n\nThe harbour master said 12 boats were lost on Monday.\n";
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const made = folderOf(files);
  cleanups.push(made.remove);
  return made.path;
}

const deep = `<html><body>${"<div>".repeat(1000)}a${"</div>".repeat(1000)}</body></html>`;

describe("a file that cannot be read is listed, and the others are read", () => {
  test.each<[what: string, file: string, content: string | Uint8Array, problem: RegExp]>([
    ["binary", "b.txt", Uint8Array.of(1, 0, 2, 0, 3), /^b\.txt: a binary file/m],
    ["a picture", "b.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /^b\.jpg: a JPEG image/m],
    ["a PDF with a text's name", "b.txt", "%PDF-1.7\n…", /^b\.txt: a PDF, not a text/m],
    ["a format that is not read", "b.csv", "a,b\n", /^b\.csv: this format is not read/m],
    ["empty", "b.txt", "", /^b\.txt: an empty file/m],
    ["white space only", "b.md", " \n\t\n", /^b\.md: holds nothing but white space/m],
    [
      "50 MB",
      "b.txt",
      "word ".repeat(10 * 1024 * 1024),
      /^b\.txt: too large .* 50\.0 MB .*20\.0 MB/m,
    ],
    ["nested too deep", "b.html", deep, /^b\.html: its elements are nested more than 200 deep/m],
    ["a page without text", "b.html", "<html><body></body></html>", /^b\.html: no text was found/m],
  ])("%s", async (_, file, content, problem) => {
    const path = folder({ "a.txt": good, [file]: content });
    const { code, out, err } = await parallax(["analyze", path]);
    expect(out).toMatch(/1 document from 1 source/);
    expect(err).toMatch(problem);
    expect(code).toBe(0);
  });
});

test("invalid UTF-8 is read with a loss: listed with its line, and kept", async () => {
  const latin = Buffer.concat([
    Buffer.from("The quay\n\nCaf"),
    Buffer.of(0xe9),
    Buffer.from(" Orvane burned.\n"),
  ]);
  const { code, out, err } = await parallax(["analyze", folder({ "a.txt": good, "b.txt": latin })]);
  expect(out).toMatch(/2 documents/);
  expect(err).toMatch(
    /b\.txt:3: not valid UTF-8 at byte 13: read as Windows-1252.*save the file as UTF-8/,
  );
  expect(code).toBe(0);
  const { out: again } = await parallax([
    "read",
    join(folder({ "b.txt": latin }), "b.txt"),
    "--json",
  ]);
  expect(JSON.parse(again).sentences.at(-1)).toEqual({ start: 10, end: 29 });
});

test("a file that vanishes while reading is listed, and the others are read", async () => {
  const path = folder({ "a.txt": good, "b.txt": good });
  const analyzed = await analyzeCase(path, {
    environment: {},
    progress: (step) => {
      if (step === "reading") rmSync(join(path, "b.txt"), { force: true });
    },
  });
  analyzed.close();
  expect(analyzed.documents.map(({ id }) => id)).toEqual(["a.txt"]);
  expect(analyzed.problems).toMatchObject([
    { file: "b.txt", message: expect.stringMatching(/no such file \(it may have vanished/) },
  ]);
});

test("links that lead back to themselves", async () => {
  const path = folder({ "a.txt": good });
  symlinkSync("two.txt", join(path, "one.txt"));
  symlinkSync("one.txt", join(path, "two.txt"));
  for (const args of [
    ["analyze", path],
    ["read", join(path, "one.txt")],
    ["analyze", join(path, "one.txt")],
  ])
    expect((await parallax(args)).err).toMatch(
      /one\.txt: a link that leads back to itself \(remove it\)/,
    );
});

test("links that lead out of the folder, or nowhere, are not followed", async () => {
  const outside = folder({ "secret.txt": good });
  const path = folder({ "a.txt": good });
  symlinkSync(join(outside, "secret.txt"), join(path, "out.txt"));
  symlinkSync(path, join(path, "self"));
  symlinkSync(join(path, "nowhere"), join(path, "lost.txt"));
  const { out, err } = await parallax(["analyze", path]);
  expect(out).toMatch(/1 document from/);
  expect(err).toMatch(/out\.txt: a link that leads out of the folder/);
  expect(err).toMatch(/lost\.txt: a link that leads nowhere/);
});

test.skipIf(process.platform === "win32")("a pipe is not waited for", async () => {
  const path = folder({ "a.txt": good });
  execFileSync("mkfifo", [join(path, "pipe.txt")]);
  for (const args of [
    ["read", join(path, "pipe.txt")],
    ["analyze", path],
  ])
    expect((await parallax(args)).err).toMatch(/pipe\.txt: neither a file nor a folder/);
});

test("problems go to standard error: ten of them, all with analyze; standard output stays clean", async () => {
  const bad = Object.fromEntries(
    Array.from({ length: 19 }, (_, index) => [`n${index}.pdf`, "%PDF-1"]),
  );
  const path = folder({ "a.txt": good, ...bad });
  const all = await parallax(["analyze", path]);
  expect(all.err.match(/a PDF, not a text/g)).toHaveLength(19);
  expect(all.out).toMatch(/Problems: 19 \(listed on standard error\)/);
  expect(all.out).not.toMatch(/a PDF/);
  for (const args of [
    ["claims", path, "--json"],
    ["ask", path, "It rained.", "--json"],
    ["report", path, "-o", join(path, "report.html")],
  ]) {
    const { out, err } = await parallax(args);
    expect(err.match(/a PDF, not a text/g)).toHaveLength(10);
    expect(err).toContain(`… and 9 more: parallax analyze ${path} lists all\n`);
    expect(out).not.toMatch(/a PDF/);
  }
});

describe("a path that cannot be used", () => {
  test.each<[what: string, args: (path: string) => string[], code: number, message: RegExp]>([
    [
      "missing folder",
      (path) => ["analyze", join(path, "none")],
      1,
      /none: no such folder \(check/,
    ],
    ["a file as the case", (path) => ["analyze", join(path, "a.txt")], 1, /a file, not a folder/],
    [
      "missing file",
      (path) => ["read", join(path, "none.txt")],
      1,
      /none\.txt: no such file \(check/,
    ],
    ["a folder to read", (path) => ["read", path], 1, /a folder, not a file/],
    [
      "empty folder",
      (path) => ["analyze", join(path, "empty")],
      1,
      /no document in .* could be read/,
    ],
  ])("%s", async (_, args, code, message) => {
    const path = folder({ "a.txt": good, "empty/.keep": "" });
    const ran = await parallax(args(path));
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/^\s+at /m);
    expect(ran.out).toBe("");
    expect(ran.code).toBe(code);
  });
});

describe("a broken pack of a case ends the run with place and mend", () => {
  const pack = (labels: string) =>
    `pack: weir\nabout: Words.\nconcepts:\n  - concept: the weir\n    labels:\n${labels}`;
  const dam = "      - { label: dam, note: plain, source: own reading }\n";
  test.each<[what: string, file: string, text: string, message: RegExp]>([
    [
      "not balanced",
      "weir.yaml",
      pack(`${dam}      - { label: trap, loadedFor: the town, source: own reading }\n`),
      /weir\.yaml:4:\d+: "the weir" is not balanced: .* \(add a label with another loadedFor\)/,
    ],
    [
      "a word twice",
      "weir.yaml",
      pack(`${dam}      - { label: wall, forms: [dam], note: plain, source: own reading }\n`),
      /weir\.yaml:7:\d+: "dam" is in two labels, "dam" and "wall" \(keep it in one\)/,
    ],
    [
      "no source",
      "weir.yaml",
      pack("      - { label: dam, note: x }\n"),
      /weir\.yaml:6:\d+: .*give the source/,
    ],
    ["not YAML", "weir.yaml", "pack: [weir\n", /weir\.yaml:\d+:\d+: not valid YAML: .*\(.+\)/],
    [
      "another name",
      "dam.yaml",
      pack(dam + dam.replace("dam", "wall")),
      /pack "weir" must be in weir\.yaml/,
    ],
    [
      "the name of a bundled one",
      "protest.yaml",
      pack(dam + dam.replace("dam", "wall")).replace("weir", "protest"),
      /case\.yaml:1:9: invalid packs: a pack "protest" is there already \(rename yours\)/,
    ],
  ])("%s", async (_, file, text, message) => {
    const path = folder({ "a.txt": good, "case.yaml": `packs: [${file}]\n`, [file]: text });
    const ran = await parallax(["analyze", path]);
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/^\s+at /m);
    expect(ran.code).toBe(3);
  });

  test("and `parallax packs FILE` says the same", async () => {
    const path = folder({ "weir.yaml": "pack: weir\n" });
    const ran = await parallax(["packs", join(path, "weir.yaml")]);
    expect(ran.err).toMatch(/weir\.yaml:1:1: invalid about: must be a text/);
    expect(ran.code).toBe(3);
  });
});

describe("a broken case file ends the run with place and mend", () => {
  test.each<[what: string, text: string, message: RegExp]>([
    ["not YAML", "title: [one\nsides: {}\n", /case\.yaml:\d+:\d+: not valid YAML: .*\(.+\)/],
    [
      "a pack that does not exist",
      "title: One\npacks: [conflict, confict]\n",
      /case\.yaml:2:19: invalid packs: there is no pack "confict" \(did you mean "conflict"\?\)/,
    ],
    [
      "a pack file that is not there",
      "title: One\npacks: [./weir.yaml]\n",
      /case\.yaml:2:9: invalid packs: there is no file "\.\/weir\.yaml" \(paths start at the case\)/,
    ],
    [
      "a pack file outside the case",
      "title: One\npacks: [conflict, ../weir.yaml]\n",
      /case\.yaml:2:19: invalid packs: "\.\.\/weir\.yaml" lies outside the case \(copy it into it\)/,
    ],
    [
      "an open quotation mark",
      'title: "One\nsides: {}\n',
      /not valid YAML: missing closing quotation mark " \(close the quotation mark/,
    ],
    [
      "a tab",
      "sides:\n\tisland: x\n",
      /case\.yaml:2:\d+: not valid YAML: .*\(indent with spaces, not tabs\)/,
    ],
    [
      "an unknown key",
      "titel: x\n",
      /case\.yaml:1:1: unknown key "titel" in the file \(did you mean "title"\?\)/,
    ],
    [
      "an unknown key of a source",
      "sources:\n  post:\n    fils: a.txt\n",
      /case\.yaml:3:5: unknown key "fils" in sources\.post \(did you mean "files"\?\)/,
    ],
    [
      "an undeclared side",
      "sides:\n  island: Islanders\nsources:\n  post: { side: iland, files: a.txt }\n",
      /case\.yaml:4:11: invalid sources\.post\.side: there is no side "iland" \(did you mean "island"\?\)/,
    ],
    [
      "an address in place of a host",
      "sources:\n  post:\n    hosts: https://post.example/\n",
      /case\.yaml:3:5: invalid sources\.post\.hosts: must be a host in small letters, such as \S+, or a list of hosts/,
    ],
    [
      "a list where a map is due",
      "sides:\n  - island\n",
      /case\.yaml:2:3: invalid sides: must be keys with values/,
    ],
    [
      "not a date",
      "documents:\n  a.txt: { published: May 4 }\n",
      /case\.yaml:2:12: invalid documents\.a\.txt\.published: must be a year/,
    ],
    [
      "a key given twice",
      "title: a\ntitle: b\n",
      /case\.yaml:2:1: not valid YAML: .*\(give each key once\)/,
    ],
  ])("%s", async (_, text, message) => {
    const { code, err } = await parallax(["analyze", folder({ "a.txt": good, "case.yaml": text })]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(3);
  });
});

describe("a case file that says too much is listed with its line", () => {
  const sources = "sources:\n  post: { files: '*.txt' }\n";
  test.each<[what: string, files: Record<string, string>, message: RegExp]>([
    [
      "two sources name one document",
      { "case.yaml": `${sources}  echo:\n    files: [b.txt]\n` },
      /case\.yaml:4: b\.txt is named by two sources: post \(line 2\) and echo; it is given to post/,
    ],
    [
      "two case files",
      { "case.yaml": sources, "case.yml": sources },
      /case\.yml: a second case file: case\.yaml is used/,
    ],
    [
      "two case files name one document",
      {
        "case.yaml": "sources:\n  post: { files: '**/*.txt' }\n",
        "in/c.txt": good,
        "in/case.yaml": sources,
      },
      /in\/case\.yaml:2: in\/c\.txt is named by two case files: case\.yaml \(line 2, source post\)/,
    ],
    [
      "a pattern that matches nothing",
      { "case.yaml": "sources:\n  post: { files: 'x/*.txt' }\n" },
      /case\.yaml:2: no document matches "x\/\*\.txt" of source post/,
    ],
    [
      "a document that is not there",
      { "case.yaml": "documents:\n  z.txt: { title: Z }\n" },
      /case\.yaml:2: there is no document "z\.txt"/,
    ],
  ])("%s", async (_, files, message) => {
    const { code, out, err } = await parallax([
      "analyze",
      folder({ "a.txt": good, "b.txt": good, ...files }),
    ]);
    expect(err).toMatch(message);
    expect(out).toMatch(/[23] documents/);
    expect(code).toBe(0);
  });
});

test("a folder that cannot be written keeps its database in the cache folder, and says so", async () => {
  const path = folder({ "a.txt": good });
  const cache = folder({});
  chmodSync(path, 0o555);
  cleanups.unshift(() => chmodSync(path, 0o755));
  const { code, err } = await parallax(["analyze", path], { XDG_CACHE_HOME: cache });
  expect(err).toContain(`its database is kept in ${cache}`);
  expect(code).toBe(0);
});

test("what Parallax wrote is not read as a document", async () => {
  const path = folder({ "a.txt": good });
  const first = await parallax(["analyze", path, "--out", path]);
  expect(first.code).toBe(0);
  const second = await parallax(["analyze", path]);
  expect(second.out).toMatch(/1 document from 1 source/);
  expect(second.out).not.toMatch(/Problems/);
});

test("an output that cannot be written is said in one line", async () => {
  const path = folder({ "a.txt": good });
  writeFileSync(join(path, "taken"), "");
  const { code, err } = await parallax(["analyze", path, "--out", join(path, "taken")]);
  expect(err).toMatch(/cannot be written \(EEXIST|ENOTDIR/);
  expect(code).toBe(3);
});
