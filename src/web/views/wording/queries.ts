import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Concordance } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";
import { pagesOf } from "../../api/queries.ts";

const linesAtOnce = 60;

/** Which uses of a label are asked for. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  readonly side: string | undefined;
  readonly voice: "own" | "others" | undefined;
};

/** The uses of a label, line by line, page by page. */
export function useConcordance({ id, label, side, voice }: Choice) {
  const query = useInfiniteQuery({
    queryKey: ["concordance", id, label, side, voice],
    queryFn: ({ pageParam }) =>
      read<Concordance>(
        api.concordance.$get({
          query: {
            ...{ id, label, from: String(pageParam), count: String(linesAtOnce) },
            ...(side ? { side } : {}),
            ...(voice ? { voice } : {}),
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
