import { overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Quote } from "../quotes/quotes.ts";
import type { Prose } from "../sentences/prose.ts";
import { readBeside, readSignature } from "./beside.ts";
import type { Found } from "./found.ts";
import { readPhrases } from "./phrases.ts";
import type { Placed } from "./placed.ts";
import { readStretches, type Stretch, type Unit } from "./units.ts";
import { readVerbs } from "./verbs.ts";

/** Makes the function that finds attributions by rules alone; passages of `skip` are left out. */
export function createRulesReader(
  lexicon: Lexicon,
): (prose: Prose, quotes: readonly Quote[], skip: readonly Span[]) => readonly Found[] {
  const readCues = createTraits([
    (word) => lexicon.cues.has(word) || word === "according" || word === "as",
  ]);
  return (prose, quotes, skip) => {
    const stretches = readStretches(prose, quotes, skip, readCues(prose.tokens));
    const found = joinQuotes(stretches, readAll(stretches, lexicon));
    return found
      .filter(({ content }) => content.length > 0)
      .map((one) => ({ ...one, source: one.source.map((span) => closed(prose.text, span)) }));
  };
}

/**
 * The comma that closes an apposition belongs to it, as in PARC and PolNeAR.
 *
 *     Ana Maron, mayor of Tolby, said …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function closed(text: string, span: Span): Span {
  if (text[span.end] !== ",") return span;
  const comma = text.indexOf(",", span.start);
  return comma < span.end ? { start: span.start, end: span.end + 1 } : span;
}

/** An attribution with the index of its stretch; later stretches may add to its content. */
type InStretch = Placed & { readonly stretch: number; readonly content: Span[] };

function readAll(stretches: readonly Stretch[], lexicon: Lexicon): InStretch[] {
  const all: InStretch[] = [];
  for (let index = 0; index < stretches.length; index++) {
    const stretch = stretches[index] as Stretch;
    const previous = stretches[index - 1];
    const before = previous?.paragraph === stretch.paragraph ? previous : undefined;
    const verbs = readVerbs(stretch, lexicon, before);
    const phrases = readPhrases(stretch, lexicon).filter(
      (phrase) => !verbs.some((verb) => conflicts(verb, phrase)),
    );
    const cued = [...verbs, ...phrases, ...readSignature(stretch, previous, lexicon)];
    for (const placed of cued) all.push(inStretch(placed, index));
    for (const placed of readBeside(stretch, cued, lexicon)) all.push(inStretch(placed, index));
  }
  return all;
}

/** Spelled out: a spread of an object with so many fields is slow. */
function inStretch(placed: Placed, stretch: number): InStretch {
  const { source, cue, attitude, distancing, negated, via, rule, from, to, open } = placed;
  const content = [...placed.content];
  return {
    source,
    cue,
    content,
    attitude,
    distancing,
    negated,
    via,
    rule,
    from,
    to,
    open,
    stretch,
  };
}

/** A phrase that stands inside the content of a verb, or whose cue the verb has used. */
function conflicts(verb: Placed, phrase: Placed): boolean {
  const cue = phrase.cue[0] as Span;
  if (verb.cue.some((span) => overlaps(span, cue))) return true;
  return verb.content.some((span) => span.start <= cue.start && cue.end <= span.end);
}

/**
 * Quotes without a cue of their own belong to the speaker before: later sentences of the
 * paragraph, the paragraphs after an open mark, and the paragraph after a colon.
 */
function joinQuotes(
  stretches: readonly Stretch[],
  joined: readonly InStretch[],
): readonly InStretch[] {
  const byStretch = new Map<number, InStretch[]>();
  for (const found of joined) {
    const own = byStretch.get(found.stretch);
    if (own) own.push(found);
    else byStretch.set(found.stretch, [found]);
  }
  let current: InStretch | undefined;
  let reach: "sentence" | "paragraph" | "none" = "none";
  let open = false;
  let block: { readonly of: InStretch; readonly paragraph: number } | undefined;
  stretches.forEach((stretch, index) => {
    const own = byStretch.get(index) ?? [];
    const newParagraph = stretches[index - 1]?.paragraph !== stretch.paragraph;
    // A paragraph after a colon is said as a whole, with what others are told to say in it.
    if (block?.paragraph === stretch.paragraph) extend(block.of.content, stretch.end);
    else block = undefined;
    const speech = leadingSpeech(stretch);
    const runOn = newParagraph && open && speech.length > 0;
    if (own.length === 0) {
      const goesOn = !newParagraph || runOn || reach === "paragraph" || isAllSpeech(stretch);
      if (current && reach !== "none" && goesOn) {
        const whole =
          current.open === "colon" && current.content.length === 0 && speech.length === 0;
        const more = whole && newParagraph ? [{ start: stretch.start, end: stretch.end }] : speech;
        current.content.push(...more);
        if (whole && newParagraph) block = { of: current, paragraph: stretch.paragraph };
        if (more.length === 0) current = undefined;
        else if (reach === "paragraph") reach = "sentence";
      } else if (newParagraph) current = undefined;
    } else {
      if (
        runOn &&
        current &&
        own.every((found) => !found.content.some((span) => overlaps(span, speech[0] as Span)))
      )
        current.content.push(...speech);
      current = own.findLast(
        (found) =>
          found.rule !== "signed-quote" &&
          (found.open ||
            (found.rule.startsWith("verb") && !found.rule.includes("shared")) ||
            quoted(stretch, found)),
      );
      reach = current?.open ? "paragraph" : "sentence";
    }
    const last = stretch.units.at(-1)?.quote;
    open = last !== null && last !== undefined && !last.closed;
  });
  return joined;
}

function extend(content: Span[], end: number) {
  const last = content.pop();
  if (last) content.push({ start: last.start, end });
}

/** Nothing but speech: a paragraph in which the speaker before goes on. */
function isAllSpeech({ units }: Stretch): boolean {
  return units.every((unit) => unit.pos === "QUOTE" || unit.pos === "PUNCT");
}

/** Speech makes up at least this much of a sentence that is taken as speech as a whole. */
const leastSpeech01 = 0.5;

/** The quotes that a stretch begins with, or the whole of it where most of it is quoted. */
function leadingSpeech(stretch: Stretch): Span[] {
  const spans: Span[] = [];
  for (const unit of stretch.units) {
    if (unit.quote) spans.push({ start: unit.start, end: unit.end });
    else if (unit.pos !== "PUNCT") break;
  }
  if (spans.length > 0) return spans;
  let quoted = 0;
  for (const unit of stretch.units) if (unit.quote) quoted += unit.end - unit.start;
  const most = quoted > (stretch.end - stretch.start) * leastSpeech01;
  return most ? [{ start: stretch.start, end: stretch.end }] : [];
}

/** Does the attribution's content end with the stretch's last quote? */
function quoted(stretch: Stretch, found: Placed): boolean {
  const quotes = stretch.units.filter((unit: Unit) => unit.pos === "QUOTE");
  return quotes.some((unit) => found.content.some((span) => overlaps(span, unit)));
}
