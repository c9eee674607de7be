import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../src/document/span.ts";
import type { AttributionModel, Chain } from "../../src/lexicon/chain.ts";
import { type Lexicon, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createRulesReader } from "../../src/read/attribution/by-rules.ts";
import type { Found } from "../../src/read/attribution/found.ts";
import { cueFeatures, writeCueFeatures } from "../../src/read/attribution/tagger/cue-features.ts";
import {
  type CueUnits,
  roleFeatures,
  surroundings,
  writeRoleFeatures,
} from "../../src/read/attribution/tagger/role-features.ts";
import { createSignsReader, type Signs, unitsOf } from "../../src/read/attribution/tagger/signs.ts";
import { cueLabels, piecesOf, roleLabels } from "../../src/read/attribution/tagger/tagger.ts";
import { readQuotes } from "../../src/read/quotes/quotes.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import { type Examples, type Sequence, type Training, trainChain } from "./chain-training.ts";

type Pairs = readonly (readonly [number, number])[];
type Gold = { readonly source: Pairs; readonly cue: Pairs; readonly content: Pairs };
type Article = { readonly text: string; readonly attributions: readonly Gold[] };

/** An article with what the rules and the tagger see of it. */
type Seen = {
  readonly found: readonly Found[];
  readonly signs: Signs;
  readonly gold: readonly Gold[];
};

const cueTraining: Training = {
  labels: 3,
  follows: (from, to) => to !== cueLabels.inside || (from !== null && from !== cueLabels.none),
  bits: 17,
  rounds: 8,
  warmUp: 2,
  rate: 0.05,
  decay: 5e-4,
  dropped01: 0.4,
  leastSeen: 2,
};

const roleTraining: Training = {
  labels: 5,
  follows: (from, to) =>
    to === roleLabels.sourceInside || to === roleLabels.contentInside
      ? from === to || from === to - 1
      : true,
  bits: 16,
  rounds: 4,
  warmUp: 1,
  rate: 0.05,
  decay: 5e-4,
  dropped01: 0.3,
  leastSeen: 2,
};

/** One article of so many is learned from a second time, written as in a chat. */
const everyChat = 3;

/** Trains the chains of the attribution tagger. @throws Error where the training set is not there. */
export function trainAttribution(
  shared: string,
  lexiconDirectory: string,
  tell: (line: string) => void,
): AttributionModel {
  const path = join(shared, "data/attribution/polnear-train.jsonl.gz");
  if (!existsSync(path))
    throw new Error(`training set not found: ${path} (give its folder with --shared DIR)`);
  const look = createLook(loadLexicon(lexiconDirectory, "en", null));
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n").filter(Boolean);
  const articles = lines.map((line) => JSON.parse(line) as Article);
  const chats = articles.filter((_, index) => index % everyChat === 0).flatMap(asChat);
  const seen = [...articles, ...chats].map(look);
  tell(`${articles.length} articles read, ${chats.length} of them also as chats`);
  const told = (name: string) => (round: number, loss: number) =>
    tell(`${name}, round ${round + 1}: loss ${loss.toFixed(0)}`);
  const cues = trainChain(cueExamples(seen), cueTraining, told("cues"));
  const roles = trainChain(roleExamples(seen), roleTraining, told("roles"));
  return { cues, roles, gate: wordGate(seen) };
}

