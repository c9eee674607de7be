import type { Actor } from "../../document/case.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../../read/attribution/attribution.ts";
import { createTermPlacer, type PlacedTerm } from "../../read/sentences/terms.ts";
import { createProseReader } from "../../read/sentences/tokens.ts";
import type { Cell, Stance } from "./claims.ts";

/** A text with its terms in their places, and where it is negated. */
export type Reading = {
  readonly terms: readonly PlacedTerm[];
  readonly negators: readonly Span[];
};

/** What a passage does with a statement. */
export type PassageStance = Pick<
  Cell,
  "attributedTo" | "distancing" | "reported" | "reason" | "rule"
> & {
  readonly stance: Extract<Stance, "asserts" | "attributes" | "denies">;
};

/** Makes the function that reads a passage, or a statement, closely enough to tell its stance. */
export function createCloseReader(
  lexicon: Lexicon,
  actors: readonly Pick<Actor, "id" | "names">[],
): (text: string) => Reading {
  const readProse = createProseReader(
    lexicon,
    actors.flatMap((actor) => actor.names),
  );
  const placeTerms = createTermPlacer(lexicon, actors);
  return (text) => {
    const prose = readProse(text);
    return {
      terms: prose.sentences.flatMap((sentence) => placeTerms(prose, sentence)),
      negators: prose.tokens.filter((token) => lexicon.negators.has(token.lower)),
    };
  };
}

/** A negator reaches a term that begins within this many characters after it, in the same clause. */
const negationReach = 30;

/**
 * True when more of the shared words stand under a negation than not; names and numbers are not
 * negated themselves.
 *
 *     The strait was never part of the treaty.
 *                    ^^^^^ negator
 *                          ^^^^ under it
 */
function negated(
  text: string,
  reading: Reading,
  shared: ReadonlySet<string>,
  within?: Span,
): boolean {
  return reading.negators.some((negator) => {
    if (within && !overlaps(negator, within)) return false;
    return reading.terms.some(
      ({ term, start }) =>
        shared.has(term) &&
        !/^[@=#]/.test(term) &&
        start >= negator.start &&
        start - negator.end <= negationReach &&
        !/[,;:.!?()–—]/.test(text.slice(negator.end, start)),
    );
  });
}

/**
 * Tells what a passage does with a statement whose terms it shares. `attributions` are those of the
 * passage's document; offsets of `passage` are the document's.
 */
export function stanceOf(
  statement: { readonly text: string; readonly reading: Reading; readonly reports: boolean },
  passage: Span & { readonly text: string },
  reading: Reading,
  shared: ReadonlySet<string>,
  attributions: readonly Attribution[],
): PassageStance {
  const opposite =
    negated(statement.text, statement.reading, shared) !== negated(passage.text, reading, shared);
  const own = { attributedTo: null, distancing: false, reported: false };
  const attribution = coveringAttribution(passage, reading, shared, attributions);
  if (!attribution || statement.reports) {
    return opposite
      ? {
          ...own,
          stance: "denies",
          reason: "says the opposite in its own voice",
          rule: "negated-own-voice",
        }
      : { ...own, stance: "asserts", reason: "says so in its own voice", rule: "own-voice" };
  }
  const by = { attributedTo: attribution.sourceName, distancing: attribution.distancing };
  const whom = attribution.sourceName ?? "an unnamed source";
  const denial = (attribution.attitude === "denies") !== attribution.negated;
  if (denial !== opposite) {
    return {
      ...by,
      stance: "denies",
      reported: true,
      reason: `reports a denial by ${whom}`,
      rule: "reported-denial",
    };
  }
  return {
    ...by,
    stance: "attributes",
    reported: false,
    reason: `gives it as the word of ${whom}`,
    rule: "attributed",
  };
}

/** The attribution whose content holds most of the shared words of the passage, if most are held. */
function coveringAttribution(
  passage: Span,
  reading: Reading,
  shared: ReadonlySet<string>,
  attributions: readonly Attribution[],
): Attribution | undefined {
  const places = reading.terms
    .filter(({ term }) => shared.has(term))
    .map(({ start, end }) => ({ start: start + passage.start, end: end + passage.start }));
  let best: { attribution: Attribution; size: number } | undefined;
  for (const attribution of attributions) {
    if (!attribution.content.some((content) => overlaps(content, passage))) continue;
    const held = places.filter((place) =>
      attribution.content.some((content) => overlaps(content, place)),
    );
    if (held.length * 2 <= places.length) continue;
    const size = attribution.content.reduce((sum, { start, end }) => sum + end - start, 0);
    // The innermost attribution is whose word it finally is.
    if (!best || size < best.size) best = { attribution, size };
  }
  return best?.attribution;
}
