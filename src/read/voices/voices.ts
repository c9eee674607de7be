import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Noise } from "../noise/noise.ts";
import type { Prose } from "../sentences/prose.ts";

/** The stretch one writer of a thread wrote. A text of one writer has no voices. */
export type Voice = Span & { readonly name: string | null; readonly rule: string };

/** Makes the function that splits a thread into its writers. */
export function createVoicesReader(
  _lexicon: Lexicon,
): (prose: Prose, read: { noise: readonly Noise[] }) => Voice[] {
  return () => [];
}
