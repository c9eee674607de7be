import { createRequire } from "node:module";

/**
 * The engine. Required, not imported: of a CommonJS package each file is searched for what it
 * exports when it is imported, which here would take longer than all else at the start.
 */
export const { DuckDBInstance, LIST, VARCHAR } = createRequire(import.meta.url)(
  "@duckdb/node-api",
) as typeof import("@duckdb/node-api");
