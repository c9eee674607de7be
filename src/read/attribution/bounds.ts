import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Anchor } from "./anchors.ts";
import { type Context, contentSpan, type Follow, type Speaker } from "./placed.ts";
import type { Stretch, Unit } from "./units.ts";

export function hasFiniteVerb(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { pos, lower } = units[at] as Unit;
    if (pos === "AUX" || lower === "n't") return true;
    if (pos === "VERB" && !/ing$/.test(lower) && units[at - 1]?.lower !== "to") return true;
    if (/^(that|who|which)$/.test(lower)) continue;
  }
  return false;
}

/** Where content to the right must end: before the next attribution that stands beside this one. */
export function rightLimit({ stretch, anchors, starts, index }: Context): number {
  const { units } = stretch;
  let high = units.length;
  while (high > 0 && /^[.…]+$/.test((units[high - 1] as Unit).lower)) high--;
  const anchor = anchors[index] as Anchor;
  for (let next = index + 1; next < anchors.length; next++) {
    const other = anchors[next] as Anchor;
    const start = starts[next] as number;
    if (start <= anchor.to) continue;
    // ", compared to last year": a participle of what is said.
    if (other.form === "past" && start === other.head && units[start - 1]?.lower === ",") continue;
    let cut = start;
    const conjunction = units[cut - 1];
    const joined =
      conjunction &&
      (conjunction.pos === "CCONJ" || /^(while|as|but|although|though)$/.test(conjunction.lower));
    if (joined) cut--;
    const opening = joined ? cut : openingBefore(units, cut, anchor.to);
    if (opening >= 0) cut = opening;
    const mark =
      /^[,;]$/.test(units[cut - 1]?.lower ?? "") || /^“,/.test(units[cut - 1]?.lower ?? "");
    const spoken =
      /^(past|present)$/.test(other.form) &&
      other.options.some((cue) => cue.takes.includes("quote"));
    const apart = mark || (joined && other.form !== "ing" && (start !== other.from || spoken));
    if (apart && cut > anchor.to && !other.passive) {
      high = Math.min(high, /^[,;]$/.test(units[cut - 1]?.lower ?? "") ? cut - 1 : cut);
      break;
    }
  }
  for (let at = anchor.to + 1; at < high; at++) {
    const unit = units[at] as Unit;
    if (unit.lower === "according" && units[at + 1]?.lower === "to" && units[at - 1]?.lower === ",")
      return at - 1;
    if (unit.lower === ";") return at;
    // ": “Q,” she wrote": the quote has a cue of its own.
    if (unit.lower === ":" && units[at + 1]?.quote && anchors.some((other) => other.head > at + 1))
      return at;
  }
  return Math.max(high, 0);
}

/** ", at a rally on Monday she said": where the opening phrase of the next clause begins, or -1. */
function openingBefore(units: readonly Unit[], start: number, low: number): number {
  for (let at = start - 1; at > Math.max(low, start - 10); at--) {
    const { lower, pos } = units[at] as Unit;
    if (lower === ",") return /^(ADP|SCONJ)$/.test(units[at + 1]?.pos ?? "") ? at + 1 : -1;
    if (/^(VERB|AUX|QUOTE|CCONJ)$/.test(pos)) return -1;
  }
  return -1;
}

