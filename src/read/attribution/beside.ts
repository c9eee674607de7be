import { overlaps } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { contentSpan, type Placed, spanOf } from "./placed.ts";
import { type Phrase, phraseFrom, subjectBefore } from "./subjects.ts";
import type { Stretch, Unit } from "./units.ts";

/** A quote shorter than this after an unlisted verb is a name or a label. */
const shortestSpeechCharacters = 20;

/**
 * Gives quotes that no listed cue has claimed to the speaker beside them: any verb between a
 * speaker and a quote, or a colon before the quote, makes it speech.
 *
 *     “Go home,” the skipper barked.        Her answer was short: “Go home.”
 *                ^^^^^^^^^^^ source         ^^^^^^^^^^ source
 */
export function readBeside(
  stretch: Stretch,
  placed: readonly Placed[],
  lexicon: Lexicon,
): Placed[] {
  const { units } = stretch;
  const found: Placed[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    if (unit.pos !== "QUOTE") continue;
    const claimed = (span: { start: number; end: number }) => overlaps(span, unit);
    if (placed.some((other) => other.content.some(claimed) || other.source.some(claimed))) continue;
    const one =
      signed(units, at, lexicon) ??
      afterColon(units, at, lexicon) ??
      speakerAfter(units, at, lexicon) ??
      speakerBefore(units, at, lexicon) ??
      afterDash(units, at, lexicon);
    if (one) found.push(one);
  }
  const ahead = beforeParagraph(units, placed, lexicon);
  if (ahead) found.push(ahead);
  return found;
}

/**
 * A colon ends the sentence, and no cue of it is listed: the quotes of the next paragraph follow.
 *
 *     Oro quotes the old clerk:
 *     ^^^ source
 */
function beforeParagraph(
  units: readonly Unit[],
  placed: readonly Placed[],
  lexicon: Lexicon,
): Placed | null {
  if (units.at(-1)?.lower !== ":" || placed.some(({ open }) => open)) return null;
  const one = afterColon(units, units.length, lexicon);
  return one && { ...one, content: [], to: units.length, open: "quote" };
}

function beside(
  units: readonly Unit[],
  quote: number,
  source: Phrase,
  cue: Phrase,
  rule: string,
): Placed {
  return {
    source: [spanOf(units, source.from, source.to)],
    cue: [spanOf(units, cue.from, cue.to)],
    content: quote < units.length ? [contentSpan(units, quote, quote + 1)] : [],
    attitude: "states",
    distancing: false,
    negated: false,
    via: [],
    rule,
    from: Math.min(source.from, cue.from, quote),
    to: Math.max(source.to, cue.to, quote + 1),
    open: false,
  };
}

const dashes = /^(—|–|―|--|-)$/;

/**
 *     “We stay.” — Ann Oro
 *                  ^^^^^^^ source
 */
function signed(units: readonly Unit[], quote: number, lexicon: Lexicon): Placed | null {
  if (quote > 1) return null;
  const source = signature(units, quote + 1, lexicon);
  return source
    ? beside(units, quote, source, { from: quote + 1, to: quote + 2 }, "signed-quote")
    : null;
}

/** As `signed`, where the name stands in a sentence or a paragraph of its own. */
export function readSignature(
  { units }: Stretch,
  before: Stretch | undefined,
  lexicon: Lexicon,
): Placed[] {
  const speech = before?.units.filter((unit) => unit.pos === "QUOTE") ?? [];
  if (speech.length === 0 || !before?.units.every((unit) => /^(QUOTE|PUNCT)$/.test(unit.pos)))
    return [];
  const source = signature(units, 0, lexicon);
  if (!source) return [];
  const placed = beside(units, 0, source, { from: 0, to: 1 }, "signed-quote");
  return [{ ...placed, content: speech.map(({ start, end }) => ({ start, end })) }];
}

/** A dash and nothing but a name after it. */
function signature(units: readonly Unit[], dash: number, lexicon: Lexicon): Phrase | null {
  if (!dashes.test(units[dash]?.lower ?? "") || !units[dash + 1]?.capital) return null;
  const source = phraseFrom(units, dash + 1, units.length, lexicon.speakers);
  return source && units.length - source.to <= 1 ? source : null;
}

