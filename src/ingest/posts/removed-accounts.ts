import type { Problem } from "../../document/document.ts";
import { InputError } from "../../document/errors.ts";
import { csvRows } from "./csv-rows.ts";
import { decodeStream } from "./decode-stream.ts";
import { openFile } from "./open-file.ts";
import { at, handleOf, idOf, lostDigits, lostId } from "./values.ts";

/** An account of a list, by the platform's id or by its handle, in lower case and without "@". */
export type ListedAccount = { readonly id: string | null; readonly handle: string | null };

/** Columns that hold an account's id, in lower case; the first that a list has counts. */
const idNames = ["userid", "user_id", "account_id", "accountid", "author_id", "authorid", "did"];
/** Columns that hold a handle. */
const handleNames = [
  "user_screen_name",
  "screen_name",
  "handle",
  "account_handle",
  "author_handle",
  "username",
  "user_name",
];
/** Columns that hold the one or the other. */
const eitherNames = ["account", "user", "author", "id"];

/**
 * Reads a list of accounts that a platform says it removed: a table with a column of ids or handles,
 * such as the platform's own file of users, plain or gzip. Accounts may come more than once.
 * @throws InputError where the file cannot be read or has no such column
 */
export async function* removedAccounts(
  path: string,
  tell: (problem: Problem) => void,
): AsyncGenerator<ListedAccount> {
  const file = await openFile(path);
  let columns: Columns | null = null;
  for await (const { line, value, broken } of csvRows(decodeStream(file.bytes()))) {
    if (broken) {
      tell({ file: path, line, ...broken });
      continue;
    }
    columns ??= columnsOf(path, Object.keys(value as object));
    const given = columns.id === null ? "" : cellOf(value, columns.id);
    if (lostDigits(given)) {
      tell({ file: path, line, ...lostId(columns.id ?? "", given) });
      continue;
    }
    const id = idOf(given);
    const handle = columns.handle === null ? null : handleOf(cellOf(value, columns.handle));
    if (id === null && handle === null) {
      tell({
        file: path,
        line,
        message: "no account in the row",
        mend: "fill it in, or leave the row out",
      });
      continue;
    }
    yield { id, handle: handle?.toLowerCase() ?? null };
  }
  if (file.brokeOff())
    tell({
      file: path,
      line: null,
      message: "breaks off before its end",
      mend: "get the file again",
    });
  if (columns === null)
    throw new InputError("an empty list (give a table with a column of ids or handles)", { path });
}

type Columns = { readonly id: string | null; readonly handle: string | null };

function columnsOf(path: string, names: readonly string[]): Columns {
  const find = (known: readonly string[]) =>
    names.find((name) => known.includes(name.trim().toLowerCase().replaceAll(" ", "_"))) ?? null;
  const either = find(eitherNames);
  const id = find(idNames) ?? either;
  const handle = find(handleNames) ?? either;
  if (id === null && handle === null)
    throw new InputError(
      `no column of accounts in the list: it has ${names.join(", ")} (name one ${[...idNames, ...handleNames].join(", ")})`,
      { path },
    );
  return { id, handle };
}

function cellOf(row: unknown, name: string): string {
  const value = at(row, name);
  return typeof value === "string" ? value.trim() : "";
}
