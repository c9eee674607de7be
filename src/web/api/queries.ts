import { useQuery } from "@tanstack/react-query";
import type {
  Claim,
  DocumentView,
  EdgeEvidence,
  Explanations,
  Findings,
  Overview,
  PostObject,
  Question,
  SpreadAnswer,
} from "../../serve/types.ts";
import { api, read } from "./client.ts";

const ask: { readonly [Q in Question]: () => Promise<Findings[Q]> } = {
  claims: () => read(api.findings.claims.$get()),
  figures: () => read(api.findings.figures.$get()),
  wording: () => read(api.findings.wording.$get()),
  silence: () => read(api.findings.silence.$get()),
  sourcing: () => read(api.findings.sourcing.$get()),
  origins: () => read(api.findings.origins.$get()),
  timeline: () => read(api.findings.timeline.$get()),
};

export function useOverview() {
  return useQuery({ queryKey: ["case"], queryFn: () => read<Overview>(api.case.$get()) });
}

export function useFindings<Q extends Question>(question: Q) {
  return useQuery<Findings[Q], Error>({
    queryKey: ["findings", question],
    queryFn: () => ask[question](),
  });
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

/** Who acts together in the posts; nothing is asked where the case has none. */
export function useSpread(on: PostObject, window: string, hasPosts: boolean) {
  return useQuery({
    queryKey: ["spread", on, window],
    queryFn: () => read<SpreadAnswer>(api.spread.$get({ query: { on, window } })),
    enabled: hasPosts,
  });
}

/** The paired posts behind an edge. */
export function useEdge(on: PostObject, window: string, a: string, b: string) {
  return useQuery({
    queryKey: ["spread", on, window, a, b],
    queryFn: () => read<EdgeEvidence>(api.spread.edge.$get({ query: { on, window, a, b } })),
  });
}

/** Looks a statement up in every document; an empty statement asks nothing. */
export function useAsk(statement: string) {
  return useQuery({
    queryKey: ["ask", statement],
    queryFn: () => read<Claim>(api.ask.$post({ json: { statement } })),
    enabled: statement !== "",
  });
}
