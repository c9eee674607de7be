import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { spanOf } from "./placed.ts";
import { type Phrase, phraseFrom } from "./subjects.ts";
import type { Unit } from "./units.ts";

/** "Speaking to the Gazette, Oro said", "Oro, citing the Gazette, said": what brought it here. */
export function openingVia(
  units: readonly Unit[],
  phrase: Phrase | null,
  lexicon: Lexicon,
): Span[] {
  const spans: Span[] = [];
  if (!phrase) return spans;
  const first = units[0];
  if (
    first?.pos === "VERB" &&
    /ing$/.test(first.lower) &&
    /^(to|with)$/.test(units[1]?.lower ?? "")
  ) {
    const told = phraseFrom(units, 2, phrase.from, lexicon.speakers);
    if (told && isOutlet(units, told, lexicon)) spans.push(spanOf(units, told.from, told.to));
  }
  const mark = units[phrase.to];
  if (
    mark &&
    /^[,(]$/.test(mark.lower) &&
    /^(see|via|citing|quoting)$/.test(units[phrase.to + 1]?.lower ?? "")
  ) {
    const leaned = phraseFrom(units, phrase.to + 2, units.length, lexicon.speakers);
    if (leaned) spans.push(spanOf(units, leaned.from, leaned.to));
  }
  return spans;
}

/** "said via the archive": the channel between the cue and its content. */
export function channelSpans(units: readonly Unit[], from: number, to: number): Span[] {
  for (let at = from; at < to; at++) {
    const named = units.slice(at + 1, to).some((unit) => unit.capital);
    if (units[at]?.lower === "via" && named) return [spanOf(units, at + 1, to)];
  }
  return [];
}

/** "told The Tarn Post": the medium spoken to; others who are told something bring nothing here. */
export function hearerSpans(
  units: readonly Unit[],
  from: number,
  to: number,
  lexicon: Lexicon,
): Span[] {
  let end = from;
  while (end < to && /^(DET|PROPN|ADJ|NOUN)$/.test(units[end]?.pos ?? "")) end++;
  const told = { from, to: end };
  return end > from && isOutlet(units, told, lexicon) ? [spanOf(units, from, end)] : [];
}

/** A medium by the list, by its last word, or by its article in capitals ("told The Island"). */
function isOutlet(
  units: readonly Unit[],
  { from, to }: Phrase,
  { speakers, references }: Lexicon,
): boolean {
  const words = units.slice(from, to);
  const lower = words.map((unit) => unit.lower);
  if (!words.some((unit) => unit.capital)) return false;
  if (lower.some((word) => speakers.outlet.has(word))) return true;
  if (speakers.outletWord.has(lower.at(-1) ?? "") || speakers.outletWord.has(lower[0] ?? ""))
    return true;
  if ([0, 1].some((skip) => references.media.has(lower.slice(skip).join(" ")))) return true;
  return lower[0] === "the" && words.length > 1 && words.every((unit) => unit.capital);
}
