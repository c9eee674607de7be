import type { DuckDBConnection } from "@duckdb/node-api";

/** What a post says, in which language where it is told. */
export type PostText = { readonly text: string; readonly language: string | null };

/** The words of posts by the engine's own names of them; of a post that is there twice, the first. */
export async function textsOf(
  connection: DuckDBConnection,
  posts: readonly string[],
): Promise<Map<string, PostText>> {
  if (posts.length === 0) return new Map();
  const reader = await connection.runAndReadAll(
    `select platform || ':' || id as name, any_value(text order by rowid),
            any_value(language order by rowid)
     from post where name in (select unnest(from_json($posts, '["varchar"]')))
     group by name order by name`,
    { posts: JSON.stringify([...new Set(posts)]) },
  );
  return new Map(
    reader
      .getRowsJS()
      .map(([name, text, language]) => [
        name as string,
        { text: text as string, language: language as string | null },
      ]),
  );
}

/** Followers of those of these names that are known; the most where several have one name. */
export async function followersOfNames(
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
