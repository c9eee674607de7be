import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { DateMention } from "../dates/dates.ts";
import type { Noise } from "../noise/noise.ts";
import type { Prose } from "../sentences/prose.ts";

/** A quantity as written. The span holds the number with its unit sign, not the qualifier. */
export type Figure = Span & {
  /** The number, scaled ("1.1 million" is 1100000); null where only a range or a vague word is given. */
  readonly value: number | null;
  /** Lowest and highest value meant; null for an exact number. "dozens" is [24, 99]. */
  readonly range: readonly [number, number] | null;
  /** people, accounts, USD, percent, years, km, … ; null where nothing is counted. */
  readonly unit: string | null;
  /** "at least", "more than", "around", "nearly", "up to", "fewer than", … ; null for none. */
  readonly qualifier: string | null;
  /** What is counted, from the clause: killed, wounded, displaced, arrested, missing, money, … or the head noun. */
  readonly what: string | null;
  readonly place: string | null;
  /** When it held, EDTF; null where the clause gives none. */
  readonly edtf: string | null;
  /** Whose figure it is, in the text's own words; null for the writer's own voice. */
  readonly attributedTo: string | null;
  /** The value of the whole of which this is a part ("including three children"), else null. */
  readonly partOf: number | null;
  readonly rule: string;
};

/** Makes the function that finds checkable quantities. */
export function createFiguresReader(_lexicon: Lexicon): (
  prose: Prose,
  read: {
    dates: readonly DateMention[];
    attributions: readonly Attribution[];
    noise: readonly Noise[];
  },
) => Figure[] {
  return () => [];
}
