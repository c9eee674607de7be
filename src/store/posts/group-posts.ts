import { readFileSync } from "node:fs";
import type { Engine } from "../actions/engine.ts";
import { type GroupAccount, putGroups } from "../actions/groups-in-time.ts";

/** What the posts of a group's accounts tell: all their posts, not only those that they share. */
export type GroupPosts = {
  readonly posts: number;
  /** Of all posts. */
  readonly share01: number;
  /** Seconds since 1970 of their first and their last one; null where no time is told. */
  readonly firstSeconds: number | null;
  readonly lastSeconds: number | null;
  /** As the posts themselves tell it, most posts first; null is untold. */
  readonly languages: readonly { readonly language: string | null; readonly posts: number }[];
  /** When the accounts were made, as far as the posts tell. */
  readonly created: {
    readonly known: number;
    readonly unknown: number;
    /** By month, "2031-05". */
    readonly months: readonly { readonly month: string; readonly accounts: number }[];
  };
};

const languagesSql = readFileSync(new URL("./group-languages.sql", import.meta.url), "utf8");
const createdSql = readFileSync(new URL("./group-created.sql", import.meta.url), "utf8");

type Mutable = {
  posts: number;
  firstSeconds: number | null;
  lastSeconds: number | null;
  languages: { language: string | null; posts: number }[];
  known: number;
  unknown: number;
  months: { month: string; accounts: number }[];
};

/** What the posts of each group tell, by the group's number. `post` is asked, each post once. */
export async function groupPosts(
  { connection }: Engine,
  accounts: readonly GroupAccount[],
  /** Posts in all. */
  all: number,
): Promise<Map<number, GroupPosts>> {
  if (accounts.length === 0) return new Map();
  await putGroups(connection, accounts);
  const found = new Map<number, Mutable>();
  const of = (group: number): Mutable => {
    const one = found.get(group) ?? {
      ...{ posts: 0, firstSeconds: null, lastSeconds: null, languages: [] },
      ...{ known: 0, unknown: 0, months: [] },
    };
    found.set(group, one);
    return one;
  };
  const languages = await connection.runAndReadAll(languagesSql);
  for (const [group, language, posts, first, last] of languages.getRowsJS()) {
    const one = of(group as number);
    one.posts += posts as number;
    one.firstSeconds = earlier(one.firstSeconds, first as number | null, Math.min);
    one.lastSeconds = earlier(one.lastSeconds, last as number | null, Math.max);
    one.languages.push({ language: language as string | null, posts: posts as number });
  }
  const created = await connection.runAndReadAll(createdSql);
  for (const [group, month, number] of created.getRowsJS()) {
    const one = of(group as number);
    if (month === null) one.unknown += number as number;
    else {
      one.known += number as number;
      one.months.push({ month: month as string, accounts: number as number });
    }
  }
  return new Map(
    [...found].map(([group, { known, unknown, months, ...told }]) => [
      group,
      { ...told, share01: told.posts / Math.max(all, 1), created: { known, unknown, months } },
    ]),
  );
}

function earlier(
  one: number | null,
  other: number | null,
  choose: (one: number, other: number) => number,
): number | null {
  return one === null ? other : other === null ? one : choose(one, other);
}
