import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Problem } from "../document/document.ts";
import { judgementsFile } from "../document/judgement.ts";
import { problem } from "./problem.ts";

export type Walked = {
  /** Paths from the folder, with forward slashes, sorted by code units. */
  readonly files: readonly string[];
  /** `case.yaml` and `case.yml` anywhere below, likewise. */
  readonly caseFiles: readonly string[];
  readonly problems: readonly Problem[];
};

const caseFileNames = new Set(["case.yaml", "case.yml"]);

/**
 * Lists the files of a case. Dot files, `.parallax`, `node_modules`, the judgements of the case and
 * what Parallax wrote itself are left out; links that lead out of the folder are not followed.
 */
export async function walk(folder: string): Promise<Walked> {
  const files: string[] = [];
  const caseFiles: string[] = [];
  const problems: Problem[] = [];
  const root = await realpath(folder);
  const visited = new Set<string>();

  const visit = async (relative: string): Promise<void> => {
    const here = join(root, relative);
    const real = await realpath(here);
    if (visited.has(real)) return;
    visited.add(real);
    const names = (await readdir(here)).sort();
    const written = names.includes("manifest.json") ? await writtenHere(here) : new Set<string>();
    for (const name of names) {
      if (name.startsWith(".") || name === "node_modules" || written.has(name)) continue;
      const path = relative === "" ? name : `${relative}/${name}`;
      if (path === judgementsFile) continue;
      try {
        const kind = await kindOf(join(root, path), root);
        if (kind === "folder") await visit(path);
        else if (kind === "outside")
          problems.push(
            problem(
              path,
              "a link that leads out of the folder: not followed",
              "copy the file here",
            ),
          );
        else if (kind === "other")
          problems.push(
            problem(
              path,
              "neither a file nor a folder",
              "leave it out, or give the text as a file",
            ),
          );
        else if (caseFileNames.has(name)) caseFiles.push(path);
        else files.push(path);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
        problems.push(
          code === "ENOENT"
            ? problem(path, "a link that leads nowhere, or a file that vanished", "remove it")
            : code === "ELOOP"
              ? problem(path, "a link that leads back to itself", "remove it")
              : problem(path, `cannot be read (${code})`, "give yourself the right to read it"),
        );
      }
    }
  };
  await visit("");
  return { files: files.sort(), caseFiles, problems };
}

async function kindOf(
  path: string,
  root: string,
): Promise<"file" | "folder" | "outside" | "other"> {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) {
    const real = await realpath(path);
    if (real !== root && !real.startsWith(root + sep)) return "outside";
  }
  const target = entry.isSymbolicLink() ? await stat(path) : entry;
  if (target.isDirectory()) return "folder";
  return target.isFile() ? "file" : "other";
}

/** Names of the files that a manifest of Parallax in this folder lists as its output. */
async function writtenHere(folder: string): Promise<Set<string>> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as {
      tool?: unknown;
      outputs?: unknown;
    };
    if (manifest.tool !== "parallax" || !Array.isArray(manifest.outputs)) return new Set();
    return new Set(["manifest.json", ...manifest.outputs.map(String)]);
  } catch {
    return new Set();
  }
}
