import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StoreError } from "../document/errors.ts";
import { keptBytes } from "./bytes.ts";
import { keptFindings } from "./kept.ts";
import { type Entry, type KeptReading, openStore, type Store } from "./store.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function entry(id: string, readings: readonly KeptReading[] = [], fingerprint = "f"): Entry {
  return {
    document: {
      id,
      file: id,
      format: "text",
      sha256: "0".repeat(64),
      sizeBytes: 5,
      text: `${id}: “näive” 🐟`,
      title: null,
      author: null,
      url: null,
      language: "en",
      published: "2031-05-04",
      publishedFrom: "case",
      completeness: "full",
    },
    sourceId: id,
    words: 2,
    fingerprint,
    language: "en",
    paragraphs: [{ start: 0, end: 5 }],
    readings,
    problems: [{ file: id, line: 3, message: "odd", mend: "mend it" }],
  };
}

function date(edtf: string, start: number): KeptReading {
  const json = JSON.stringify({ start, end: start + 4, edtf, kind: "absolute", rule: "test" });
  const sentence = { start: 0, end: 20, text: `In ${edtf}.` };
  return { kind: "dates", start, end: start + 4, sentence, sortKey: edtf, json };
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

async function opened<T>(path: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(path);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

test("rows come sorted by key, then document, then place, whatever the order they went in", () =>
  opened(":memory:", async (store) => {
    await store.put([
      entry("b.txt", [date("1992", 9), date("1992", 2)]),
      entry("a.txt", [date("1994", 0), date("1992", 7)]),
    ]);
    const rows = await all(store.rows("dates"));
    expect(rows.map((row) => [row.reading.edtf, row.documentId, row.reading.start])).toEqual([
      ["1992", "a.txt", 7],
      ["1992", "b.txt", 9],
      ["1992", "b.txt", 2],
      ["1994", "a.txt", 0],
    ]);
    expect(rows[0]?.sentence).toEqual({ start: 0, end: 20, text: "In 1992." });
    expect(await all(store.rows("figures"))).toEqual([]);
  }));

test("two streams and other statements do not disturb each other", () =>
  opened(":memory:", async (store) => {
    const many = Array.from({ length: 5000 }, (_, index) => date(String(1000 + index), index));
    await store.put([entry("a.txt", many)]);
    let seen = 0;
    for await (const row of store.rows("dates")) {
      seen++;
      if (seen % 1000 === 1) {
        await store.text(row.documentId);
        for await (const _ of store.rows("dates")) break;
      }
    }
    expect(seen).toBe(5000);
  }));

test("what was kept is there when the store is opened again", async () => {
  const path = join(folder, "case.duckdb");
  await opened(path, async (store) => {
    await store.put([entry("a.txt", [date("1992", 0)])]);
    await store.putCaseProblems([{ file: "case.yaml", line: null, message: "m", mend: "n" }]);
    await store.putFindings("print", keptFindings({ claims: [{ id: "c1" }, { id: "c2" }] }));
  });
  await opened(path, async (store) => {
    expect(await store.documents()).toMatchObject([{ id: "a.txt", published: "2031-05-04" }]);
    expect(await store.text("a.txt")).toBe("a.txt: “näive” 🐟");
    expect(await store.text("b.txt")).toBeNull();
    expect(await store.readings("a.txt")).toMatchObject({
      language: "en",
      dates: [{ edtf: "1992" }],
    });
    expect(await store.findings("claims")).toEqual([{ id: "c1" }, { id: "c2" }]);
    expect(await store.meta("findings")).toBe("print");
    expect((await store.problems()).map(({ file, line }) => [file, line])).toEqual([
      ["a.txt", 3],
      ["case.yaml", null],
    ]);
  });
});

test("what is held is read as it was, though a second look comes between two parts of the first", () =>
  opened(":memory:", async (store) => {
    const dates = Array.from({ length: 5000 }, (_, nth) => date("1992", nth));
    await store.put([entry("a.txt", dates)]);
    await store.putFindings("print", keptFindings({ claims: [{ id: "c1" }] }));
    await store.hold();
    const beside = await store.beside();
    await beside.put([entry("a.txt", [date("1999", 0)], "g")]);
    let seen = 0;
    for await (const { reading } of store.rows("dates")) {
      seen++;
      expect(reading.edtf).toBe("1992");
      if (seen === 10) expect(await store.findings("claims")).toEqual([{ id: "c1" }]);
    }
    expect(seen).toBe(5000);
    store.release();
    expect((await all(store.rows("dates"))).map(({ reading }) => reading.edtf)).toEqual(["1999"]);
    beside.close();
  }));

test("putting a document again replaces it, and what was found from it counts no more", () =>
  opened(":memory:", async (store) => {
    await store.put([entry("a.txt", [date("1992", 0)]), entry("b.txt", [date("1993", 0)])]);
    await store.putFindings("print", keptFindings({ claims: [] }));
    await store.put([entry("a.txt", [date("1999", 0)], "g")]);
    expect((await all(store.rows("dates"))).map(({ reading }) => reading.edtf)).toEqual([
      "1993",
      "1999",
    ]);
    expect((await store.documents()).map((one) => one.fingerprint)).toEqual(["g", "f"]);
    expect((await store.problems()).length).toBe(2);
    expect(await store.meta("findings")).toBeNull();
    await store.remove(["b.txt"]);
    expect((await store.documents()).map(({ id }) => id)).toEqual(["a.txt"]);
    expect((await store.problems()).map(({ file }) => file)).toEqual(["a.txt"]);
  }));

test("a batch that fails leaves the store as it was", () =>
  opened(":memory:", async (store) => {
    await store.put([entry("a.txt", [date("1992", 0)])]);
    const broken = { ...date("1999", 0), start: 2 ** 40 };
    await expect(store.put([entry("b.txt"), entry("a.txt", [broken])])).rejects.toThrow();
    expect((await store.documents()).map(({ id }) => id)).toEqual(["a.txt"]);
    expect((await all(store.rows("dates"))).map(({ reading }) => reading.edtf)).toEqual(["1992"]);
    await store.put([entry("c.txt")]);
    expect((await store.documents()).length).toBe(2);
  }));

describe("a database that cannot be used", () => {
  test("a second process is told who holds it and what to do", async () => {
    const path = join(folder, "case.duckdb");
    await opened(path, async () => {
      const module = pathToFileURL(join(import.meta.dirname, "store.ts")).href;
      const script = `import(${JSON.stringify(module)}).then(({ openStore }) => openStore(${JSON.stringify(path)})).then(() => console.log("opened"), (error) => console.log(error.message))`;
      const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
        encoding: "utf8",
      });
      expect(stdout).toMatch(
        new RegExp(`this case is open in process ${process.pid}, .*close the other parallax first`),
      );
    });
  });

  test("a file that is no database names the mend", async () => {
    const path = join(folder, "case.duckdb");
    writeFileSync(
      path,
      "this is no database at all, but it is long enough to be looked at".repeat(99),
    );
    const failure = await openStore(path).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect((failure as StoreError).message).toMatch(/delete .*case\.duckdb and run again/);
  });

  test("a newer schema asks for a newer version", async () => {
    const path = join(folder, "case.duckdb");
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run("create table schema_version (version integer not null)");
    await connection.run("insert into schema_version values (999)");
    connection.closeSync();
    instance.closeSync();
    await expect(openStore(path)).rejects.toThrow(/newer version of Parallax \(schema 999/);
  });
});

test("bytes are kept once, whole, under their hash; changed bytes are noticed", async () => {
  const bytes = keptBytes(folder);
  const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  await bytes.keep(sha256, Buffer.from("abc"));
  await bytes.keep(sha256, Buffer.from("abc"));
  expect(readdirSync(join(folder, "ba"))).toEqual([sha256]);
  expect(Buffer.from(await bytes.read(sha256)).toString()).toBe("abc");
  writeFileSync(join(folder, "ba", sha256), "abd");
  await expect(bytes.read(sha256)).rejects.toThrow(/have changed on disk/);
});
