import type { Span } from "../../document/span.ts";
import { createSweep } from "../../document/sweep.ts";
import type { Cue } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import { negations } from "./anchors.ts";
import type { Found } from "./found.ts";
import { kindOf } from "./kind.ts";
import { firstEndingAfter, unitsOf } from "./tagger/signs.ts";
import type { Tagged, Tags } from "./tagger/tagger.ts";

/** What was found, and how sure the trained tagger is of the cue (0 to 1; null where a rule alone found it). */
export type Scored = Found & { readonly score01: number | null };

/** The tagger alone is believed where the content has a verb or so many words ("supports Tolby" tells nothing). */
const leastWords = 4;
/** A rule's attribution without quotation marks goes where the tagger holds its cue less likely than this. */
const leastLikelyRule01 = 0.05;
/** Content of which more than this is told elsewhere is not told again. */
const toldAlready01 = 0.5;

type Setting = {
  readonly prose: Prose;
  /** The spans of the outermost quotes, sorted. */
  readonly outer: readonly Span[];
  readonly lexicon: Lexicon;
};

/**
 * One list out of what the rules and the tagger found. Where both have the same cue, who and what
 * are the rule's: on news both cut them as well as each other, in opinion pieces and threads the
 * rules do it better. What the tagger alone found counts where it is sure enough; what a rule alone
 * found, unless the tagger holds it unlikely.
 */
export function combine(found: readonly Found[], tags: Tags, setting: Setting): Scored[] {
  const { prose, outer, lexicon } = setting;
  const { units } = tags;
  const used = new Set<number>();
  const all: Scored[] = [];
  const quotesAt = createSweep(outer);
  for (const one of tags.tagged) {
    const rule = one.rule === null ? undefined : found[one.rule];
    if (rule) all.push(withRule(one, rule));
    else if (isSure(one, quotesAt(one.cue).length > 0, setting))
      all.push(alone(prose.tokens, one, lexicon));
    if (one.rule !== null) used.add(one.rule);
  }
  const told = new Uint8Array(units.length);
  for (const { content } of all) for (const span of content) told.fill(1, ...unitsOf(units, span));
  found.forEach((one, index) => {
    if (used.has(index)) return;
    const verb = one.rule.startsWith("verb");
    if (verb && kindOf(one.content, outer) === "indirect" && !isLikely(one, tags)) return;
    if (shareTold(told, units, one.content) <= toldAlready01) all.push(byRule(one));
  });
  return all;
}

/** What a rule alone found. */
export function byRule(found: Found): Scored {
  const { source, cue, content, attitude, distancing, negated, via, rule } = found;
  return { source, cue, content, attitude, distancing, negated, via, rule, score01: null };
}

function withRule({ content, score01 }: Tagged, rule: Found): Scored {
  return { ...rule, content: content.length > 0 ? content : rule.content, score01 };
}

/** Attitude and distance follow from the list of cues; words that are not on it state. */
function alone(tokens: readonly Token[], tagged: Tagged, { cues }: Lexicon): Scored {
  const from = firstEndingAfter(tokens, tagged.cue.start);
  let cue: Cue | undefined;
  let negated = negations.has(tokens[from - 1]?.lower ?? "");
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.start >= tagged.cue.end) break;
    cue ??= token.name > 0 ? undefined : cues.get(token.lower)?.[0]?.options.at(-1);
    negated ||= negations.has(token.lower);
  }
  return {
    source: tagged.source,
    cue: [tagged.cue],
    content: tagged.content,
    attitude: cue?.attitude ?? "states",
    distancing: cue?.distancing ?? false,
    negated,
    via: [],
    rule: "tagger",
    score01: tagged.score01,
  };
}

/**
 * Is what the tagger alone found an attribution? Not where nobody is named, where the content is a
 * mere name, where the cue tells of a deed ("attacked the port"), where what is named says nothing
 * ("her feelings"), where a colon stands before words that are not all quoted, and not, outside of
 * quotes, what the writer or the reader says and thinks.
 */
function isSure(one: Tagged, inQuote: boolean, { prose, outer, lexicon }: Setting): boolean {
  const { tokens } = prose;
  const { deeds, mute, nobodyNamed, writerOrReader } = lexicon.speakers;
  const source = one.source[0];
  if (!source || !tellsSomething(tokens, one.content)) return false;
  for (let at = firstEndingAfter(tokens, one.cue.start); at < tokens.length; at++) {
    const { start, lower } = tokens[at] as Token;
    if (start >= one.cue.end) break;
    if (deeds.has(lower)) return false;
    // "Note: the mill is closed."
    if (lower === ":" && kindOf(one.content, outer) !== "direct") return false;
  }
  if (mute.has(headOf(tokens, source))) return false;
  const [first = ""] = tokens[firstEndingAfter(tokens, source.start)]?.lower.split("'") ?? [];
  return !nobodyNamed.has(first) && (inQuote || !writerOrReader.has(first));
}

/** The last noun before the first preposition or mark: "the mood" of "the mood in the town". */
function headOf(tokens: readonly Token[], { start, end }: Span): string {
  let head = "";
  for (let at = firstEndingAfter(tokens, start); at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.start >= end) break;
    if (head !== "" && (token.pos === "ADP" || token.pos === "PUNCT")) break;
    if (nounLike.test(token.pos)) head = token.lower;
  }
  return head;
}

const nounLike = /^(NOUN|PROPN|SYM)$/;

function tellsSomething(tokens: readonly Token[], spans: readonly Span[]): boolean {
  let words = 0;
  for (const span of spans)
    for (let at = firstEndingAfter(tokens, span.start); at < tokens.length; at++) {
      const { start, pos, lower } = tokens[at] as Token;
      if (start >= span.end) break;
      if (pos === "VERB" || pos === "AUX" || lower === "“" || lower === '"') return true;
      if (pos !== "PUNCT") words++;
    }
  return words >= leastWords;
}

function isLikely({ cue }: Found, { units, likelihood01 }: Tags): boolean {
  if (cue.length === 0) return true;
  return cue.some((span) => {
    const [from, to] = unitsOf(units, span);
    return likelihood01.subarray(from, to).some((likelihood) => likelihood >= leastLikelyRule01);
  });
}

/** The share of the spans' units that are marked in `told`. */
function shareTold(told: Uint8Array, units: readonly Span[], spans: readonly Span[]): number {
  let all = 0;
  let marked = 0;
  for (const span of spans) {
    const [from, to] = unitsOf(units, span);
    all += to - from;
    for (let at = from; at < to; at++) marked += told[at] as number;
  }
  return all ? marked / all : 0;
}
