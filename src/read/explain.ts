import { createOverlapping } from "../document/overlapping.ts";
import type { Span } from "../document/span.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { explainAttribution } from "./attribution/explain.ts";
import { explainDate } from "./dates/explain.ts";
import { type Because, type Explanation, inOrder, type Setting } from "./explanation.ts";
import { createFigureExplainer } from "./figures/explain.ts";
import { explainMention } from "./names/explain.ts";
import { explainNoise } from "./noise/explain.ts";
import { explainScareQuote } from "./quotes/explain.ts";
import type { Readings } from "./readings.ts";
import { explainReference } from "./references/explain.ts";
import { type Explained, ruleOf } from "./rules.ts";
import { explainVoice } from "./voices/explain.ts";
import { explainLabel } from "./wording/explain.ts";

/** One reading's explanation. */
export type Explain = <K extends Explained>(kind: K, reading: Readings[K][number]) => Explanation;

/** The explanations of all readings, in the order of the readings. */
export type Explanations = { readonly [K in Explained]: readonly Explanation[] };

/**
 * Makes the function that explains the readings of one document: which rule or model made them, and
 * which words it saw. Everything is worked out from the readings, the text and the word lists.
 */
export function createExplain(
  document: Pick<Setting, "text" | "published">,
  readings: Readings,
  lexicon: Lexicon,
): Explain {
  const said = createOverlapping(
    readings.attributions.flatMap((by) => by.content.map(({ start, end }) => ({ start, end, by }))),
  );
  const sources = createOverlapping(
    readings.attributions.flatMap((by) => by.source.map(({ start, end }) => ({ start, end, by }))),
  );
  const setting: Setting = {
    text: document.text,
    published: document.published,
    readings,
    lexicon,
    saidAt: (span) => {
      let inner: ReturnType<typeof said>[number] | undefined;
      for (const one of said(span))
        if (!inner || one.end - one.start < inner.end - inner.start) inner = one;
      return inner?.by;
    },
    sourcesAt: (span) => sources(span).map(({ by }) => by),
    datesAt: createOverlapping(readings.dates),
    scareQuotesAt: createOverlapping<Span & Readings["scareQuotes"][number]>(readings.scareQuotes),
  };
  const explainFigure = createFigureExplainer(setting);
  const explainers: { readonly [K in Explained]: (reading: Readings[K][number]) => Because } = {
    noise: (one) => explainNoise(one, setting),
    voices: (one) => explainVoice(one, setting),
    attributions: (one) => explainAttribution(one, setting),
    scareQuotes: (one) => explainScareQuote(one, setting),
    figures: explainFigure,
    dates: (one) => explainDate(one, setting),
    references: (one) => explainReference(one, setting),
    mentions: (one) => explainMention(one, setting),
    wording: (one) => explainLabel(one, setting),
  };
  return (kind, reading) => {
    const why = explainers[kind](reading);
    const says = ruleOf(kind, reading.rule)?.says ?? "";
    return { rule: reading.rule, says, ...why, cues: inOrder(why.cues) };
  };
}

/** Explains every reading of one document. */
export function explainAll(
  document: Pick<Setting, "text" | "published">,
  readings: Readings,
  lexicon: Lexicon,
): Explanations {
  const explain = createExplain(document, readings, lexicon);
  return {
    noise: readings.noise.map((one) => explain("noise", one)),
    voices: readings.voices.map((one) => explain("voices", one)),
    attributions: readings.attributions.map((one) => explain("attributions", one)),
    scareQuotes: readings.scareQuotes.map((one) => explain("scareQuotes", one)),
    figures: readings.figures.map((one) => explain("figures", one)),
    dates: readings.dates.map((one) => explain("dates", one)),
    references: readings.references.map((one) => explain("references", one)),
    mentions: readings.mentions.map((one) => explain("mentions", one)),
    wording: readings.wording.map((one) => explain("wording", one)),
  };
}
