import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Concordance, ConcordanceSort } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";
import { pagesOf } from "../../api/queries.ts";
import { useTimeFilter } from "../../parts/stretch.ts";

const linesAtOnce = 60;

/** Which uses of a label are asked for. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  readonly side: string | undefined;
  readonly source: string | undefined;
  readonly voice: "own" | "others" | undefined;
  readonly sort: ConcordanceSort | undefined;
};

/** The uses of a label, line by line, page by page. */
export function useConcordance({ id, label, side, source, voice, sort }: Choice) {
  const { since, until } = useTimeFilter();
  const query = useInfiniteQuery({
    queryKey: ["concordance", id, label, side, source, voice, sort, since, until],
    queryFn: ({ pageParam }) =>
      read<Concordance>(
        api.concordance.$get({
          query: {
            ...{ id, label, from: String(pageParam), count: String(linesAtOnce) },
            ...(side ? { side } : {}),
            ...(source ? { source } : {}),
            ...(voice ? { voice } : {}),
            ...(sort ? { sort } : {}),
            ...(since ? { since } : {}),
            ...(until ? { until } : {}),
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const pages = pagesOf(query);
  const last = query.data?.pages.at(-1);
  return {
    error: query.error,
    data: pages && last ? { pages, concept: last.concept, uses: last.uses } : undefined,
  };
}