/** Content of a subordinate clause or an infinitive ends at its comma; a bare quote with its mark. */
export function contentEnd(
  anchor: Anchor,
  speaker: Speaker,
  follow: Content,
  high: number,
  units: readonly Unit[],
  words: Lexicon["speakers"],
): number {
  if (anchor.infinitive) return commaAfter(units, follow.at, high);
  const opener = units[speaker.from - 1];
  const subordinate =
    opener !== undefined &&
    speaker.from <= 2 &&
    !speaker.shared &&
    opener.lower !== "that" &&
    !/^(but|so|yet|or)$/.test(opener.lower) &&
    (opener.pos === "SCONJ" || words.subordinators.has(opener.lower));
  if (subordinate) return commaAfter(units, follow.at, high);
  if (anchor.form === "ing") {
    const comma = commaAfter(units, follow.at, high);
    const next = units[comma + 1];
    // "“We stay,” Oro said, naming the mill, “and build.”": what he said goes on.
    if (comma < high && next?.pos === "QUOTE" && units[0]?.pos === "QUOTE") return comma;
    if (comma < high && (next?.pos === "AUX" || (next?.pos === "VERB" && !/ing$/.test(next.lower))))
      return comma;
  }
  if (units[follow.at]?.pos === "QUOTE") {
    const next = units[follow.at + 1];
    const another = units.slice(follow.at + 1, follow.at + 4).some((unit) => unit.quote);
    if (
      next &&
      !another &&
      (/^(,|—|–|\()$/.test(next.lower) || next.pos === "CCONJ" || words.relatives.has(next.lower))
    )
      return follow.at + 1;
  }
  const end = remarkAfter(units, follow, high);
  for (let at = follow.at + 1; at < end - 6; at++)
    if (units[at]?.lower === "(" && isLong(units, at, end)) return at;
  return end;
}

/** Words that open a remark of the writer's behind a comma, and those that do so behind an infinitive. */
const remarks = /^(however|though|although|despite|compared|which|whose|where|who)$/;
const afterInfinitive = /^(while|but|as|after|before|and)$/;

/**
 * Where the writer goes on behind what is told, or `high`.
 *
 *     Oro said the mill would close, however the council waited.
 *                                  ^
 */
function remarkAfter(units: readonly Unit[], { at: from, frame }: Content, high: number): number {
  for (let at = from + 1; at < high - 1; at++) {
    const { lower } = units[at] as Unit;
    const next = (units[at + 1] as Unit).lower;
    if (frame === "object") {
      if (/^(—|–|--)$/.test(lower) || isMeanwhile(lower, next)) return at;
    } else if (lower === ",") {
      if (remarks.test(next)) return at;
      if (frame === "infinitive" && afterInfinitive.test(next)) return at;
    }
  }
  return high;
}

/** "praised the mill before leaving" */
function isMeanwhile(lower: string, next: string): boolean {
  return /^(before|after|while)$/.test(lower) && next.endsWith("ing");
}

/** A bracket that holds a clause of its own is the writer's remark. */
function isLong(units: readonly Unit[], open: number, high: number): boolean {
  for (let at = open + 1; at < high; at++) if (units[at]?.lower === ")") return at - open > 8;
  return true;
}

function commaAfter(units: readonly Unit[], from: number, high: number): number {
  for (let at = from; at < high; at++) if (units[at]?.lower === ",") return at;
  return high;
}

type Content = Follow & { readonly kind: "content" };

type Left = { readonly span: Span; readonly from: number; readonly quote: boolean };

/** Content before the speaker: a quote, or a clause up to a comma. */
export function leftContent(
  units: readonly Unit[],
  speaker: number,
  context: Context,
  { clause, ends, interrupts }: { clause: boolean; ends: boolean; interrupts: boolean },
): Left | null {
  let to = speaker;
  if (units[to - 1]?.lower === ",") to--;
  if (to <= 0) {
    if (!endsInQuote(context.before) || !ends) return null;
    const span = lastQuote(context.before);
    return span ? { span, from: 0, quote: true } : null;
  }
  const last = units[to - 1] as Unit;
  const low = leftLimit(units, to, context);
  if (last.pos === "QUOTE" || (last.quote && units[to]?.lower === ",")) {
    let from = to - 1;
    // The quote may close a clause of the writer's: “…” goes with the words before it.
    while (from > low && !/^[:;]$/.test(units[from - 1]?.lower ?? "")) from--;
    if (from < to - 1 && !hasFiniteVerb(units, from, to - 1)) from = to - 1;
    return { span: contentSpan(units, from, to), from, quote: true };
  }
  if (!clause || units[to]?.lower !== ",") return null;
  if (!interrupts && units[low]?.pos !== "QUOTE" && !hasFiniteVerb(units, low, to)) return null;
  return { span: contentSpan(units, low, to), from: low, quote: false };
}

/**
 *     In the long run, Oro said, prices fall.
 *                             ^ the sentence goes on after the comma
 */
export function goesOn(units: readonly Unit[], comma: number, high: number): boolean {
  const next = units[comma + 1];
  if (units[comma]?.lower !== "," || !next || high - comma < 3) return false;
  if (next.pos === "VERB" && /ing$/.test(next.lower)) return false;
  return !/^(who|which|whose|where|when|as|while|but|and|according|after|before|because|though|although)$/.test(
    next.lower,
  );
}

export function startsWithQuote(units: readonly Unit[], at: number): boolean {
  return units[at]?.quote !== null || units[at]?.lower === "that";
}

/** Shorter quotes before a speaker are names of programmes or works more often than speech. */
const shortestSpeechCharacters = 25;

export function longEnough(span: Span): boolean {
  return span.end - span.start >= shortestSpeechCharacters;
}

/** Content to the left may not reach into the words of the attribution before. */
function leftLimit(units: readonly Unit[], to: number, { anchors, index }: Context): number {
  for (let previous = index - 1; previous >= 0; previous--) {
    const anchor = anchors[previous] as Anchor;
    if (anchor.to >= to) continue;
    for (let at = to - 1; at > anchor.to; at--) {
      if (units[at]?.lower === ";") return at + 1;
      if (units[at]?.lower === "," && units[at + 1]?.pos === "CCONJ") return at + 2;
    }
    return 0;
  }
  return 0;
}

/** Content that goes on after the cue: `“Q,” she said, “Q.”` → the unit where it goes on. */
export function restAfter(
  units: readonly Unit[],
  from: number,
  high: number,
  quote: boolean,
): number | null {
  for (let at = from; at < Math.min(high, from + 14); at++) {
    const unit = units[at] as Unit;
    const before = units[at - 1]?.pos === "CCONJ" ? units[at - 2] : units[at - 1];
    if (unit.pos === "QUOTE" && before?.pos === "PUNCT") return at;
    if (unit.pos === "VERB" && /ing$/.test(unit.lower) && !quote) return null;
    if (!quote && unit.lower === "," && at === from && high - at > 3) {
      const next = units[at + 1];
      return next && /^(ADV|ADP|SCONJ|PRON|VERB)$/.test(next.pos) ? null : at + 1;
    }
  }
  return null;
}

/** Words of the writer's between two parts of one speech, at most. */
const longestAside = 14;

/**
 * Where speech goes on after a participle of the writer's, or null.
 *
 *     “We stay,” Oro said, naming the mill, “and we build.”
 *                                           ^^^^^^^^^^^^^^^
 */
export function afterParticiple({ stretch, anchors }: Context, comma: number): number | null {
  const { units } = stretch;
  if (units[comma]?.lower !== "," || !/ing$/.test(units[comma + 1]?.lower ?? "")) return null;
  // "…, adding, “…”" says it itself.
  const speaks = ({ head, options }: Anchor) =>
    head === comma + 1 && options.some(({ takes }) => takes.includes("quote"));
  if (anchors.some(speaks)) return null;
  for (let at = comma + 2; at < Math.min(units.length, comma + longestAside); at++) {
    const { pos, quote } = units[at] as Unit;
    if (quote && pos === "QUOTE") return units[at - 1]?.lower === "," ? at : null;
    if (pos === "AUX") return null;
  }
  return null;
}

export function endsInQuote(stretch: Stretch | undefined): boolean {
  const last = stretch?.units.at(-1);
  return last?.pos === "QUOTE" && /[?!…—–-]$/.test(last.lower);
}

export function lastQuote(stretch: Stretch | undefined): Span {
  const last = stretch?.units.at(-1);
  return { start: last?.start ?? 0, end: last?.end ?? 0 };
}
