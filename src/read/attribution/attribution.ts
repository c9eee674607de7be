import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Noise } from "../noise/noise.ts";
import type { Quote } from "../quotes/quotes.ts";
import type { Prose } from "../sentences/prose.ts";
import type { Voice } from "../voices/voices.ts";

export type Attitude = "states" | "denies" | "demands" | "believes" | "doubts" | "asks";

/**
 * Content that is said or thought by somebody other than the writer (PARC, PolNeAR).
 *
 *     The mayor said taxes would fall.
 *     ^^^^^^^^^ source
 *               ^^^^ cue
 *                    ^^^^^^^^^^^^^^^^ content
 */
export type Attribution = {
  readonly kind: "direct" | "indirect" | "mixed";
  readonly attitude: Attitude;
  /** Empty where the source is implicit ("is said to"). */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Sources behind which this source stands, outermost first: what brought it to the writer. */
  readonly via: readonly string[];
  /** The source's words with pronouns and short forms resolved; null where implicit. */
  readonly sourceName: string | null;
  /** How `sourceName` came about: as written, or inferred from an earlier mention. */
  readonly sourceInferred: boolean;
  /** The cue keeps its distance ("claims", "alleges", "so-called"). */
  readonly distancing: boolean;
  /** The cue itself is negated ("did not say"). */
  readonly negated: boolean;
  readonly rule: string;
};

/** Makes the function that finds who is said to say or think what. */
export function createAttributionReader(
  _lexicon: Lexicon,
): (
  prose: Prose,
  read: { quotes: readonly Quote[]; noise: readonly Noise[]; voices: readonly Voice[] },
) => Attribution[] {
  return () => [];
}
