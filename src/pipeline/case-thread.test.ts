import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createAskCase } from "../compare/compare.ts";
import { documentOf } from "../document/document-of.ts";
import { type AnalyzedCase, allFindings, analyzeCase, findingsOf } from "./analyze.ts";
import {
  type CaseThread,
  type CaseThreadOptions,
  compareInThread,
  createCaseThread,
} from "./case-thread.ts";
import { createDraftCheck } from "./check-text.ts";

const folder = mkdtempSync(join(tmpdir(), "case-thread-"));
let analyzed: AnalyzedCase;
let thread: CaseThread | undefined;

beforeAll(async () => {
  const texts = {
    "a.txt":
      "The gate\n\n4 May 2031\n\nThe guard opened the gate at noon. At least 12 boats sank.\n",
    "b.txt": "The gate\n\n5 May 2031\n\nThe guard opened the gate at noon. Some 15 boats sank.\n",
    "c.txt": "The weir\n\n6 May 2031\n\nThe miller said the guard opened the gate at noon.\n",
    "case.yaml": "title: The gate\nsides: { east: East, west: West }\n",
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  analyzed = await analyzeCase(folder, { environment: {} });
});
afterAll(() => {
  analyzed.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => thread?.close());

function start(options: CaseThreadOptions = {}): CaseThread {
  thread = createCaseThread(threaded(), options);
  return thread;
}

function threaded() {
  return { ...analyzed, documents: analyzed.input.documents };
}

const draft = {
  document: documentOf("The guard opened the gate at noon. Only 3 boats sank, nobody else said."),
  marks: [],
};

/** A thread that ends, or eats memory, where it is asked to. */
const trapped = {
  module: new URL("../../tests/support/trapped-case.ts", import.meta.url),
  memoryMb: 256,
};

test("a thread says of drafts and statements what this thread says", async () => {
  const { store, input, reader } = analyzed;
  const here = createDraftCheck({
    ...analyzed,
    findings: async () => ({
      claims: await findingsOf(store, "claims"),
      sourcing: await findingsOf(store, "sourcing"),
      origins: await findingsOf(store, "origins"),
    }),
  });
  const { check, ask, ready } = start();
  const expected = await here.check(draft);
  expect(expected.unread ?? expected.kept.notes.length).toBeGreaterThan(0);
  expect(await check(draft)).toEqual(expected);
  expect(await ready()).toEqual({ done01: 1 });
  const statement = "The guard opened the gate.";
  expect(await ask(statement)).toEqual((await createAskCase(input, reader()))(statement));
});

test("a thread finds what this thread finds", async () => {
  const before = await allFindings(analyzed.store);
  await compareInThread(threaded(), (found) => analyzed.store.putFindings("other", found));
  expect(await analyzed.store.meta("findings")).toBe("other");
  expect(await allFindings(analyzed.store)).toEqual(before);
});

test("how far it is prepared is told at once, until it is", async () => {
  const { ready } = start();
  const seen = [(await ready()).done01];
  while (seen.at(-1) !== 1) {
    await new Promise((turn) => setTimeout(turn, 10));
    seen.push((await ready()).done01);
  }
  expect(seen[0]).toBe(0);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test.each<[what: string, reason: RegExp]>([
  ["EXIT", /^the thread of the case ended/],
  ["EAT", /^this case needs more than 256 MB of memory \(.+=512\)$/],
])(
  "who asks a thread that fails (%s) is told why, and the next one is answered",
  async (what, reason) => {
    const { ask, check } = start(trapped);
    const [failed, beside] = await Promise.allSettled([ask(what), check(draft)]);
    for (const one of [failed, beside])
      expect(one).toMatchObject({ reason: { message: expect.stringMatching(reason) } });
    expect((await check(draft)).unread).toBeNull();
  },
);

test("a store that fails is told of, and who prepares is told once", async () => {
  const { store } = analyzed;
  const keptRows: typeof store.keptRows = async function* () {
    yield [];
    throw new Error("the disk is gone");
  };
  const broken = new Proxy(store, {
    get: (one, key) => (key === "keptRows" ? keptRows : Reflect.get(one, key).bind(one)),
  });
  thread = createCaseThread({ ...threaded(), store: broken });
  const { check, ready } = thread;
  await expect(check(draft)).rejects.toThrow("the disk is gone");
  expect(await ready()).toEqual({ done01: 0 });
  await expect(
    (async () => {
      for (;;) {
        await ready();
        await new Promise((turn) => setTimeout(turn, 5));
      }
    })(),
  ).rejects.toThrow("the disk is gone");
});

test("who waits is told when it is ended, and nothing is kept of it", async () => {
  const { ask, close } = start();
  const asked = expect(ask("The gate was opened.")).rejects.toThrow(/^parallax was ended/);
  await close();
  await asked;
  await expect(ask("The gate was opened.")).rejects.toThrow(/^parallax was ended/);
  const ending = new AbortController();
  const print = await analyzed.store.meta("findings");
  const compared = compareInThread(
    threaded(),
    (found) => analyzed.store.putFindings("never", found),
    { signal: ending.signal },
  );
  ending.abort();
  await expect(compared).rejects.toThrow(/^parallax was ended/);
  expect(await analyzed.store.meta("findings")).toBe(print);
});
