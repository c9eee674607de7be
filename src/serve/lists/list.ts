import type { Findings } from "../../compare/findings.ts";
import type { DocumentCard, Side } from "../../document/case.ts";
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
};

/** A page of a list: narrowed and ordered as asked, each facet counted under all other choices. */
export function pageOfList<T, R>(
  list: List<T, R>,
  findings: Findings,
  lookup: ListCase,
  asked: ListQuery,
  stretch: Stretch,
): Page<R> {
  const items = list.items(findings);
  const query = { ...list.usual?.(items), ...asked };
  const leaves = (chosen: ListQuery) => {
    const words = holdsWords(chosen.q);
    const tests = Object.entries(list.filters).flatMap(([name, test]) => {
      const value = chosen[name];
      return value ? [(item: T) => test(item, words, value, { query: chosen, lookup })] : [];
    });
    return (item: T) => tests.every((test) => test(item));
  };
  const inTime = testOfTime(list, query, lookup);
  const holding = items.filter(leaves({ q: query.q })).filter(inTime);
  const narrowed = (choice: ListQuery) => holding.filter(leaves({ ...query, q: "", ...choice }));
  const facets = Object.fromEntries(
    Object.entries(list.facets ?? {}).map(([name, choices]) => [
      name,
      Object.fromEntries(
        choices(lookup).map((choice) => [choice, narrowed({ [name]: choice }).length]),
      ),
    ]),
  );
  const found = narrowed({});
  if (list.order) found.sort(list.order(query, lookup));
  return pageOf(found, stretch, {
    row: (item) => list.row(item, lookup),
    all: items.length,
    facets,
    chosen: query,
  });
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
