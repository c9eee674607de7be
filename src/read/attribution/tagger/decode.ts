import type { Chain } from "../../../lexicon/chain.ts";

/** The score of a label that may not be. */
export const forbidden = -1_000_000_000;

/** Adds up the weights of a token's features for each label into `scores` from `offset`. */
export function scoreToken(
  { labels, weights }: Chain,
  features: Int32Array,
  scores: Int32Array,
  offset: number,
): void {
  const mask = weights.length / labels - 1;
  scores.fill(0, offset, offset + labels);
  for (let at = 0; at < features.length; at++) {
    const bucket = ((features[at] as number) & mask) * labels;
    for (let label = 0; label < labels; label++)
      (scores[offset + label] as number) += weights[bucket + label] as number;
  }
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
  const from = new Uint8Array(length * labels);
  let best = new Float64Array(labels);
  let next = new Float64Array(labels);
  for (let label = 0; label < labels; label++)
    best[label] = (transitions[labels * labels + label] as number) + (scores[label] as number);
  for (let at = 1; at < length; at++) {
    for (let label = 0; label < labels; label++) {
      let highest = Number.NEGATIVE_INFINITY;
      for (let before = 0; before < labels; before++) {
        const score = (best[before] as number) + (transitions[before * labels + label] as number);
        if (score > highest) {
          highest = score;
          from[at * labels + label] = before;
        }
      }
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
  const ahead = new Float64Array(length * labels);
  const back = new Float64Array(length * labels).fill(1);
  const own = new Float64Array(length * labels);
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
