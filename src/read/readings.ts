import type { Span } from "../document/span.ts";
import type { Attribution } from "./attribution/attribution.ts";
import type { DateMention } from "./dates/dates.ts";
import type { Figure } from "./figures/figures.ts";
import type { Mention } from "./names/names.ts";
import type { Noise } from "./noise/noise.ts";
import type { ScareQuote } from "./quotes/quotes.ts";
import type { Reference } from "./references/references.ts";
import type { SentenceReading } from "./sentences/terms.ts";
import type { Voice } from "./voices/voices.ts";
import type { Label } from "./wording/wording.ts";

/** Everything that was read from one document. Every list is sorted by start, then end. */
export type Readings = {
  /**
   * ISO 639-1, "und" for another script of a language that could not be told, or null. Where it is
   * told and not English, only sentences, noise and voices are read: the other lists are empty then
   * and say nothing (`notRead` in document/absence.ts says why).
   */
  readonly language: string | null;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly SentenceReading[];
  readonly noise: readonly Noise[];
  readonly voices: readonly Voice[];
  readonly attributions: readonly Attribution[];
  readonly scareQuotes: readonly ScareQuote[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  readonly references: readonly Reference[];
  /** Who and what is named, and nouns that stand for a name. */
  readonly mentions: readonly Mention[];
  readonly wording: readonly Label[];
};
