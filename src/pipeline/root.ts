import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder: above `src/` in a checkout, above `dist/` when published. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error("the package is incomplete: no package.json above it");
    folder = above;
  }
  return folder;
}

export function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

export function lexiconsFolder(): string {
  return join(packageRoot(), "lexicons");
}

/** Trained weights, each beside a card that tells where they come from. */
export function modelsFolder(): string {
  return join(packageRoot(), "models");
}
