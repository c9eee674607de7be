import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Quote, ScareQuote } from "../quotes/quotes.ts";
import type { Prose } from "../sentences/prose.ts";

/** A label of a contested concept, found by a pack. */
export type Label = Span & {
  /** The pack row's own form ("occupied territory"), whatever the inflection in the text. */
  readonly label: string;
  readonly concept: string;
  readonly pack: string;
  /** `own`: the writer's; `quoted`: inside a quote or attributed content; `scare`: in scare quotes. */
  readonly voice: "own" | "quoted" | "scare";
  readonly rule: string;
};

/** Makes the function that finds the labels of the given packs (all packs when empty). */
export function createWordingReader(
  _lexicon: Lexicon,
  _packs: readonly string[],
): (
  prose: Prose,
  read: {
    quotes: readonly Quote[];
    attributions: readonly Attribution[];
    scareQuotes: readonly ScareQuote[];
  },
) => Label[] {
  return () => [];
}
