import { useQuery } from "@tanstack/react-query";
import type { MostCarried, ReachAnswer, ReachOn } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

/** What most accounts carried, of what holds the words. */
export function useMost(on: ReachOn, q: string, hasPosts: boolean) {
  return useQuery({
    queryKey: ["reach", "most", on, q],
    queryFn: () => read<MostCarried>(api.reach.most.$get({ query: { on, q } })),
    enabled: hasPosts,
    // While words are typed, the list of the words before stays.
    placeholderData: (before) => (q === "" ? undefined : before),
  });
}

/** How far one thing was carried; null asks nothing. */
export function useReach(on: ReachOn, object: string | null, least: string, within: string) {
  return useQuery({
    queryKey: ["reach", on, object, least, within],
    queryFn: () =>
      read<ReachAnswer>(api.reach.$get({ query: { on, object: object ?? "", least, within } })),
    enabled: object !== null,
  });
}
