import { InputError } from "../../document/errors.ts";

const magic = "PAR1";

/** Rows that become one piece. */
const rowsPerPiece = 2000;

/** Whether a file that begins with these bytes is Parquet. */
export function isParquet(start: Buffer): boolean {
  return start.subarray(0, magic.length).toString("latin1") === magic;
}

/**
 * The rows of a Parquet file of any size as JSON by lines, in bounded memory: what is read from
 * lines is read from it alike. DuckDB reads the file. Long whole numbers become texts, which keep
 * all digits of an id; instants with a zone become seconds since 1970.
 * @throws InputError where it is broken
 */
export async function* parquetLines(path: string): AsyncGenerator<Buffer> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "512MB" });
  const connection = await instance.connect();
  try {
    const described = await connection
      .runAndReadAll("DESCRIBE SELECT * FROM read_parquet($path)", { path })
      .catch((cause: unknown) => {
        throw broken(path, cause);
      });
    const columns = described.getRows().map(([name, type]) => asText(String(name), String(type)));
    const rows = await connection
      .stream(`SELECT to_json({${columns.join(", ")}})::VARCHAR FROM read_parquet($path)`, { path })
      .catch((cause: unknown) => {
        throw broken(path, cause);
      });
    let lines = "";
    let count = 0;
    for (;;) {
      const chunk = await rows.fetchChunk().catch((cause: unknown) => {
        throw broken(path, cause);
      });
      if (!chunk || chunk.rowCount === 0) break;
      for (const line of chunk.getColumnValues(0)) {
        lines += `${line}\n`;
        if (++count % rowsPerPiece > 0) continue;
        yield Buffer.from(lines);
        lines = "";
      }
    }
    if (lines !== "") yield Buffer.from(lines);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** One column of a row: `'id': "id"::VARCHAR`. */
function asText(name: string, type: string): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  const value = /^U?(BIG|HUGE)INT$/.test(type)
    ? `${column}::VARCHAR`
    : type === "TIMESTAMP WITH TIME ZONE"
      ? `epoch(${column})`
      : column;
  return `'${name.replaceAll("'", "''")}': ${value}`;
}

function broken(path: string, cause: unknown): InputError {
  return new InputError("no whole Parquet file (export it again)", { path, cause });
}
