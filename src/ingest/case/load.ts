import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Problem } from "../../document/document.ts";
import { InputError } from "../../document/errors.ts";
import { didYouMean } from "../../document/nearest.ts";
import { type Key, type Place, parseYamlWithPlaces } from "../../document/yaml.ts";
import { problem } from "../problem.ts";
import { type CaseFile, caseSchema } from "./schema.ts";

/** A case file as written. `lineOf` tells where a key stands. */
export type LoadedCase = {
  /** As problems name it: `case.yaml`, or the path that was given where it lies elsewhere. */
  readonly file: string;
  /** Where it was opened; paths of packs start in its folder. */
  readonly path: string;
  /** False where it lies elsewhere and is used for other folders, too. */
  readonly isOwn: boolean;
  readonly value: CaseFile;
  readonly lineOf: (path: readonly Key[]) => number;
  readonly placeOf: (path: readonly Key[]) => Place;
};

/** The case file of a folder. @throws InputError with path, line, column and mend. */
export function loadCaseFile(folder: string, file: string): Promise<LoadedCase> {
  return load(join(folder, file), { file, isOwn: true });
}

/** A case file that lies anywhere. @throws InputError, also where there is none. */
export function loadCaseFileAt(path: string): Promise<LoadedCase> {
  return load(path, { file: path, isOwn: false });
}

/** The folder in which a case file's packs lie. */
export function packFolderOf({ path }: LoadedCase): string {
  return dirname(path);
}

async function load(path: string, named: Pick<LoadedCase, "file" | "isOwn">): Promise<LoadedCase> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError(
      cause.code === "ENOENT"
        ? "no such case file (check the path)"
        : cause.code === "EISDIR"
          ? "a folder, not a case file (give the case.yaml in it)"
          : `cannot be opened (${cause.code ?? "unknown error"}: check its permissions)`,
      { path, cause },
    );
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError("not valid UTF-8 (save the file as UTF-8)", { path, line: 1, cause });
  }
  return caseFrom(text, path, named);
}

/** What a case file with this text would be. @throws InputError with path, line, column and mend. */
export function caseFrom(
  text: string,
  path: string,
  named: Pick<LoadedCase, "file" | "isOwn">,
): LoadedCase {
  const { value, place } = parseYamlWithPlaces(text, path, caseSchema);
  return { ...named, path, value, lineOf: (keys) => place(keys).line, placeOf: place };
}

/** @throws InputError for a pack that is not among `known`. */
export function checkPacks(loaded: LoadedCase, known: readonly string[]): void {
  for (const [index, pack] of (loaded.value.packs ?? []).entries()) {
    if (known.includes(pack)) continue;
    const hint = didYouMean(pack, known) || ` (known: ${known.join(", ")})`;
    throw packError(loaded, index, `there is no pack "${pack}"${hint}`);
  }
}

/** What is wrong with an entry of `packs`, at its place in the case file. */
export function packError(loaded: LoadedCase, index: number, message: string): InputError {
  return new InputError(`invalid packs: ${message}`, {
    path: loaded.path,
    ...loaded.placeOf(["packs", index]),
  });
}

/**
 * Picks the case file of a folder among those found in it: `case.yaml` before `case.yml`. Others,
 * also in subfolders, are not used and are reported.
 */
export function pickCaseFile(found: readonly string[]): {
  readonly used: string | null;
  readonly unused: readonly string[];
} {
  const used = ["case.yaml", "case.yml"].find((name) => found.includes(name)) ?? null;
  return { used, unused: found.filter((file) => file !== used) };
}

/** The problem of a case file that is not used. */
export function unusedCaseFile(file: string, used: string | null): Problem {
  return problem(
    file,
    used
      ? `a second case file: ${used} is used, this one is not`
      : "a case file in a subfolder is not used for the whole folder",
    used ? "keep one case file" : "open its own folder, or move it to the top",
  );
}
