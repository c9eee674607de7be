import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type AnalyzedCase, type AnalyzeOptions, allFindings, analyzeCase } from "./analyze.ts";
import { asideFromWords, longestRead, threadFrom } from "./limits.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "case-"));
  write("a.txt", "The dam at Ulm Hollow\n\nThe mayor said 12 houses were flooded on 4 May 2031.\n");
  write("b.txt", "The flood\n\nThe mayor denied that the dam had been opened.\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function run<T>(
  look: (analyzed: AnalyzedCase) => T | Promise<T>,
  options: Partial<AnalyzeOptions> = {},
): Promise<T> {
  const analyzed = await analyzeCase(folder, { environment: {}, ...options });
  try {
    return await look(analyzed);
  } finally {
    analyzed.close();
  }
}

test("only what changed is read again, and compared only then", async () => {
  expect(await run((one) => one.run)).toEqual({ read: 2, removed: 0, compared: true });
  expect(await run((one) => one.run)).toEqual({ read: 0, removed: 0, compared: false });
  write("b.txt", "The flood\n\nThe mayor admitted that the dam had been opened.\n");
  expect(await run((one) => one.run)).toEqual({ read: 1, removed: 0, compared: true });
  write("c.txt", "A third text\n\nIt rained for 3 days.\n");
  expect(await run((one) => one.run)).toEqual({ read: 1, removed: 0, compared: true });
  rmSync(join(folder, "a.txt"));
  expect(await run((one) => one.run)).toEqual({ read: 0, removed: 1, compared: true });
  expect(await run((one) => one.documents.map(({ id }) => id))).toEqual(["b.txt", "c.txt"]);
});

test("a document that can no longer be read leaves the case, as a problem", async () => {
  await run(() => undefined);
  write("a.txt", "\0\0\0");
  const after = await run((one) => ({
    ids: one.documents.map(({ id }) => id),
    problems: one.problems,
  }));
  expect(after.ids).toEqual(["b.txt"]);
  expect(after.problems).toMatchObject([{ file: "a.txt", message: "a binary file, not a text" }]);
});

test("what the case file declares reaches source, side and date; others are their own source", async () => {
  write(
    "case.yaml",
    `title: The flood
sides: { town: The town }
sources:
  gazette: { name: The Gazette, kind: media, side: town, files: "a.*" }
documents:
  b.txt: { published: 2031-05-06, title: Denied }
`,
  );
  const { documents, sources } = await run((one) => ({
    documents: one.documents,
    sources: one.case.sources.map(({ id, side }) => [id, side]),
  }));
  expect(documents).toMatchObject([
    { id: "a.txt", sourceId: "gazette", sourceName: "The Gazette", side: "town" },
    { id: "b.txt", sourceId: "b.txt", sourceName: "Denied", side: null, published: "2031-05-06" },
  ]);
  expect(sources).toEqual([
    ["gazette", "town"],
    ["b.txt", null],
  ]);
  write("case.yaml", "sources:\n  gazette: { name: The Gazette, files: a.txt }\n");
  const again = await run((one) => ({ run: one.run, side: one.documents[0]?.side }));
  expect(again).toEqual({ run: { read: 1, removed: 0, compared: true }, side: null });
});

test("the same files give the same findings, from scratch or not", async () => {
  const first = await run((one) => allFindings(one.store));
  write("b.txt", "Something else.\n");
  await run(() => undefined);
  write("b.txt", "The flood\n\nThe mayor denied that the dam had been opened.\n");
  expect(JSON.stringify(await run((one) => allFindings(one.store)))).toBe(JSON.stringify(first));
});

test("a large case is compared aside with the same findings, or not at all where that is ended", async () => {
  const days = Array.from(
    { length: asideFromWords / 8 },
    (_, day) => `On day ${day} it rained for ${day} hours.`,
  );
  write("long.txt", `The rain\n\n${days.join("\n\n")}\n`);
  const first = await run((one) => allFindings(one.store));
  write("b.txt", "The flood\n\nThe mayor admitted that the dam had been opened.\n");
  const ending = new AbortController();
  const ended = run(() => undefined, {
    aside: { signal: ending.signal },
    progress: (step) => step === "comparing" && ending.abort(new Error("ended")),
  });
  await expect(ended).rejects.toThrow("ended");
  write("b.txt", "The flood\n\nThe mayor denied that the dam had been opened.\n");
  const aside = { signal: new AbortController().signal };
  const again = await run(async (one) => ({ run: one.run, found: await allFindings(one.store) }), {
    aside,
  });
  expect(again.run).toEqual({ read: 1, removed: 0, compared: true });
  expect(JSON.stringify(again.found)).toBe(JSON.stringify(first));
}, 60_000);

