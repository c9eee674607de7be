import type { DuckDBConnection } from "@duckdb/node-api";

/** One post of a pair: of whom it is is known to who asked. */
export type ActPost = {
  readonly seconds: number;
  readonly text: string;
  readonly language: string | null;
  readonly url: string | null;
};

/** Two posts, one of each account, on one object within the window. */
export type SharedAct = {
  readonly object: string;
  readonly a: ActPost;
  readonly b: ActPost;
};

export type SharedActs = { readonly total: number; readonly acts: readonly SharedAct[] };

/** An engine's accounts by the name under which they are known. */
const named = (parameter: string) =>
  `(select account from account where coalesce(name, account) = $${parameter})`;

/**
 * The pairs of posts behind an edge, by time, and how many there are. Accounts are given by name;
 * the engine's tables `action`, `account` and `post` are asked.
 */
export async function sharedActs(
  connection: DuckDBConnection,
  {
    a,
    b,
    windowSeconds,
    most,
  }: {
    readonly a: string;
    readonly b: string;
    readonly windowSeconds: number;
    readonly most: number;
  },
): Promise<SharedActs> {
  const reader = await connection.runAndReadAll(
    `select one.object, one.seconds, first.text, first.language, first.url,
            two.seconds, second.text, second.language, second.url, (count(*) over ())::integer
     from (select * from action where account in ${named("a")}) one
     join (select * from action where account in ${named("b")}) two using (object)
     join post first on first.platform || ':' || first.id = one.post
     join post second on second.platform || ':' || second.id = two.post
     where abs(one.seconds - two.seconds) <= $windowSeconds
       and one.post <> one.object and two.post <> two.object
     order by least(one.seconds, two.seconds), one.object, one.post, two.post
     limit $most`,
    { a, b, windowSeconds, most },
  );
  const rows = reader.getRowsJS();
  const postOf = (cells: readonly unknown[]): ActPost => ({
    seconds: cells[0] as number,
    text: cells[1] as string,
    language: cells[2] as string | null,
    url: cells[3] as string | null,
  });
  return {
    total: (rows[0]?.[9] as number | undefined) ?? 0,
    acts: rows.map((row) => ({
      object: row[0] as string,
      a: postOf(row.slice(1, 5)),
      b: postOf(row.slice(5, 9)),
    })),
  };
}

/** Followers of those of these names that are known; the most where several have one name. */
export async function followersOf(
  connection: DuckDBConnection,
  names: readonly string[],
): Promise<Map<string, number | null>> {
  if (names.length === 0) return new Map();
  const reader = await connection.runAndReadAll(
    `select lower(coalesce(name, account)) as known, max(followers)::double from account
     where lower(coalesce(name, account)) in (select unnest(string_split($names, ' ')))
     group by known order by known`,
    { names: names.map((name) => name.toLowerCase()).join(" ") },
  );
  return new Map(
    reader.getRowsJS().map(([name, followers]) => [name as string, followers as number | null]),
  );
}
