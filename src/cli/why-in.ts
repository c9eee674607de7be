import type { Question } from "../compare/findings.ts";
import { meantBy } from "../document/meant.ts";
import type { Span } from "../document/span.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { createExplain } from "../read/explain.ts";
import type { Setting } from "../read/explanation.ts";
import type { Readings } from "../read/readings.ts";
import type { WhyAt } from "../report/html.ts";

/** The readings that an answer rests on. */
const behind = {
  claims: "attributions",
  figures: "figures",
  wording: "wording",
  silence: "attributions",
  sourcing: "attributions",
  // Words that are the same need no reading.
  origins: null,
  timeline: "dates",
} as const satisfies Record<Question, keyof Readings | null>;

/** Makes the function that says why the readings behind an answer were made at a place of one document. */
export function whyIn(
  document: Pick<Setting, "text" | "published">,
  readings: Readings,
  lexicon: Lexicon,
): WhyAt {
  const explain = createExplain(document, readings, lexicon);
  return (question, passage) => {
    const kind = behind[question];
    if (kind === null) return [];
    const list = readings[kind];
    return meantBy(passage, list.map(spansOf)).flatMap((index) => {
      const reading = list[index];
      return reading ? `${explain(kind, reading).because} (rule ${reading.rule})` : [];
    });
  };
}

function spansOf(
  reading: Readings[NonNullable<(typeof behind)[Question]>][number],
): readonly Span[] {
  return "content" in reading ? [...reading.source, ...reading.cue, ...reading.content] : [reading];
}
