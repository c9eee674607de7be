import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chain } from "../../../lexicon/chain.ts";
import { bestPath, likelihoodOf } from "./decode.ts";

const labels = 3;

const sequences = fc
  .tuple(
    fc.array(fc.integer({ min: -60, max: 60 }), { minLength: labels, maxLength: 5 * labels }),
    fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 12, maxLength: 12 }),
  )
  .map(([scores, transitions]) => ({
    scores: Int32Array.from(scores.slice(0, scores.length - (scores.length % labels))),
    chain: {
      labels,
      unit: 0.1,
      weights: new Int8Array(labels),
      transitions: Int32Array.from(transitions),
    } satisfies Chain,
  }));

test("the best path is the best of all paths", () => {
  fc.assert(
    fc.property(sequences, ({ scores, chain }) => {
      const length = scores.length / labels;
      const best = Math.max(...allPaths(length).map((path) => scoreOf(path, scores, chain)));
      expect(scoreOf([...bestPath(chain, scores, length)], scores, chain)).toBe(best);
    }),
  );
});

test("the likelihood of a label is the share of the paths that have it", () => {
  fc.assert(
    fc.property(sequences, fc.nat(labels - 1), ({ scores, chain }, label) => {
      const length = scores.length / labels;
      const paths = allPaths(length).map((path) => ({
        path,
        odds: Math.exp(scoreOf(path, scores, chain) * chain.unit),
      }));
      const sum = (some: typeof paths) => some.reduce((total, { odds }) => total + odds, 0);
      const likelihood = likelihoodOf(label, chain, scores, length);
      for (let at = 0; at < length; at++)
        expect(likelihood[at]).toBeCloseTo(
          sum(paths.filter(({ path }) => path[at] === label)) / sum(paths),
          6,
        );
    }),
  );
});

test("nothing has no path", () => {
  const chain = { labels, unit: 1, weights: new Int8Array(3), transitions: new Int32Array(12) };
  expect(bestPath(chain, new Int32Array(), 0)).toEqual(new Uint8Array());
});

function allPaths(length: number): number[][] {
  if (length === 0) return [[]];
  return allPaths(length - 1).flatMap((path) => [0, 1, 2].map((label) => [...path, label]));
}

function scoreOf(path: readonly number[], scores: Int32Array, { transitions }: Chain): number {
  let before = labels;
  return path.reduce((sum, label, at) => {
    const score = (transitions[before * labels + label] ?? 0) + (scores[at * labels + label] ?? 0);
    before = label;
    return sum + score;
  }, 0);
}
