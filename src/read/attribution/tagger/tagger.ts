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
  /** How likely the chain holds it that here a cue begins, 0 to 1. */
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
const loose: ReadonlySet<string> = new Set([
  "as-said",
  "hearsay",
  "noun",
  "passive-by",
  "passive-implicit",
  "relative-object",
]);

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
      tagCues(model, signs, piece, leaning, labels, likelihood01);
    const tagged = cuesIn(labels).map((cue) => {
      const rule = ruleOf(signs, cue);
      return {
        ...(rule === null || loose.has(found[rule]?.rule ?? "")
          ? tagRoles(model.roles, signs, labels, found, cue)
          : nothing),
        cue: spanOf(signs.units, cue.from, cue.to),
        score01: likelihood01[cue.from] as number,
        rule,
      };
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
const hopeless = -8;

/**
 * Labels the cues of a piece. Most units are words that are hardly ever part of a cue: they are not
 * looked at (`gate`), nor is what follows them.
 */
function tagCues(
  { cues: chain, gate }: AttributionModel,
  signs: Signs,
  piece: Piece,
  leaning: number,
  labels: Uint8Array,
  likelihood01: Float64Array,
) {
  const length = piece.to - piece.from;
  const scores = roomFor(length * chain.labels);
  const least = Math.round(hopeless / chain.unit);
  let any = false;
  let goesOn = false;
  for (let at = 0; at < length; at++) {
    const offset = at * chain.labels;
    const mayBegin = isOpen(gate, signs, piece.from + at);
    if (mayBegin || goesOn) {
      writeCueFeatures(signs, piece.from + at, piece, features.cue, 0);
      scoreToken(chain, features.cue, scores, offset);
    } else scores.fill(0, offset, offset + chain.labels);
    const none = scores[offset + cueLabels.none] as number;
    const begins: boolean = mayBegin && (scores[offset + cueLabels.begin] as number) - none >= least;
    const inside: boolean = goesOn && (scores[offset + cueLabels.inside] as number) - none >= least;
    if (!begins) scores[offset + cueLabels.begin] = forbidden;
    if (!inside) scores[offset + cueLabels.inside] = forbidden;
    goesOn = begins || inside;
    any ||= begins;
  }
  if (!any) return;
  likelihood01.set(likelihoodOf(cueLabels.begin, chain, scores, length), piece.from);
  for (let at = 0; at < length; at++)
    (scores[at * chain.labels + cueLabels.none] as number) -= leaning;
  labels.set(bestPath(chain, scores, length), piece.from);
}

/** May a cue begin at the unit? Words rarely seen in training may, if they tell something. */
function isOpen({ weights }: Chain, { word, pos, rule }: Signs, at: number): boolean {
  const said = rule[at] as number;
  if (said === 1 || said === 2) return true;
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
  found: readonly Found[],
  cue: CueUnits,
): Pick<Tagged, "source" | "content"> {
  const around = surroundings(signs, cues, found, cue);
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
