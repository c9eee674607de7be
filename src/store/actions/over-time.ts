import type { DuckDBConnection } from "@duckdb/node-api";

/** Actions in bins of one length, from the first on, empty ones too. */
export type OverTime = {
  /** Beginning of the first bin, in seconds since 1970. */
  readonly startSeconds: number;
  readonly binSeconds: number;
  readonly all: readonly number[];
  /** Those of accounts in `account_of_group`. */
  readonly grouped: readonly number[];
};

/** Counts the engine's actions over time, all and those of the accounts in groups. */
export async function actionsOverTime(
  connection: DuckDBConnection,
  { startSeconds, binSeconds, bins }: { startSeconds: number; binSeconds: number; bins: number },
): Promise<OverTime> {
  const all = new Array<number>(bins).fill(0);
  const grouped = new Array<number>(bins).fill(0);
  const reader = await connection.runAndReadAll(
    `select floor((seconds - $startSeconds) / $binSeconds)::integer as bin, count(*)::double,
            (count(*) filter (where account in (select account from account_of_group)))::double
     from action where object is not null and seconds is not null and post <> object
     group by bin order by bin`,
    { startSeconds, binSeconds },
  );
  for (const [bin, actions, own] of reader.getRowsJS()) {
    all[bin as number] = actions as number;
    grouped[bin as number] = own as number;
  }
  return { startSeconds, binSeconds, all, grouped };
}
