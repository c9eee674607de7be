import type { Span } from "../../document/span.ts";
import { createSweep } from "../../document/sweep.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { DateMention } from "../dates/dates.ts";
import type { Noise } from "../noise/noise.ts";
import { plainText } from "../sentences/plain.ts";
import { type Prose, type Sentence, tokensOf } from "../sentences/prose.ts";
import { isCheckable, repeats } from "./checkable.ts";
import { createDraftReader, type Draft } from "./draft.ts";
import { createNumberTest, type Numeral } from "./numbers.ts";
import { isAdded, wholeOf } from "./parts.ts";
import { isCasualty } from "./single.ts";
import { addTogether, type Together } from "./together.ts";
import { dateOf, placeBefore, placeNear, whoseFigure } from "./whose.ts";

/** A quantity as written. The span holds the number with its unit sign, not the qualifier. */
export type Figure = Span & {
  /** The number, scaled ("1.4 million" is 1400000); null where only a range or a vague word is given. */
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
  /** The value of the whole of which this is a part ("including four pupils"), else null. */
  readonly partOf: number | null;
  readonly rule: string;
};

/** "Of these, 40 were children": the number of the sentence before is the whole. */
const ofThese = /^\s*(?:of|among) (?:these|them|those|that number)\b/i;

/** How far the date of a figure may stand from it within the sentence, in characters. */
const reach = 400;

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
  const readDrafts = createDraftReader(lexicon);
  const readTraits = createTraits([
    createNumberTest(lexicon.numerals),
    (word) => isCasualty(word, lexicon.counted),
  ]);
  return (prose, { dates, attributions, noise }) => {
    const plain = plainText(prose.text);
    const datesIn = createSweep(dates);
    const datesNear = createSweep(dates);
    const noiseIn = createSweep(
      noise.filter(
        ({ kind }) => kind === "unrelated" || kind === "navigation" || kind === "related",
      ),
    );
    const saidAt = createSweep(
      attributions.flatMap((by) => by.content.map(({ start, end }) => ({ start, end, by }))),
    );
    const traits = readTraits(prose.tokens);
    const figures: Figure[] = [];
    const told = new Set<number>();
    let lastMade: { readonly figures: readonly Figure[]; readonly paragraph: number } | undefined;
    for (const [at, sentence] of prose.sentences.entries()) {
      if (noiseIn(sentence).length > 0) continue;
      const may = mayCount(traits, sentence);
      const tokens = may === 0 ? [] : tokensOf(prose, sentence);
      const drafts =
        may === 0
          ? []
          : readDrafts(plain, sentence, tokens, {
              dates: datesIn(sentence),
              hurt: (may & hurt) !== 0,
            });
      if (drafts.length === 0) {
        lastMade = { figures: [], paragraph: sentence.paragraph };
        continue;
      }
      const previous = prose.sentences[at - 1];
      const last = previous?.paragraph === sentence.paragraph ? tokensOf(prose, previous) : [];
      const numerals = drafts.map(({ place }) => place.numeral);
      const sums = addTogether(plain, tokens, drafts, lexicon);
      let nextSum = 0;
      const made: Figure[] = [];
      const wholes: (Numeral | null)[] = [];
      const these =
        lastMade?.paragraph === sentence.paragraph &&
        ofThese.test(plain.slice(sentence.start, sentence.start + 20))
          ? lastMade.figures.find(({ value }) => value !== null)
          : undefined;
      drafts.forEach((draft, index) => {
        const { numeral } = draft.place;
        const before = numerals[index - 1];
        const shared = wholes[index - 1] ?? null;
        const part =
          wholeOf(plain, numerals, index) ??
          (before && shared && shared !== numeral && isAdded(plain.slice(before.end, numeral.start))
            ? shared
            : null);
        wholes.push(part);
        // "three of his 15 sons were released": what befell the part is not said of the whole.
        const ofPart = shared === numeral && tokens[draft.place.phraseEnd]?.pos === "AUX";
        const what = ofPart ? draft.unit : draft.what;
        const of =
          these && numeral.value !== null && numeral.value < (these.value ?? 0) && !draft.measure
            ? these
            : undefined;
        const isPart = part !== null || of !== undefined;
        if (!isCheckable(draft, isPart) || repeats(plain, draft, told)) {
          if (sums[nextSum]?.first === draft) nextSum++;
          return;
        }
        const whole = part && wholeDraft(drafts, index, part);
        const near = datesNear({
          start: Math.max(sentence.start, draft.start - reach),
          end: Math.min(sentence.end, draft.end + reach),
        });
        const isLength = draft.measure?.of === "duration";
        const unit = draft.unit ?? whole?.unit ?? of?.unit ?? null;
        const figure: Figure = {
          start: draft.start,
          end: draft.end,
          value: numeral.value,
          range: numeral.range,
          unit,
          qualifier: draft.qualifier,
          what: what ?? whole?.what ?? of?.what ?? unit,
          // The date and place beside a length of time bound it; they are not when and where it held.
          place: isLength
            ? null
            : (placeNear(prose.text, draft.place, near, lexicon.attacks) ??
              placeBefore(prose.text, last, tokens, lexicon.attacks)),
          edtf: isLength ? null : dateOf(plain, draft, near),
          attributedTo: whoseFigure(prose.text, saidAt(draft)),
          partOf: part?.value ?? of?.value ?? null,
          rule: draft.rule,
        };
        made.push(figure);
        if (sums[nextSum]?.first === draft) made.push(sumOf(sums[nextSum++] as Together, figure));
      });
      if (sums.length > 0) made.sort((a, b) => a.start - b.start || a.end - b.end);
      for (const { value } of made) if (value !== null) told.add(value);
      for (const figure of made) figures.push(figure);
      lastMade = { figures: made, paragraph: sentence.paragraph };
    }
    return figures;
  };
}

/** The draft of a whole: the next one, or one of those before. */
function wholeDraft(drafts: readonly Draft[], index: number, whole: Numeral): Draft | undefined {
  for (let at = Math.min(index + 1, drafts.length - 1); at >= 0; at--)
    if (drafts[at]?.place.numeral === whole) return drafts[at];
  return undefined;
}

/** Those told together with `figure`, as one figure. */
function sumOf({ start, end, value, qualifier }: Together, figure: Figure): Figure {
  return { ...figure, start, end, value, qualifier, unit: "people", rule: "together" };
}

/** The trait of words that tell of somebody who was killed or hurt. */
const hurt = 2;

/** Half of all sentences hold no number and nobody who was hurt (0): they are left at once. */
function mayCount(traits: Uint16Array, { firstToken, endToken }: Sentence): number {
  let may = 0;
  for (let at = firstToken; at < endToken; at++) may |= traits[at] as number;
  return may;
}
