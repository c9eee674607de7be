import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type AnalyzedCase, analyzeCase } from "./analyze.ts";
import { createLiveCase, type LiveCase, type RunState } from "./live-case.ts";

let folder = "";
let first: AnalyzedCase;
let live: LiveCase<Made>;
/** What the next application is made after. */
let mayBeMade: Promise<void> = Promise.resolve();
const seen: RunState["running"][] = [];

type Made = { readonly run: number; readonly text: (id: string) => Promise<string | null> };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "live-"));
  mayBeMade = Promise.resolve();
  seen.length = 0;
  write("a.txt", "The gate\n\nThe gate was opened at noon.\n");
  first = await analyzeCase(folder, { environment: {} });
  live = await createLiveCase<Made>(first, {
    analyze: async (options) => {
      seen.push(live.state().running);
      const analyzed = await analyzeCase(folder, { environment: {}, ...options });
      seen.push(live.state().running);
      return analyzed;
    },
    make: async ({ store }, run) => {
      await mayBeMade;
      return { run, text: (id) => store.text(id) };
    },
  });
});

afterEach(async () => {
  await live.close();
  first.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

const run = () => live.use(async (made) => made.run);
const text = (id: string) => live.use((made) => made.text(id));

test("a document that was added is there after another run", async () => {
  write("b.txt", "The weir\n\nNobody was warned.\n");
  expect(await text("b.txt")).toBeNull();
  live.again();
  expect(live.state()).toMatchObject({ run: 1, running: { step: "looking" } });
  await live.idle();
  expect(live.state()).toEqual({ run: 2, running: null, failure: null });
  expect(await text("b.txt")).toContain("Nobody was warned.");
  expect(seen).toEqual([
    { step: "looking", done: 0, total: 0 },
    { step: "comparing", done: 0, total: 0 },
  ]);
});

test("the old answers stand, as they were, until the new ones are whole", async () => {
  let make = () => {};
  mayBeMade = new Promise((resolve) => {
    make = resolve;
  });
  write("a.txt", "The gate\n\nThe gate stayed shut.\n");
  live.again();
  while (live.state().running?.step !== "comparing") await new Promise((turn) => setTimeout(turn));
  expect(await text("a.txt")).toContain("opened at noon");
  let look = () => {};
  const reader = live.use(async (made) => {
    await new Promise<void>((resolve) => {
      look = resolve;
    });
    return made.text("a.txt");
  });
  make();
  await live.idle();
  expect(await text("a.txt")).toContain("stayed shut");
  look();
  expect(await reader, "who began with the old answers ends with them").toContain("opened at noon");
});

test("never two runs at once: asked during one, one more follows", async () => {
  live.again();
  live.again();
  live.again();
  await live.idle();
  expect(live.state().run).toBe(3);
});

test("a run that fails leaves the answers and says where and why; the next one may succeed", async () => {
  write("case.yaml", "title: The gate\nside: { a: A }\n");
  live.again();
  await live.idle();
  expect(live.state()).toMatchObject({
    run: 1,
    running: null,
    failure: { message: 'unknown key "side" in the file', line: 2 },
  });
  expect(live.state().failure?.file).toMatch(/case\.yaml$/);
  expect(await text("a.txt")).toContain("opened at noon");
  write("case.yaml", "title: The gate\n");
  live.again();
  await live.idle();
  expect(live.state()).toEqual({ run: 2, running: null, failure: null });
});

test("many runs one after the other leave nothing open", async () => {
  for (let runs = 0; runs < 5; runs++) {
    write("a.txt", `The gate\n\nIt was opened ${runs + 2} times.\n`);
    live.again();
    await live.idle();
  }
  expect(await run()).toBe(6);
  expect(await text("a.txt")).toContain("6 times");
});

test("ending stops a run at its next report", async () => {
  write("b.txt", "The weir\n\nNobody was warned.\n");
  live.again();
  await live.close();
  expect(live.state()).toMatchObject({ run: 1, failure: { message: "parallax was ended" } });
});
