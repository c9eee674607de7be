import type { CueFrame } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Anchor } from "./anchors.ts";
import { rightLimit } from "./bounds.ts";
import type { Context, Follow } from "./placed.ts";
import { isNominal, phraseFrom } from "./subjects.ts";
import type { Unit } from "./units.ts";

/** Looks past adverbs, times, occasions and the hearer for what the cue introduces. */
export function followOf(anchor: Anchor, context: Context, hearer: boolean): Follow {
  const { stretch, lexicon } = context;
  const { units } = stretch;
  const takes = (frame: CueFrame) => anchor.options.some((cue) => cue.takes.includes(frame));
  let at = skipAdverbials(units, anchor.to, lexicon);
  if (hearer) {
    const past = skipHearer(units, at, lexicon);
    if (past > at) at = skipAdverbials(units, past, lexicon);
  }
  if (at < units.length && takes("clause")) {
    const that = thatAfter(units, at, lexicon);
    if (that >= 0) at = that;
  }
  if (takes("quote")) {
    const ahead = quoteAhead(units, at);
    if (ahead >= 0) return { kind: "content", at: ahead, frame: "quote" };
  }
  if (/^(via|through)$/.test(units[at]?.lower ?? "")) {
    const quote = units.findIndex((unit, index) => index > at && unit.quote !== null);
    const high = quote < 0 ? units.length : quote;
    const channel = phraseFrom(units, at + 1, high, lexicon.speakers);
    if (channel) at = channel.to;
  }
  if (units[at]?.lower === "something" && units[at + 1]?.lower === "like") at += 2;
  const unit = units[at];
  if (!unit || /^[.!?…]+$/.test(unit.lower)) return { kind: "none", at };
  if (unit.lower === ":") {
    if (at === units.length - 1) return { kind: "open", at: at + 1 };
    return { kind: "content", at: at + 1, frame: takes("quote") ? "quote" : "clause" };
  }
  if (unit.lower === ",") {
    const next = units[at + 1];
    if (next?.pos === "QUOTE" && takes("quote"))
      return { kind: "content", at: at + 1, frame: "quote" };
    if (
      next &&
      /^(what|how|why|do|is|are|who|when|where)$/.test(next.lower) &&
      takes("quote") &&
      (hearer || units.at(-1)?.lower === "?")
    )
      return { kind: "content", at: at + 1, frame: "quote" };
    return { kind: "none", at };
  }
  if (unit.pos === "QUOTE" && takes("quote")) return { kind: "content", at, frame: "quote" };
  if (takes("clause") && /^(that|how|what|whether|why|if|who|where|when|which)$/.test(unit.lower))
    return { kind: "content", at, frame: "clause" };
  if (unit.lower === "to" && units[at + 1]?.pos !== "DET" && takes("infinitive"))
    return { kind: "content", at, frame: "infinitive" };
  if (takes("hearer") && unit.lower === "to" && at > anchor.to)
    return { kind: "content", at, frame: "hearer" };
  if (takes("clause") && startsClause(units, at, context))
    return { kind: "content", at, frame: "clause" };
  if (takes("rest") && isNominal(unit) && hasRoom(units, at, rightLimit(context), lexicon))
    return { kind: "content", at, frame: "clause" };
  if (
    takes("object") &&
    (isNominal(unit) ||
      unit.pos === "QUOTE" ||
      unit.pos === "VERB" ||
      unit.quote ||
      (at > anchor.head + 1 && /^(how|what|why|whether|where|when|who)$/.test(unit.lower)))
  )
    return { kind: "content", at, frame: "object" };
  return { kind: "none", at };
}

/** At least three words before any comma, and no time ("said the next day"). */
function hasRoom(units: readonly Unit[], at: number, high: number, lexicon: Lexicon): boolean {
  for (let index = at; index < at + 3; index++) {
    const unit = units[index];
    if (!unit || index >= high || unit.lower === "," || lexicon.speakers.times.has(unit.lower))
      return false;
  }
  return true;
}

/** A bare clause: a subject and, before any comma, a finite verb or a quote that has it. */
function startsClause(units: readonly Unit[], at: number, context: Context): boolean {
  const first = units[at];
  if (!first || !(isNominal(first) || /^(ADV|ADP|SCONJ|VERB)$/.test(first.pos) || first.quote))
    return false;
  if (context.stretch.headline) return true;
  const opening = /^(ADP|ADV|SCONJ)$/.test(first.pos);
  if (
    first.pos === "ADP" &&
    !/^(in|at|on|if|since|because|after|before|during|by|among|under|with|without|despite)$/.test(
      first.lower,
    )
  )
    return false;
  const end = Math.min(rightLimit(context), at + 25);
  for (let index = at + 1; index < end; index++) {
    const { pos, lower } = units[index] as Unit;
    if (lower === "," && !opening) return false;
    if (pos === "AUX" || lower === "n't" || pos === "QUOTE") return true;
    if (pos === "VERB" && !/ing$/.test(lower) && units[index - 1]?.lower !== "to") return true;
  }
  return false;
}

