import { readFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Problem } from "../../document/document.ts";
import type { PostRecord } from "../../document/post.ts";
import type { PostReading } from "../../read/post/read-post.ts";
import { appendGone, appendPost } from "./posts.ts";

/** A file of posts as it was imported. */
export type StoredPostFile = {
  /** The number under which its records are kept. */
  readonly import: number;
  readonly file: string;
  readonly format: string;
  readonly container: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** What its posts depend on beside its bytes. */
  readonly mapping: string;
  readonly records: number;
  readonly unmapped: number;
};

export type ReadRecord = { readonly record: PostRecord; readonly reading: PostReading | null };

const missingSql = readFileSync(new URL("./missing.sql", import.meta.url), "utf8");

/** So many characters of records are handed over at a time: what bounds memory in a long file. */
const mostPendingCharacters = 16_000_000;

/** The imported files, by name. */
export async function postFiles(connection: DuckDBConnection): Promise<StoredPostFile[]> {
  const reader = await connection.runAndReadAll(
    `select import, file, format, container, sha256, size_bytes::double, modified_ms, mapping,
            records, unmapped
     from post_files order by file`,
  );
  return reader.getRowsJS().map((row) => ({
    import: row[0] as number,
    file: row[1] as string,
    format: row[2] as string,
    container: row[3] as string,
    sha256: row[4] as string,
    sizeBytes: row[5] as number,
    modifiedMs: row[6] as number,
    mapping: row[7] as string,
    records: row[8] as number,
    unmapped: row[9] as number,
  }));
}

/**
 * Imports a file's records in place of what was kept of it. They count when all are there: where
 * this ends before, by an error or with the process, the file stays as it was imported before.
 * @param batchCharacters for tests
 */
export async function putPostFile(
  connection: DuckDBConnection,
  file: Omit<StoredPostFile, "import" | "records" | "unmapped">,
  records: AsyncIterable<ReadRecord>,
  batchCharacters = mostPendingCharacters,
): Promise<{ readonly records: number; readonly unmapped: number }> {
  await removeUnfinished(connection);
  const found = await connection.runAndReadAll(
    "select coalesce(max(import), 0)::integer + 1 from post_files",
  );
  const number = found.getRowsJS()[0]?.[0] as number;
  const counts = { records: 0, unmapped: 0 };
  const source = records[Symbol.asyncIterator]();
  try {
    for (let more = true; more; )
      await transaction(connection, async () => {
        more = await putBatch(connection, { number, source, counts, batchCharacters });
      });
    await transaction(connection, () => finish(connection, file, number, counts));
  } finally {
    await source.return?.();
  }
  return counts;
}

/** Removes files that are no longer there, with their posts. */
export async function removePostFiles(
  connection: DuckDBConnection,
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return;
  await transaction(connection, async () => {
    for (const file of files)
      await connection.run("delete from post_files where file = $file", { file });
  });
  await removeUnfinished(connection);
}

/** Notes that a file is as it was, though it was written again. */
export async function touchPostFile(
  connection: DuckDBConnection,
  file: string,
  modifiedMs: number,
): Promise<void> {
  await connection.run("update post_files set modified_ms = $modifiedMs where file = $file", {
    file,
    modifiedMs,
  });
}

/** The kept records of an import, by line. */
export async function* rawRecords(connection: DuckDBConnection, number: number) {
  const stream = await connection.stream(
    "select line, raw, message, mend from post_records where import = $number order by line",
    { number },
  );
  for await (const rows of stream.yieldRowsJs())
    for (const [line, raw, message, mend] of rows)
      yield {
        line: line as number,
        raw: raw as string,
        message: message as string | null,
        mend: mend as string | null,
      };
}

/** What is wrong with the first records of each file that are no posts, by file and line. */
export async function unmappedRecords(
  connection: DuckDBConnection,
  mostPerFile: number,
): Promise<Problem[]> {
  const reader = await connection.runAndReadAll(
    `select file, line, message, mend
     from post_records join post_files using (import)
     where message is not null
     qualify row_number() over (partition by file order by line) <= $mostPerFile
     order by file, line`,
    { mostPerFile },
  );
  return reader.getRowsJS().map(([file, line, message, mend]) => ({
    file: file as string,
    line: line as number,
    message: message as string,
    mend: mend as string,
  }));
}

export type PostTotals = {
  /** Posts, each once. */
  readonly posts: number;
  /** Records of posts that another record tells of as well. */
  readonly again: number;
  readonly accounts: number;
  readonly withoutTime: number;
  /** Seconds since 1970 of the first and the last one; null where no time is told. */
  readonly firstSeconds: number | null;
  readonly lastSeconds: number | null;
};

