import { useInfiniteQuery } from "@tanstack/react-query";
import type { CarriedClaim } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

/** Who carried a claim: each page has all counts and the next of its posts. */
export function useCarried(claimId: string) {
  return useInfiniteQuery({
    queryKey: ["carried", claimId],
    queryFn: ({ pageParam }) =>
      read<CarriedClaim>(
        api.claims.posts.$get({ query: { id: claimId, from: String(pageParam) } }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ from, posts, totals }) =>
      from + posts.length < totals.posts && posts.length > 0 ? from + posts.length : null,
  });
}
