#!/usr/bin/env node
// Starts src/ in a checkout and dist/ where the package is installed.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `parallax needs Node.js 20.19 or later; this is ${process.versions.node} (see https://nodejs.org)`,
  );
  process.exit(3);
}

const source = new URL("../src/cli/main.ts", import.meta.url);
const inCheckout = existsSync(fileURLToPath(source));
if (inCheckout) (await import("tsx/esm/api")).register();
const entry = inCheckout ? source : new URL("../dist/src/cli/main.js", import.meta.url);
const { main } = await import(entry.href);
process.exitCode = await main(process.argv.slice(2));