/** The totals of all imports; reckoned once for each state of them. */
export async function postTotals(connection: DuckDBConnection): Promise<PostTotals> {
  const state = await connection.runAndReadAll(
    "select coalesce(string_agg(import::varchar, ' ' order by import), '') from post_files",
  );
  const imports = state.getRowsJS()[0]?.[0] as string;
  const kept = await connection.runAndReadAll(
    "select totals from post_totals where imports = $imports",
    { imports },
  );
  const [found] = kept.getRowsJS();
  if (found) return JSON.parse(found[0] as string) as PostTotals;
  const totals = await reckonTotals(connection);
  await connection.run("delete from post_totals");
  await connection.run("insert into post_totals values ($imports, $totals)", {
    imports,
    totals: JSON.stringify(totals),
  });
  return totals;
}

/** Grouped, so that the engine can put what does not fit its memory on disk. */
async function reckonTotals(connection: DuckDBConnection): Promise<PostTotals> {
  const reader = await connection.runAndReadAll(
    `with own as (from posts where import in (select import from post_files)),
          post as (
            select count(*) as records, bool_or(seconds is null) as is_without_time,
                   min(seconds) as first, max(seconds) as last
            from own group by platform, id
          )
     select count(*)::double, coalesce(sum(records), 0)::double,
            (select count(*) from (select 1 from own group by platform, account))::double,
            (count(*) filter (where is_without_time))::double, min(first), max(last)
     from post`,
  );
  const [posts = 0, records = 0, accounts = 0, withoutTime = 0, first, last] =
    reader.getRowsJS()[0] ?? [];
  return {
    posts: posts as number,
    again: (records as number) - (posts as number),
    accounts: accounts as number,
    withoutTime: withoutTime as number,
    firstSeconds: first as number | null,
    lastSeconds: last as number | null,
  };
}

type Batch = {
  readonly number: number;
  readonly source: AsyncIterator<ReadRecord>;
  readonly counts: { records: number; unmapped: number };
  readonly batchCharacters: number;
};

/** Puts as many records as may wait in memory. @returns whether there may be more */
async function putBatch(
  connection: DuckDBConnection,
  { number, source, counts, batchCharacters }: Batch,
): Promise<boolean> {
  const posts = await connection.createAppender("posts");
  const records = await connection.createAppender("post_records");
  const gone = await connection.createAppender("post_gone");
  try {
    for (let pending = 0; pending < batchCharacters; ) {
      const next = await source.next();
      if (next.done) return false;
      const { record, reading } = next.value;
      pending += record.raw.length;
      counts.records++;
      if (!record.post) counts.unmapped++;
      else if (reading) {
        appendPost(posts, { post: record.post, reading });
        posts.appendInteger(number);
        posts.appendInteger(record.line);
        posts.endRow();
      }
      records.appendInteger(number);
      records.appendInteger(record.line);
      records.appendVarchar(record.raw);
      for (const told of [record.problem?.message, record.problem?.mend])
        if (told === undefined) records.appendNull();
        else records.appendVarchar(told);
      records.endRow();
      if (record.gone) {
        appendGone(gone, record.gone);
        gone.appendInteger(number);
        gone.endRow();
      }
    }
    return true;
  } finally {
    posts.closeSync();
    records.closeSync();
    gone.closeSync();
  }
}

async function finish(
  connection: DuckDBConnection,
  file: Omit<StoredPostFile, "import" | "records" | "unmapped">,
  number: number,
  counts: { readonly records: number; readonly unmapped: number },
): Promise<void> {
  const { sha256, mapping } = file;
  await connection.run(missingSql, { file: file.file, number, sha256, mapping });
  const before = "select import from post_files where file = $file";
  for (const table of ["posts", "post_records", "post_gone"])
    await connection.run(`delete from ${table} where import in (${before})`, { file: file.file });
  await connection.run("delete from post_files where file = $file", { file: file.file });
  await connection.run(
    `insert into post_files
     values ($number, $file, $format, $container, $sha256, $sizeBytes, $modifiedMs, $mapping,
             $records, $unmapped)`,
    { number, ...file, ...counts },
  );
}

/** What imports left that did not come to their end, and what belongs to removed files. */
async function removeUnfinished(connection: DuckDBConnection): Promise<void> {
  await transaction(connection, async () => {
    for (const table of ["posts", "post_records", "post_gone"])
      await connection.run(
        `delete from ${table} where import not in (select import from post_files)`,
      );
  });
}

async function transaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await connection.run("begin transaction");
  try {
    await work();
    await connection.run("commit");
  } catch (error) {
    // A commit that fails has ended the transaction already: the first error is the one to tell.
    await connection.run("rollback").catch(() => undefined);
    throw error;
  }
}
