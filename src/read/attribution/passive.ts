import type { Cue } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Anchor } from "./anchors.ts";
import { rightLimit } from "./bounds.ts";
import { type Context, contentSpan, type Result, spanOf } from "./placed.ts";
import { type Phrase, phraseFrom, subjectBefore } from "./subjects.ts";
import type { Unit } from "./units.ts";

/** "X is said to have …", "X was reported by S", "as was reported by S". */
export function readPassive(anchor: Anchor, context: Context): Result | null {
  const { stretch, lexicon } = context;
  const { units } = stretch;
  const next = units[anchor.to];
  const cueSpan = spanOf(units, anchor.from, anchor.to);
  const subject = subjectBefore(units, 0, anchor.from, lexicon.speakers);
  const high = rightLimit(context);
  const implicit = anchor.options.find((cue) => cue.passive);
  const by = byPhrase(units, anchor.to, lexicon);
  const after = units[anchor.to + 1];
  const infinitive = next?.lower === "to" && /^(VERB|AUX|ADV)$/.test(after?.pos ?? "");
  if (implicit && next && (infinitive || next.lower === "that" || next.pos === "AUX") && subject) {
    return {
      placed: {
        source: [],
        cue: [cueSpan],
        content: [contentSpan(units, anchor.to, high)],
        attitude: implicit.attitude,
        distancing: implicit.distancing,
        negated: anchor.negated,
        via: [],
        rule: "passive-implicit",
        from: subject.from,
        to: high,
        open: false,
      },
      blocked: high,
      speaker: null,
    };
  }
  if (!by) return null;
  const cue = anchor.options[0] as Cue;
  const as = units[anchor.from - 1]?.lower === "as" ? anchor.from - 1 : -1;
  const left = as >= 0 ? { from: 0, to: as } : subject;
  if (!left || left.from >= left.to) return null;
  return {
    placed: {
      source: [spanOf(units, by.from, by.to)],
      cue: [cueSpan],
      content: [contentSpan(units, left.from, left.to)],
      attitude: cue.attitude,
      distancing: cue.distancing,
      negated: anchor.negated,
      via: [],
      rule: as >= 0 ? "as-reported-by" : "passive-by",
      from: left.from,
      to: by.to,
      open: false,
    },
    blocked: by.to,
    speaker: by,
  };
}

function byPhrase(units: readonly Unit[], from: number, lexicon: Lexicon): Phrase | null {
  for (let at = from; at < Math.min(units.length, from + 3); at++) {
    if (units[at]?.lower === "by") return phraseFrom(units, at + 1, units.length, lexicon.speakers);
    if (units[at]?.pos !== "ADV" && units[at]?.pos !== "ADP") return null;
  }
  return null;
}
