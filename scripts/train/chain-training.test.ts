import { expect, test } from "vitest";
import { bestPath, scoreToken } from "../../src/read/attribution/tagger/decode.ts";
import { type Examples, type Training, trainChain } from "./chain-training.ts";

const training: Training = {
  labels: 3,
  follows: (from, to) => to !== 2 || (from !== null && from !== 0),
  bits: 8,
  rounds: 20,
  warmUp: 5,
  rate: 0.2,
  decay: 1e-4,
  dropped01: 0.1,
  leastSeen: 1,
};

/** Words as features: 5 begins a cue, 6 goes on with it after 5 and means nothing elsewhere. */
const words = [
  [1, 5, 6, 2],
  [6, 1, 5, 3],
  [2, 5, 6, 6],
  [3, 6, 2, 1],
];
const gold = [
  [0, 1, 2, 0],
  [0, 0, 1, 0],
  [0, 1, 2, 2],
  [0, 0, 0, 0],
];

const examples: Examples = {
  width: 1,
  features: Int32Array.from(words.flat()),
  gold: Uint8Array.from(gold.flat()),
  allowed: new Uint8Array(16).fill(255),
  sequences: words.map((_, index) => ({ offset: index * 4, length: 4 })),
};

test("a chain learns what depends on the label before", () => {
  const chain = trainChain(examples, training, () => {});
  words.forEach((sequence, index) => {
    const scores = new Int32Array(sequence.length * chain.labels);
    sequence.forEach((word, at) => {
      scoreToken(chain, Int32Array.from([word]), scores, at * chain.labels);
    });
    expect([...bestPath(chain, scores, sequence.length)]).toEqual(gold[index]);
  });
});

test("training again gives the same weights, and the loss falls", () => {
  const losses: number[] = [];
  const first = trainChain(examples, training, (_, loss) => losses.push(loss));
  expect(trainChain(examples, training, () => {})).toEqual(first);
  expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 2);
});
