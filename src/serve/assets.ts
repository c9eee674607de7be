import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { InputError } from "../document/errors.ts";

/** One file of the built workbench. */
export type Asset = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
};

/**
 * Gives the files of one folder by the path that a browser asks for. They are kept in memory (about
 * 1 MB): no path leads out of the folder, and a newer build beside does not tear the page apart.
 */
export async function createAssetReader(
  directory: string,
): Promise<(path: string) => Promise<Asset | null>> {
  const files = new Map<string, Asset>();
  for (const file of await filesIn(directory)) {
    const type = types[extname(file)] ?? "application/octet-stream";
    files.set(file, { bytes: new Uint8Array(await readFile(join(directory, file))), type });
  }
  return async (path) => files.get(path) ?? null;
}

/**
 * The folder of the built workbench under `root` (the package's own folder). In a checkout it is
 * built first when its sources are newer; in the published package it is already there.
 * @throws InputError when it is neither there nor can be built.
 */
export async function workbenchAssets(root: string): Promise<string> {
  const built = join(root, "dist", "web");
  const sources = join(root, "src", "web");
  const builtAt = await modifiedAt(join(built, "index.html"));
  const isCheckout = (await modifiedAt(join(sources, "index.html"))) > 0;
  if (isCheckout) {
    const times = [modifiedAt(join(root, "vite.config.ts")), ...(await newestIn(sources))];
    if (Math.max(...(await Promise.all(times))) > builtAt) await build(root, built);
    return built;
  }
  if (builtAt > 0) return built;
  throw new InputError("the workbench is not in this package (install parallax again)", {
    path: built,
  });
}

/** Builds beside and then puts in place, so that a running server never sees half a workbench. */
async function build(root: string, built: string): Promise<void> {
  const { build: viteBuild } = await import("vite");
  const fresh = `${built}-${process.pid}`;
  const environment = process.env.NODE_ENV;
  try {
    // Vite takes the environment that it finds: under a test runner React's slow half would be built.
    process.env.NODE_ENV = "production";
    await viteBuild({
      configFile: join(root, "vite.config.ts"),
      logLevel: "error",
      build: { outDir: fresh, emptyOutDir: true },
    });
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
  await rm(built, { recursive: true, force: true });
  await rename(fresh, built);
}

async function newestIn(directory: string): Promise<Promise<number>[]> {
  const files = await filesIn(directory);
  return files
    .filter((file) => !file.includes(".test."))
    .map((file) => modifiedAt(join(directory, file)));
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** Milliseconds since the epoch; 0 when there is no such file. */
async function modifiedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}
