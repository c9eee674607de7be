import type { DuckDBConnection } from "@duckdb/node-api";
import type { ActionChunk, Actions } from "../../document/action.ts";

/** Units of time that an export may round to, in seconds, the coarsest first. */
const units = [86_400, 3600, 60, 1] as const;
/** Of each unit, whether all times are whole numbers of it. Division is slow but for whole numbers. */
const areWhole = units
  .map(
    (unit) => `bool_and(seconds = floor(seconds)
                        and coalesce(try_cast(seconds as bigint) % ${unit} = 0, false))`,
  )
  .join(", ");

/**
 * Numbers the accounts, objects and posts of a table `action (object, account, post, seconds)` and
 * sorts its rows by object and time. Actions whose post is its own object, and those of accounts
 * with fewer than `minParticipation`, are left out. Objects have the same numbers in every set of one
 * table; accounts have those of their set, and posts those of the set that was sorted last.
 * @param set a name ending for the tables that are made, so that several sets stand beside each other
 */
export async function sortActions(
  connection: DuckDBConnection,
  minParticipation: number,
  set: "" | "_of_all" = "",
): Promise<Actions> {
  await connection.run(
    `create or replace table account_number${set} as
     select account, (row_number() over (order by account) - 1)::integer as number
     from (select account from action group by account having count(*) >= $least)`,
    { least: minParticipation },
  );
  await connection.run(
    `create or replace table object_number as
     select object, (row_number() over (order by object) - 1)::integer as number
     from (select distinct object from action where object is not null)`,
  );
  await connection.run(
    `create or replace table post_number as
     select post, (row_number() over () - 1)::integer as number
     from (select distinct post from action)`,
  );
  // The names are few and the actions many: joined as written, names are looked up for each action.
  await connection.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
  await connection.run(
    `create or replace table action_in_order${set} as
     select object_number.number as object, account_number.number as account,
            post_number.number as post, seconds
     from action
     join account_number${set} account_number using (account)
     join object_number using (object)
     join post_number using (post)
     where action.post <> action.object and seconds is not null
     order by 1, 4, 2, 3`,
  );
  await connection.run("set disabled_optimizers = ''");
  const counts = await connection.runAndReadAll(
    `select (select count(*) from account_number${set})::integer,
            (select count(*) from post_number)::integer,
            (select count(*) from object_number)::integer,
            count(*)::double, coalesce(min(seconds), 0), coalesce(max(seconds), 0), ${areWhole}
     from action_in_order${set}`,
  );
  const [row = []] = counts.getRowsJS();
  const [accounts = 0, posts = 0, objects = 0, rows = 0, firstSeconds = 0, lastSeconds = 0] =
    row.map(Number);
  return {
    accounts,
    posts,
    objects,
    rows,
    firstSeconds,
    lastSeconds,
    resolutionSeconds: coarsest(row.slice(-units.length)),
    chunks: held(rows, () =>
      chunksOf(connection, `select object, account, post, seconds from action_in_order${set}`),
    ),
    objectPairs: () => chunksOf(connection, objectPairs(`action_in_order${set}`)),
  };
}

/** An account by the name under which it is known; followers are null where none are told. */
export type NamedAccount = { readonly name: string; readonly followers: number | null };

/** What is told of the accounts with these numbers. */
export async function accountsOf(
  connection: DuckDBConnection,
  numbers: Iterable<number>,
): Promise<Map<number, NamedAccount>> {
  await ask(connection, numbers);
  const reader = await connection.runAndReadAll(
    `select number, coalesce(account.name, account_number.account), account.followers::double
     from account_number join asked using (number) left join account using (account)
     order by number`,
  );
  return new Map(
    reader
      .getRowsJS()
      .map(([number, name, followers]) => [
        number as number,
        { name: name as string, followers: followers as number | null },
      ]),
  );
}

/** The names of the objects with these numbers. */
export async function objectsOf(
  connection: DuckDBConnection,
  numbers: Iterable<number>,
): Promise<Map<number, string>> {
  await ask(connection, numbers);
  const reader = await connection.runAndReadAll(
    "select number, object from object_number join asked using (number) order by number",
  );
  return new Map(reader.getRowsJS().map(([number, name]) => [number as number, name as string]));
}

async function ask(connection: DuckDBConnection, numbers: Iterable<number>): Promise<void> {
  await connection.run("create or replace table asked (number integer)");
  const appender = await connection.createAppender("asked");
  for (const number of new Set(numbers)) {
    appender.appendInteger(number);
    appender.endRow();
  }
  appender.closeSync();
}

/** The coarsest unit of which all times of a table are whole numbers, in seconds; 0 for finer than a second. */
export async function resolutionOf(
  connection: DuckDBConnection,
  table: "interaction_in_order",
): Promise<number> {
  const reader = await connection.runAndReadAll(`select ${areWhole} from ${table}`);
  return coarsest(reader.getRowsJS()[0] ?? []);
}

function coarsest(whole: readonly unknown[]): number {
  return units.find((_, at) => whole[at] === true) ?? 0;
}

const objectPairs = (table: string) => `
  select object, account, post, seconds from (
    select dense_rank() over (order by one.object, two.object)::integer as object,
           one.account as account, one.post as post, one.seconds as seconds
    from ${table} one
    join ${table} two on one.post = two.post and one.object < two.object)
  order by object, seconds`;

/** Up to so many rows are held, once walked, instead of being fetched again for every walk (20 bytes each). */
const mostHeld = 4_000_000;

/** The same chunks at every walk. */
function held(
  rows: number,
  fetch: () => AsyncGenerator<ActionChunk>,
): () => AsyncIterable<ActionChunk> {
  if (rows > mostHeld) return fetch;
  let chunks: ActionChunk[] | undefined;
  return async function* () {
    if (chunks) {
      yield* chunks;
      return;
    }
    const kept: ActionChunk[] = [];
    for await (const chunk of fetch()) {
      kept.push(copyOf(chunk));
      yield chunk;
    }
    chunks = kept;
  };
}

/** The engine reuses the memory of a chunk that was walked. */
function copyOf({ length, object, account, post, seconds }: ActionChunk): ActionChunk {
  return {
    length,
    object: object.slice(0, length),
    account: account.slice(0, length),
    post: post.slice(0, length),
    seconds: seconds.slice(0, length),
  };
}

async function* chunksOf(connection: DuckDBConnection, query: string): AsyncGenerator<ActionChunk> {
  const stream = await connection.stream(query);
  let next = stream.fetchChunk();
  try {
    for (;;) {
      const chunk = await next;
      if (!chunk || chunk.rowCount === 0) break;
      // The engine makes the next one while this one is walked.
      next = stream.fetchChunk();
      yield {
        length: chunk.rowCount,
        object: itemsOf(chunk, 0) as Int32Array,
        account: itemsOf(chunk, 1) as Int32Array,
        post: itemsOf(chunk, 2) as Int32Array,
        seconds: itemsOf(chunk, 3) as Float64Array,
      };
    }
  } finally {
    await next.catch(() => null);
  }
}

function itemsOf(chunk: { getColumnVector(at: number): unknown }, at: number): unknown {
  return (chunk.getColumnVector(at) as { items: unknown }).items;
}
