import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { spanOf } from "./placed.ts";
import { type Phrase, phraseFrom } from "./subjects.ts";
import type { Unit } from "./units.ts";

/** "Speaking to the Gazette, Oro said", "Oro, see the Gazette, said": what brought it here. */
export function openingVia(
  units: readonly Unit[],
  phrase: Phrase | null,
  words: Lexicon["speakers"],
): Span[] {
  const spans: Span[] = [];
  if (!phrase) return spans;
  const first = units[0];
  if (
    first?.pos === "VERB" &&
    /ing$/.test(first.lower) &&
    /^(to|with)$/.test(units[1]?.lower ?? "")
  ) {
    const told = phraseFrom(units, 2, phrase.from, words);
    if (told) spans.push(spanOf(units, told.from, told.to));
  }
  const mark = units[phrase.to];
  if (
    mark &&
    /^[,(]$/.test(mark.lower) &&
    /^(see|via|citing|quoting)$/.test(units[phrase.to + 1]?.lower ?? "")
  ) {
    const leaned = phraseFrom(units, phrase.to + 2, units.length, words);
    if (leaned) spans.push(spanOf(units, leaned.from, leaned.to));
  }
  return spans;
}

/** "has documented via the archive": the channel between the cue and its content. */
export function channelSpans(units: readonly Unit[], from: number, to: number): Span[] {
  for (let at = from; at < to; at++) {
    if (units[at]?.lower === "via" && at + 1 < to) return [spanOf(units, at + 1, to)];
  }
  return [];
}

export function hearerSpans(units: readonly Unit[], from: number, to: number): Span[] {
  let end = from;
  while (end < to && /^(DET|PROPN|ADJ|NOUN)$/.test(units[end]?.pos ?? "")) end++;
  return end > from && units[end - 1]?.pos === "PROPN" ? [spanOf(units, from, end)] : [];
}