/** "says of the plan, “…”": the quote after a phrase without a verb and a comma, or -1. */
function quoteAhead(units: readonly Unit[], from: number): number {
  if (units[from]?.pos !== "ADP") return -1;
  for (let at = from; at < Math.min(units.length, from + 10); at++) {
    const { lower, pos } = units[at] as Unit;
    if (/^[,:]$/.test(lower)) return units[at + 1]?.pos === "QUOTE" ? at + 1 : -1;
    if (/^(VERB|AUX|QUOTE|SCONJ)$/.test(pos)) return -1;
  }
  return -1;
}

/** The "that" of the clause, where only a phrase without a verb stands before it. */
function thatAfter(units: readonly Unit[], from: number, lexicon: Lexicon): number {
  for (let at = from; at < Math.min(units.length, from + 12); at++) {
    const { lower, pos } = units[at] as Unit;
    if (lower === "that") return at;
    // "in a letter seen by the paper that …"
    if (pos === "VERB" && /(?:ed|en|wn|nt)$/.test(lower) && units[at + 1]?.pos === "ADP") continue;
    if (pos === "VERB" || pos === "AUX" || pos === "QUOTE" || lower === ":" || lower === ",")
      return -1;
    if (lexicon.speakers.subjectPronouns.has(lower) && /^(i|he|she|they|we)$/.test(lower))
      return -1;
  }
  return -1;
}

function skipAdverbials(units: readonly Unit[], from: number, lexicon: Lexicon): number {
  const { times, occasions } = lexicon.speakers;
  let at = from;
  for (;;) {
    const unit = units[at];
    if (!unit) return at;
    const next = units[at + 1];
    if (
      unit.pos === "ADV" &&
      !/^(how|why|when|where)$/.test(unit.lower) &&
      (times.has(unit.lower) || unit.lower.endsWith("ly"))
    )
      at++;
    else if (times.has(unit.lower)) at++;
    else if (unit.pos === "ADP" || /^(last|this|late|early|earlier)$/.test(unit.lower)) {
      if (next && (times.has(next.lower) || (next.pos === "NUM" && units[at + 2]?.pos !== "NOUN")))
        at += 2;
      else {
        const end = occasionEnd(units, at + 1, occasions, times);
        if (end < 0) return at;
        at = end;
      }
    } else return at;
  }
}

/** "in an interview with the paper": the unit after the phrase, or -1. */
function occasionEnd(
  units: readonly Unit[],
  from: number,
  occasions: ReadonlySet<string>,
  times: ReadonlySet<string>,
): number {
  for (let at = from; at < Math.min(units.length, from + 7); at++) {
    const { lower, pos } = units[at] as Unit;
    if (occasions.has(lower) && !/^(NOUN|PROPN)$/.test(units[at + 1]?.pos ?? "")) {
      let end = at + 1;
      if (/^(with|to|on|for|from|in|by)$/.test(units[end]?.lower ?? "")) {
        let far = end + 1;
        while (
          far < units.length &&
          /^(DET|ADJ|NOUN|PROPN|NUM|PART)$/.test((units[far] as Unit).pos) &&
          (units[far] as Unit).lower !== "that"
        )
          far++;
        const stop = units[far];
        if (
          !stop ||
          stop.pos === "PUNCT" ||
          stop.quote ||
          stop.lower === "that" ||
          stop.lower === ","
        )
          end = far;
        else while (end < far && times.has(units[end + 1]?.lower ?? "")) end++;
      }
      return end;
    }
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|PRON|PART)$/.test(pos)) return -1;
  }
  return -1;
}

/** The unit after the one spoken to ("told the council", "asked her"). */
function skipHearer(units: readonly Unit[], from: number, lexicon: Lexicon): number {
  const first = units[from];
  if (!first || first.quote) return from;
  if (first.pos === "PRON" || /^(him|her|them|me|us|you|it)$/.test(first.lower)) {
    if (
      /^(his|their|my|our|its)$/.test(first.lower) ||
      (first.lower === "her" && /^(NOUN|ADJ)$/.test(units[from + 1]?.pos ?? ""))
    ) {
      // a possessive: the phrase goes on below
    } else return /^(he|she|they|i|we|that|what|who)$/.test(first.lower) ? from : from + 1;
  }
  let at = from;
  while (at < units.length && at < from + 14) {
    const { lower, pos } = units[at] as Unit;
    const before = units[at - 1];
    if (
      /^(that|to|how|what|whether|if|about|why|of|,|:|he|she|they|it|i|we)$/.test(lower) &&
      !(lower === "of" && before?.pos === "NOUN")
    )
      break;
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|PART|CCONJ|PRON|ADP)$/.test(pos) && lower !== "-") break;
    if (at > from && pos === "DET" && before?.pos !== "ADP" && before?.pos !== "CCONJ") break;
    if (at > from && pos === "PROPN" && before?.pos === "NOUN" && !before.capital) break;
    if (pos === "ADP" && lower !== "of" && lower !== "at" && lower !== "from") break;
    if (at > from && lexicon.speakers.times.has(lower) && before?.pos !== "DET") break;
    at++;
  }
  return at;
}
