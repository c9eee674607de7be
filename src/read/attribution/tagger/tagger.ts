import type { Span } from "../../../document/span.ts";
import { createSweep } from "../../../document/sweep.ts";
import type { AttributionModel, Chain } from "../../../lexicon/chain.ts";
import type { Cues } from "../../../lexicon/cues.ts";
import type { Quote } from "../../quotes/quotes.ts";
import type { Prose } from "../../sentences/prose.ts";
import type { Found } from "../found.ts";
import { cueFeatures, writeCueFeatures } from "./cue-features.ts";
import { bestPath, forbidden, likelihoodOf, scoreToken } from "./decode.ts";
import {
  type CueUnits,
  roleFeatures,
  ruleOf,
  surroundings,
  writeRoleFeatures,
} from "./role-features.ts";
import {
  adjective,
  createSignsReader,
  noun,
  type Signs,
  type UnitSentence,
  verb,
} from "./signs.ts";

/** A cue as the trained chains see it. */
export type Tagged = {
  readonly cue: Span;
  /** Who says it and what; empty where the rule that found the cue is left to tell. */
  readonly source: readonly Span[];
  readonly content: readonly Span[];
  /** How likely the chain holds it that here a cue begins, 0 to 1, to three places. */
  readonly score01: number;
  /** Index of what the rules found with this cue; null where they found nothing. */
  readonly rule: number | null;
};

/** All that was tagged in a text, in units of the tagger, and how likely at each of them a cue begins. */
export type Tags = {
  readonly tagged: readonly Tagged[];
  readonly units: readonly Span[];
  readonly likelihood01: Float64Array;
};

/**
 * Rules that find a cue better than they cut what is said: less than four fifths of their contents
 * agree with the training part of PolNeAR. For them the chain tells who and what.
 */
const loose: ReadonlySet<string> = new Set(["as-said", "hearsay", "noun", "passive-by"]);

/** A cue that no rule found is believed where it is at least so likely. */
const leastLikely01 = 0.4;

const nothing: Pick<Tagged, "source" | "content"> = { source: [], content: [] };

/** No paragraph is tagged in longer pieces, in units, but for a longer sentence. */
const longestPiece = 300;

/** Labels of the chains. */
export const cueLabels = { none: 0, begin: 1, inside: 2 } as const;
export const roleLabels = {
  none: 0,
  sourceBegin: 1,
  sourceInside: 2,
  contentBegin: 3,
  contentInside: 4,
} as const;

/**
 * Makes the tagger: first it finds the cues of a text, then for each of them who says it and what
 * is said, seeing what the rules found (stacking: Wolpert 1992, 10.1016/S0893-6080(05)80023-1).
 * Linear in the text. `lean` above 0, in natural logarithms of odds, finds more cues and more wrong ones.
 */
export function createTagger(
  model: AttributionModel,
  cues: Cues,
  lean: number,
): (
  prose: Prose,
  read: {
    readonly quotes: readonly Quote[];
    readonly found: readonly Found[];
    readonly skip: readonly Span[];
  },
) => Tags {
  const readSigns = createSignsReader(cues);
  const leaning = Math.round(lean / model.cues.unit);
  return (prose, { quotes, found, skip }) => {
    const signs = readSigns(prose, quotes, found);
    const labels = new Uint8Array(signs.units.length);
    const likelihood01 = new Float64Array(signs.units.length);
    for (const piece of piecesOf(signs.sentences, skip))
      tagCues(model, signs, piece, { labels, likelihood01, leaning });
    const tagged = cuesIn(labels).map((cue) => {
      const rule = ruleOf(signs, cue);
      const score01 = Math.round((likelihood01[cue.from] as number) * 1000) / 1000;
      const tells = rule === null ? score01 >= leastLikely01 : loose.has(found[rule]?.rule ?? "");
      const roles = tells ? tagRoles(model.roles, signs, labels, cue) : nothing;
      const { source, content } = roles;
      return { source, cue: spanOf(signs.units, cue.from, cue.to), content, score01, rule };
    });
    return { tagged, units: signs.units, likelihood01 };
  };
}

type Piece = { readonly from: number; readonly to: number };

/** Paragraphs as runs of units, long ones cut between sentences; sentences of `skip` left out. */
export function piecesOf(sentences: readonly UnitSentence[], skip: readonly Span[]): Piece[] {
  const skipped = createSweep(skip);
  const pieces: { from: number; to: number }[] = [];
  let paragraph = -1;
  for (const sentence of sentences) {
    if (skipped(sentence).length > 0) continue;
    const { from, to } = sentence;
    const last = pieces.at(-1);
    const goesOn = last?.to === from && sentence.paragraph === paragraph;
    if (last && goesOn && to - last.from <= longestPiece) last.to = to;
    else pieces.push({ from, to });
    paragraph = sentence.paragraph;
  }
  return pieces;
}

const features = { cue: new Int32Array(cueFeatures), role: new Int32Array(roleFeatures) };
let scratch = new Int32Array(0);

/** Room for the scores of so many units and labels; used again and again. */
function roomFor(size: number): Int32Array {
  if (scratch.length < size) scratch = new Int32Array(size * 2);
  return scratch;
}

