import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { WhoQuotesWhom } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

/** Who quotes whom, of the sources that hold the words or quote who does. */
export function useQuotes(search: string | undefined) {
  return useQuery({
    queryKey: ["quotes", search ?? ""],
    queryFn: () => read<WhoQuotesWhom>(api.quotes.$get({ query: search ? { q: search } : {} })),
    placeholderData: keepPreviousData,
  });
}
