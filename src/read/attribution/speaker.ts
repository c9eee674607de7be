import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Anchor } from "./anchors.ts";
import type { Context, Speaker } from "./placed.ts";
import { isNominal, type Phrase, phraseFrom, subjectBefore } from "./subjects.ts";
import type { Unit } from "./units.ts";

/** Who makes the verb's statement: its own subject, or for "…, adding that" the sentence's. */
export function speakerOf(anchor: Anchor, context: Context): Speaker | null {
  const { stretch, main, lastSpeaker, lexicon } = context;
  const { units } = stretch;
  const before = units[anchor.from - 1];
  const near = nearestSubject(units, anchor.from, lexicon) ?? main;
  const shared =
    lastSpeaker && lastSpeaker.to <= anchor.from && (!near || lastSpeaker.from >= near.from)
      ? lastSpeaker
      : near;
  const participle = anchor.form === "ing" && units[anchor.head - 1]?.pos !== "AUX";
  if (participle || anchor.infinitive) {
    if (anchor.infinitive && !/^(demands|denies)$/.test(anchor.options[0]?.attitude ?? ""))
      return null;
    if (anchor.from === 0) {
      const comma = units.findIndex((unit) => unit.lower === ",");
      const phrase =
        comma > 0 ? phraseFrom(units, comma + 1, units.length, lexicon.speakers) : null;
      return phrase ? { phrase, shared: true, from: 0 } : null;
    }
    const phrase = shared && shared.to <= anchor.from ? shared : null;
    return phrase ? { phrase, shared: true, from: comma(units, anchor.from) } : null;
  }
  if (
    anchor.form === "past" &&
    anchor.from === anchor.head &&
    before &&
    isNominal(before) &&
    units[anchor.to]?.lower === "by"
  )
    return null;
  if (before && (before.pos === "CCONJ" || before.lower === "then")) {
    if (anchor.form === "base" && anchor.from === anchor.head) return null;
    const phrase = shared && shared.to <= anchor.from ? shared : null;
    return phrase ? { phrase, shared: true, from: comma(units, anchor.from - 1) } : null;
  }
  const phrase = subjectBefore(units, 0, anchor.from, lexicon.speakers);
  return phrase ? { phrase, shared: false, from: phrase.from } : null;
}

/** The unit where a comma before `at` stands, else `at`. */
function comma(units: readonly Unit[], at: number): number {
  return units[at - 1]?.lower === "," ? at - 1 : at;
}

/** Subject of the nearest finite verb before `at` that has one of its own. */
function nearestSubject(units: readonly Unit[], at: number, lexicon: Lexicon): Phrase | null {
  for (let verb = at - 1; verb > Math.max(0, at - 40); verb--) {
    const { pos, lower } = units[verb] as Unit;
    if (pos === "QUOTE" || lower === ";") return null;
    if ((pos !== "VERB" && pos !== "AUX") || /ing$/.test(lower) || units[verb - 1]?.lower === "to")
      continue;
    let from = verb;
    while (/^(ADV|AUX)$/.test(units[from - 1]?.pos ?? "")) from--;
    const before = units[from - 1];
    if (!before || before.pos === "CCONJ" || lexicon.speakers.relatives.has(before.lower)) continue;
    const subject = subjectBefore(units, 0, from, lexicon.speakers);
    if (subject) return subject;
  }
  return null;
}

/** Subject of the first finite verb of the stretch. */
export function mainSubject(units: readonly Unit[], lexicon: Lexicon): Phrase | null {
  for (let at = 1; at < units.length; at++) {
    const { pos, lower } = units[at] as Unit;
    if (pos !== "VERB" && pos !== "AUX") continue;
    if (/ing$/.test(lower) || units[at - 1]?.lower === "to") continue;
    let from = at;
    while (units[from - 1]?.pos === "ADV" || units[from - 1]?.pos === "AUX") from--;
    if (lexicon.speakers.relatives.has(units[from - 1]?.lower ?? "")) continue;
    const subject = subjectBefore(units, 0, from, lexicon.speakers);
    if (subject) return subject;
  }
  return null;
}

/**
 * Where the words of an anchor begin: its subject, the comma before a participle, or what a
 * relative clause at the end of the sentence is about ("a charge that Oro denies").
 */
export function territory(
  units: readonly Unit[],
  anchors: readonly Anchor[],
  index: number,
  lexicon: Lexicon,
): number {
  const anchor = anchors[index] as Anchor;
  if (anchor.form === "ing" || anchor.infinitive || units[anchor.from - 1]?.pos === "CCONJ")
    return anchor.from;
  const subject = subjectBefore(units, 0, anchor.from, lexicon.speakers);
  if (!subject) return anchor.from;
  const after = units[anchor.to];
  if (
    /^(that|which)$/.test(units[subject.from - 1]?.lower ?? "") &&
    (!after || /^[.,]$/.test(after.lower))
  )
    return subjectBefore(units, 0, subject.from, lexicon.speakers)?.from ?? subject.from;
  return subject.from;
}
