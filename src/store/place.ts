import { createHash } from "node:crypto";
import { access, constants, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";

/** Where a case's database and kept bytes are. */
export type Place = {
  readonly folder: string;
  readonly database: string;
  readonly bytes: string;
  /** True where the case folder cannot be written and the user's cache folder is used instead. */
  readonly inCache: boolean;
};

/**
 * `.parallax/` in the case folder, or a folder of its own under the user's cache folder where the
 * case folder is read-only. A folder without any write bit counts as read-only for root too.
 */
export async function placeOfCase(
  caseFolder: string,
  environment: NodeJS.ProcessEnv,
): Promise<Place> {
  const writable = await isWritable(caseFolder);
  const folder = writable
    ? join(caseFolder, ".parallax")
    : join(cacheFolder(environment), nameOf(caseFolder));
  return {
    folder,
    database: join(folder, "case.duckdb"),
    bytes: join(folder, "bytes"),
    inCache: !writable,
  };
}

async function isWritable(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o222) === 0) return false;
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "parallax");
}

function nameOf(caseFolder: string): string {
  const path = resolve(caseFolder);
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 12);
  return `${basename(path) || "case"}-${hash}`;
}
