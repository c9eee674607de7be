import type { DuckDBConnection } from "@duckdb/node-api";
import { actionColumns } from "../../document/action.ts";
import type { Problem } from "../../document/document.ts";
import { InputError } from "../../document/errors.ts";

export type ActionFormat = "csv" | "parquet" | "jsonl";

export type LoadedActions = {
  /** Rows that were taken in. */
  readonly rows: number;
  /** Rows that could not be used; the first ones are told among the problems. */
  readonly unusable: number;
  readonly problems: readonly Problem[];
};

/** Unusable rows are told one by one up to so many; all are counted. */
const mostTold = 20;
/** Seconds since 1970 beyond which a time is taken for milliseconds (the year 5138). */
const beyondSeconds = 1e11;

const seconds =
  "coalesce(try_cast(timestamp_share as double), epoch(try_cast(timestamp_share as timestamptz)))";
const usable =
  "object is not null and account is not null and post is not null and seconds is not null";

/** Makes the empty tables `action`, which is filled, and `account`, of what is told of accounts. */
export async function createActions(connection: DuckDBConnection): Promise<void> {
  await connection.run("set timezone = 'UTC'");
  await connection.run(
    "create table action (object varchar, account varchar, post varchar, seconds double)",
  );
  await connection.run("create table account (account varchar, name varchar, followers bigint)");
}

/**
 * Adds the rows of a file with the four columns, plain or gzip, to the table `action`. Times are
 * seconds since 1970 or ISO 8601, in UTC where they tell no zone.
 * @throws InputError when the file cannot be read as a whole, or tells milliseconds
 */
export async function loadActions(
  connection: DuckDBConnection,
  file: string,
  format: ActionFormat,
): Promise<LoadedActions> {
  const source = sources[format];
  const before = await countsOf(connection);
  try {
    await connection.run(
      `insert into action
       select nullif(object_id::varchar, ''), nullif(account_id::varchar, ''),
              nullif(content_id::varchar, ''), ${seconds}
       from ${source}`,
      { file },
    );
  } catch (error) {
    throw new InputError(reasonOf(error), { path: file, cause: error });
  }
  const after = await countsOf(connection);
  if (after.beyond > 0)
    throw new InputError(
      "invalid timestamp_share: milliseconds (give seconds since 1970, or ISO 8601)",
      { path: file },
    );
  const problems = format === "csv" ? await rejected(connection, file) : [];
  const all = after.rows - before.rows;
  const bad = after.unusable - before.unusable;
  if (bad > 0) problems.push(...(await unusableRows(connection, file, source)));
  return { rows: all - bad, unusable: bad + problems.length, problems };
}

const sources: Readonly<Record<ActionFormat, string>> = {
  csv: "read_csv($file, header = true, all_varchar = true, store_rejects = true)",
  parquet: "read_parquet($file)",
  jsonl: "read_json($file, format = 'newline_delimited')",
};

async function countsOf(
  connection: DuckDBConnection,
): Promise<{ readonly rows: number; readonly unusable: number; readonly beyond: number }> {
  const reader = await connection.runAndReadAll(
    `select count(*)::double, (count(*) filter (not (${usable})))::double,
            (count(*) filter (seconds > ${beyondSeconds}))::double
     from action`,
  );
  const [rows = 0, unusable = 0, beyond = 0] = (reader.getRowsJS()[0] ?? []).map(Number);
  return { rows, unusable, beyond };
}

/** Lines that are no rows: too few or too many fields, an open quote. */
async function rejected(connection: DuckDBConnection, file: string): Promise<Problem[]> {
  const reader = await connection.runAndReadAll(
    "select line::integer, any_value(error_message) from reject_errors group by line order by line",
  );
  await connection.run("drop table reject_errors");
  await connection.run("drop table reject_scans");
  return reader.getRowsJS().map(([line, message]) => ({
    file,
    line: line as number,
    message: `no row of four fields: ${lowerFirst(String(message))}`,
    mend: "mend the line, or leave it out",
  }));
}

async function unusableRows(
  connection: DuckDBConnection,
  file: string,
  source: string,
): Promise<Problem[]> {
  const reader = await connection.runAndReadAll(
    `select row, object_id::varchar, account_id::varchar, content_id::varchar,
            timestamp_share::varchar
     from (select row_number() over () as row, * from ${source})
     where nullif(object_id::varchar, '') is null or nullif(account_id::varchar, '') is null
        or nullif(content_id::varchar, '') is null or ${seconds} is null
     order by row limit ${mostTold}`,
    { file },
  );
  return reader.getRowsJS().map(([row, ...fields]) => {
    const empty = actionColumns.find((_, at) => fields[at] === null || fields[at] === "");
    return {
      file,
      line: null,
      message: empty
        ? `row ${row} has no ${empty}`
        : `row ${row} has no time that can be read: ${fields[3]}`,
      mend: empty
        ? "fill it in, or leave the row out"
        : "give seconds since 1970, or ISO 8601 as in 2020-10-04T18:30:00Z",
    };
  });
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /column "(\w+)" not found/i.exec(message)?.[1];
  if (missing)
    return `no column ${missing} (it needs ${actionColumns.join(", ")}; a file of posts needs no columns of these names)`;
  if (/no files found/i.test(message)) return "there is no such file";
  return `cannot be read (${lowerFirst(message.split("\n", 1)[0] ?? "")})`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