/** All in small letters and without quotation marks, every character in its place. */
function asChat({ text, attributions }: Article): Article[] {
  const small = text.toLowerCase().replace(/["“”«»„]/g, " ");
  return small.length === text.length ? [{ text: small, attributions }] : [];
}

function createLook(lexicon: Lexicon): (article: Article) => Seen {
  const readProse = createProseReader(lexicon);
  const readRules = createRulesReader(lexicon);
  const readSigns = createSignsReader(lexicon.cues);
  return ({ text, attributions }) => {
    const prose = readProse(text);
    const quotes = readQuotes(prose);
    const found = readRules(prose, quotes, []);
    return { found, signs: readSigns(prose, quotes, found), gold: attributions };
  };
}

function cueExamples(articles: readonly Seen[]): Examples {
  const sequences: Sequence[] = [];
  let tokens = 0;
  const pieces = articles.map(({ signs }) => piecesOf(signs.sentences, []));
  for (const { from, to } of pieces.flat()) {
    sequences.push({ offset: tokens, length: to - from });
    tokens += to - from;
  }
  const features = new Int32Array(tokens * cueFeatures);
  const gold = new Uint8Array(tokens);
  let next = 0;
  articles.forEach(({ signs, gold: attributions }, index) => {
    const labels = goldCues(signs, attributions);
    for (const piece of pieces[index] ?? [])
      for (let at = piece.from; at < piece.to; at++) {
        writeCueFeatures(signs, at, piece, features, next * cueFeatures);
        gold[next++] = labels[at] as number;
      }
  });
  const allowed = new Uint8Array(tokens).fill(255);
  return { width: cueFeatures, features, gold, allowed, sequences };
}

function goldCues({ units }: Signs, attributions: readonly Gold[]): Uint8Array {
  const labels = new Uint8Array(units.length);
  for (const { cue } of attributions)
    for (const span of cue) {
      const [from, to] = rangeOf(units, span);
      for (let at = from; at < to; at++)
        if (labels[at] === cueLabels.none)
          labels[at] = at === from ? cueLabels.begin : cueLabels.inside;
    }
  return labels;
}

function roleExamples(articles: readonly Seen[]): Examples {
  const planned = articles.flatMap((article) => {
    const { signs } = article;
    const labels = goldCues(signs, article.gold);
    return article.gold
      .filter(({ cue, content }) => cue.length > 0 && content.length > 0)
      .flatMap((one) => {
        const [from, to] = rangeOf(signs.units, one.cue[0] ?? [0, 0]);
        // A mark that the chat left out is no cue.
        if (to <= from) return [];
        const reach = surroundings(signs, labels, { from, to });
        return [{ article, labels, one, cue: { from, to }, from: reach.from, to: reach.to }];
      });
  });
  const tokens = planned.reduce((sum, { from, to }) => sum + to - from, 0);
  const features = new Int32Array(tokens * roleFeatures);
  const gold = new Uint8Array(tokens);
  const allowed = new Uint8Array(tokens).fill(255);
  const sequences: Sequence[] = [];
  let offset = 0;
  for (const { article, labels, one, cue, from, to } of planned) {
    const { signs } = article;
    const around = surroundings(signs, labels, cue);
    for (let at = from; at < to; at++)
      writeRoleFeatures(signs, labels, around, at, features, (offset + at - from) * roleFeatures);
    gold.set(goldRoles(signs, one, cue, from, to), offset);
    allowed.fill(1 << roleLabels.none, offset + cue.from - from, offset + cue.to - from);
    sequences.push({ offset, length: to - from });
    offset += to - from;
  }
  return { width: roleFeatures, features, gold, allowed, sequences };
}

/** Buckets of the gate, a power of two: far more than there are frequent words. */
const gateBuckets = 1 << 16;
/** A word is frequent when it was seen so often, and open when so great a share of it began a cue. */
const frequent = 3;
const openFrom01 = 0.02;

function wordGate(articles: readonly Seen[]): Chain {
  const all = new Uint32Array(gateBuckets);
  const begun = new Uint32Array(gateBuckets);
  for (const { signs, gold } of articles) {
    const labels = goldCues(signs, gold);
    for (let at = 0; at < labels.length; at++) {
      const bucket = (signs.word[at] as number) & (gateBuckets - 1);
      (all[bucket] as number)++;
      if (labels[at] === cueLabels.begin) (begun[bucket] as number)++;
    }
  }
  const weights = Int8Array.from(all, (seen, bucket) =>
    seen < frequent ? 0 : (begun[bucket] as number) >= seen * openFrom01 ? 1 : -1,
  );
  return { labels: 1, weights, unit: 1, transitions: new Int32Array() };
}

/** The right roles of the units from `from` to `to`. */
function goldRoles(
  { units }: Signs,
  one: Gold,
  cue: CueUnits,
  from: number,
  to: number,
): Uint8Array {
  const labels = new Uint8Array(to - from);
  for (const [spans, begin] of [
    [one.content, roleLabels.contentBegin],
    [one.source, roleLabels.sourceBegin],
  ] as const)
    for (const span of spans) {
      const [first, end] = rangeOf(units, span);
      for (let at = Math.max(first, from); at < Math.min(end, to); at++)
        labels[at - from] = at === first ? begin : begin + 1;
    }
  labels.fill(roleLabels.none, cue.from - from, cue.to - from);
  // What is cut in two begins anew behind the cut.
  for (let at = 0; at < labels.length; at++) {
    const role = labels[at] as number;
    const before = labels[at - 1];
    const inside = role === roleLabels.sourceInside || role === roleLabels.contentInside;
    if (inside && before !== role && before !== role - 1) labels[at] = role - 1;
  }
  return labels;
}

function rangeOf(units: readonly Span[], [start, end]: readonly [number, number]) {
  return unitsOf(units, { start, end });
}
