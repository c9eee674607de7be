import type { Chain } from "../../src/lexicon/chain.ts";

/** Sequences to learn from: the features of all tokens one after the other, and the right labels. */
export type Examples = {
  /** Features of a token. */
  readonly width: number;
  readonly features: Int32Array;
  readonly gold: Uint8Array;
  /** Bits of the labels that a token may have. */
  readonly allowed: Uint8Array;
  readonly sequences: readonly Sequence[];
};

/** Tokens of the examples, from `offset`. */
export type Sequence = { readonly offset: number; readonly length: number };

export type Training = {
  readonly labels: number;
  /** May label `to` follow label `from`? `from` is null before the first token. */
  readonly follows: (from: number | null, to: number) => boolean;
  /** Buckets of features, as a power of two. */
  readonly bits: number;
  readonly rounds: number;
  /** Rounds at the beginning that do not count in the mean of the weights. */
  readonly warmUp: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of its features that each token loses at random. */
  readonly dropped01: number;
  /** Features seen more rarely have no weight. */
  readonly leastSeen: number;
};

/** Logarithm of the likelihood of what may not be. */
const never = -1e31;
/** Where the sum of squares begins, so that first steps are not wild. */
const firstSquare = 1e-2;

/**
 * Trains a linear-chain conditional random field by stochastic gradient with a rate per weight
 * (AdaGrad: Duchi, Hazan and Singer, JMLR 2011), features dropped at random (Srivastava et al., JMLR
 * 2014) and the mean of the weights over the later rounds. Repeatable: its random numbers are its own.
 */
export function trainChain(
  examples: Examples,
  training: Training,
  tell: (round: number, loss: number) => void,
): Chain {
  const { labels, bits, rounds, warmUp, follows } = training;
  const size = labels << bits;
  const rows = labels + 1;
  const state: State = {
    training,
    examples,
    seen: countSeen(examples.features, bits),
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(firstSquare),
    transitions: new Float64Array(rows * labels),
    transitionSquares: new Float64Array(rows * labels).fill(firstSquare),
    mayFollow: Uint8Array.from({ length: rows * labels }, (_, at) =>
      follows(at >= labels * labels ? null : Math.floor(at / labels), at % labels) ? 1 : 0,
    ),
    random: randomNumbers(),
  };
  const sum = new Float64Array(size);
  const transitionSum = new Float64Array(rows * labels);
  const order = examples.sequences.slice();
  for (let round = 0; round < rounds; round++) {
    shuffle(order, state.random);
    let loss = 0;
    for (const sequence of order) loss += learn(state, sequence);
    tell(round, loss);
    if (round < warmUp) continue;
    addTo(sum, state.weights);
    addTo(transitionSum, state.transitions);
  }
  const counted = rounds - warmUp;
  return wholeNumbers(
    labels,
    sum.map((value) => value / counted),
    transitionSum.map((value, at) => (state.mayFollow[at] ? value / counted : never)),
  );
}

type State = {
  readonly training: Training;
  readonly examples: Examples;
  /** How often each bucket was seen, up to 255. */
  readonly seen: Uint8Array;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly transitions: Float64Array;
  readonly transitionSquares: Float64Array;
  readonly mayFollow: Uint8Array;
  readonly random: () => number;
};

/** One step on one sequence; returns its loss before the step (minus log likelihood). */
function learn(state: State, { offset, length }: Sequence): number {
  const { training, examples, weights, squares, transitions, transitionSquares } = state;
  const { labels, rate, decay } = training;
  const { gold } = examples;
  const kept = keepFeatures(state, offset, length);
  const scores = scoreAll(state, kept, length);
  const likely = likelihoods(state, scores, offset, length);
  const { ahead, back, total } = likely;
  let path = 0;
  let before = labels;
  const slopes = new Float64Array(transitions.length);
  for (let at = 0; at < length; at++) {
    const label = gold[offset + at] as number;
    path +=
      (scores[at * labels + label] as number) + (transitions[before * labels + label] as number);
    (slopes[before * labels + label] as number)++;
    before = label;
  }
  expectTransitions(state, scores, likely, length, slopes);
  for (let at = 0; at < slopes.length; at++) {
    const slope = slopes[at] as number;
    if (slope === 0) continue;
    const square = (transitionSquares[at] as number) + slope * slope;
    transitionSquares[at] = square;
    (transitions[at] as number) += (rate * slope) / Math.sqrt(square);
  }
  for (let at = 0; at < length; at++)
    for (let label = 0; label < labels; label++) {
      const place = at * labels + label;
      const expected = Math.exp((ahead[place] as number) + (back[place] as number) - total);
      const slope = (gold[offset + at] === label ? 1 : 0) - expected;
      if (Math.abs(slope) < 1e-3) continue;
      const end = kept.ends[at] as number;
      for (let index = at * examples.width; index < end; index++) {
        const weight = (kept.buckets[index] as number) + label;
        const value = weights[weight] as number;
        const down = slope - decay * value;
        const square = (squares[weight] as number) + down * down;
        squares[weight] = square;
        weights[weight] = value + (rate * down) / Math.sqrt(square);
      }
    }
  return total - path;
}

type Kept = { readonly buckets: Int32Array; readonly ends: Int32Array };

