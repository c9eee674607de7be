import type { DuckDBConnection } from "@duckdb/node-api";

/** An action as it came, with what is told of its account. */
export type NamedAction = {
  readonly object: string;
  readonly account: string;
  readonly followers: number | null;
  readonly post: string;
  readonly seconds: number;
};

/**
 * All usable actions by object and time, those of accounts that act too seldom too; without those
 * whose post is its own object, which are never compared.
 */
export async function* allActions(connection: DuckDBConnection): AsyncGenerator<NamedAction> {
  const stream = await connection.stream(
    `select object, coalesce(account.name, action.account), account.followers::double, post, seconds
     from action left join account using (account)
     where object is not null and action.account is not null and post is not null
       and seconds is not null and post <> object
     order by object, seconds, action.account, post`,
  );
  for await (const rows of stream.yieldRowsJs())
    for (const [object, account, followers, post, seconds] of rows)
      yield {
        object: object as string,
        account: account as string,
        followers: followers as number | null,
        post: post as string,
        seconds: seconds as number,
      };
}
