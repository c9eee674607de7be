import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Chosen } from "../../../document/chosen.ts";
import type { KeptReport } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

const key = ["report"] as const;

/** The report as it was last seen kept. */
export function useReport() {
  return useQuery({ queryKey: key, queryFn: () => read<KeptReport>(api.report.$get()) });
}

/** Puts what stands at an address into the report. */
export function useAddToReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (address: string) =>
      read<KeptReport>(api.report.items.$post({ json: { address } })),
    onSuccess: (kept) => client.setQueryData(key, kept),
  });
}

/** After so long without another change it is kept, in milliseconds. */
const restMs = 500;

/** The report while it is worked on: each change is kept after a rest, one after the other. */
export function useEditedReport(kept: KeptReport) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(kept.chosen);
  const latest = useRef(chosen);
  const revision = useRef(kept.revision);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (next: Chosen) =>
      read<KeptReport>(
        api.report.$put({ json: { chosen: withLists(next), revision: revision.current } }),
      ),
    onSuccess: (now, sent) => {
      revision.current = now.revision;
      client.setQueryData(key, now);
      if (latest.current !== sent) mutate(latest.current);
    },
  });
  const [isDirty, setDirty] = useState(false);
  useEffect(() => {
    if (!isDirty || isPending || error) return;
    const timer = setTimeout(() => {
      setDirty(false);
      mutate(chosen);
    }, restMs);
    return () => clearTimeout(timer);
  }, [isDirty, isPending, error, chosen, mutate]);
  const change = (changes: Partial<Chosen>) => {
    const next = { ...latest.current, ...changes };
    latest.current = next;
    setChosen(next);
    if (!isPending) setDirty(true);
  };
  return { chosen, change, isSaved: !isDirty && !isPending, error };
}

/** The typed client takes lists that can be changed. */
function withLists({ items, ...rest }: Chosen) {
  return { ...rest, items: [...items] };
}
