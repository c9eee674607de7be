import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { DuckDBInstance } from "@duckdb/node-api";
import { StoreError } from "../document/errors.ts";
import { DuckDBInstance as Instance } from "./duckdb.ts";

/**
 * Memory the database may use before it spills to disk. A case of a few thousand documents needs no
 * tenth of it; writing down the findings of 10,000 takes 600 MB at once.
 */
const memoryLimit = "1GB";

/**
 * Opens the database file, or one in memory for `:memory:`.
 * @throws StoreError when another process holds it or it is not a database.
 */
export async function connect(path: string): Promise<DuckDBInstance> {
  if (path !== ":memory:") await mkdir(dirname(path), { recursive: true });
  try {
    return await Instance.create(path, {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      memory_limit: memoryLimit,
      // Every query orders its rows: their order of insertion need not be held in memory.
      preserve_insertion_order: "false",
      threads: "2",
    });
  } catch (cause) {
    throw new StoreError(reason(cause, path), path, cause);
  }
}

function reason(cause: unknown, path: string): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/conflicting lock|could not set lock|being used by another process/i.test(message)) {
    const pid = /PID (\d+)/i.exec(message)?.[1];
    const holder = pid ? `process ${pid}` : "another process";
    const how = pid ? ` (Ctrl-C in its window, or kill ${pid})` : " (Ctrl-C in its window)";
    return `this case is open in ${holder}, and one process at a time may use it: close the other parallax first${how}`;
  }
  if (/not a valid duckdb|corrupt|serialization|version number/i.test(message))
    return `the database of this case cannot be read: delete ${path} and run again; your documents are not touched`;
  return `the database of this case cannot be opened (${firstLine(message)}): check the folder's permissions and the free space, or delete ${path} and run again`;
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}
