import { describe, expect, test } from "vitest";
import { coAct } from "../coaction/co-act.ts";
import { type Action, memoryActions } from "../memory-actions.ts";
import { randomFrom } from "../random.ts";
import { expectedWeight } from "./expected.ts";
import { momentsOf } from "./moments.ts";
import { falseDiscovery, testEdges } from "./significance.ts";
import { upperTail } from "./tail.ts";

const hour = 3600;

/** Accounts that post as much as they like, about what is talked of, without regard to one another. */
function organic(random: () => number, accounts: number, posts: number, hours = 48): Action[] {
  const tags = Array.from({ length: 40 }, (_, at) => `tag${at}`);
  // Every tag has a time at which it is talked of most, some only for minutes.
  const peaks = tags.map(() => ({
    at: random() * hours * hour,
    width: 10 ** (3 + 2 * random()),
  }));
  return Array.from({ length: posts }, (_, post) => {
    const account = `a${Math.floor(accounts * random() ** 3)}`;
    const tag = Math.floor(tags.length * random() ** 2);
    const { at, width } = peaks[tag] as (typeof peaks)[number];
    const seconds = Math.floor(
      Math.min(hours * hour - 1, Math.max(0, at + width * (random() + random() + random() - 1.5))),
    );
    return { object: tags[tag] as string, account, post: `p${post}`, seconds };
  });
}

/** Twenty accounts that act within half a minute of each other on fifteen objects. */
function planted(random: () => number, hours = 48): Action[] {
  return Array.from({ length: 15 }, (_, round) => {
    const start = Math.floor(random() * (hours * hour - 60));
    const object = `tag${Math.floor(random() * 40)}`;
    return Array.from({ length: 20 }, (_, member) => ({
      object,
      account: `group${member}`,
      post: `g${round}-${member}`,
      seconds: start + Math.floor(random() * 30),
    }));
  }).flat();
}

const window = { windowSeconds: 60, minParticipation: 2, minWeight: 2 } as const;

async function significant(actions: readonly Action[]) {
  const stream = memoryActions(actions);
  const { edges } = await coAct(stream, window);
  const tested = await testEdges(stream, edges, window.windowSeconds);
  return tested.edges
    .filter(({ q }) => q <= 0.05)
    .map(({ a, b }) => [stream.accountNames[a] as string, stream.accountNames[b] as string]);
}

describe("expected weights", () => {
  test("are the mean and the variance over all dealings of a bin's accounts", async () => {
    const labels = ["x", "x", "y", "y", "z"];
    const places = [
      { objects: ["t", "u"], seconds: 0 },
      { objects: ["t", "u"], seconds: 20 },
      { objects: ["t"], seconds: 50 },
      { objects: ["u", "t"], seconds: 70 },
      { objects: ["u"], seconds: 100 },
    ];
    const dealt = (accounts: readonly string[]) =>
      places.flatMap(({ objects, seconds }, at) =>
        objects.map((object) => ({
          object,
          account: accounts[at] as string,
          post: `${at}`,
          seconds,
        })),
      );
    const weights = await Promise.all(
      permutations(labels).map(async (accounts) => {
        const { edges } = await coAct(memoryActions(dealt(accounts)), {
          ...window,
          minParticipation: 1,
          minWeight: 1,
        });
        return edges.find(({ a, b }) => a === 0 && b === 1)?.weight ?? 0;
      }),
    );
    const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
    const variance = weights.reduce((sum, one) => sum + (one - mean) ** 2, 0) / weights.length;
    const moments = await momentsOf(memoryActions(dealt(labels)), 60, hour);
    const expected = expectedWeight(moments, 0, 1);
    expect(expected.mean).toBeCloseTo(mean, 10);
    expect(expected.variance).toBeCloseTo(variance, 10);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((one, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
  );
}

describe("the null model on made data, over 100 seeds", () => {
  test("finds nothing in posts of independent accounts", async () => {
    let found = 0;
    for (let seed = 1; seed <= 100; seed++)
      found += (await significant(organic(randomFrom(seed), 300, 3000))).length > 0 ? 1 : 0;
    expect(found).toBeLessThanOrEqual(5);
  });

  test("finds a group that acts as one, and few besides", async () => {
    let right = 0;
    let wrong = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed);
      const pairs = await significant([...organic(random, 300, 3000), ...planted(random)]);
      const inGroup = pairs.filter((pair) => pair.every((name) => name.startsWith("group"))).length;
      right += inGroup;
      wrong += pairs.length - inGroup;
    }
    expect(wrong / (right + wrong)).toBeLessThanOrEqual(0.05);
    expect(right / (100 * 190)).toBeGreaterThanOrEqual(0.9);
  });

  test("finds no group in a burst: thousands on one hashtag after an event", async () => {
    const random = randomFrom(7);
    const burst = Array.from({ length: 6000 }, (_, post) => ({
      object: "tag0",
      account: `b${Math.floor(3000 * random())}`,
      post: `b${post}`,
      seconds: 20 * hour + Math.floor(-900 * Math.log(1 - random())),
    }));
    expect(await significant([...organic(random, 300, 3000), ...burst])).toEqual([]);
  });
});

test.each([
  // The chance of 3 or more where 1 is expected, Poisson: 1 − e⁻¹ (1 + 1 + ½).
  [3, 1, 1, 1 - Math.exp(-1) * 2.5],
  // Geometric with mean 1 (variance 2): half goes on at each step.
  [4, 1, 2, 1 / 16],
  [0, 1, 1, 1],
  [1, 0, 0, 0],
])("the chance of %d or more at mean %d and variance %d", (count, mean, variance, chance) => {
  expect(upperTail(count, mean, variance)).toBeCloseTo(chance, 9);
});

test("q is the smallest share of false finds among all that are as small", () => {
  expect([...falseDiscovery([0.02, 0.01, 0.5], 10)]).toEqual([0.1, 0.1, 1]);
});
