import { readdirSync, readFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { StoreError } from "../document/errors.ts";

const schemaFolder = new URL("./schema/", import.meta.url);

/** The migrations in order: their number, and the SQL. They only ever go forward. */
export function migrations(): readonly { readonly version: number; readonly sql: string }[] {
  return readdirSync(schemaFolder)
    .filter((name) => /^\d{3}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 3)),
      sql: readFileSync(new URL(name, schemaFolder), "utf8"),
    }));
}

/**
 * Brings a database to the newest schema, each step in a transaction.
 * @throws StoreError when it was written by a newer version.
 */
export async function migrate(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run("create table if not exists schema_version (version integer not null)");
  const reader = await connection.runAndReadAll(
    "select coalesce(max(version), 0)::integer from schema_version",
  );
  const current = Number(reader.getRowsJS()[0]?.[0] ?? 0);
  const steps = migrations();
  const newest = steps.at(-1)?.version ?? 0;
  if (current > newest)
    throw new StoreError(
      `the database of this case was written by a newer version of Parallax (schema ${current}, this version knows ${newest}): update Parallax, or delete ${path} to read everything again`,
      path,
    );
  for (const { version, sql } of steps.filter((step) => step.version > current)) {
    await connection.run("begin transaction");
    try {
      await connection.run(sql);
      await connection.run("insert into schema_version values ($version)", { version });
      await connection.run("commit");
    } catch (error) {
      await connection.run("rollback");
      throw error;
    }
  }
}
