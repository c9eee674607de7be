/** A stretch of a list, and what the list holds. */
export type Page<T> = {
  /** Rows of the list, before and after it was narrowed. */
  readonly all: number;
  readonly found: number;
  readonly from: number;
  readonly rows: readonly T[];
  /** Where the next page starts; null at the end. */
  readonly next: number | null;
  /** For each way to narrow the list, how many rows each choice leaves. */
  readonly facets: Facets;
  /** How it was narrowed and ordered, with what is usual where nothing was asked. */
  readonly chosen: Readonly<Record<string, string | undefined>>;
};

export type Facets = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Where a page starts and how many rows it has at most. */
export type Stretch = { readonly from: number; readonly count: number };

/** A page is cut before it grows beyond this, in bytes of JSON: a browser reads so much at once. */
export const pageBytes = 180_000;

/** More rows than this are not sent at once, however small they are. */
export const mostRows = 500;

/**
 * The rows from `from` on, as many as are asked for and fit: a page has a row more only while it
 * stays below `pageBytes`, but always the first, so that every row can be reached.
 */
export function pageOf<T, R>(
  items: readonly T[],
  { from, count }: Stretch,
  {
    row,
    all = items.length,
    facets = {},
    chosen = {},
  }: {
    readonly row: (item: T) => R;
    readonly all?: number;
    readonly facets?: Facets;
    readonly chosen?: Page<R>["chosen"];
  },
): Page<R> {
  const rows: R[] = [];
  const end = Math.min(items.length, from + Math.min(count, mostRows));
  let bytes = 0;
  for (let at = from; at < end; at++) {
    const next = row(items[at] as T);
    bytes += Buffer.byteLength(JSON.stringify(next)) + 1;
    if (rows.length > 0 && bytes > pageBytes) break;
    rows.push(next);
  }
  const reached = from + rows.length;
  return {
    all,
    found: items.length,
    from,
    rows,
    next: rows.length > 0 && reached < items.length ? reached : null,
    facets,
    chosen,
  };
}

/** Names of what makes a finding long: passages, and lists that are shown on their own. */
type Heavy = "evidence" | "sentence" | "passages" | "changes";
const heavy: ReadonlySet<string> = new Set<Heavy>(["evidence", "sentence", "passages", "changes"]);

/** A finding without its passages: each is asked for where it is opened. */
export type Lean<T> = T extends readonly unknown[]
  ? { readonly [K in keyof T]: Lean<T[K]> }
  : T extends object
    ? { readonly [K in keyof T as K extends Heavy ? never : K]: Lean<T[K]> }
    : T;

export function lean<T>(value: T): Lean<T> {
  return strip(value) as Lean<T>;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, own]) => (heavy.has(key) ? [] : [[key, strip(own)]])),
  );
}

/**
 * What stands at a place of a finding, as `entries/17/evidence` names it: the items of a list, or the
 * one value; null where nothing does. Several places, joined by commas, are told one after the other.
 */
export function valuesAt(finding: unknown, places: string): readonly unknown[] | null {
  const values: unknown[] = [];
  for (const place of places.split(",")) {
    const value = valueAt(finding, place);
    if (value === undefined) return null;
    if (Array.isArray(value)) values.push(...value);
    else values.push(value);
  }
  return values;
}

function valueAt(finding: unknown, place: string): unknown {
  let at = finding;
  for (const key of place.split("/")) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

/** Makes the test whether a text holds all words of a search, in any order and case. */
export function holdsWords(search: string | undefined): (text: string) => boolean {
  const words = (search ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (text) => {
    if (words.length === 0) return true;
    const low = text.toLowerCase();
    return words.every((word) => low.includes(word));
  };
}
