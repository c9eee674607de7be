import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A copy of a folder as `parallax serve` serves it. */
export type Served = {
  readonly address: string;
  /** The served copy. */
  readonly folder: string;
  readonly close: () => Promise<void>;
};

/** Serves a copy of a folder of this project, by the command, and waits until it is read. */
export async function serveCopyOf(folder: string): Promise<Served> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const copy = mkdtempSync(join(tmpdir(), "parallax-"));
  cpSync(join(root, folder), copy, {
    recursive: true,
    filter: (path) => !path.includes(".parallax"),
  });
  const server = spawn(process.execPath, ["bin/parallax.js", "serve", copy, "--port", "0"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const close = async () => {
    const isOver = server.exitCode !== null;
    if (!isOver) {
      server.kill("SIGINT");
      await once(server, "exit");
    }
    rmSync(copy, { recursive: true, force: true });
  };
  let told = "";
  for await (const part of server.stdout) {
    told += String(part);
    const [address] = /http:\/\/[\d.:]+/.exec(told) ?? [];
    if (address) return { address, folder: copy, close };
  }
  await close();
  throw new Error(`the workbench did not start: ${told}`);
}
