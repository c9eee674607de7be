import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The records of a gzipped JSON Lines file below the shared folder. */
export function readSet<T>(shared: string, path: string): T[] {
  return gunzipSync(readFileSync(join(shared, path)))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
