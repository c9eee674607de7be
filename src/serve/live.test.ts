import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { type AnalyzedCase, allFindings, analyzeCase } from "../pipeline/analyze.ts";
import { manifestOf } from "../pipeline/manifest.ts";
import { createLiveApp, type LiveApp } from "./live.ts";
import { overviewOf } from "./overview.ts";
import type { Overview, RunView } from "./types.ts";

const folder = mkdtempSync(join(tmpdir(), "live-app-"));
let first: AnalyzedCase;
let app: LiveApp;

beforeAll(async () => {
  writeFileSync(join(folder, "a.txt"), "The gate\n\nThe gate was opened at noon.\n");
  first = await analyzeCase(folder, { environment: {} });
  app = await createLiveApp(first, {
    analyze: (options) => analyzeCase(folder, { environment: {}, ...options }),
    depsOf: async (analyzed, live) => {
      const findings = await allFindings(analyzed.store);
      const manifest = await manifestOf(analyzed, findings);
      const overview = overviewOf({ ...analyzed, findings, manifest });
      return { ...weirDeps, live, overview: async () => overview, close: async () => {} };
    },
  });
});

afterAll(async () => {
  await app.close();
  first.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T>(path: string, method = "GET") {
  const headers = { host: "127.0.0.1:4177", "x-parallax-token": weirDeps.token };
  const answer = await app.fetch(new Request(`http://127.0.0.1:4177${path}`, { method, headers }));
  return { run: answer.headers.get("x-parallax-run"), body: (await answer.json()) as T };
}

test("after a run every route answers from it, and what it changed is told", async () => {
  writeFileSync(join(folder, "b.txt"), "The weir\n\nNobody was warned.\n");
  const before = await ask<Overview>("/api/case");
  expect(before).toMatchObject({ run: "1", body: { counts: { documents: 1 } } });

  const asked = await ask<RunView>("/api/run", "POST");
  expect(asked.body).toMatchObject({ run: 1, running: { step: "looking" } });
  let state = asked;
  while (state.body.running) {
    await new Promise((turn) => setTimeout(turn, 20));
    state = await ask<RunView>("/api/run");
  }
  expect(state.body).toMatchObject({
    run: 2,
    failure: null,
    done: { read: 1, removed: 0, before: { documents: 1 }, after: { documents: 2 } },
  });
  const after = await ask<Overview>("/api/case");
  expect(after).toMatchObject({ run: "2", body: { counts: { documents: 2 } } });
});
