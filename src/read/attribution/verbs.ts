import type { Span } from "../../document/span.ts";
import type { Cue, CueFrame } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { type Anchor, readAnchors } from "./anchors.ts";
import type { Found } from "./found.ts";
import { isNominal, type Phrase, phraseFrom, subjectBefore } from "./subjects.ts";
import type { Stretch, Unit } from "./units.ts";

/** A found attribution with the unit where its words begin, so that neighbours can be told apart. */
export type Placed = Found & {
  readonly from: number;
  readonly to: number;
  /** The content is still to come: in the quotes that follow, or as a whole after a colon. */
  readonly open: false | "quote" | "colon";
};

type Speaker = { readonly phrase: Phrase | null; readonly shared: boolean; readonly from: number };

/** What follows a cue. */
type Follow =
  | { readonly kind: "none" | "open"; readonly at: number }
  | { readonly kind: "content"; readonly at: number; readonly frame: CueFrame };

/** Finds the attributions that a verb makes in one stretch. */
export function readVerbs(
  stretch: Stretch,
  lexicon: Lexicon,
  before: Stretch | undefined,
): Placed[] {
  const { units } = stretch;
  const anchors = readAnchors(units, lexicon, stretch.headline);
  if (anchors.length === 0) return [];
  const main = mainSubject(units, lexicon);
  const placed: Placed[] = [];
  const starts = anchors.map((_, index) => territory(units, anchors, index, lexicon));
  let blocked = 0;
  let lastSpeaker: Phrase | null = null;
  anchors.forEach((anchor, index) => {
    if (anchor.head < blocked) return;
    const context = { stretch, anchors, starts, index, main, lastSpeaker, lexicon, before };
    const result = readAnchor(anchor, context);
    if (!result) return;
    placed.push(result.placed);
    blocked = Math.max(blocked, result.blocked);
    if (result.speaker) lastSpeaker = result.speaker;
  });
  return placed;
}

type Context = {
  readonly stretch: Stretch;
  readonly anchors: readonly Anchor[];
  readonly starts: readonly number[];
  readonly index: number;
  readonly main: Phrase | null;
  readonly lastSpeaker: Phrase | null;
  readonly lexicon: Lexicon;
  readonly before: Stretch | undefined;
};

type Result = { placed: Placed; blocked: number; speaker: Phrase | null };

