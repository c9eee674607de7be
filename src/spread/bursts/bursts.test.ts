import { expect, test } from "vitest";
import { memoryActions } from "../memory-actions.ts";
import { randomFrom } from "../random.ts";
import { findBursts } from "./find-bursts.ts";

const hour = 3600;

/** How many of so many coins fall on one side. */
function flips(random: () => number, coins: number): number {
  return Array.from({ length: coins }, random).filter((one) => one < 0.5).length;
}

/** Posts of a hundred hours: `perHour` on each of ten tags, and more on one from hour 40 to 44. */
function postsWith(more: (hour: number, tag: number) => number, perHour = 6) {
  const random = randomFrom(5);
  return memoryActions(
    Array.from({ length: 100 }, (_, at) =>
      Array.from({ length: 10 }, (_, tag) =>
        Array.from({ length: flips(random, 2 * perHour) + more(at, tag) }, (_, post) => ({
          object: `tag${tag}`,
          account: `a${Math.floor(random() * 200)}`,
          post: `${at}-${tag}-${post}`,
          seconds: at * hour + Math.floor(random() * hour),
        })),
      ),
    ).flat(2),
  );
}

test("a tag that rises above the others for some hours has a burst there", async () => {
  const bursts = await findBursts(
    postsWith((at, tag) => (tag === 3 && at >= 40 && at < 44 ? 50 : 0)),
  );
  expect(bursts).toHaveLength(1);
  expect(bursts[0]).toMatchObject({ object: 3, startSeconds: 40 * hour, endSeconds: 44 * hour });
  expect(bursts[0]?.actions).toBeGreaterThan(200);
  expect(bursts[0]?.expected).toBeLessThan(80);
});

test("a rise that all tags share is no burst", async () => {
  expect(await findBursts(postsWith((at) => (at >= 40 && at < 44 ? 50 : 0)))).toEqual([]);
});

test("even posting has no burst", async () => {
  expect(await findBursts(postsWith(() => 0))).toEqual([]);
});

test("two rises far apart are two bursts, the heavier first", async () => {
  const bursts = await findBursts(
    postsWith((at, tag) =>
      tag !== 3 ? 0 : at >= 20 && at < 23 ? 40 : at >= 70 && at < 73 ? 90 : 0,
    ),
  );
  expect(bursts.map(({ startSeconds }) => startSeconds / hour)).toEqual([70, 20]);
});
