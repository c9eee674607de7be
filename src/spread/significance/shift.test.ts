import { expect, test } from "vitest";
import { coAct } from "../coaction/co-act.ts";
import { type Action, memoryActions } from "../memory-actions.ts";
import { randomFrom } from "../random.ts";
import { mostShiftSeconds, shiftEdges } from "./shift.ts";

const hour = 3600;
const window = { windowSeconds: 60, minParticipation: 1, minWeight: 1 } as const;

async function held(actions: readonly Action[], rounds: number, seed = 1) {
  const stream = memoryActions(actions);
  const { edges } = await coAct(stream, window);
  const chances = await shiftEdges(stream, edges, window.windowSeconds, { rounds, seed });
  return edges.map((edge, at) => ({
    pair: `${stream.accountNames[edge.a]} ${stream.accountNames[edge.b]}`,
    weight: edge.weight,
    ...(chances[at] as (typeof chances)[number]),
  }));
}

const act = (object: string, account: string, seconds: number): Action => ({
  object,
  account,
  post: `${account} ${object} ${seconds}`,
  seconds,
});

/** Two who post the same tag at the same times on eight days. */
const together = Array.from({ length: 8 }, (_, day) => [
  act("#quay", "ada", day * 24 * hour),
  act("#quay", "ben", day * 24 * hour + 10),
]).flat();

test("a pair that acts at the same times is not so when its timelines are shifted", async () => {
  const [edge] = await held(together, 99);
  // Twice a uniform shift: within a minute of each other in about 120 s of 12 h, once in 360.
  expect(edge).toMatchObject({ pair: "ada ben", weight: 8 });
  expect(edge?.p).toBeLessThanOrEqual(0.03);
  expect(edge?.expected).toBeLessThan(0.2);
});

test("p is never below one in the rounds and one, and the same seed gives the same", async () => {
  const once = await held(together, 9, 5);
  expect(once[0]?.p).toBe(1 / 10);
  expect(await held(together, 9, 5)).toEqual(once);
});

test("accounts that always post everything meet as often however they are shifted", async () => {
  // Every half minute for two days. Shifted, 44 hours of 48 stay side by side (11/12), and of the
  // five posts within a minute of one that is at the same half minute, four are.
  const always = ["ada", "ben"].flatMap((account) =>
    Array.from({ length: 5760 }, (_, at) => act("#quay", account, at * 30)),
  );
  const [edge] = await held(always, 20);
  expect((edge?.expected ?? 0) / (edge?.weight ?? 1)).toBeCloseTo((11 / 12) * (4 / 5), 1);
});

test("expected weights are those of shifts drawn one by one", async () => {
  const random = randomFrom(3);
  const actions = ["ada", "ben", "cy"].flatMap((account) =>
    Array.from({ length: 60 }, (_, at) =>
      act(`#t${at % 2}`, account, Math.floor(random() * 6 * hour)),
    ),
  );
  const edges = await held(actions, 400);
  const other = randomFrom(77);
  const sums = new Map<string, number>();
  for (let round = 0; round < 400; round++) {
    const shift = new Map(
      ["ada", "ben", "cy"].map((one) => [one, Math.round((2 * other() - 1) * mostShiftSeconds)]),
    );
    const shifted = memoryActions(
      actions.map((one) => ({ ...one, seconds: one.seconds + (shift.get(one.account) ?? 0) })),
    );
    for (const { a, b, weight } of (await coAct(shifted, window)).edges) {
      const pair = `${shifted.accountNames[a]} ${shifted.accountNames[b]}`;
      sums.set(pair, (sums.get(pair) ?? 0) + weight / 400);
    }
  }
  for (const { pair, expected } of edges)
    expect(Math.abs(expected - (sums.get(pair) ?? 0)) / expected).toBeLessThan(0.2);
});

test("times that are whole days cannot be shifted by hours", async () => {
  const stream = { ...memoryActions(together), resolutionSeconds: 86_400 };
  await expect(shiftEdges(stream, [], 86_400, { rounds: 1, seed: 1 })).rejects.toThrow(
    "whole days",
  );
});
