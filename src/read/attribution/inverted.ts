import type { Span } from "../../document/span.ts";
import type { Cue } from "../../lexicon/cues.ts";
import type { Anchor } from "./anchors.ts";
import {
  endsInQuote,
  hasFiniteVerb,
  lastQuote,
  leftContent,
  restAfter,
  rightLimit,
} from "./bounds.ts";
import { type Context, contentSpan, type Result, spanOf } from "./placed.ts";
import { phraseFrom, subjectBefore } from "./subjects.ts";

/** `“Q,” said S`: the speaker stands after the verb, the content before it. */
export function readInverted(anchor: Anchor, context: Context): Result | null {
  const { stretch, lexicon } = context;
  const { units } = stretch;
  if (anchor.form === "ing" || anchor.infinitive) return null;
  if (anchor.from !== anchor.head && units[anchor.head - 1]?.pos === "AUX") return null;
  let at = anchor.from - 1;
  if (units[at]?.lower === ",") at--;
  const direct = at >= 0 && units[at]?.quote !== null && units[at]?.quote !== undefined;
  const comma = units[anchor.from - 1]?.lower === ",";
  const atStart = anchor.from === 0 && endsInQuote(context.before);
  if (anchor.from === 0 && !atStart) return readOpening(anchor, context);
  if (!direct && !comma && !atStart) return null;
  if (subjectBefore(units, 0, anchor.from, lexicon.speakers)) return null;
  if (direct && units[at]?.pos === "NOUN" && !comma) return null;
  const next = units[anchor.to];
  if (!next || next.quote || /^(that|how|what|to|about|of)$/.test(next.lower)) return null;
  const speaker = phraseFrom(units, anchor.to, units.length, lexicon.speakers);
  if (!speaker) return null;
  if (!direct && !atStart) {
    // "…, said the minister": nothing of a clause may follow the speaker.
    if (
      hasFiniteVerb(units, speaker.to, Math.min(units.length, speaker.to + 6)) &&
      units[speaker.to]?.lower !== "," &&
      !lexicon.speakers.relatives.has(units[speaker.to]?.lower ?? "")
    )
      return null;
  }
  const left = atStart
    ? { span: lastQuote(context.before), from: 0, quote: true }
    : leftContent(units, anchor.from, context, {
        clause: true,
        ends: true,
        interrupts: false,
      });
  if (!left?.span) return null;
  const cue = anchor.options[0] as Cue;
  const high = rightLimit(context);
  const content: Span[] = [left.span];
  const more = restAfter(units, speaker.to, high, left.quote);
  if (more) content.push(contentSpan(units, more, high));
  return {
    placed: {
      source: [spanOf(units, speaker.from, speaker.to)],
      cue: [spanOf(units, anchor.from, anchor.to)],
      content,
      attitude: cue.attitude,
      distancing: cue.distancing,
      negated: anchor.negated,
      via: [],
      rule: left.quote ? "verb-source-after-quote" : "verb-source-after-content",
      from: left.from,
      to: more ? high : speaker.to,
      open: false,
    },
    blocked: more ? high : speaker.to,
    speaker,
  };
}

/**
 *     Said Oro: “We stay.”
 *          ^^^ source
 */
function readOpening(anchor: Anchor, { stretch, lexicon }: Context): Result | null {
  const { units } = stretch;
  if (anchor.form === "base") return null;
  const speaker = phraseFrom(units, anchor.to, units.length, lexicon.speakers);
  if (!speaker || !/^[,:]$/.test(units[speaker.to]?.lower ?? "")) return null;
  const quote = speaker.to + 1;
  if (units[quote]?.pos !== "QUOTE") return null;
  const cue = anchor.options[0] as Cue;
  return {
    placed: {
      source: [spanOf(units, speaker.from, speaker.to)],
      cue: [spanOf(units, anchor.from, anchor.to)],
      content: [contentSpan(units, quote, units.length)],
      attitude: cue.attitude,
      distancing: cue.distancing,
      negated: anchor.negated,
      via: [],
      rule: "verb-opens-sentence",
      from: 0,
      to: units.length,
      open: false,
    },
    blocked: units.length,
    speaker,
  };
}
