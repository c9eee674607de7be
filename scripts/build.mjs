// Builds what is published: dist/src (JavaScript and its types) and dist/web (the workbench).
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

rmSync(join(root, "dist"), { recursive: true, force: true });
run("tsc", ["-p", "tsconfig.build.json"]);
for (const entry of readdirSync(join(root, "src"), { recursive: true }))
  if (entry.endsWith(".sql")) cpSync(join(root, "src", entry), join(root, "dist", "src", entry));
run("vite", [
  "build",
  "--outDir",
  join(root, "dist", "web"),
  "--emptyOutDir",
  "--logLevel",
  "warn",
]);

/** Runs a program of node_modules and ends the build when it fails. */
function run(name, args) {
  const bin = join(
    root,
    "node_modules",
    ".bin",
    process.platform === "win32" ? `${name}.cmd` : name,
  );
  const { status, error } = spawnSync(bin, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
