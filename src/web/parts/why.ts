import { meantBy } from "../../document/meant.ts";
import type { Span } from "../../document/span.ts";
import type { Explained, Explanation, Explanations, Readings } from "../../serve/types.ts";

/** Why the readings of some kinds that a passage shows were made, in the order of the text. */
export function whyOf(
  readings: Readings,
  explanations: Explanations,
  kinds: readonly Explained[],
  passage: Span,
): Explanation[] {
  const all = kinds.flatMap((kind) =>
    readings[kind].map((reading, index) => ({
      spans: spansOf(reading),
      why: explanations[kind][index],
    })),
  );
  return meantBy(
    passage,
    all.map(({ spans }) => spans),
  ).flatMap((index) => all[index]?.why ?? []);
}

/** What a reading stands on: its own span, or those of its source, cue and content. */
function spansOf(reading: Readings[Explained][number]): readonly Span[] {
  return "content" in reading ? [...reading.source, ...reading.cue, ...reading.content] : [reading];
}

/** How sure a model is, for people. */
export function surenessInWords(score01: number): string {
  return `${Math.round(score01 * 100)} % sure of the cue`;
}