test("the bytes of every document are kept", async () => {
  const hashes = await run(async (one) =>
    (await one.store.documents()).map(({ sha256 }) => sha256),
  );
  const kept = readdirSync(join(folder, ".parallax", "bytes"), { recursive: true })
    .map(String)
    .filter((name) => name.length > 64)
    .map((name) => name.slice(-64));
  expect(kept.sort()).toEqual(hashes.sort());
});

test("a run that is cut short goes on where it was, and loses nothing", async () => {
  for (let index = 0; index < 70; index++) write(`n${index}.txt`, `Text ${index}.\n\nIt rained.\n`);
  const cut = analyzeCase(folder, {
    environment: {},
    progress: (step, done) => {
      if (step === "reading" && done > 0) throw new Error("cut short");
    },
  });
  await expect(cut).rejects.toThrow("cut short");
  const after = await run((one) => ({ run: one.run, documents: one.documents.length }));
  expect(after.documents).toBe(72);
  expect(after.run.read).toBeLessThan(72);
});

test("a run that is killed loses no kept document, and the next one keeps none twice", async () => {
  for (let index = 0; index < 150; index++)
    write(`n${index}.txt`, `Text ${index}.\n\nIt rained.\n`);
  const module = new URL("./analyze.ts", import.meta.url).href;
  const script = `
    const { analyzeCase } = await import(${JSON.stringify(module)});
    const progress = (step, done) => {
      if (step === "reading" && done > 0) process.kill(process.pid, "SIGKILL");
    };
    await analyzeCase(${JSON.stringify(folder)}, { environment: {}, progress });`;
  const { signal } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", script],
    { cwd: import.meta.dirname },
  );
  expect(signal).toBe("SIGKILL");
  const after = await run((one) => ({
    read: one.run.read,
    ids: one.documents.map(({ id }) => id),
  }));
  expect(after.read).toBeGreaterThan(0);
  expect(after.read).toBeLessThan(152);
  expect(new Set(after.ids).size).toBe(152);
  expect(after.ids.length).toBe(152);
});

test("a document whose reading hangs is kept unread, as a problem, and tried again next time", async () => {
  write("c.txt", `HANG ${"and on and on. ".repeat(threadFrom / 10)}`);
  const pool = {
    module: new URL("../../tests/support/trapped-worker.ts", import.meta.url),
    timeLimitSeconds: 3,
  };
  const look = (one: AnalyzedCase) => ({
    run: one.run,
    documents: one.documents.map(({ id, completeness }) => [id, completeness]),
    problems: one.problems.map(({ file, message }) => `${file}: ${message}`),
  });
  expect(await run(look, { pool })).toEqual({
    run: { read: 3, removed: 0, compared: true },
    documents: [
      ["a.txt", "full"],
      ["b.txt", "full"],
      ["c.txt", "excerpt"],
    ],
    problems: ["c.txt: its text could not be read: took longer than 3 s"],
  });
  const again = await run(look);
  expect(again.run).toEqual({ read: 1, removed: 0, compared: true });
  expect(again.documents.at(-1)).toEqual(["c.txt", "full"]);
  expect(again.problems).toEqual([]);
});

test("of a text that is too long the beginning is read, and it counts as an excerpt", async () => {
  const line = `It rained ${"on and ".repeat(1400)}on.\n`;
  const lines = Math.ceil(longestRead / line.length) + 10;
  write("c.txt", line.repeat(lines));
  const { document, text, last, problems } = await run(async (one) => ({
    document: one.documents.at(-1),
    text: await one.store.text("c.txt"),
    last: (await one.store.readings("c.txt"))?.sentences.at(-1)?.end ?? 0,
    problems: one.problems,
  }));
  expect(document?.completeness).toBe("excerpt");
  expect(text?.length).toBe(line.length * lines);
  expect(last).toBeLessThanOrEqual(longestRead);
  expect(last).toBeGreaterThan(longestRead - 2 * line.length);
  expect(problems).toMatchObject([
    { file: "c.txt", message: expect.stringMatching(/^too long to be read whole: of 2,1/) },
  ]);
});
