import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadCaseFile } from "../ingest/case/load.ts";
import { postsAmong } from "../ingest/posts/posts-among.ts";
import { putPostFile } from "../store/posts/case-posts.ts";
import { openStore, type Store } from "../store/store.ts";
import { analyzeCase } from "./analyze.ts";
import { type CasePosts, importPosts } from "./import-posts.ts";

let folder = "";
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "posts-"));
  store = await openStore(join(folder, ".parallax", "case.duckdb"));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const header = "id,thread_id,author,body,timestamp";
const row = (id: number | string, author = "ada", body = "the ferry is late #pier") =>
  `${id},${id},${author},${body},2031-05-04 10:00:0${String(id).at(-1)}`;
const table = (...rows: readonly string[]) => `${[header, ...rows].join("\n")}\n`;

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

async function run(files: readonly string[], mapping = "m"): Promise<CasePosts> {
  const { posts } = await postsAmong(folder, files);
  return importPosts(posts, { folder, store, mapping, progress: () => {} });
}

async function keptRecords(): Promise<unknown> {
  return (await rowsOf("select count(*)::integer from post_records"))[0]?.[0];
}

async function rowsOf(query: string): Promise<unknown[][]> {
  const connection = await store.connect();
  try {
    return (await connection.runAndReadAll(query)).getRowsJS() as unknown[][];
  } finally {
    connection.closeSync();
  }
}

test.each([
  ["a table of posts", "p.csv", table(row(1)), true],
  ["the same, packed", "p.csv.gz", gzipSync(table(row(1))), true],
  ["posts under a text's name", "p.txt", '{"id":"7","author":"x","text":"late"}\n', true],
  ["a text", "p.txt", "The ferry is late\n\nsaid the harbour.\n", false],
  ["a text that begins with a bracket", "p.txt", "[Updated] The ferry is late.\n", false],
  ["a table of other things", "p.csv", "city,ferries\nTolby,3\n", false],
  ["a page", "p.html", "<p>[1]</p>", false],
  ["other JSON", "p.json", '{"ferries": 3}\n', false],
  ["a picture", "p.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), false],
  ["an empty file", "p.csv", "", false],
])("whether %s holds posts", async (_, name, content, holds) => {
  write(name, content);
  const { posts, others } = await postsAmong(folder, [name]);
  expect(posts.map(({ file }) => file)).toEqual(holds ? [name] : []);
  expect(others).toEqual(holds ? [] : [name]);
});

test("what the case file says of a file of posts is followed, and its change too", async () => {
  write("odd.csv", "nr,who,said,spoke\n1,ada,The ferry is late,ben\n");
  write("case.yaml", "posts:\n  odd.csv: { columns: { id: nr, account: who, text: said } }\n");
  const found = async () => {
    const loaded = await loadCaseFile(folder, "case.yaml");
    const among = await postsAmong(folder, ["odd.csv"], loaded);
    const { run, posts } = await importPosts(among.posts, {
      ...{ folder, store, mapping: "m", progress: () => {} },
    });
    return { ...run, posts, problems: among.problems };
  };
  expect(await found()).toMatchObject({ read: 1, posts: 1, problems: [] });
  expect(await found()).toMatchObject({ read: 0, mappedAgain: 0 });
  write("case.yaml", "posts:\n  odd.csv: { columns: { id: nr, account: spoke, text: said } }\n");
  expect(await found()).toMatchObject({ read: 0, mappedAgain: 1, posts: 1 });
  write("case.yaml", "posts:\n  odd.csv: { columns: { id: number } }\n  gone.csv: {}\n");
  expect((await found()).problems).toMatchObject([
    { file: "odd.csv", message: "no such column for id: number" },
    { file: "case.yaml", line: 3, message: 'no file matches "gone.csv" of posts' },
  ]);
});

test("a file is read once, its change and its end are followed", async () => {
  write("a.csv", table(row(1), row(2, "ben")));
  expect(await run(["a.csv"])).toMatchObject({ posts: 2, accounts: 2, run: { read: 1 } });
  expect((await run(["a.csv"])).run).toEqual({ read: 0, mappedAgain: 0, removed: 0 });
  // Written again with the same bytes: hashed, not read.
  utimesSync(join(folder, "a.csv"), 1, 1);
  expect((await run(["a.csv"])).run.read).toBe(0);
  write("a.csv", table(row(1), row(2, "ben"), row(3, "cleo")));
  expect(await run(["a.csv"])).toMatchObject({ posts: 3, accounts: 3, run: { read: 1 } });
  rmSync(join(folder, "a.csv"));
  expect(await run([])).toMatchObject({ posts: 0, files: [], run: { removed: 1 } });
  expect(await keptRecords()).toBe(0);
});

test("a post that two files tell of is one, and stays when one of them goes", async () => {
  write("a.csv", table(row(1), row(2)));
  write("b.csv", table(row(2), row(3)));
  expect(await run(["a.csv", "b.csv"])).toMatchObject({ posts: 3, again: 1 });
  expect(await run(["b.csv"])).toMatchObject({ posts: 2, again: 0, run: { read: 0, removed: 1 } });
});

test("what cannot be mapped is counted, told with its line, kept, and mapped again", async () => {
  write("a.csv", table(row(1), row("1.01E+18"), "only,three,fields", row(2)));
  const first = await run(["a.csv"]);
  expect(first).toMatchObject({ posts: 2, unmapped: 2 });
  expect(first.problems.map(({ file, line }) => [file, line])).toEqual([
    ["a.csv", 3],
    ["a.csv", 4],
  ]);
  const again = await run(["a.csv"], "another mapping");
  expect(again.run).toEqual({ read: 0, mappedAgain: 1, removed: 0 });
  expect({ ...again, run: null, files: null }).toEqual({ ...first, run: null, files: null });
});

test("of many that cannot be mapped the first are told, and how many there are", async () => {
  write("a.csv", table(row(1), ...Array.from({ length: 30 }, () => "only,three,fields")));
  const { problems, unmapped } = await run(["a.csv"]);
  expect(unmapped).toBe(30);
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)?.message).toMatch(/^in all 30 of 31 records/);
});