/** Where the weights of the features begin that count in this step. */
function keepFeatures(
  { examples, training, seen, random }: State,
  offset: number,
  length: number,
): Kept {
  const { width, features } = examples;
  const { bits, labels, leastSeen, dropped01 } = training;
  const mask = (1 << bits) - 1;
  const buckets = new Int32Array(length * width);
  const ends = new Int32Array(length);
  for (let token = 0; token < length; token++) {
    let next = token * width;
    const from = (offset + token) * width;
    for (let at = from; at < from + width; at++) {
      const bucket = (features[at] as number) & mask;
      if ((seen[bucket] as number) < leastSeen || random() < dropped01) continue;
      buckets[next++] = bucket * labels;
    }
    ends[token] = next;
  }
  return { buckets, ends };
}

function scoreAll({ training, examples, weights }: State, kept: Kept, length: number) {
  const { labels } = training;
  const scores = new Float64Array(length * labels);
  for (let token = 0; token < length; token++) {
    const end = kept.ends[token] as number;
    for (let at = token * examples.width; at < end; at++) {
      const bucket = kept.buckets[at] as number;
      for (let label = 0; label < labels; label++)
        (scores[token * labels + label] as number) += weights[bucket + label] as number;
    }
  }
  return scores;
}

type Likelihoods = {
  readonly ahead: Float64Array;
  readonly back: Float64Array;
  readonly total: number;
};

/** Forward and backward (Rabiner 1989, 10.1109/5.18626), in logarithms. */
function likelihoods(
  { training, examples, transitions, mayFollow }: State,
  scores: Float64Array,
  offset: number,
  length: number,
): Likelihoods {
  const { labels } = training;
  const ahead = new Float64Array(length * labels).fill(never);
  const back = new Float64Array(length * labels).fill(never);
  const terms = new Float64Array(labels);
  const may = (at: number, label: number) =>
    (((examples.allowed[offset + at] as number) >> label) & 1) === 1;
  const start = labels * labels;
  for (let label = 0; label < labels; label++)
    if (mayFollow[start + label] && may(0, label))
      ahead[label] = (transitions[start + label] as number) + (scores[label] as number);
  for (let at = 1; at < length; at++)
    for (let label = 0; label < labels; label++) {
      if (!may(at, label)) continue;
      for (let before = 0; before < labels; before++)
        terms[before] = mayFollow[before * labels + label]
          ? (ahead[(at - 1) * labels + before] as number) +
            (transitions[before * labels + label] as number)
          : never;
      ahead[at * labels + label] = logSum(terms) + (scores[at * labels + label] as number);
    }
  back.fill(0, (length - 1) * labels);
  for (let at = length - 2; at >= 0; at--)
    for (let label = 0; label < labels; label++) {
      for (let after = 0; after < labels; after++) {
        const next = (at + 1) * labels + after;
        terms[after] =
          mayFollow[label * labels + after] && may(at + 1, after)
            ? (transitions[label * labels + after] as number) +
              (scores[next] as number) +
              (back[next] as number)
            : never;
      }
      back[at * labels + label] = logSum(terms);
    }
  return { ahead, back, total: logSum(ahead.subarray((length - 1) * labels)) };
}

function logSum(terms: Float64Array): number {
  let most = never;
  for (const term of terms) if (term > most) most = term;
  if (most <= never / 10) return never;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}

/** Takes the expected number of each transition away from `slopes`. */
function expectTransitions(
  { training, transitions, mayFollow }: State,
  scores: Float64Array,
  { ahead, back, total }: Likelihoods,
  length: number,
  slopes: Float64Array,
) {
  const { labels } = training;
  for (let label = 0; label < labels; label++)
    (slopes[labels * labels + label] as number) -= Math.exp(
      (ahead[label] as number) + (back[label] as number) - total,
    );
  for (let at = 1; at < length; at++)
    for (let before = 0; before < labels; before++)
      for (let label = 0; label < labels; label++) {
        const transition = before * labels + label;
        const place = at * labels + label;
        if (!mayFollow[transition] || ahead[place] === never) continue;
        (slopes[transition] as number) -= Math.exp(
          (ahead[(at - 1) * labels + before] as number) +
            (transitions[transition] as number) +
            (scores[place] as number) +
            (back[place] as number) -
            total,
        );
      }
}

function countSeen(features: Int32Array, bits: number): Uint8Array {
  const seen = new Uint8Array(1 << bits);
  const mask = seen.length - 1;
  for (const feature of features) {
    const bucket = feature & mask;
    const times = seen[bucket] as number;
    if (times < 255) seen[bucket] = times + 1;
  }
  return seen;
}

function addTo(sum: Float64Array, values: Float32Array | Float64Array) {
  for (let at = 0; at < sum.length; at++) (sum[at] as number) += values[at] as number;
}

/** Random numbers from 0 to 1, always the same (mulberry32). */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<T>(list: T[], random: () => number) {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}

/** The largest byte stands for the weight that so great a share of the weights does not exceed. */
const largest01 = 0.9999;

function wholeNumbers(labels: number, weights: Float64Array, transitions: Float64Array): Chain {
  const sizes = weights
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort();
  const unit = (sizes[Math.floor(sizes.length * largest01)] ?? 1) / 127;
  return {
    labels,
    unit,
    weights: Int8Array.from(weights, (value) =>
      Math.max(-127, Math.min(127, Math.round(value / unit))),
    ),
    transitions: Int32Array.from(transitions, (value) =>
      value <= never ? -1_000_000_000 : Math.round(value / unit),
    ),
  };
}
