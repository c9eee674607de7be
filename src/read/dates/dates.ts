import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Noise } from "../noise/noise.ts";
import type { Prose } from "../sentences/prose.ts";

/** A date or period as written, resolved. */
export type DateMention = Span & {
  /** EDTF, ISO 8601-2 level 1 or 2: 1992-02-26, 1992-02, 198X, 1986/1989~, 1993-21 (spring), 2020-09-27/.. */
  readonly edtf: string;
  /** `relative`: resolved against the publication date or the last date told. */
  readonly kind: "absolute" | "relative";
  readonly rule: string;
};

/** Makes the function that finds and resolves dates; `published` is EDTF or an instant, or null. */
export function createDatesReader(
  _lexicon: Lexicon,
): (prose: Prose, read: { published: string | null; noise: readonly Noise[] }) => DateMention[] {
  return () => [];
}
