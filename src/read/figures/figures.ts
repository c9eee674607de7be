import { overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { DateMention } from "../dates/dates.ts";
import type { Noise } from "../noise/noise.ts";
import { plainText } from "../sentences/plain.ts";
import { type Prose, type Sentence, tokensOf } from "../sentences/prose.ts";
import { type Place, placeOf } from "./clause.ts";
import { createMeasureReader, type Measure } from "./measures.ts";
import { createNumberReader } from "./numbers.ts";
import { readOtherwise } from "./otherwise.ts";
import { wholeOf } from "./parts.ts";
import { createQualifierReader, type Qualified } from "./qualifiers.ts";
import { readSingles } from "./single.ts";
import { eventOf } from "./what.ts";
import { dateOf, placeNear, whoseFigure } from "./whose.ts";

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

/**
 * Makes the function that finds checkable quantities: what is measured, what is counted of an
 * event, and counts of ten and more. Smaller numbers that count no event ("two sides") are left.
 */
export function createFiguresReader(lexicon: Lexicon): (
  prose: Prose,
  read: {
    dates: readonly DateMention[];
    attributions: readonly Attribution[];
    noise: readonly Noise[];
  },
) => Figure[] {
  const readNumbers = createNumberReader(lexicon.numerals, lexicon.measures);
  const readQualifier = createQualifierReader(lexicon.qualifiers);
  const readMeasure = createMeasureReader(lexicon.measures);

  return (prose, { dates, attributions, noise }) => {
    const plain = plainText(prose.text);
    const elsewhere = noise.filter(({ kind }) => kind === "unrelated" || kind === "navigation");
    const figures: Figure[] = [];
    for (const sentence of prose.sentences) {
      if (elsewhere.some((passage) => overlaps(passage, sentence))) continue;
      const tokens = tokensOf(prose, sentence);
      const drafts = [
        ...numbersOf(sentence, tokens),
        ...readSingles(tokens, lexicon).map(
          (place): Draft => ({
            place,
            measure: null,
            qualified: { qualifier: null, start: place.numeral.start, end: place.numeral.end },
            what: place.what,
            rule: "one-person",
          }),
        ),
      ].sort((a, b) => a.place.numeral.start - b.place.numeral.start);
      const inSentence: Figure[] = [];
      drafts.forEach((draft, index) => {
        const { numeral } = draft.place;
        const whole = wholeOf(
          plain,
          numeral,
          drafts.slice(0, index).map(({ place }) => place.numeral),
          drafts[index + 1]?.place.numeral,
        );
        if (!isCheckable(draft, whole) || isRepeated(plain, draft, figures)) return;
        const span = {
          start: numeral.start,
          end: numeral.end + (isSign(draft.measure) ? draft.measure.end : 0),
        };
        const unit = unitOf(draft);
        const inherited =
          whole === null ? undefined : figures.findLast(({ value }) => value === whole);
        inSentence.push({
          ...span,
          value: numeral.value,
          range: numeral.range,
          unit: unit ?? inherited?.unit ?? null,
          qualifier: draft.qualified.qualifier,
          what: draft.what ?? (unit === null ? null : (inherited?.what ?? unit)),
          place: placeNear(
            prose.text,
            numeral,
            tokens,
            dates.filter((date) => overlaps(date, sentence)),
          ),
          edtf: dateOf(plain, numeral, sentence, dates),
          attributedTo: whoseFigure(prose.text, span, attributions),
          partOf: whole,
          rule: draft.rule,
        });
      });
      figures.push(...inSentence);
    }
    return figures;

    function numbersOf(sentence: Sentence, tokens: ReturnType<typeof tokensOf>): Draft[] {
      const numerals = readNumbers(plain, sentence);
      if (numerals.length === 0) return [];
      const inSentence = dates.filter((date) => overlaps(date, sentence));
      const drafts: Draft[] = [];
      for (const numeral of numerals) {
        const qualified = readQualifier(plain, numeral, sentence);
        const after = plain.slice(numeral.end, Math.min(sentence.end, numeral.end + 48));
        const measure = measureOf(after, numeral.sign, numeral.form);
        const place = placeOf(
          numeral,
          tokens,
          numerals,
          numeral.form === "vague" || numeral.form === "fraction",
        );
        const otherwise = readOtherwise(plain, place, measure, {
          sentence,
          dates: inSentence,
          words: lexicon,
        });
        if (otherwise !== null) continue;
        const event = measure && measure.of !== "share" ? null : eventOf(place, lexicon.counted);
        drafts.push({
          place,
          measure,
          qualified,
          what: measure && (measure.of !== "share" || event === null) ? measure.of : event,
          rule: measure?.of ?? (event === null ? "count" : "event"),
        });
      }
      return drafts;
    }

    function measureOf(after: string, sign: string | null, form: string): Measure | null {
      if (sign !== null) {
        const sense = lexicon.measures.get(sign);
        return sense ? { unit: sense.as, of: "money", end: 0, hyphen: false } : null;
      }
      if (form === "fraction") return { unit: "percent", of: "share", end: 0, hyphen: false };
      return readMeasure(after);
    }

    function unitOf({ place, measure, what }: Draft): string | null {
      if (measure) return measure.unit;
      const head = place.tokens[place.head];
      if (!head) return what !== null && ofPeople.has(what) ? "people" : null;
      if (lexicon.people.has(head.lower) || lexicon.counted.has(head.lower))
        return general.has(head.lower) || lexicon.counted.has(head.lower) ? "people" : head.lower;
      return head.pos === "PROPN" ? "people" : head.lower;
    }
  };
}

/** A number that may be a figure, with what was read around it. */
type Draft = {
  readonly place: Place;
  readonly measure: Measure | null;
  readonly qualified: Qualified;
  readonly what: string | null;
  readonly rule: string;
};

/** What befalls people, so that a number alone ("killing two") counts people. */
const ofPeople = new Set([
  "killed",
  "wounded",
  "shot",
  "displaced",
  "arrested",
  "missing",
  "casualties",
  "rescued",
  "attended",
]);

/** Heads that say no more than "people". */
const general = new Set([
  "people",
  "person",
  "persons",
  "others",
  "other",
  "more",
  "individuals",
  "individual",
  "lives",
  "victims",
  "souls",
]);

/** From here on a plain count is a figure whatever it counts (numbers below are spelled out in news). */
const smallestPlainCount = 10;

/**
 * Is the number a quantity that could be checked? Measured, scaled, part of a whole, counting an
 * event or bounded by a qualifier: yes. Else only from ten on, and only with a counted noun.
 */
function isCheckable({ place, measure, qualified, what }: Draft, whole: number | null): boolean {
  const { numeral, head } = place;
  const size = numeral.value ?? numeral.range?.[1] ?? 0;
  if (measure) {
    if (measure.of !== "duration") return size > 0;
    return size >= 2 || (numeral.form === "digits" && size > 0);
  }
  if (what !== null && (what !== "voted" || size >= smallestPlainCount)) return numeral.value !== 0;
  if (whole !== null && size > 1) return true;
  if (head < 0) return numeral.scaled && size >= 1000;
  if (qualified.qualifier !== null && qualified.qualifier !== "only" && size > 1) return true;
  return size >= smallestPlainCount;
}

/** "the 35 accounts" after "35 accounts": the same figure told again. */
function isRepeated(
  plain: string,
  { place, qualified, measure }: Draft,
  figures: readonly Figure[],
): boolean {
  const { numeral } = place;
  if (numeral.value === null || qualified.qualifier !== null || measure) return false;
  if (
    !/\b(?:the|these|those|all|its|their|both)\s{1,3}$/i.test(
      plain.slice(Math.max(0, numeral.start - 8), numeral.start),
    )
  )
    return false;
  return figures.some(({ value }) => value === numeral.value);
}

/** Signs that belong to the number ("95%"). */
function isSign(measure: Measure | null): measure is Measure {
  return measure !== null && measure.end === 1;
}
