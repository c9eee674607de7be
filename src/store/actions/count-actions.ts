import { readFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";

/** Usable actions, and those among them that are not compared. */
export type ActionCounts = {
  readonly actions: number;
  readonly accounts: number;
  /** Of accounts that act too seldom. */
  readonly seldomActions: number;
  readonly seldomAccounts: number;
  /** Whose post is its own object. */
  readonly onThemselves: number;
};

const countSql = readFileSync(new URL("./count-actions.sql", import.meta.url), "utf8");

export async function countActions(
  connection: DuckDBConnection,
  least: number,
): Promise<ActionCounts> {
  const reader = await connection.runAndReadAll(countSql, { least });
  const [actions = 0, accounts = 0, seldomActions = 0, seldomAccounts = 0, onThemselves = 0] = (
    reader.getRowsJS()[0] ?? []
  ).map(Number);
  return { actions, accounts, seldomActions, seldomAccounts, onThemselves };
}