test("an import that does not come to its end leaves the file as it was", async () => {
  write("a.csv", table(row(1), row(2)));
  const { files } = await run(["a.csv"]);
  const [before] = files;
  if (!before) throw new Error("nothing was imported");
  const { import: _, records: __, unmapped: ___, ...file } = before;
  async function* breaksOff() {
    const problem = { file: "a.csv", line: 2, message: "odd", mend: "mend it" };
    yield { record: { line: 2, raw: "{}", post: null, problem }, reading: null };
    yield { record: { line: 3, raw: "{}", post: null, problem }, reading: null };
    throw new Error("interrupted");
  }
  const connection = await store.connect();
  // Every record is a batch of its own: both have been kept when it breaks off.
  await expect(putPostFile(connection, file, breaksOff(), 1)).rejects.toThrow("interrupted");
  connection.closeSync();
  expect(await keptRecords()).toBe(4);
  expect(await run(["a.csv"])).toMatchObject({ posts: 2, unmapped: 0, run: { read: 0 } });
  write("a.csv", table(row(1), row(2), row(3)));
  await run(["a.csv"]);
  expect(await keptRecords()).toBe(3);
});

test.each(["SIGKILL", "SIGINT"] as const)(
  "an import that ends by %s leaves nothing, and the next one takes in all",
  async (signal) => {
    write("old.csv", table(row(1)));
    write("a.csv", table(row(1), row(2, "ben")));
    await run(["old.csv", "a.csv"]);
    store.close();
    write("a.csv", table(...Array.from({ length: 1500 }, (_, at) => row(at + 1))));
    const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    const script = `
    const { openStore } = await import(${module("../store/store.ts")});
    const { postsAmong } = await import(${module("../ingest/posts/posts-among.ts")});
    const { importPosts } = await import(${module("./import-posts.ts")});
    const folder = ${JSON.stringify(folder)};
    const store = await openStore(folder + "/.parallax/case.duckdb");
    const { posts } = await postsAmong(folder, ["old.csv", "a.csv"]);
    const progress = (records) => {
      if (records === 1000) process.kill(process.pid, "${signal}");
    };
    await importPosts(posts, { folder, store, mapping: "m", progress, batchCharacters: 50_000 });`;
    const child = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", script],
      { cwd: import.meta.dirname, encoding: "utf8" },
    );
    expect(child.signal, child.stderr).toBe(signal);
    store = await openStore(join(folder, ".parallax", "case.duckdb"));
    // What came in before it ended does not count: the file stands as it was imported before.
    expect(await keptRecords()).toBeGreaterThan(3);
    expect(await rowsOf("select file, records from post_files order by file")).toEqual([
      ["a.csv", 2],
      ["old.csv", 1],
    ]);
    expect((await run(["old.csv", "a.csv"])).run).toEqual({ read: 1, mappedAgain: 0, removed: 0 });
    const kept = `select posts.* exclude (import), file, raw, records
    from posts join post_files using (import) join post_records using (import, line)
    order by file, line`;
    const after = await rowsOf(kept);
    expect(await keptRecords()).toBe(1501);
    store.close();
    store = await openStore(":memory:");
    await run(["old.csv", "a.csv"]);
    expect(after).toEqual(await rowsOf(kept));
    expect(after).toHaveLength(1501);
  },
);

