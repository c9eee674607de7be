import { useQuery } from "@tanstack/react-query";
import type { PileOnsAnswer, ShownPileOn } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

/** On whom many strangers came at once; nothing is asked where the case has no posts. */
export function usePileOns(least: string, consent: string, hasPosts: boolean) {
  return useQuery({
    queryKey: ["pile-ons", least, consent],
    queryFn: () => read<PileOnsAnswer>(api["pile-ons"].$get({ query: { least, consent } })),
    enabled: hasPosts,
  });
}

/** One of them by its place in the list, from 1. */
export function usePileOn(least: string, consent: string, number: string) {
  return useQuery({
    queryKey: ["pile-ons", least, consent, number],
    queryFn: () =>
      read<ShownPileOn>(api["pile-ons"].one.$get({ query: { least, consent, number } })),
  });
}
