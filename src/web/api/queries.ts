import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type {
  CaseHead,
  Cell,
  ClaimRow,
  ClaimView,
  DocumentView,
  Explanations,
  ListName,
  Overview,
  Page,
  ReviewedHead,
  RowOf,
  RunView,
  ValueRow,
} from "../../serve/types.ts";
import { useTimeFilter } from "../parts/stretch.ts";
import { api, read } from "./client.ts";

/** Documents asked for at once: as many as fit a page. */
const documentsAtOnce = 500;

/** The case with all its documents, which come page by page. */
export function useOverview() {
  return useQuery({
    queryKey: ["case"],
    queryFn: async (): Promise<CaseHead> => {
      const [overview, documents] = await Promise.all([
        read<Omit<CaseHead, "documents">>(api.case.$get()),
        everyRow((from) =>
          read<Page<Overview["documents"][number]>>(
            api.documents.$get({ query: { from: String(from), count: String(documentsAtOnce) } }),
          ),
        ),
      ]);
      return { ...overview, documents };
    },
  });
}

/** What the front page says of the answers, as reviewed; asked for only then. */
export function useReviewedHead(as: string | undefined) {
  return useQuery({
    queryKey: ["case", { as: reviewedOnly(as) }],
    queryFn: () => read<ReviewedHead>(api.case.reviewed.$get()),
    enabled: reviewedOnly(as) !== undefined,
  });
}

/** How far the case is with being analysed; asked again and again while it is. */
export function useRun() {
  return useQuery({
    queryKey: ["run"],
    queryFn: () => read<RunView>(api.run.$get()),
    refetchInterval: ({ state }) => (state.data?.running ? runAskedEveryMs : false),
  });
}

const runAskedEveryMs = 500;

/** Has the case analysed again. */
export function useRunAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => read<RunView>(api.run.$post()),
    onSuccess: (state) => client.setQueryData(["run"], state),
  });
}

/** All rows of a list. The first page tells how many there are; the others are asked for at once. */
async function everyRow<T>(ask: (from: number) => Promise<Page<T>>): Promise<T[]> {
  const first = await ask(0);
  if (first.next === null) return [...first.rows];
  const each = Math.max(1, first.next);
  const starts: number[] = [];
  for (let from = each; from < first.found; from += each) starts.push(from);
  const others = await Promise.all(starts.map((from) => rowsBetween(from, from + each, ask)));
  return [first.rows, ...others].flat();
}

/** A page may be shorter than the first, where its rows are longer. */
async function rowsBetween<T>(
  start: number,
  end: number,
  ask: (from: number) => Promise<Page<T>>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let from: number | null = start; from !== null && from < end; ) {
    const page: Page<T> = await ask(from);
    rows.push(...page.rows);
    from = page.next;
  }
  return rows.slice(0, end - start);
}

/** How a list is narrowed and ordered: what the address says. */
export type ListFilter = Readonly<Partial<Record<FilterName, string | undefined>>>;
const filterNames = [
  "q",
  "sort",
  "only",
  "origin",
  "stance",
  "side",
  "absent",
  "as",
  "carried",
  "topic",
  "since",
  "until",
] as const;
type FilterName = (typeof filterNames)[number];

/** What is set of a filter: equal filters are then equal as query keys. */
function setOf(filter: ListFilter): Partial<Record<FilterName, string>> {
  return Object.fromEntries(
    filterNames.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])),
  );
}

/** A page of a list of findings. */
function readPage<N extends ListName>(
  list: N,
  filter: ListFilter,
  from: number,
  count: number,
): Promise<Page<RowOf<N>>> {
  const query = { ...setOf(filter), from: String(from), count: String(count) };
  return read(api.findings[":list"].$get({ param: { list }, query }));
}

/** A list that grows page by page. */
export type Pages<T> = Omit<Page<T>, "from" | "next"> & {
  /** Asks for the next page; null at the end and while one comes. */
  readonly more: (() => void) | null;
};

