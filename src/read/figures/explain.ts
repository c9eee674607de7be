import { type Span, spanAt } from "../../document/span.ts";
import { type Because, type Cue, type Setting, sentences, words } from "../explanation.ts";
import { plainText } from "../sentences/plain.ts";
import type { Figure } from "./figures.ts";
import { createMeasureReader } from "./measures.ts";
import { createQualifierReader } from "./qualifiers.ts";

/** How far from its number a word that says what is counted is looked for, in characters. */
const reachCharacters = 160;

/** Words that make "shot" or "wounded" a killing ("shot dead"). */
const deadly = /^(?:dead|death|killed|killing|fatally|mortally)$/;

/**
 * Makes the function that says why a number is a figure. The words it names are found again with
 * the lists that the rules read with: nothing of them is kept.
 */
export function createFigureExplainer(setting: Setting): (figure: Figure) => Because {
  const { text, readings, lexicon } = setting;
  const plain = plainText(text);
  const readQualifier = createQualifierReader(lexicon.qualifiers);
  const readMeasure = createMeasureReader(lexicon.measures);
  return (figure) => {
    const sentence = spanAt(readings.sentences, figure.start) ?? figure;
    const qualifier =
      figure.qualifier === null ? null : readQualifier(plain, figure, wide(sentence, figure));
    const counted = countedWord(figure, sentence);
    const measure = measureAfter(figure);
    const noun = measure || !figure.unit ? undefined : unitWord(figure, sentence);
    const date = figure.edtf === null ? undefined : dateIn(figure, sentence);
    const place = figure.place === null ? undefined : near(figure, sentence, figure.place);
    const by = setting.saidAt(figure);
    const whole = figure.partOf === null ? undefined : wholeOf(figure);
    const cues: Cue[] = [{ start: figure.start, end: figure.end, role: "number" }];
    const add = (span: Span | null | undefined, role: string) => {
      if (span) cues.push({ start: span.start, end: span.end, role });
    };
    add(qualifier, "qualifier");
    add(counted, "what is counted");
    add(measure ?? noun, "unit");
    add(place, "place");
    add(date, "date");
    add(whole, "whole");
    if (figure.attributedTo !== null) for (const span of by?.source ?? []) add(span, "whose");
    return {
      because: sentences(
        `${words(text, figure)} is read as ${inWords(figure)}.`,
        figure.what !== null &&
          (counted
            ? `What it counts, ${figure.what}, is told by ${words(text, counted)}.`
            : measure
              ? `The unit is ${words(text, measure)}.`
              : noun && `It counts ${words(text, noun)}.`),
        qualifier &&
          `${words(text, qualifier)} bounds it${isSame(text, qualifier, figure.qualifier) ? "" : `: ${figure.qualifier}`}.`,
        place && `The place is taken from ${words(text, place)} in the same sentence.`,
        figure.place !== null && !place && "The place is taken from the sentence before.",
        date && `The time is taken from ${words(text, date)}.`,
        figure.partOf !== null &&
          `It is told as a part of ${inDigits(figure.partOf)}${whole ? `: ${words(text, whole)}` : ""}.`,
        figure.attributedTo !== null
          ? `It stands in the words of ${figure.attributedTo}.`
          : "No speaker is named for it: it is the writer's own.",
      ),
      cues,
      parameters: lists(figure, { qualifier, counted, measure }),
    };
  };

  /** "shot" of the figure's clause, or the nearest word with that meaning. */
  function countedWord({ start, end, what }: Figure, sentence: Span): Span | undefined {
    if (what === null) return undefined;
    const from = Math.max(sentence.start, start - reachCharacters);
    const to = Math.min(sentence.end, end + reachCharacters);
    let best: Span | undefined;
    let least = Number.POSITIVE_INFINITY;
    let said = false;
    for (const word of text.slice(from, to).matchAll(/[\p{L}’']+/gu)) {
      const lower = word[0].toLowerCase();
      const as = lexicon.counted.get(lower)?.as;
      const kills = what === "killed" && (as === "shot" || as === "wounded");
      said ||= deadly.test(lower);
      if (as !== what && !kills) continue;
      const span = { start: from + word.index, end: from + word.index + word[0].length };
      const apart = Math.max(span.start - end, start - span.end, 0) + (kills ? reachCharacters : 0);
      if (apart >= least) continue;
      best = span;
      least = apart;
    }
    return least >= reachCharacters && !said ? undefined : best;
  }

  function measureAfter({ start, end, unit }: Figure): Span | undefined {
    if (unit === null) return undefined;
    const sign = /[^\p{L}\p{N}\s.,]/u.exec(text.slice(Math.max(0, start), end));
    const signed = sign && lexicon.measures.get(sign[0])?.as === unit;
    if (sign && signed) {
      const at = start + sign.index;
      return { start: at, end: at + sign[0].length };
    }
    const measure = readMeasure(plain.slice(end, end + 48));
    if (measure?.unit !== unit) return undefined;
    const after = plain.slice(end, end + measure.end);
    return { start: end + (after.length - after.trimStart().length), end: end + measure.end };
  }

  /** The noun that the number counts; for people any word for them. */
  function unitWord({ start, end, unit }: Figure, sentence: Span): Span | undefined {
    const from = start;
    for (const word of text
      .slice(from, Math.min(sentence.end, end + reachCharacters))
      .matchAll(/[\p{L}\p{M}]+/gu)) {
      const lower = word[0].toLowerCase();
      if (lower !== unit && !(unit === "people" && lexicon.people.has(lower))) continue;
      return { start: from + word.index, end: from + word.index + word[0].length };
    }
    return undefined;
  }

  function dateIn(figure: Figure, sentence: Span): Span | undefined {
    return setting.datesAt(sentence).find(({ edtf }) => edtf === figure.edtf);
  }

  /** The larger number of this or the sentence before of which the figure is a part. */
  function wholeOf(figure: Figure): Span | undefined {
    const at = readings.figures.indexOf(figure);
    for (let step = 1; step <= 4; step++)
      for (const other of [readings.figures[at - step], readings.figures[at + step]])
        if (other?.value === figure.partOf) return other;
    return undefined;
  }

  function near({ start }: Span, sentence: Span, name: string): Span | undefined {
    const slice = text.slice(sentence.start, sentence.end);
    let best: Span | undefined;
    for (let at = slice.indexOf(name); at >= 0; at = slice.indexOf(name, at + name.length)) {
      const found = { start: sentence.start + at, end: sentence.start + at + name.length };
      if (!best || Math.abs(found.start - start) < Math.abs(best.start - start)) best = found;
    }
    return best;
  }
}

/** A figure that runs over its sentence's end is looked at as a whole. */
function wide(sentence: Span, figure: Span): Span {
  return { start: Math.min(sentence.start, figure.start), end: Math.max(sentence.end, figure.end) };
}

function inWords({ value, range, unit }: Figure): string {
  const number =
    value !== null
      ? inDigits(value)
      : range
        ? `${inDigits(range[0])} to ${inDigits(range[1])}`
        : "a number that is not told";
  return unit === null ? number : `${number} ${unit}`;
}

function isSame(text: string, { start, end }: Span, as: string | null): boolean {
  return text.slice(start, end).toLowerCase() === as;
}

function inDigits(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}

function lists(
  figure: Figure,
  found: { qualifier: Span | null; counted: Span | undefined; measure: Span | undefined },
): Record<string, string> {
  const files = [
    found.qualifier && "qualifiers.yaml",
    found.counted && "counted.yaml",
    found.measure && "measures.yaml",
    figure.rule === "count" && "people.yaml",
  ].filter((file) => file);
  return files.length > 0 ? { "word lists": files.join(", ") } : {};
}
