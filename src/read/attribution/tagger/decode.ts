import type { Chain } from "../../../lexicon/chain.ts";

/** The score of a label that may not be. */
export const forbidden = -1_000_000_000;

/** Adds up the weights of a token's features for each of at least three labels into `scores` from `offset`. */
export function scoreToken(
  { labels, weights }: Chain,
  features: Int32Array,
  scores: Int32Array,
  offset: number,
): void {
  const mask = weights.length / labels - 1;
  // The sums of the first three labels stand beside the list: most time goes here.
  let first = 0;
  let second = 0;
  let third = 0;
  scores.fill(0, offset, offset + labels);
  for (let at = 0; at < features.length; at++) {
    const bucket = ((features[at] as number) & mask) * labels;
    first += weights[bucket] as number;
    second += weights[bucket + 1] as number;
    third += weights[bucket + 2] as number;
    for (let label = 3; label < labels; label++)
      (scores[offset + label] as number) += weights[bucket + label] as number;
  }
  scores[offset] = first;
  scores[offset + 1] = second;
  scores[offset + 2] = third;
}

/** Room that is used again and again; each call fills what it reads. */
const room = {
  from: new Uint8Array(0),
  best: new Float64Array(0),
  next: new Float64Array(0),
  ahead: new Float64Array(0),
  back: new Float64Array(0),
  own: new Float64Array(0),
};

function makeRoom(length: number, labels: number): typeof room {
  const size = length * labels;
  if (room.best.length < labels) {
    room.best = new Float64Array(labels);
    room.next = new Float64Array(labels);
  }
  if (room.from.length < size) {
    room.from = new Uint8Array(size * 2);
    room.ahead = new Float64Array(size * 2);
    room.back = new Float64Array(size * 2);
    room.own = new Float64Array(size * 2);
  }
  return room;
}

/**
 * The best labels of a sequence (Viterbi 1967, 10.1109/TIT.1967.1054010), in whole numbers.
 * `scores[at * labels + label]`; a label of the score `forbidden` is not chosen.
 */
export function bestPath(
  { labels, transitions }: Chain,
  scores: Int32Array,
  length: number,
): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const { from } = makeRoom(length, labels);
  let { best, next } = room;
  for (let label = 0; label < labels; label++)
    best[label] = (transitions[labels * labels + label] as number) + (scores[label] as number);
  for (let at = 1; at < length; at++) {
    for (let label = 0; label < labels; label++) {
      let highest = Number.NEGATIVE_INFINITY;
      let reached = 0;
      for (let before = 0; before < labels; before++) {
        const score = (best[before] as number) + (transitions[before * labels + label] as number);
        if (score > highest) {
          highest = score;
          reached = before;
        }
      }
      from[at * labels + label] = reached;
      next[label] = highest + (scores[at * labels + label] as number);
    }
    [best, next] = [next, best];
  }
  let last = 0;
  for (let label = 1; label < labels; label++)
    if ((best[label] as number) > (best[last] as number)) last = label;
  for (let at = length - 1; at >= 0; at--) {
    path[at] = last;
    last = from[at * labels + last] as number;
  }
  return path;
}

/**
 * How likely each token of a sequence is to have `label`, 0 to 1, all paths weighed (forward and
 * backward: Rabiner 1989, 10.1109/5.18626).
 */
export function likelihoodOf(
  label: number,
  chain: Chain,
  scores: Int32Array,
  length: number,
): Float64Array {
  const { labels, unit } = chain;
  const odds = oddsOf(chain);
  const { ahead, back, own } = makeRoom(length, labels);
  back.fill(1, 0, length * labels);
  for (let at = 0; at < length; at++) {
    const place = at * labels;
    let most = scores[place] as number;
    for (let one = 1; one < labels; one++) most = Math.max(most, scores[place + one] as number);
    for (let one = 0; one < labels; one++) {
      own[place + one] = Math.exp(((scores[place + one] as number) - most) * unit);
      let reached = at === 0 ? (odds[labels * labels + one] as number) : 0;
      for (let before = 0; at > 0 && before < labels; before++)
        reached +=
          (ahead[place - labels + before] as number) * (odds[before * labels + one] as number);
      ahead[place + one] = reached * (own[place + one] as number);
    }
    toOne(ahead, place, labels);
  }
  for (let at = length - 2; at >= 0; at--) {
    const place = at * labels;
    for (let one = 0; one < labels; one++) {
      let leads = 0;
      for (let after = 0; after < labels; after++)
        leads +=
          (odds[one * labels + after] as number) *
          (own[place + labels + after] as number) *
          (back[place + labels + after] as number);
      back[place + one] = leads;
    }
    toOne(back, place, labels);
  }
  const likelihood = new Float64Array(length);
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let one = at * labels; one < (at + 1) * labels; one++)
      sum += (ahead[one] as number) * (back[one] as number);
    const place = at * labels + label;
    likelihood[at] = ((ahead[place] as number) * (back[place] as number)) / sum;
  }
  return likelihood;
}

const known = new WeakMap<Chain, Float64Array>();

/** The transitions as odds; the same for every sequence. */
function oddsOf(chain: Chain): Float64Array {
  const before = known.get(chain);
  if (before) return before;
  const odds = Float64Array.from(chain.transitions, (weight) => Math.exp(weight * chain.unit));
  known.set(chain, odds);
  return odds;
}

/** Scales so many values from `place` so that they sum to 1. */
function toOne(values: Float64Array, place: number, count: number) {
  let sum = 0;
  for (let at = place; at < place + count; at++) sum += values[at] as number;
  for (let at = place; at < place + count; at++) (values[at] as number) /= sum;
}