test("a file that cannot be read is a problem, and its posts leave the case", async () => {
  write("a.csv", table(row(1)));
  const { posts } = await postsAmong(folder, ["a.csv"]);
  const context = { folder, store, mapping: "m", progress: () => {} };
  await importPosts(posts, context);
  rmSync(join(folder, "a.csv"));
  const { files, problems } = await importPosts(posts, context);
  expect(files).toEqual([]);
  expect(problems).toMatchObject([{ file: "a.csv", line: null, message: "cannot be read" }]);
});

test("posts alone are a case", async () => {
  write("posts.csv", table(row(1), row(2, "ben")));
  store.close();
  const analyzed = await analyzeCase(folder, { environment: {} });
  store = analyzed.store;
  expect(analyzed.documents).toEqual([]);
  expect(analyzed.posts).toMatchObject({ posts: 2, accounts: 2 });
  expect(analyzed.problems).toEqual([]);
});

/** What is kept of posts that are gone, by their ids. */
async function goneNow(): Promise<unknown> {
  const connection = await store.connect();
  try {
    const reader = await connection.runAndReadAll("select id, how from post_gone order by id, how");
    return reader.getRowsJS();
  } finally {
    connection.closeSync();
  }
}

test("a post that a later export lacks is missing, where its account's posts around it are there", async () => {
  write("a.csv", table(row(1), row(2), row(3), row(4, "ben"), row(5, "cleo"), row(6, "cleo")));
  await run(["a.csv"]);
  expect(await goneNow()).toEqual([]);
  // Of Ben nothing is there any more, and of Cleo's posts the first: no sign that these were deleted.
  write("a.csv", table(row(1), row(3), row(6, "cleo"), row(7, "cleo")));
  await run(["a.csv"]);
  expect(await goneNow()).toEqual([["2", "missing"]]);
  // It stays so in the next export, and until it is there again.
  write("a.csv", table(row(1), row(3), row(8)));
  await run(["a.csv"]);
  expect(await goneNow()).toEqual([["2", "missing"]]);
  write("a.csv", table(row(1), row(2), row(3)));
  await run(["a.csv"]);
  expect(await goneNow()).toEqual([]);
});

test("records that are mapped in another way are no later export", async () => {
  write("a.csv", table(row(1), row(2), row(3)));
  await run(["a.csv"], "one");
  write("a.csv", table(row(1), row(3)));
  await run(["a.csv"], "other");
  expect(await goneNow()).toEqual([]);
});

test("notices are kept with the file that tells them, and go with it", async () => {
  write("a.jsonl", '{"id":"1","author":"ina","text":"late","deleted":true}\n');
  expect(await run(["a.jsonl"])).toMatchObject({ posts: 1, unmapped: 0 });
  expect(await goneNow()).toEqual([["1", "deleted"]]);
  await run([]);
  expect(await goneNow()).toEqual([]);
});
