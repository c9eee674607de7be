import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** SHA-256 over JSON of the parts, lower-case hex. */
export function fingerprint(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/**
 * SHA-256 over all files below the folders that are there (names and bytes, in order). Rooms of the code and word
 * lists are hashed, so that a changed rule or word reads everything again without a version's help.
 */
export function folderFingerprint(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders.filter(existsSync))
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.|\.d\.ts$|\.map$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort())
      hash.update(entry.slice(folder.length)).update("\0").update(readFileSync(entry));
  return hash.digest("hex");
}

/** The code beside this room: `room("read")` is `src/read` or `dist/src/read`. */
export function room(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}