/** A unit whose weights speak so much against a cue, in natural logarithms of odds, is none. */
const hopeless = -5;

/**
 * Labels the cues of a piece. Most units are words that hardly ever begin a cue: they are not looked
 * at (`gate`). So a piece falls into short stretches in which there may be a cue, with a unit on both
 * sides that is none, and these are decoded one by one.
 */
function tagCues(model: AttributionModel, signs: Signs, piece: Piece, tags: CueTags) {
  const { cues: chain, gate } = model;
  const scores = roomFor((piece.to - piece.from) * chain.labels);
  const least = Math.round(hopeless / chain.unit);
  let start = -1;
  for (let at = piece.from; at < piece.to; at++) {
    const offset = (at - piece.from) * chain.labels;
    const inStretch = start >= 0;
    const mayBegin = isOpen(gate, signs, at);
    scores.fill(0, offset, offset + chain.labels);
    if (mayBegin || inStretch) {
      writeCueFeatures(signs, at, piece, features.cue, 0);
      scoreToken(chain, features.cue, scores, offset);
    }
    const none = scores[offset + cueLabels.none] as number;
    const begins = mayBegin && (scores[offset + cueLabels.begin] as number) - none >= least;
    const inside = inStretch && (scores[offset + cueLabels.inside] as number) - none >= least;
    if (!begins) scores[offset + cueLabels.begin] = forbidden;
    if (!inside) scores[offset + cueLabels.inside] = forbidden;
    if (begins && !inStretch) start = at;
    if (start < 0 || begins || inside) continue;
    tagStretch(chain, scores, signs, piece, start, at + 1, tags);
    start = -1;
  }
  if (start >= 0) tagStretch(chain, scores, signs, piece, start, piece.to, tags);
}

type CueTags = {
  readonly labels: Uint8Array;
  readonly likelihood01: Float64Array;
  /** Taken off the score of no cue. */
  readonly leaning: number;
};

function tagStretch(
  chain: Chain,
  scores: Int32Array,
  signs: Signs,
  piece: Piece,
  start: number,
  to: number,
  { labels, likelihood01, leaning }: CueTags,
) {
  const from = Math.max(piece.from, start - 1);
  const size = chain.labels;
  const own = scores.subarray((from - piece.from) * size, (to - piece.from) * size);
  for (let at = cueLabels.none; at < own.length; at += size) (own[at] as number) -= leaning;
  const path = bestPath(chain, own, to - from);
  labels.set(path, from);
  // Nobody asks how likely a cue is where neither the chain nor a rule has one.
  let asked = path.includes(cueLabels.begin);
  for (let at = from; at < to && !asked; at++) asked = isRuleCue(signs, at);
  if (!asked) return;
  for (let at = cueLabels.none; at < own.length; at += size) (own[at] as number) += leaning;
  likelihood01.set(likelihoodOf(cueLabels.begin, chain, own, to - from), from);
}

function isRuleCue({ rule }: Signs, at: number): boolean {
  return rule[at] === 1 || rule[at] === 2;
}

/** May a cue begin at the unit? Words rarely seen in training may, if they tell something. */
function isOpen({ weights }: Chain, signs: Signs, at: number): boolean {
  if (isRuleCue(signs, at)) return true;
  const { word, pos } = signs;
  const seen = weights[(word[at] as number) & (weights.length - 1)] as number;
  if (seen !== 0) return seen > 0;
  const part = pos[at];
  return part === verb || part === noun || part === adjective;
}

/** The cues that the labels tell of. */
function cuesIn(labels: Uint8Array): CueUnits[] {
  const cues: CueUnits[] = [];
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] !== cueLabels.begin) continue;
    let to = at + 1;
    while (labels[to] === cueLabels.inside) to++;
    cues.push({ from: at, to });
  }
  return cues;
}

function tagRoles(
  chain: Chain,
  signs: Signs,
  cues: Uint8Array,
  cue: CueUnits,
): Pick<Tagged, "source" | "content"> {
  const around = surroundings(signs, cues, cue);
  const { from, to } = around;
  const scores = roomFor((to - from) * chain.labels);
  for (let at = from; at < to; at++) {
    const offset = (at - from) * chain.labels;
    if (at >= cue.from && at < cue.to) {
      scores.fill(forbidden, offset, offset + chain.labels);
      scores[offset + roleLabels.none] = 0;
      continue;
    }
    writeRoleFeatures(signs, cues, around, at, features.role, 0);
    scoreToken(chain, features.role, scores, offset);
  }
  const path = bestPath(chain, scores, to - from);
  return {
    source: spansOf(signs.units, path, from, roleLabels.sourceBegin),
    content: spansOf(signs.units, path, from, roleLabels.contentBegin),
  };
}

/** Spans of the units labelled `begin`, with those after them that go on (`begin + 1`). */
function spansOf(units: readonly Span[], path: Uint8Array, from: number, begin: number): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < path.length; at++) {
    if (path[at] !== begin) continue;
    let to = at + 1;
    while (path[to] === begin + 1) to++;
    spans.push(spanOf(units, from + at, from + to));
  }
  return spans;
}

function spanOf(units: readonly Span[], from: number, to: number): Span {
  return { start: (units[from] as Span).start, end: (units[to - 1] as Span).end };
}
