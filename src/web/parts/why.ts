import { type MarkName, readingMark } from "../../document/judgement.ts";
import { meantBy } from "../../document/meant.ts";
import type { Span } from "../../document/span.ts";
import type { Explained, Explanation, Explanations, Readings } from "../../serve/types.ts";
import { texts } from "../texts.ts";
import { percent } from "./numbers.ts";

/** One reading that a passage shows: why it was made, and its name for whoever judges it. */
export type ReadingWhy = { readonly why: Explanation; readonly mark: MarkName };

/** Why the readings of some kinds that a passage shows were made, in the order of the text. */
export function whyOf(
  documentId: string,
  readings: Readings,
  explanations: Explanations,
  kinds: readonly Explained[],
  passage: Span,
): ReadingWhy[] {
  const all = kinds.flatMap((kind) =>
    readings[kind].map((reading, index) => ({
      spans: spansOf(reading),
      why: explanations[kind][index],
      mark: readingMark(kind, documentId, reading),
    })),
  );
  return meantBy(
    passage,
    all.map(({ spans }) => spans),
  ).flatMap((index) => {
    const one = all[index];
    return one?.why ? [{ why: one.why, mark: one.mark }] : [];
  });
}

/** What a reading stands on: its own span, or those of its source, cue and content. */
function spansOf(reading: Readings[Explained][number]): readonly Span[] {
  return "content" in reading ? [...reading.source, ...reading.cue, ...reading.content] : [reading];
}

/** How sure a model is, for people. */
export function surenessInWords(score01: number): string {
  return texts.why.sure(percent(score01));
}
