import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { WhoQuotesWhom } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";
import { reviewedOnly } from "../../api/queries.ts";

/** Who quotes whom, of the sources that hold the words or quote who does. */
export function useQuotes(search: string | undefined, as: string | undefined) {
  const query = {
    ...(search ? { q: search } : {}),
    ...(reviewedOnly(as) ? { as: "reviewed" } : {}),
  };
  return useQuery({
    queryKey: ["quotes", query],
    queryFn: () => read<WhoQuotesWhom>(api.quotes.$get({ query })),
    placeholderData: keepPreviousData,
  });
}
