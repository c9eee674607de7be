import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../document/errors.ts";

/** Files kept under the SHA-256 of their bytes: `FOLDER/ab/ab12…`. */
export type Bytes = {
  /** Keeps the bytes; does nothing where they are kept already. Written whole or not at all. */
  readonly keep: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** @throws StoreError when they are not there or are not what they were. */
  readonly read: (sha256: string) => Promise<Uint8Array>;
};

export function keptBytes(folder: string): Bytes {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    keep: async (sha256, bytes) => {
      const path = pathOf(sha256);
      if (await exists(path)) return;
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
      const partial = `${path}.${randomUUID()}.partial`;
      await writeFile(partial, bytes, { flag: "wx" });
      await rename(partial, path);
    },
    read: async (sha256) => {
      const path = pathOf(sha256);
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new StoreError(`kept bytes ${sha256} are not there`, path, cause);
      });
      if (createHash("sha256").update(bytes).digest("hex") !== sha256)
        throw new StoreError(`kept bytes ${sha256} have changed on disk`, path);
      return bytes;
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
