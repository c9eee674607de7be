import type { DuckDBConnection } from "@duckdb/node-api";
import type { Engine } from "../actions/engine.ts";

/** What the engine does not know: when two texts are alike. */
export type Likeness = {
  /** Hashes of which two alike texts have one in common in the same place. */
  readonly bandsOf: (words: string) => Uint32Array;
  readonly areAlike: (one: string, other: string) => boolean;
  /** Joins texts, numbered from 0 in the order of their words, and tells the first of each cluster. */
  readonly clusters: (texts: number) => {
    readonly join: (one: number, other: number) => void;
    readonly of: (text: number) => number;
  };
};

/**
 * Makes the table `alike_text`: for each wording of the posts, or of another table with a column
 * `words`, the first wording of its cluster. No text is held against all others: each only against
 * the first and the last before it of those that it meets in a band.
 */
export async function groupAlikeTexts(
  engine: Engine,
  likeness: Likeness,
  of: "post" | "pile_on_post" | "reach_post" = "post",
): Promise<void> {
  const { connection } = engine;
  const other = await engine.connect();
  try {
    await connection.run(
      `create or replace table wording as
       select words, (row_number() over (order by words) - 1)::integer as text
       from (select distinct words from ${of} where words is not null)`,
    );
    await putBands(connection, other, likeness);
    await putMeetings(connection, other);
    const texts = await connection.runAndReadAll("select count(*)::integer from wording");
    const clusters = likeness.clusters(Number(texts.getRowsJS()[0]?.[0]));
    for await (const [one, two, words, otherWords] of rowsOf(
      other,
      `select one, two, a.words, b.words from (select distinct one, two from meeting)
       join wording a on a.text = one join wording b on b.text = two order by one, two`,
    ))
      if (likeness.areAlike(words as string, otherWords as string))
        clusters.join(one as number, two as number);
    await putClusters(connection, other, clusters.of);
  } finally {
    other.closeSync();
  }
}

async function putBands(
  connection: DuckDBConnection,
  other: DuckDBConnection,
  { bandsOf }: Likeness,
): Promise<void> {
  await connection.run("create or replace table band (band integer, hash uinteger, text integer)");
  const appender = await connection.createAppender("band");
  for await (const [text, words] of rowsOf(other, "select text, words from wording order by text"))
    bandsOf(words as string).forEach((hash, band) => {
      appender.appendInteger(band);
      appender.appendUInteger(hash);
      appender.appendInteger(text as number);
      appender.endRow();
    });
  appender.closeSync();
}

async function putMeetings(connection: DuckDBConnection, other: DuckDBConnection): Promise<void> {
  await connection.run("create or replace table meeting (one integer, two integer)");
  const appender = await connection.createAppender("meeting");
  const meet = (one: number, two: number) => {
    appender.appendInteger(one);
    appender.appendInteger(two);
    appender.endRow();
  };
  let run = { key: "", first: -1, last: -1 };
  for await (const [band, hash, text] of rowsOf(
    other,
    "select band, hash, text from band order by band, hash, text",
  )) {
    const key = `${band} ${hash}`;
    const at = text as number;
    if (key !== run.key) {
      run = { key, first: at, last: at };
      continue;
    }
    meet(run.first, at);
    if (run.last !== run.first) meet(run.last, at);
    run.last = at;
  }
  appender.closeSync();
}

async function putClusters(
  connection: DuckDBConnection,
  other: DuckDBConnection,
  clusterOf: (text: number) => number,
): Promise<void> {
  await connection.run("create or replace table cluster (text integer, first integer)");
  const appender = await connection.createAppender("cluster");
  for await (const [text] of rowsOf(other, "select text from wording order by text")) {
    appender.appendInteger(text as number);
    appender.appendInteger(clusterOf(text as number));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(
    `create or replace table alike_text as
     select wording.words, first.words as alike
     from cluster join wording using (text) join wording first on first.text = cluster.first`,
  );
}

async function* rowsOf(connection: DuckDBConnection, query: string): AsyncGenerator<unknown[]> {
  const stream = await connection.stream(query);
  for await (const rows of stream.yieldRowsJs()) yield* rows;
}
