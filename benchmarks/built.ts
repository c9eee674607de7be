import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const folder = join(here, "dist");
let isBuilt = false;

/**
 * The address of a module of `src/` as it is published: JavaScript as written. What tsx makes of it
 * in a checkout names every inner function when it is made, which costs a tenth of the reading.
 */
export function built(module: string): string {
  if (!isBuilt) build();
  isBuilt = true;
  return pathToFileURL(join(folder, "src", module)).href;
}

function build(): void {
  rmSync(folder, { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json"), "--outDir", folder], {
    stdio: "inherit",
  });
  if (!existsSync(join(folder, "src", "cli", "main.js"))) throw new Error("src could not be built");
  const files = readdirSync(join(root, "src"), { recursive: true }).map(String);
  for (const file of files.filter((name) => name.endsWith(".sql")))
    cpSync(join(root, "src", file), join(folder, "src", file));
}
