import type { DuckDBConnection } from "@duckdb/node-api";

/** An account of a group, by the engine's own name of it. */
export type GroupAccount = { readonly group: number; readonly account: string };

/** The engine's own names of the accounts with these numbers. */
export async function accountKeys(
  connection: DuckDBConnection,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const asked = new Set(numbers);
  if (asked.size === 0) return new Map();
  const reader = await connection.runAndReadAll(
    `select number, account from account_number
     where number in (select unnest(string_split($asked, ' '))::integer) order by number`,
    { asked: [...asked].join(" ") },
  );
  return new Map(
    reader.getRowsJS().map(([number, account]) => [number as number, account as string]),
  );
}

/** The numbers of accounts in a set of actions, by the engine's own names; those in it only. */
export async function accountNumbers(
  connection: DuckDBConnection,
  accounts: readonly GroupAccount[],
  set: "" | "_of_all",
): Promise<Map<number, number>> {
  await putGroups(connection, accounts);
  const reader = await connection.runAndReadAll(
    `select number, "group" from account_number${set} join account_of_group using (account)
     order by number`,
  );
  return new Map(reader.getRowsJS().map(([number, group]) => [number as number, group as number]));
}

/** Makes the table `account_of_group`. */
export async function putGroups(
  connection: DuckDBConnection,
  accounts: readonly GroupAccount[],
): Promise<void> {
  await connection.run(
    'create or replace table account_of_group ("group" integer, account varchar)',
  );
  const appender = await connection.createAppender("account_of_group");
  for (const { group, account } of accounts) {
    appender.appendInteger(group);
    appender.appendVarchar(account);
    appender.endRow();
  }
  appender.closeSync();
}