/** The first rows of a list, and more when they are asked for; the marked stretch of time holds. */
export function usePages<N extends ListName>(list: N, filter: ListFilter, count: number) {
  const chosen = setOf({ ...filter, ...useTimeFilter() });
  const query = useInfiniteQuery({
    queryKey: ["findings", list, "pages", chosen, count],
    queryFn: ({ pageParam }) => readPage(list, chosen, pageParam, count),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return { error: query.error, data: pagesOf(query) };
}

/** The pages that came as one list; undefined before the first. */
export function pagesOf<T>(query: {
  readonly data: { readonly pages: readonly Page<T>[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}): Pages<T> | undefined {
  const last = query.data?.pages.at(-1);
  if (!query.data || !last) return undefined;
  return {
    all: last.all,
    found: last.found,
    facets: last.facets,
    chosen: last.chosen,
    rows: query.data.pages.flatMap(({ rows }) => rows),
    more: query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : null,
  };
}

const valuesAtOnce = 60;

/** All values of a parameter, with how many rows each would leave; asked for while `isWanted`. */
export function useValues(
  list: ListName,
  of: FilterName,
  filter: ListFilter,
  { words, isWanted }: { readonly words: string; readonly isWanted: boolean },
) {
  const chosen = setOf({ ...filter, ...useTimeFilter() });
  const query = useInfiniteQuery({
    queryKey: ["findings", list, "values", of, chosen, words],
    queryFn: ({ pageParam }) =>
      read<Page<ValueRow>>(
        api.findings[":list"].values.$get({
          param: { list },
          query: { ...chosen, of, words, from: String(pageParam), count: String(valuesAtOnce) },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
  return { error: query.error, data: pagesOf(query) };
}

/** Stretches of a list, as they come into view: the page that holds each row, and how many there are. */
export function useWindow<N extends ListName>(
  list: N,
  filter: ListFilter,
  size: number,
  pages: readonly number[],
) {
  const chosen = setOf({ ...filter, ...useTimeFilter() });
  return useQueries({
    queries: pages.map((page) => ({
      queryKey: ["findings", list, "window", chosen, size, page],
      queryFn: () => readPage(list, chosen, page * size, size),
    })),
  });
}

/** Every row of a list, for pictures that need all of them; `whole`: whatever stretch of time is marked. */
export function useEvery<N extends ListName>(
  list: N,
  { whole = false, as }: { whole?: boolean; as?: string | undefined } = {},
) {
  const time = useTimeFilter();
  const chosen = setOf({ as: reviewedOnly(as), ...(whole ? {} : time) });
  return useQuery({
    queryKey: ["findings", list, "every", chosen],
    queryFn: () => everyRow((from) => readPage(list, chosen, from, documentsAtOnce)),
    placeholderData: keepPreviousData,
  });
}

/** What a question adds to its address and key where it asks for what is shown as reviewed. */
export function reviewedOnly(as: string | undefined): "reviewed" | undefined {
  return as === "reviewed" ? as : undefined;
}

/** One row of a list, where an address names it: as found, unless it is asked for as reviewed. */
export function useOne<N extends ListName>(list: N, id: string | undefined, as?: string) {
  const chosen = setOf({ as: reviewedOnly(as) });
  return useQuery({
    queryKey: ["findings", list, "one", id, chosen],
    queryFn: () =>
      read<RowOf<N>>(
        api.findings[":list"].one.$get({ param: { list }, query: { id: id ?? "", ...chosen } }),
      ),
    enabled: id !== undefined,
    retry: false,
  });
}

/** Places of a finding asked for at once. */
const placesAtOnce = 60;

/** What stands at some places of a finding ("entries/17/evidence"): its first page. */
export function useParts<T>(list: ListName, id: string, places: readonly string[]) {
  const at = places.slice(0, placesAtOnce).join(",");
  return useQuery({
    queryKey: ["findings", list, "part", id, at],
    queryFn: async () =>
      (
        await read<Page<T>>(
          api.findings[":list"].part.$get({ param: { list }, query: { id, at, count: "200" } }),
        )
      ).rows,
    enabled: at !== "",
  });
}

/** A claim for its page. `asked` is the statement where the user's own is meant. */
export function useClaim(id: string, asked: string | undefined, as?: string) {
  const chosen = setOf({ as: reviewedOnly(as) });
  return useQuery({
    queryKey: ["claim", id, asked, chosen],
    queryFn: () => read<ClaimView>(api.claim.$get({ query: withAsked({ id, ...chosen }, asked) })),
    retry: false,
  });
}

/** The cells that carry a claim, by side, page by page. */
export function useCarriers(id: string, asked: string | undefined, count: number, as?: string) {
  const chosen = setOf({ as: reviewedOnly(as) });
  const query = useInfiniteQuery({
    queryKey: ["claim", id, asked, "cells", count, chosen],
    queryFn: ({ pageParam }) =>
      read<Page<Cell>>(
        api.claim.cells.$get({
          query: withAsked({ id, from: String(pageParam), count: String(count), ...chosen }, asked),
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  return { error: query.error, data: pagesOf(query) };
}

/** What each document of a source does with a claim. */
export function useCellsOf(id: string, asked: string | undefined, source: string) {
  return useQuery({
    queryKey: ["claim", id, asked, "of", source],
    queryFn: () =>
      read<Page<Cell>>(api.claim.cells.$get({ query: withAsked({ id, source }, asked) })),
  });
}

function withAsked<Q extends object>(query: Q, ask: string | undefined): Q & { ask?: string } {
  return ask ? { ...query, ask } : query;
}

export function useDocument(id: string | undefined) {
  return useQuery({
    queryKey: ["document", id],
    queryFn: () => read<DocumentView>(api.document.$get({ query: { id: id ?? "" } })),
    enabled: id !== undefined,
  });
}

/** Why each reading of a document was made. */
export function useExplanations(id: string | undefined) {
  return useQuery({
    queryKey: ["explanations", id],
    queryFn: () => read<Explanations>(api.explanations.$get({ query: { id: id ?? "" } })),
    enabled: id !== undefined,
  });
}

/** Looks a statement up in every document; an empty statement asks nothing. */
export function useAsk(statement: string) {
  return useQuery({
    queryKey: ["ask", statement],
    queryFn: () => read<ClaimRow>(api.ask.$post({ json: { statement } })),
    enabled: statement !== "",
  });
}
