import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createNamesReader, type Names } from "../names/names.ts";
import type { Noise } from "../noise/noise.ts";
import type { Quote } from "../quotes/quotes.ts";
import type { Prose } from "../sentences/prose.ts";
import type { Voice } from "../voices/voices.ts";
import { createRulesReader } from "./by-rules.ts";
import { byRule, combine, type Scored } from "./combine.ts";
import { kindOf } from "./kind.ts";
import { createNamer } from "./names.ts";
import { createTagger } from "./tagger/tagger.ts";
import { readTurns } from "./turns.ts";

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
  /** How likely the trained tagger holds the cue, 0 to 1; null where a rule alone found it. */
  readonly score01: number | null;
};

/**
 * How readily the tagger takes words for a cue, in natural logarithms of odds: chosen for the best
 * F1 on the development part of PolNeAR.
 */
const lean = 0.6;

/** Makes the function that finds who is said to say or think what. Linear in the text. */
export function createAttributionReader(lexicon: Lexicon): (
  prose: Prose,
  read: {
    quotes: readonly Quote[];
    noise: readonly Noise[];
    voices: readonly Voice[];
    /** Read here where nobody has read them before. */
    names?: Names;
  },
) => Attribution[] {
  const nameSources = createNamer(lexicon);
  const readNames = createNamesReader(lexicon);
  const readRules = createRulesReader(lexicon);
  const tag = lexicon.attributions && createTagger(lexicon.attributions, lexicon.cues, lean);
  return (prose, { quotes, noise, voices, names = readNames(prose) }) => {
    const skip = noise.filter(
      ({ kind }) => kind === "unrelated" || kind === "navigation" || kind === "byline",
    );
    const found = readRules(prose, quotes, skip);
    const outer = quotes.filter((quote) => quote.depth === 0).map((quote) => quote.outer);
    const told = tag
      ? combine(found, tag(prose, { quotes, found, skip }), { prose, outer, lexicon })
      : found.map(byRule);
    const turns = readTurns(prose, voices).map(byRule);
    const all = turns.length === 0 ? told : [...turns, ...told.filter(isNoneOf(turns))];
    const name = nameSources(prose, all, { names, quotes: outer });
    return all
      .map((found) => {
        const { attitude, distancing, negated, rule, score01 } = found;
        const content = [...found.content].sort((a, b) => a.start - b.start);
        const { via, sourceName, sourceInferred } = name(found);
        return {
          kind: kindOf(content, outer),
          attitude,
          source: found.source,
          cue: found.cue,
          content,
          via,
          sourceName,
          sourceInferred,
          distancing,
          negated,
          rule,
          score01,
        };
      })
      .sort((a, b) => firstStart(a) - firstStart(b) || lastEnd(a) - lastEnd(b));
  };
}

/** Is the cue of an attribution none of the marks behind a speaker's label? */
function isNoneOf(turns: readonly Scored[]): (one: Scored) => boolean {
  const labels = new Set(turns.flatMap(({ cue }) => cue.map(({ start }) => start)));
  return ({ cue }) => !cue.some(({ start }) => labels.has(start));
}

function firstStart({ source, cue, content }: Attribution): number {
  let first = Number.POSITIVE_INFINITY;
  for (const spans of [source, cue, content])
    for (const { start } of spans) first = Math.min(first, start);
  return first;
}

function lastEnd({ source, cue, content }: Attribution): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const spans of [source, cue, content])
    for (const { end } of spans) last = Math.max(last, end);
  return last;
}
