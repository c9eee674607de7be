import type { Document } from "../../document/document.ts";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Noise } from "../noise/noise.ts";
import type { Prose } from "../sentences/prose.ts";

export type ReferenceKind = "media" | "document" | "organisation" | "person" | "post" | "link";

/** An outside source, document, law, person or post that a text leans on. */
export type Reference = Span & {
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly url: string | null;
  readonly rule: string;
};

/** Makes the function that finds the outside sources a text leans on. */
export function createReferencesReader(
  _lexicon: Lexicon,
): (
  prose: Prose,
  read: { document: Document; attributions: readonly Attribution[]; noise: readonly Noise[] },
) => Reference[] {
  return () => [];
}
