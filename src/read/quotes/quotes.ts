import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Prose } from "../sentences/prose.ts";

/** Words between quotation marks; the span holds the words without the marks. */
export type Quote = Span & {
  /** The same with the marks. */
  readonly outer: Span;
  /** 0 outermost, 1 inside another quote, … */
  readonly depth: number;
  /** False when the closing mark is missing (a quote that runs on into the next paragraph). */
  readonly closed: boolean;
};

/** Words in quotation marks without a named speaker; the span holds the words without the marks. */
export type ScareQuote = Span & { readonly rule: string };

/** Finds all quotes of a text, sorted by start. */
export function readQuotes(_prose: Prose): Quote[] {
  return [];
}

/** Makes the function that picks the quotes without a named speaker. */
export function createScareQuoteReader(
  _lexicon: Lexicon,
): (
  prose: Prose,
  read: { quotes: readonly Quote[]; attributions: readonly Attribution[] },
) => ScareQuote[] {
  return () => [];
}
