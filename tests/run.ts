import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Io } from "../src/cli/command.ts";
import { main } from "../src/cli/main.ts";

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one command line in this process, with nothing but what is given as its surroundings. */
export async function parallax(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    environment,
    errIsTerminal: false,
    outIsTerminal: false,
  };
  const code = await main(args, io);
  return { code, out: out.join(""), err: err.join("") };
}

/** A temporary folder with these files; `remove()` when done. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), "parallax-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
