import type { Document } from "../../document/document.ts";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Prose } from "../sentences/prose.ts";

export type NoiseKind =
  | "navigation"
  | "byline"
  | "caption"
  | "related"
  | "boilerplate"
  | "unrelated";

/** A passage that is not part of the text proper: marked, left out of comparison, never deleted. */
export type Noise = Span & { readonly kind: NoiseKind; readonly rule: string };

/** Makes the function that finds what is not the text proper. */
export function createNoiseReader(
  _lexicon: Lexicon,
): (prose: Prose, document: Document) => Noise[] {
  return () => [];
}