function readAnchor(anchor: Anchor, context: Context): Result | null {
  const { stretch, lexicon } = context;
  const { units } = stretch;
  const words = lexicon.speakers;
  if (anchor.passive) return readPassive(anchor, context);
  const quotative = anchor.options.some(
    (cue) => cue.takes.includes("quote") || cue.takes.includes("clause"),
  );

  const inverted = quotative ? readInverted(anchor, context) : null;
  if (inverted) return inverted;

  const speaker = speakerOf(anchor, context);
  if (!speaker) return null;
  const { phrase } = speaker;
  const only = phrase && phrase.to - phrase.from === 1 ? (units[phrase.from] as Unit).lower : "";
  if (words.nobodyNamed.has(only) && only !== "we" && only !== "it") return null;

  const hearer = anchor.options.some((cue) => cue.takes.includes("hearer"));
  const follow = followOf(anchor, context, hearer);
  const cueSpan = spanOf(units, anchor.from, anchor.to);
  const sourceSpans = phrase ? [spanOf(units, phrase.from, phrase.to)] : [];
  const high = rightLimit(context);
  const base = (cue: Cue) => ({
    source: sourceSpans,
    cue: [cueSpan],
    attitude: cue.attitude,
    distancing: cue.distancing,
    negated: anchor.negated,
    via: [
      ...openingVia(units, phrase, words),
      ...(hearer ? hearerSpans(units, anchor.to, follow.at) : []),
      ...channelSpans(units, anchor.to, follow.at),
    ],
  });

  const first = anchor.options[0] as Cue;
  if (quotative && !speaker.shared) {
    const cue =
      anchor.options.find(
        (option) => option.takes.includes("quote") || option.takes.includes("clause"),
      ) ?? first;
    const clause = anchor.options.some((option) => option.takes.includes("clause"));
    const interrupts = follow.kind === "none" && goesOn(units, follow.at, high);
    const left = leftContent(units, speaker.from, context, {
      clause: clause && follow.kind === "none",
      ends: follow.kind === "none",
      interrupts,
    });
    const quoteIsContent =
      left?.quote &&
      (follow.kind !== "content" || startsWithQuote(units, follow.at) || longEnough(left.span));
    if (left && (quoteIsContent || follow.kind === "none")) {
      const content = [left.span];
      let to = follow.at;
      if (
        follow.kind === "content" &&
        (units[follow.at]?.quote || units[follow.at]?.lower === "that")
      ) {
        content.push(contentSpan(units, follow.at, high));
        to = high;
      } else {
        const more =
          interrupts && !left.quote ? follow.at + 1 : restAfter(units, follow.at, high, left.quote);
        if (more) {
          content.push(contentSpan(units, more, high));
          to = high;
        }
      }
      return {
        placed: {
          ...base(cue),
          content,
          rule: left.quote ? "verb-after-quote" : "verb-after-content",
          from: left.from,
          to,
          open: false,
        },
        blocked: to,
        speaker: phrase,
      };
    }
  }
  if (follow.kind === "open" && quotative)
    return {
      placed: {
        ...base(first),
        content: [],
        rule: "verb-before-paragraph",
        from: speaker.from,
        to: follow.at,
        open: "colon",
      },
      blocked: units.length,
      speaker: phrase,
    };
  const nothing = follow.kind === "none" && follow.at >= high && phrase && !speaker.shared;
  if (nothing && quotative && phrase.from <= 1)
    return {
      placed: {
        ...base(first),
        content: [],
        rule: "verb-before-sentence",
        from: speaker.from,
        to: follow.at,
        open: "quote",
      },
      blocked: follow.at,
      speaker: phrase,
    };
  if (follow.kind !== "content" || follow.at >= high)
    return phrase && follow.kind === "none" ? readObjectBefore(anchor, phrase, context) : null;
  const cue = anchor.options.find((option) => option.takes.includes(follow.frame)) ?? first;
  if (weak(cue, follow.frame, only)) return null;
  const end = contentEnd(anchor, speaker, follow, high, units, words);
  const content = contentSpan(units, follow.at, end);
  if (content.start >= content.end) return null;
  if (end - follow.at === 1 && units[follow.at]?.pos === "PRON") return null;
  const asked =
    cue.attitude === "states" && follow.frame === "quote" && units.at(-1)?.lower === "?";
  const told = cue.attitude === "states" && follow.frame === "hearer";
  return {
    placed: {
      ...base(cue),
      attitude: asked ? "asks" : told ? "demands" : cue.attitude,
      content: [content],
      rule: speaker.shared ? "verb-shared-source" : "verb-before-content",
      from: speaker.from,
      to: high,
      open: false,
    },
    blocked: high,
    speaker: phrase,
  };
}

/**
 *     a charge that Oro denies
 *     ^^^^^^^^ content
 *                   ^^^ source
 */
function readObjectBefore(anchor: Anchor, speaker: Phrase, context: Context): Result | null {
  const { units } = context.stretch;
  const cue = anchor.options.find((option) => option.takes.includes("object"));
  if (!cue || cue.attitude === "demands") return null;
  const pronoun = units[speaker.from - 1];
  if (!pronoun || !/^(that|which)$/.test(pronoun.lower)) return null;
  const object = subjectBefore(units, 0, speaker.from, context.lexicon.speakers);
  if (!object) return null;
  return {
    placed: {
      source: [spanOf(units, speaker.from, speaker.to)],
      cue: [spanOf(units, anchor.from, anchor.to)],
      content: [contentSpan(units, object.from, object.to)],
      attitude: cue.attitude,
      distancing: cue.distancing,
      negated: anchor.negated,
      via: [],
      rule: "relative-object",
      from: object.from,
      to: anchor.to,
      open: false,
    },
    blocked: anchor.to,
    speaker,
  };
}

