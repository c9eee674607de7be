import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Writes a Parquet file of these columns, as SQL has them: `1 AS id, 'Late' AS text`. */
export async function parquetFile(folder: string, columns: string): Promise<string> {
  const path = join(folder, "rows.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`COPY (SELECT ${columns}) TO '${path}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return path;
}
