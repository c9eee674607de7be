import type { Span } from "../../document/span.ts";
import type { Cue, CueFrame } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { type Anchor, readAnchors } from "./anchors.ts";
import {
  afterParticiple,
  contentEnd,
  goesOn,
  leftContent,
  longEnough,
  restAfter,
  rightLimit,
  startsWithQuote,
} from "./bounds.ts";
import { channelSpans, hearerSpans, openingVia } from "./channels.ts";
import { followOf } from "./follow.ts";
import { readInverted } from "./inverted.ts";
import { readPassive } from "./passive.ts";
import { type Context, contentSpan, type Placed, type Result, spanOf } from "./placed.ts";
import { mainSubject, speakerOf, territory } from "./speaker.ts";
import { type Phrase, subjectBefore } from "./subjects.ts";
import type { Stretch, Unit } from "./units.ts";

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

function readAnchor(anchor: Anchor, context: Context): Result | null {
  const { stretch, anchors, lexicon } = context;
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
  // "let me explain": nobody's subject.
  if (/^(me|us|him|them)$/.test(only) || asksToStayUnnamed(units, anchor)) return null;
  if (phrase && !speaker.shared && isPredicate(units, phrase, anchor)) return null;
  if (words.nobodyNamed.has(only) && only !== "we" && only !== "it") return null;

  const hearer = anchor.options.some((cue) => cue.takes.includes("hearer"));
  const follow = followOf(anchor, context, hearer);
  const cueSpan = spanOf(units, anchor.from, anchor.to);
  const sourceSpans = phrase ? [spanOf(units, phrase.from, phrase.to)] : [];
  const high = rightLimit(context);
  const place = (
    cue: Cue,
    content: readonly Span[],
    { rule, from, to, open }: Pick<Placed, "rule" | "from" | "to" | "open">,
    attitude = cue.attitude,
  ): Placed => ({
    source: sourceSpans,
    cue: [cueSpan],
    attitude,
    distancing: cue.distancing,
    negated: anchor.negated,
    via: [
      ...openingVia(units, phrase, lexicon),
      ...(hearer ? hearerSpans(units, anchor.to, follow.at, lexicon) : []),
      ...channelSpans(units, anchor.to, follow.at),
    ],
    content,
    rule,
    from,
    to,
    open,
  });

  const first = anchor.options[0] as Cue;
  if (quotative && !speaker.shared && !isFirstOfTwo(anchor, context)) {
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
        const rest =
          interrupts && !left.quote ? follow.at + 1 : restAfter(units, follow.at, high, left.quote);
        const more = rest && !isOthers(anchors, follow.at, rest) ? rest : null;
        const later = more || !left.quote ? null : afterParticiple(context, follow.at);
        if (more) {
          content.push(contentSpan(units, more, high));
          to = high;
        } else if (later) content.push(contentSpan(units, later, later + 1));
      }
      return {
        placed: place(cue, content, {
          rule: left.quote ? "verb-after-quote" : "verb-after-content",
          from: left.from,
          to,
          open: false,
        }),
        blocked: to,
        speaker: phrase,
      };
    }
  }
  if (follow.kind === "open" && quotative)
    return {
      placed: place(first, [], {
        rule: "verb-before-paragraph",
        from: speaker.from,
        to: follow.at,
        open: "colon",
      }),
      blocked: units.length,
      speaker: phrase,
    };
  const nothing = follow.kind === "none" && follow.at >= high && phrase && !speaker.shared;
  if (nothing && quotative && phrase.from <= 1)
    return {
      placed: place(first, [], {
        rule: "verb-before-sentence",
        from: speaker.from,
        to: follow.at,
        open: "quote",
      }),
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
    placed: place(
      cue,
      [content],
      {
        rule: speaker.shared ? "verb-shared-source" : "verb-before-content",
        from: speaker.from,
        to: high,
        open: false,
      },
      asked ? "asks" : told ? "demands" : cue.attitude,
    ),
    // "The paper, citing a clerk, reported": the sentence's own verb comes after the participle.
    blocked: anchor.form === "ing" && end < high ? end : high,
    speaker: phrase,
  };
}

/** "…,” Oro said before asking, “…”": the quote at `quote` has a cue of its own before it. */
function isOthers(anchors: readonly Anchor[], from: number, quote: number): boolean {
  return anchors.some(
    ({ head, form, options }) =>
      form === "ing" &&
      head >= from &&
      head < quote &&
      options.some(({ takes }) => takes.includes("quote")),
  );
}

/** "Oro laughed and said": both verbs have the content of the second. */
function isFirstOfTwo({ to }: Anchor, { stretch, anchors, index }: Context): boolean {
  const next = anchors[index + 1];
  return next?.from === to + 1 && stretch.units[to]?.pos === "CCONJ" && next.form !== "ing";
}

/** "It is a change from the losses reported in May": what is reported, and nobody who reports. */
function isPredicate(units: readonly Unit[], { from }: Phrase, { form, head, ...anchor }: Anchor) {
  return form === "past" && anchor.from === head && units[from - 1]?.pos === "AUX";
}

/** "Oro, who asked not to be named, said": about the source, not of what it says. */
function asksToStayUnnamed(units: readonly Unit[], { to }: Anchor): boolean {
  const [not, particle, be] = units.slice(to, to + 3).map(({ lower }) => lower);
  return not === "not" && particle === "to" && be === "be";
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
