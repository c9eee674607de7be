import type { Findings } from "../../compare/findings.ts";
import type { DocumentCard, Side } from "../../document/case.ts";
import { choicesIn } from "../../document/choices.ts";
import { sourceOrder } from "../../document/stance-codes.ts";
import { publishedIn, type TimeStretch, timeStretch } from "../../document/time-stretch.ts";
import { holdsWords, type Page, pageOf, type Stretch } from "../paged.ts";

/** What a list must know of the case to make its rows. */
export type ListCase = {
  /** Ids of the declared sides, in the order in which they are shown. */
  readonly sides: readonly string[];
  /** Ids of the sources that have documents, in the order of `sourceOrder`. */
  readonly sources: readonly string[];
  readonly card: (documentId: string) => DocumentCard | undefined;
  readonly placeOf: (sourceId: string) => number | undefined;
  readonly nameOf: (sourceId: string) => string;
  readonly documentsOf: (sourceId: string) => readonly DocumentCard[];
  /** A declared side, or `unaligned`. */
  readonly sideOf: (sourceId: string) => string;
  /** The documents in which one of the labels of a row is used; absent where it was not looked up. */
  readonly usedIn?: (rowId: string) => Iterable<string>;
};

/** How a list is asked to be narrowed and ordered: what the address says. */
export type ListQuery = Readonly<Record<string, string | undefined>>;

type Asked = { readonly query: ListQuery; readonly lookup: ListCase };

/** One list of findings: what is in it, what a row of it shows, how it is narrowed and ordered. */
export type List<T, R> = {
  readonly items: (findings: Findings) => readonly T[];
  readonly idOf: (item: T) => string;
  /** What is shown before anything is opened; the rest is asked for by where it stands. */
  readonly row: (item: T, lookup: ListCase) => R;
  readonly order?: (query: ListQuery, lookup: ListCase) => (a: T, b: T) => number;
  /** By parameter: does the choice leave this item? Not asked where nothing is chosen. */
  readonly filters: Readonly<
    Record<
      string,
      (item: T, words: (text: string) => boolean, chosen: string, asked: Asked) => boolean
    >
  >;
  /**
   * What a stretch of time (`since`, `until`) leaves: items of which a document was published in it, or
   * those for which the test holds. Absent where items are reckoned over the whole case.
   */
  readonly inTime?:
    | { readonly documents: (item: T, lookup: ListCase) => Iterable<string> }
    | { readonly test: (item: T, stretch: TimeStretch) => boolean };
  /** What is chosen where nothing is asked. */
  readonly usual?: (items: readonly T[]) => ListQuery;
  /** The choices of a parameter whose rows are counted. */
  readonly facets?: Readonly<Record<string, (lookup: ListCase) => readonly string[]>>;
  /**
   * Parameters of which an item has several values, and of which several can be chosen at once
   * (`choicesIn`): it must have all that are.
   */
  readonly values?: Readonly<Record<string, (item: T) => readonly string[]>>;
};

/** So many values of a parameter are counted with a page: the most frequent; `valuesOfList` has all. */
export const mostValues = 24;

/** A page of a list: narrowed and ordered as asked, each facet counted under all other choices. */
export function pageOfList<T, R>(
  list: List<T, R>,
  findings: Findings,
  lookup: ListCase,
  asked: ListQuery,
  stretch: Stretch,
): Page<R> {
  const { items, query, narrowed } = narrow(list, findings, lookup, asked);
  const facets = Object.fromEntries(
    Object.entries(list.facets ?? {}).map(([name, choices]) => [
      name,
      Object.fromEntries(
        choices(lookup).map((choice) => [choice, narrowed({ [name]: choice }).length]),
      ),
    ]),
  );
  const found = ordered(list, narrowed({}), query, lookup);
  for (const [name, valuesOf] of Object.entries(list.values ?? {}))
    facets[name] = Object.fromEntries(
      mostWithChosen(countValues(found, valuesOf), choicesIn(query[name])),
    );
  return pageOf(found, stretch, {
    row: (item) => list.row(item, lookup),
    all: items.length,
    facets,
    chosen: query,
  });
}

/** All items that a page would be of, whole and in its order; `query` has what is usual, too. */
export function itemsOfList<T, R>(
  list: List<T, R>,
  findings: Findings,
  lookup: ListCase,
  asked: ListQuery,
): { readonly items: readonly T[]; readonly query: ListQuery } {
  const { query, narrowed } = narrow(list, findings, lookup, asked);
  return { items: ordered(list, narrowed({}), query, lookup), query };
}

function ordered<T, R>(
  { order }: List<T, R>,
  items: readonly T[],
  query: ListQuery,
  lookup: ListCase,
): readonly T[] {
  return order ? [...items].sort(order(query, lookup)) : items;
}

/** A value that items of a list have, and how many of those that are left have it. */
export type ValueRow = { readonly value: string; readonly rows: number };

