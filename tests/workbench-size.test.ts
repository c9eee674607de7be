import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { workbenchAssets } from "../src/serve/assets.ts";

/** Of the scripts that the first page waits for, packed, in bytes. */
const mostFirstBytes = 250_000;

test("the first page waits for few scripts; the views are loaded when they are opened", async () => {
  const built = await workbenchAssets(fileURLToPath(new URL("..", import.meta.url)));
  const page = readFileSync(join(built, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(
    ([, path]) => path ?? "",
  );
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map((path) => gzipSync(readFileSync(join(built, path))).length);
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(mostFirstBytes);
});
