import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { createApp } from "./app.ts";
import { createAssetReader, workbenchAssets } from "./assets.ts";
import { listen } from "./listen.ts";

test("a taken port gives the next free one, on loopback only", async () => {
  const app = createApp(weirDeps);
  const first = await listen(app, 0);
  const second = await listen(app, first.port);
  try {
    expect(second.port).toBeGreaterThan(first.port);
    expect(second.address).toBe(`http://127.0.0.1:${second.port}`);
    expect((await fetch(`${second.address}/api/case`)).status).toBe(200);
  } finally {
    await first.close();
    await second.close();
  }
  await expect(fetch(`${first.address}/api/case`)).rejects.toThrow();
});

test("assets: only files of the folder, as they were at the start", async () => {
  const directory = await mkdtemp(join(tmpdir(), "parallax-assets-"));
  await writeFile(join(directory, "index.html"), "<p>");
  const asset = await createAssetReader(directory);
  await writeFile(join(directory, "later.html"), "<p>");
  expect((await asset("index.html"))?.type).toContain("text/html");
  for (const path of ["../etc/passwd", "/etc/passwd", "", ".", "gone.js", "later.html"])
    expect(await asset(path)).toBeNull();
});

test("assets: a package without its workbench says so", async () => {
  const directory = await mkdtemp(join(tmpdir(), "parallax-root-"));
  await expect(workbenchAssets(directory)).rejects.toThrow(/install parallax again/);
});
