import type { Span } from "../../document/span.ts";
import { createSweep } from "../../document/sweep.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import { type Place, placeOf } from "./clause.ts";
import { createMeasureReader, type Measure } from "./measures.ts";
import { readNamed } from "./named.ts";
import { createNumberReader, type Numeral } from "./numbers.ts";
import { readOneself } from "./oneself.ts";
import { readOtherwise } from "./otherwise.ts";
import { createQualifierReader } from "./qualifiers.ts";
import { readSingles, type Single } from "./single.ts";
import { befallsPeople, eventOf } from "./what.ts";

/** A number that may be a figure, with what was read around it. */
export type Draft = Span & {
  readonly place: Place;
  readonly measure: Measure | null;
  readonly qualifier: string | null;
  readonly unit: string | null;
  readonly what: string | null;
  readonly rule: string;
};

/**
 * Makes the function that reads the numbers of one sentence that may count something, and those
 * who were killed or hurt where `hurt` says that a word of the sentence tells of it.
 */
export function createDraftReader(
  lexicon: Lexicon,
): (
  plain: string,
  sentence: Span,
  tokens: readonly Token[],
  context: { readonly dates: readonly Span[]; readonly hurt: boolean },
) => Draft[] {
  const readNumbers = createNumberReader(lexicon.numerals, lexicon.measures, lexicon.people);
  const readQualifier = createQualifierReader(lexicon.qualifiers);
  const readMeasure = createMeasureReader(lexicon.measures);

  return (plain, sentence, tokens, { dates, hurt }) => {
    const numerals = readNumbers(plain, sentence, tokens);
    const drafts: Draft[] = [];
    const datesAt = createSweep(dates);
    for (const [index, numeral] of numerals.entries()) {
      if (datesAt(numeral).length > 0) continue;
      const measure = measureOf(
        plain.slice(numeral.end, Math.min(sentence.end, numeral.end + 48)),
        numeral,
      );
      const place = placeOf(numeral, tokens, numerals[index + 1], lexicon);
      if (readOtherwise(plain, place, measure, { sentence, words: lexicon }) !== null) continue;
      // A share may be of an event ("40 percent were displaced"); other measures are their own.
      const event = measure && measure.of !== "share" ? null : eventOf(place, lexicon);
      drafts.push({
        start: numeral.start,
        end: numeral.end + (measure?.sign ? measure.end : 0),
        place,
        measure,
        qualifier: readQualifier(plain, numeral, sentence)?.as ?? null,
        unit: measure?.unit ?? countedUnit(place, event, lexicon),
        what: event ?? measure?.of ?? null,
        rule: measure?.of ?? (event === null ? "count" : "event"),
      });
    }
    for (const place of hurt ? readUnnumbered(tokens) : []) {
      const { what } = place;
      const { start, end } = place.numeral;
      const unit = countedUnit(place, what, lexicon);
      drafts.push({
        start,
        end,
        place,
        measure: null,
        qualifier: null,
        unit,
        what,
        rule: place.rule,
      });
    }
    return hurt ? drafts.sort((a, b) => a.start - b.start) : drafts;
  };

  /** Those whom no number counts. */
  function readUnnumbered(tokens: readonly Token[]): Single[] {
    const found = readSingles(tokens, lexicon);
    for (const named of readNamed(tokens, lexicon)) found.push(named);
    for (const oneself of readOneself(tokens, lexicon)) found.push(oneself);
    return found;
  }

  function measureOf(after: string, { sign, form }: Numeral): Measure | null {
    if (sign !== null) {
      const unit = lexicon.measures.get(sign)?.as;
      return unit === undefined ? null : { unit, of: "money", end: 0, sign: false };
    }
    if (form === "fraction") return { unit: "percent", of: "share", end: 0, sign: false };
    return readMeasure(form === "vague" ? after.replace(/^\s{1,3}of\b/, "") : after);
  }
}

/** Heads that say no more than "people". */
const general = new Set(
  "people ppl person persons others other another more individuals individual lives life victims victim souls".split(
    " ",
  ),
);

function countedUnit(
  { tokens, head }: Place,
  what: string | null,
  { people, counted }: Pick<Lexicon, "people" | "counted">,
): string | null {
  const noun = tokens[head];
  if (!noun) return what !== null && befallsPeople.has(what) ? "people" : null;
  if (general.has(noun.lower) || befallsPeople.has(counted.get(noun.lower)?.as ?? ""))
    return "people";
  return noun.pos === "PROPN" && !people.has(noun.lower) ? "people" : noun.lower;
}
