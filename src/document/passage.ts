import type { Span } from "./span.ts";

/** The exact words of one document at one place: what every mark must be able to show. */
export type Passage = Span & { readonly documentId: string; readonly text: string };

/** A passage with how well it matches what was looked for, 0 to 1. */
export type ScoredPassage = Passage & { readonly score: number };

/** At least one passage: a finding without evidence cannot be represented. */
export type Evidence = readonly [Passage, ...Passage[]];

/** Gives the evidence, or undefined when there is none (then there is no finding). */
export function evidence(passages: readonly Passage[]): Evidence | undefined {
  const [first, ...rest] = passages;
  return first ? [first, ...rest] : undefined;
}