/** "I think", "we know": the speaker of the text, not a source. */
function weak(cue: Cue, frame: CueFrame, only: string): boolean {
  if (only !== "i" && only !== "we" && only !== "it") return false;
  return cue.attitude === "believes" || !cue.takes.includes("quote") || frame === "object";
}

/** `“Q,” said S`: the speaker stands after the verb, the content before it. */
function readInverted(anchor: Anchor, context: Context): Result | null {
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

/** "X is said to have …", "X was reported by S", "as was reported by S". */
function readPassive(anchor: Anchor, context: Context): Result | null {
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

/** Who makes the verb's statement: its own subject, or for "…, adding that" the sentence's. */
function speakerOf(anchor: Anchor, context: Context): Speaker | null {
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

/** Content of a subordinate clause or an infinitive ends at its comma; a bare quote with its mark. */
function contentEnd(
  anchor: Anchor,
  speaker: Speaker,
  follow: Follow,
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
  for (let at = follow.at + 1; at < high - 6; at++)
    if (units[at]?.lower === "(" && isLong(units, at, high)) return at;
  return high;
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
function mainSubject(units: readonly Unit[], lexicon: Lexicon): Phrase | null {
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
function territory(
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

/** Where content to the right must end: before the next attribution that stands beside this one. */
function rightLimit({ stretch, anchors, starts, index }: Context): number {
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

/** Looks past adverbs, times, occasions and the hearer for what the cue introduces. */
function followOf(anchor: Anchor, context: Context, hearer: boolean): Follow {
  const { stretch, lexicon } = context;
  const { units } = stretch;
  const takes = new Set(anchor.options.flatMap((cue) => cue.takes));
  let at = skipAdverbials(units, anchor.to, lexicon);
  if (hearer) {
    const past = skipHearer(units, at, lexicon);
    if (past > at) at = skipAdverbials(units, past, lexicon);
  }
  if (at < units.length && takes.has("clause")) {
    const that = thatAfter(units, at, lexicon);
    if (that >= 0) at = that;
  }
  if (takes.has("quote")) {
    const ahead = quoteAhead(units, at);
    if (ahead >= 0) return { kind: "content", at: ahead, frame: "quote" };
  }
  if (/^(via|through)$/.test(units[at]?.lower ?? "")) {
    const channel = phraseFrom(units, at + 1, units.length, lexicon.speakers);
    if (channel) at = channel.to;
  }
  if (units[at]?.lower === "something" && units[at + 1]?.lower === "like") at += 2;
  const unit = units[at];
  if (!unit || /^[.!?…]+$/.test(unit.lower)) return { kind: "none", at };
  if (unit.lower === ":") {
    if (at === units.length - 1) return { kind: "open", at: at + 1 };
    return { kind: "content", at: at + 1, frame: takes.has("quote") ? "quote" : "clause" };
  }
  if (unit.lower === ",") {
    const next = units[at + 1];
    if (next?.pos === "QUOTE" && takes.has("quote"))
      return { kind: "content", at: at + 1, frame: "quote" };
    if (
      next &&
      /^(what|how|why|do|is|are|who|when|where)$/.test(next.lower) &&
      takes.has("quote") &&
      (hearer || units.at(-1)?.lower === "?")
    )
      return { kind: "content", at: at + 1, frame: "quote" };
    return { kind: "none", at };
  }
  if (unit.pos === "QUOTE" && takes.has("quote")) return { kind: "content", at, frame: "quote" };
  if (
    takes.has("clause") &&
    /^(that|how|what|whether|why|if|who|where|when|which)$/.test(unit.lower)
  )
    return { kind: "content", at, frame: "clause" };
  if (unit.lower === "to" && units[at + 1]?.pos !== "DET" && takes.has("infinitive"))
    return { kind: "content", at, frame: "infinitive" };
  if (takes.has("hearer") && unit.lower === "to" && at > anchor.to)
    return { kind: "content", at, frame: "hearer" };
  if (takes.has("clause") && startsClause(units, at, context))
    return { kind: "content", at, frame: "clause" };
  if (takes.has("rest") && isNominal(unit) && hasRoom(units, at, rightLimit(context), lexicon))
    return { kind: "content", at, frame: "clause" };
  if (
    takes.has("object") &&
    (isNominal(unit) || unit.pos === "QUOTE" || unit.pos === "VERB" || unit.quote)
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

function hasFiniteVerb(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { pos, lower } = units[at] as Unit;
    if (pos === "AUX" || lower === "n't") return true;
    if (pos === "VERB" && !/ing$/.test(lower) && units[at - 1]?.lower !== "to") return true;
    if (/^(that|who|which)$/.test(lower)) continue;
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

/** "Speaking to the Gazette, Oro said", "Oro, see the Gazette, said": what brought it here. */
function openingVia(
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
function channelSpans(units: readonly Unit[], from: number, to: number): Span[] {
  for (let at = from; at < to; at++) {
    if (units[at]?.lower === "via" && at + 1 < to) return [spanOf(units, at + 1, to)];
  }
  return [];
}

function hearerSpans(units: readonly Unit[], from: number, to: number): Span[] {
  let end = from;
  while (end < to && /^(DET|PROPN|ADJ|NOUN)$/.test(units[end]?.pos ?? "")) end++;
  return end > from && units[end - 1]?.pos === "PROPN" ? [spanOf(units, from, end)] : [];
}

type Left = { readonly span: Span; readonly from: number; readonly quote: boolean };

/** Content before the speaker: a quote, or a clause up to a comma. */
function leftContent(
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
function goesOn(units: readonly Unit[], comma: number, high: number): boolean {
  const next = units[comma + 1];
  if (units[comma]?.lower !== "," || !next || high - comma < 3) return false;
  if (next.pos === "VERB" && /ing$/.test(next.lower)) return false;
  return !/^(who|which|whose|where|when|as|while|but|and|according|after|before|because|though|although)$/.test(
    next.lower,
  );
}

function startsWithQuote(units: readonly Unit[], at: number): boolean {
  return units[at]?.quote !== null || units[at]?.lower === "that";
}

/** Shorter quotes before a speaker are names of programmes or works more often than speech. */
const shortestSpeechCharacters = 25;

function longEnough(span: Span): boolean {
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
function restAfter(
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

function endsInQuote(stretch: Stretch | undefined): boolean {
  const last = stretch?.units.at(-1);
  return last?.pos === "QUOTE" && /[?!…—–-]$/.test(last.lower);
}

function lastQuote(stretch: Stretch | undefined): Span {
  const last = stretch?.units.at(-1);
  return { start: last?.start ?? 0, end: last?.end ?? 0 };
}

export function spanOf(units: readonly Unit[], from: number, to: number): Span {
  return { start: (units[from] as Unit).start, end: (units[to - 1] as Unit).end };
}

/** As `spanOf`, without marks and conjunctions at the ends. */
export function contentSpan(units: readonly Unit[], start: number, stop: number): Span {
  let from = start;
  let to = stop;
  while (from < to && /^[,:;.…)]$/.test((units[from] as Unit).lower)) from++;
  while (to > from && /^[,:;.…(]$/.test((units[to - 1] as Unit).lower)) to--;
  if (from >= to) return { start: units[start]?.start ?? 0, end: units[start]?.start ?? 0 };
  return spanOf(units, from, to);
}
