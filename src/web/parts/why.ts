import type { Explained, Explanation, Explanations, Readings } from "../../serve/types.ts";

type Span = { readonly start: number; readonly end: number };

/** Readings under one passage that are explained at once; more would bury the passage. */
const mostExplained = 4;

/**
 * Why the readings of some kinds that stand in a passage were made, in the order of the text.
 * Where a reading has exactly the passage's span, it is the one that is meant, and no other is told.
 */
export function whyOf(
  readings: Readings,
  explanations: Explanations,
  kinds: readonly Explained[],
  passage: Span,
): Explanation[] {
  const found: { at: number; exact: boolean; why: Explanation }[] = [];
  for (const kind of kinds)
    readings[kind].forEach((reading, index) => {
      const why = explanations[kind][index];
      const spans = spansOf(reading);
      if (!why || !spans.some((span) => span.start < passage.end && passage.start < span.end))
        return;
      const exact = spans.some((span) => span.start === passage.start && span.end === passage.end);
      found.push({ at: Math.min(...spans.map(({ start }) => start)), exact, why });
    });
  const meant = found.some(({ exact }) => exact) ? found.filter(({ exact }) => exact) : found;
  return meant
    .sort((a, b) => a.at - b.at)
    .slice(0, mostExplained)
    .map(({ why }) => why);
}

/** What a reading stands on: its own span, or those of its source, cue and content. */
function spansOf(reading: Readings[Explained][number]): readonly Span[] {
  return "content" in reading ? [...reading.source, ...reading.cue, ...reading.content] : [reading];
}

/** How sure a model is, for people. */
export function surenessInWords(score01: number): string {
  return `${Math.round(score01 * 100)} % sure of its words`;
}
