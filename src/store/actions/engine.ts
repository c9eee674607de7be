import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { DuckDBInstance } from "../duckdb.ts";

/** Memory the engine may use before it spills to disk. */
const memoryLimit = "1GB";

/** A passing database in memory, for files that belong to no case. */
export type Engine = {
  readonly connection: DuckDBConnection;
  /** One more, so that a stream stays open while something else is asked or put. */
  connect(): Promise<DuckDBConnection>;
  /** Ends it and removes what it spilled. Safe to call twice. */
  close(): void;
};

/** Opens an engine whose rows keep the order in which they were put; what does not fit is spilled. */
export async function openEngine(): Promise<Engine> {
  const spill = mkdtempSync(join(tmpdir(), "parallax-"));
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    memory_limit: memoryLimit,
    temp_directory: spill,
  });
  const connection = await instance.connect();
  let open = true;
  return {
    connection,
    connect: () => instance.connect(),
    close: () => {
      if (!open) return;
      open = false;
      connection.closeSync();
      instance.closeSync();
      rmSync(spill, { recursive: true, force: true });
    },
  };
}
