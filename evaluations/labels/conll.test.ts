import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignment, conllScore, countChains, scoreOf } from "./conll.ts";

/** "abc de" is two chains of single-letter things. */
const chains = (written: string) => written.split(" ").map((chain) => [...chain]);
const of = (gold: string, found: string, measure: "muc" | "b3" | "ceafe") =>
  scoreOf([countChains(chains(gold), chains(found))[measure]]);

describe("published examples", () => {
  // One gold chain of four, found in two halves: of three links two are kept, and none is wrong.
  test("MUC counts links (Vilain et al. 1995)", () => {
    expect(of("abcd", "ab cd", "muc")).toMatchObject({ recall: 2 / 3, precision: 1 });
    expect(of("ab cd", "abcd", "muc")).toMatchObject({ recall: 1, precision: 2 / 3 });
  });

  // Chains of five, two and five; joining the two long ones is worse than joining a long and the
  // short one, which MUC cannot tell: 16/21 against 9/10 in the paper's figures 1 and 2.
  test("B³ tells what is joined from how much (Bagga and Baldwin 1998)", () => {
    const gold = "abcde fg hijkl";
    const short = of(gold, "abcde fghijkl", "b3");
    const long = of(gold, "abcdehijkl fg", "b3");
    expect(short.recall).toBe(1);
    expect(short.precision).toBeCloseTo((5 + 2 * (2 / 7) + 5 * (5 / 7)) / 12, 10);
    expect(long.precision).toBeCloseTo((10 * (5 / 10) + 2) / 12, 10);
    expect(of(gold, "abcde fghijkl", "muc").precision).toBe(
      of(gold, "abcdehijkl fg", "muc").precision,
    );
  });

  // Each gold chain is held against one found chain at most: the whole in one chain keeps one of three.
  test("CEAF-e pairs chain with chain (Luo 2005)", () => {
    const all = of("abcde fg hijkl", "abcdefghijkl", "ceafe");
    expect(all.recall).toBeCloseTo((2 * 5) / (5 + 12) / 3, 10);
    expect(all.precision).toBeCloseTo((2 * 5) / (5 + 12), 10);
  });
});

test.each([
  [
    [
      [1, 2],
      [3, 1],
    ],
    5,
  ],
  [
    [
      [5, 4],
      [4, 1],
    ],
    8,
  ],
  [[[1, 2, 9]], 9],
  [[[1], [7], [2]], 7],
  [[], 0],
])("the best assignment of %j is %d", (weights, best) => {
  expect(assignment(weights)).toBe(best);
});

test("the same chains score 1, and any score stays within 0 and 1", () => {
  const partition = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 14 });
  const grouped = (keys: readonly number[]) =>
    [...new Set(keys)].map((key) => keys.flatMap((one, at) => (one === key ? [String(at)] : [])));
  fc.assert(
    fc.property(partition, partition, (a, b) => {
      const gold = grouped(a);
      const found = grouped(a.map((_, at) => b[at % b.length] ?? 0));
      const score = conllScore([countChains(gold, found)]);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1 + 1e-12);
      const same = countChains(gold, [...gold].reverse());
      expect(scoreOf([same.b3]).f1).toBeCloseTo(1, 10);
      expect(scoreOf([same.ceafe]).f1).toBeCloseTo(1, 10);
    }),
  );
});
