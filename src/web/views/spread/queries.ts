import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type {
  AccountDetail,
  AgainstAnswer,
  EdgeEvidence,
  GroupDetail,
  Picture,
  PostObject,
  SpreadAnswer,
  Sweep,
} from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

/** What the view asks: on what accounts act together, and within how many seconds. */
export type Question = { readonly on: PostObject; readonly window: string };

/** Who acts together in the posts; the last answer stays until the next one is there. */
export function useSpread({ on, window }: Question, hasPosts: boolean) {
  return useQuery({
    queryKey: ["spread", on, window],
    queryFn: () => read<SpreadAnswer>(api.spread.$get({ query: { on, window } })),
    enabled: hasPosts,
    placeholderData: keepPreviousData,
  });
}

export function useGroup({ on, window }: Question, number: number) {
  return useQuery({
    queryKey: ["spread", on, window, "group", number],
    queryFn: () =>
      read<GroupDetail>(api.spread.group.$get({ query: { on, window, number: String(number) } })),
  });
}

export function useAccount({ on, window }: Question, account: string) {
  return useQuery({
    queryKey: ["spread", on, window, "account", account],
    queryFn: () => read<AccountDetail>(api.spread.account.$get({ query: { on, window, account } })),
  });
}

export function usePicture({ on, window }: Question) {
  return useQuery({
    queryKey: ["spread", on, window, "picture"],
    queryFn: () => read<Picture>(api.spread.picture.$get({ query: { on, window } })),
  });
}

/** What becomes of the groups at other windows: takes a while, and nothing waits for it. */
export function useSweep({ on, window }: Question) {
  return useQuery({
    queryKey: ["spread", on, window, "sweep"],
    queryFn: () => read<Sweep>(api.spread.sweep.$get({ query: { on, window } })),
  });
}

/** A page of the paired posts behind an edge. */
export function useEdge({ on, window }: Question, a: string, b: string, from: number) {
  return useQuery({
    queryKey: ["spread", on, window, "edge", a, b, from],
    queryFn: () =>
      read<EdgeEvidence>(api.spread.edge.$get({ query: { on, window, a, b, from: String(from) } })),
    placeholderData: keepPreviousData,
  });
}

/** Two hashtags against each other, or what could be named; groups are those of the question. */
export function useAgainst({ on, window }: Question, a: string, b: string) {
  return useQuery({
    queryKey: ["spread", on, window, "against", a, b],
    queryFn: () => read<AgainstAnswer>(api.spread.against.$get({ query: { on, window, a, b } })),
    placeholderData: keepPreviousData,
  });
}
