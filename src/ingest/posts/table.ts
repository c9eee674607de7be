import type { Post, PostReference } from "../../document/post.ts";
import type { Mapped, PostFormat, Sample } from "./format.ts";
import { toldGone } from "./gone.ts";
import { hashtagsInText, mentionsInText, urlsInText } from "./in-text.ts";
import { platformOf } from "./platforms.ts";
import { cellOf, hashtagsIn, mentionsIn, timeOf, urlsIn } from "./table-cells.ts";
import { areEnough, columnsOf, type TableColumns, type TableField } from "./table-columns.ts";
import {
  countOf,
  handleOf,
  idOf,
  languageOf,
  lostDigits,
  lostId,
  textOf,
  unreadableTime,
} from "./values.ts";

/** Rows of any table whose columns have common names: see table-columns.ts. */
export const table: PostFormat = tableFormat("csv");

/** The same of JSON objects by lines. */
export const tableLines: PostFormat = tableFormat("json-lines");

/** The columns of CooRTweet, which tell actions on an object of a kind that nothing tells. */
const actionColumn = "object_id";

/**
 * Rows of a table as posts.
 * @param mapping which column tells what, where the names do not: see `tableMapping`
 */
export function tableFormat(
  container: "csv" | "json-lines",
  mapping: TableColumns = {},
): PostFormat {
  let names: readonly string[] = [];
  let columns: TableColumns = {};
  const map = (row: unknown): Mapped => {
    if (typeof row !== "object" || row === null || Array.isArray(row))
      return { unmapped: { message: "no row of a table", mend: "say which format the file is" } };
    const cells = row as Readonly<Record<string, unknown>>;
    const own = Object.keys(cells);
    // Rows of JSON need not have the same columns; rows of a table do.
    if (own.length !== names.length || own.some((name, index) => name !== names[index])) {
      names = own;
      columns = columnsOf(own, mapping);
    }
    return ofRow(cells, columns);
  };
  const recognises = ({ header, records }: Sample) => {
    const tables = container === "csv" ? [header ?? []] : records.map(plainNames);
    return tables.some((one) => areEnough(columnsOf(one, mapping)) && !one.includes(actionColumn));
  };
  return { name: "table", container, recognises, map };
}

/** The names of what is no object in a record: an account that is one tells more than a table can. */
function plainNames(record: unknown): readonly string[] {
  return Object.entries(record ?? {})
    .filter(([, value]) => typeof value !== "object" || Array.isArray(value))
    .map(([name]) => name);
}

function ofRow(cells: Readonly<Record<string, unknown>>, columns: TableColumns): Mapped {
  const cell = (field: TableField): unknown => {
    const column = columns[field];
    return column === undefined ? null : cellOf(cells[column]);
  };
  for (const field of ["id", "account"] as const)
    if (lostDigits(cell(field))) return { unmapped: lostId(field, cell(field)) };
  const id = idOf(cell("id"));
  const handle = handleOf(cell("handle"));
  const accountId = handleOf(idOf(cell("account"))) ?? handle;
  if (!id) return lacks("id", columns.id);
  if (!accountId) return lacks("account", columns.account ?? columns.handle);
  const told = cell("time");
  const seconds = told === null ? null : timeOf(told);
  if (told !== null && seconds === null)
    return { unmapped: { ...unreadableTime(told), mend: mendOfTime } };
  const text = textOf(cell("text")) ?? "";
  const url = textOf(cell("url"));
  const listed = (field: TableField, inCell: typeof urlsIn, inText: typeof urlsInText) =>
    columns[field] === undefined ? inText(text) : inCell(cell(field));
  const post: Post = {
    platform: platformOf(textOf(cell("platform")) ?? url ?? "") ?? "unknown",
    id,
    accountId,
    handle,
    followers: countOf(cell("followers")),
    accountCreated: dayIn(cell("accountCreated")),
    seconds,
    text,
    language: languageOf(cell("language")),
    url,
    // Where no column tells of them, they are as the text has them.
    hashtags: listed("hashtags", hashtagsIn, hashtagsInText),
    urls: listed("urls", urlsIn, urlsInText),
    mentions: listed("mentions", mentionsIn, mentionsInText),
    repostOf: reference(cell("repostOf"), cell("repostOfAccount")),
    quoteOf: reference(cell("quoteOf"), cell("quoteOfAccount")),
    replyTo: reference(cell("replyTo"), cell("replyToAccount")),
    likes: countOf(cell("likes")),
    reposts: countOf(cell("reposts")),
  };
  const { platform } = post;
  const marks = { deleted: cell("deleted"), deleted_at: timeOf(cell("deletedAt")) };
  return { post, ...toldGone(marks, { platform, id }) };
}

/** Another post; an id that has lost digits leads to none. */
function reference(id: unknown, account: unknown): PostReference | null {
  const told = {
    id: lostDigits(id) ? null : idOf(id),
    account: lostDigits(account) ? null : handleOf(idOf(account)),
  };
  return told.id === null && told.account === null ? null : told;
}

function dayIn(value: unknown): string | null {
  const seconds = timeOf(value);
  return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}

const mendOfTime =
  "write times as 2031-05-04T10:00:00Z or in seconds since 1970, or say which column tells them";

function lacks(field: TableField, column: string | undefined): Mapped {
  const mend =
    column === undefined
      ? `say which column is the ${field}`
      : `look at the column ${column}, or say which other one is the ${field}`;
  return { unmapped: { message: `row without its ${field}`, mend } };
}