/**
 * All values of a parameter that hold the words of `words`, the most frequent first, each with how many
 * rows choosing it, too, would leave; null where the list has no such parameter.
 */
export function valuesOfList<T, R>(
  list: List<T, R>,
  name: string,
  findings: Findings,
  lookup: ListCase,
  { words, ...asked }: ListQuery,
  stretch: Stretch,
): Page<ValueRow> | null {
  const valuesOf = Object.hasOwn(list.values ?? {}, name) ? list.values?.[name] : undefined;
  if (!valuesOf) return null;
  const all = countValues(narrow(list, findings, lookup, asked).narrowed({}), valuesOf);
  const holds = holdsWords(words);
  const found = all.filter(([value]) => holds(value));
  return pageOf(found, stretch, {
    row: ([value, rows]) => ({ value, rows }),
    all: all.length,
    chosen: asked,
  });
}

/** What is asked of a list, and which of its items further choices leave. */
function narrow<T, R>(
  list: List<T, R>,
  findings: Findings,
  lookup: ListCase,
  asked: ListQuery,
): {
  readonly items: readonly T[];
  readonly query: ListQuery;
  readonly narrowed: (choice: ListQuery) => T[];
} {
  const items = list.items(findings);
  const query = { ...list.usual?.(items), ...asked };
  const leaves = (chosen: ListQuery) => {
    const words = holdsWords(chosen.q);
    const tests = Object.entries(list.filters).flatMap(([name, test]) => {
      const value = chosen[name];
      return value ? [(item: T) => test(item, words, value, { query: chosen, lookup })] : [];
    });
    for (const [name, valuesOf] of Object.entries(list.values ?? {})) {
      const values = choicesIn(chosen[name]);
      if (values.length > 0)
        tests.push((item: T) => {
          const own = valuesOf(item);
          return values.every((value) => own.includes(value));
        });
    }
    return (item: T) => tests.every((test) => test(item));
  };
  const inTime = testOfTime(list, query, lookup);
  const holding = items.filter(leaves({ q: query.q })).filter(inTime);
  return {
    items,
    query,
    narrowed: (choice) => holding.filter(leaves({ ...query, q: "", ...choice })),
  };
}

type Counted = readonly [value: string, rows: number];

/** The most frequent first; equals in the order in which they are met. */
function countValues<T>(
  items: readonly T[],
  valuesOf: (item: T) => readonly string[],
): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The most frequent values, and those that are chosen, whatever they leave. */
function mostWithChosen(counts: readonly Counted[], chosen: readonly string[]): Counted[] {
  const most = counts.slice(0, mostValues);
  const missing = chosen.filter((value) => !most.some(([one]) => one === value));
  const rowsOf = new Map(counts);
  return [...most, ...missing.map((value): Counted => [value, rowsOf.get(value) ?? 0])];
}

/** Makes the test whether a stretch of time leaves an item; each document is looked at once. */
function testOfTime<T, R>(
  { inTime }: List<T, R>,
  { since, until }: ListQuery,
  lookup: ListCase,
): (item: T) => boolean {
  const stretch = timeStretch(since, until);
  if (stretch === null || inTime === undefined) return () => true;
  if ("test" in inTime) return (item) => inTime.test(item, stretch);
  const known = new Map<string, boolean>();
  const isIn = (id: string) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const now = publishedIn(lookup.card(id)?.published ?? null, stretch) === "in";
    known.set(id, now);
    return now;
  };
  return (item) => {
    for (const id of inTime.documents(item, lookup)) if (isIn(id)) return true;
    return false;
  };
}

/** The documents that passages stand in. */
export function documentsOf(passages: readonly { readonly documentId: string }[]): string[] {
  return passages.map(({ documentId }) => documentId);
}

/** Looks up what lists ask of a case. */
export function listCaseOf(overview: {
  readonly sides: readonly Side[];
  readonly documents: readonly DocumentCard[];
}): ListCase {
  const cards = new Map(overview.documents.map((card) => [card.id, card]));
  const bySource = new Map<string, DocumentCard[]>();
  for (const card of overview.documents) {
    const list = bySource.get(card.sourceId);
    if (list) list.push(card);
    else bySource.set(card.sourceId, [card]);
  }
  const sources = sourceOrder(overview.documents);
  const places = new Map(sources.map((id, at) => [id, at]));
  const sides = overview.sides.map(({ id }) => id);
  return {
    sides,
    sources,
    card: (id) => cards.get(id),
    placeOf: (id) => places.get(id),
    nameOf: (id) => bySource.get(id)?.[0]?.sourceName ?? id,
    documentsOf: (id) => bySource.get(id) ?? [],
    sideOf: (id) => {
      const side = bySource.get(id)?.[0]?.side ?? null;
      return side !== null && sides.includes(side) ? side : unaligned;
    },
  };
}

/** The side of sources that have none. */
export const unaligned = "unaligned";