function afterColon(units: readonly Unit[], quote: number, lexicon: Lexicon): Placed | null {
  if (units[quote - 1]?.lower !== ":") return null;
  const colon = quote - 1;
  const whole = phraseFrom(units, 0, colon, lexicon.speakers);
  if (whole && whole.to === colon)
    return beside(units, quote, whole, { from: colon, to: quote }, "colon-quote");
  for (let verb = 1; verb < colon; verb++) {
    const { pos } = units[verb] as Unit;
    if (pos !== "VERB" && pos !== "AUX") continue;
    const source = subjectBefore(units, 0, verb, lexicon.speakers);
    if (source) return beside(units, quote, source, { from: verb, to: quote }, "colon-quote");
  }
  return null;
}

function speakerAfter(units: readonly Unit[], quote: number, lexicon: Lexicon): Placed | null {
  if (!/[,?!—–-]$/.test(units[quote]?.lower ?? "") && units[quote + 1]?.lower !== ",") return null;
  // "Fans of “The Wall,” …": a title inside the sentence.
  if (quote > 0 && !isSpeech(units, quote, true)) return null;
  let from = quote + 1;
  if (units[from]?.lower === ",") from++;
  const inverted = isVerb(units[from]);
  const source = phraseFrom(units, inverted ? from + 1 : from, units.length, lexicon.speakers);
  if (!source) return null;
  if (inverted) return beside(units, quote, source, { from, to: from + 1 }, "beside-quote");
  let verb = source.to;
  while (units[verb]?.pos === "ADV") verb++;
  return isVerb(units[verb])
    ? beside(units, quote, source, { from: verb, to: verb + 1 }, "beside-quote")
    : null;
}

/**
 *     Ann Oro shot back, “We stay.”        Oro praised “the silent work of the millers”.
 *     ^^^^^^^ source                       ^^^ source
 */
function speakerBefore(units: readonly Unit[], quote: number, lexicon: Lexicon): Placed | null {
  const comma = units[quote - 1]?.lower === ",";
  const end = comma ? quote - 1 : quote;
  let verb = end - 1;
  if (!isSpeech(units, quote, comma)) return null;
  if (comma) while (end - verb <= longestTail && tail.test(units[verb]?.pos ?? "")) verb--;
  // "back at him", not an object of the verb.
  if (verb < end - 1 && !/^(ADV|ADP|PART|PRON)$/.test(units[verb + 1]?.pos ?? "")) return null;
  if (!isVerb(units[verb])) return null;
  let from = verb;
  while (/^(ADV|AUX)$/.test(units[from - 1]?.pos ?? "")) from--;
  const source = subjectBefore(units, 0, from, lexicon.speakers);
  return source ? beside(units, quote, source, { from, to: end }, "beside-quote") : null;
}

/** Words that may stand between a verb and the comma before its quote ("shot back at him,"). */
const longestTail = 6;
const tail = /^(ADV|ADP|PART|PRON|DET|ADJ|NOUN|PROPN|NUM)$/;

/** No title, and long enough to be said, or, behind a comma, with a mark at its end. */
function isSpeech(units: readonly Unit[], at: number, comma: boolean): boolean {
  const { start, end, lower, capital } = units[at] as Unit;
  if (end - start >= shortestSpeechCharacters) return !capital;
  return comma && (/[!?]$/.test(lower) || (!capital && end - start >= shortestCryCharacters));
}

/** Less is a word ("“lines,”"), marks included. */
const shortestCryCharacters = 12;

const shortestAside = 2;

/**
 *     … like the mayor, Ann Oro -- “We stay.” -- and her clerk
 *                       ^^^^^^^ source
 */
function afterDash(units: readonly Unit[], quote: number, lexicon: Lexicon): Placed | null {
  const dash = quote - 1;
  if (dash < shortestAside || !dashes.test(units[dash]?.lower ?? "")) return null;
  if (!isSpeech(units, quote, false) || units[dash - 1]?.pos !== "PROPN") return null;
  const source = subjectBefore(units, 0, dash, lexicon.speakers);
  return source ? beside(units, quote, source, { from: dash, to: quote }, "aside-quote") : null;
}

function isVerb(unit: Unit | undefined): boolean {
  return unit?.pos === "VERB" && !unit.lower.endsWith("ing");
}
