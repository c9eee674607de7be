import { describe, expect, test } from "vitest";
import { type Interaction, memoryInteractions } from "../memory-interactions.ts";
import { randomFrom } from "../random.ts";
import { findPileOns } from "./find-pile-ons.ts";

const hour = 3600;
const days = 14;

/** Interactions with one target in the hours of two weeks: `perHour(hour)` of them, each by a sender of `by`. */
function usual(
  target: string,
  perHour: (hour: number) => number,
  by: (random: () => number) => string,
  seed = 1,
): Interaction[] {
  const random = randomFrom(seed);
  return Array.from({ length: days * 24 }, (_, at) =>
    Array.from({ length: flips(random, perHour(at)) }, () => ({
      target,
      sender: by(random),
      seconds: at * hour + Math.floor(random() * hour),
    })),
  ).flat();
}

/** How many of many coins of a small chance fall on one side, so many in the mean. */
function flips(random: () => number, mean: number): number {
  return Array.from({ length: 400 }, random).filter((one) => one < mean / 400).length;
}

const known = (random: () => number) => `known${Math.floor(random() * 60)}`;
let strangers = 0;
const stranger = () => `stranger${strangers++}`;

/** So many strangers address a target from an hour on, most in its first hours. */
function pileOn(target: string, from: number, senders: number, seed = 3): Interaction[] {
  const random = randomFrom(seed);
  return Array.from({ length: senders }, (_, at) => ({
    target,
    sender: `${target}-stranger${at}`,
    seconds: Math.floor((from + 8 * random() ** 2) * hour),
    kind: at % 4 === 0 ? ("quote" as const) : ("reply" as const),
  }));
}

async function found(interactions: readonly Interaction[]) {
  const stream = memoryInteractions(interactions);
  const { pileOns, ...counts } = await findPileOns(stream);
  return {
    ...counts,
    pileOns: pileOns.map((one) => ({ ...one, target: stream.targetNames[one.target] ?? "" })),
  };
}

const isDay = (at: number) => at % 24 > 7;

describe("what is no pile-on", () => {
  test.each([
    ["even talk", usual("t", () => 3, known)],
    [
      "a rise of those who always write",
      usual("t", (at) => (at >= 200 && at < 206 ? 30 : 2), known),
    ],
    ["a target that always gets much, of people it never met", usual("t", () => 60, stranger)],
    ["days and nights, of people it never met", usual("t", (at) => (isDay(at) ? 30 : 2), stranger)],
    [
      "one account that writes a hundred times",
      [
        ...usual("t", () => 1, known),
        ...Array.from({ length: 100 }, (_, at) => ({
          target: "t",
          sender: "one",
          seconds: 200 * hour + at,
        })),
      ],
    ],
    ["nine strangers", [...usual("o", () => 1, known), ...pileOn("t", 200, 9)]],
  ])("%s", async (_, interactions) => {
    expect((await found(interactions)).pileOns).toEqual([]);
  });

  test("a rise of those who always write is counted apart", async () => {
    const rise = usual("t", (at) => (at >= 200 && at < 206 ? 30 : 2), known);
    expect((await found(rise)).risesOfKnown).toBe(1);
  });
});

test("strangers who come at once are a pile-on, with onset, end, size and first-timers", async () => {
  const { pileOns } = await found([
    ...usual("t", () => 1, known),
    ...usual("other", () => 5, known, 2),
    ...pileOn("t", 200, 300),
  ]);
  expect(pileOns).toHaveLength(1);
  const [one] = pileOns;
  expect(one).toMatchObject({ target: "t", peakSeconds: 200 * hour, baselineHours: 168 });
  expect(one?.onsetSeconds).toBeGreaterThanOrEqual(200 * hour);
  expect(one?.onsetSeconds).toBeLessThan(200.1 * hour);
  expect(one?.endSeconds).toBeGreaterThan(207 * hour);
  expect(one?.endSeconds).toBeLessThan(209 * hour);
  expect(one?.firstTimers).toBe(300);
  expect(one?.senders).toBeGreaterThanOrEqual(300);
  expect(one?.senders).toBeLessThan(320);
  expect(one?.kinds.quote).toBe(75);
  expect(one?.hours.reduce((sum, { senders }) => sum + senders, 0)).toBeGreaterThanOrEqual(300);
  expect(one?.expected).toBeLessThan(20);
  expect(one?.p).toBeLessThan(1e-8);
});

test("a slow rise is found, too", async () => {
  const slow = Array.from({ length: 72 }, (_, at) => ({
    target: "t",
    sender: `slow${at}`,
    seconds: 200 * hour + at * 20 * 60,
  }));
  const { pileOns } = await found([...usual("other", () => 2, known), ...slow]);
  expect(pileOns.map(({ target, senders }) => [target, senders])).toEqual([["t", 72]]);
});

test("a target that gets much is piled on only when far more comes", async () => {
  const much = usual("t", () => 20, stranger);
  expect((await found([...much, ...pileOn("t", 200, 30)])).pileOns).toEqual([]);
  expect((await found([...much, ...pileOn("t", 200, 600)])).pileOns).toHaveLength(1);
});

test("a level that stays is usual after a week", async () => {
  const { pileOns } = await found(usual("t", (at) => (at < 100 ? 1 : 20), stranger));
  expect(pileOns).toHaveLength(1);
  expect(pileOns[0]?.endSeconds).toBeLessThan((100 + 168 + 2) * hour);
});

test("two rises days apart are two pile-ons; with a night between they are one", async () => {
  const twice = (gap: number) => [
    ...usual("t", () => 0.5, known),
    ...pileOn("t", 150, 100),
    ...pileOn("t", 150 + gap, 80).map((one) => ({ ...one, sender: `${one.sender}-again` })),
  ];
  expect((await found(twice(72))).pileOns).toHaveLength(2);
  expect((await found(twice(17))).pileOns).toHaveLength(1);
});

test("many targets at once are each found, most senders first", async () => {
  const targets = Array.from({ length: 12 }, (_, at) => `t${at}`);
  const { pileOns } = await found(
    targets.flatMap((target, at) => [
      ...usual(target, () => 1, known, at),
      ...pileOn(target, 200, 60 + 10 * at, at),
    ]),
  );
  expect(pileOns).toHaveLength(12);
  expect(new Set(pileOns.map(({ target }) => target))).toEqual(new Set(targets));
  const senders = pileOns.map((one) => one.senders);
  expect(senders).toEqual([...senders].sort((a, b) => b - a));
});

test("what lies in the first day of the export has no baseline, and is told", async () => {
  const { pileOns, withoutBaseline } = await found([
    ...usual("other", () => 3, known),
    ...pileOn("t", 5, 100),
  ]);
  expect(pileOns).toEqual([]);
  expect(withoutBaseline).toBe(1);
});

test("other names, in another order, give the same with these names", async () => {
  const interactions = [
    ...usual("alda", () => 1, known),
    ...usual("brun", () => 2, known, 2),
    ...pileOn("alda", 200, 100),
    ...pileOn("brun", 220, 140),
  ];
  const swap = (name: string) => (name === "alda" ? "brun" : name === "brun" ? "alda" : `z${name}`);
  const swapped = await found(
    interactions
      .map((one) => ({ ...one, target: swap(one.target), sender: swap(one.sender) }))
      .reverse(),
  );
  const { pileOns, ...counts } = await found(interactions);
  expect(pileOns).toHaveLength(2);
  expect(swapped).toEqual({
    ...counts,
    pileOns: pileOns.map((one) => ({ ...one, target: swap(one.target) })),
  });
});

test("chance makes no pile-on: a thousand targets, each with its own rate", async () => {
  const random = randomFrom(9);
  const interactions = Array.from({ length: 1000 }, (_, target) => {
    const rate = 4 * random() ** 3;
    return Array.from({ length: Math.round(rate * days * 24) }, () => ({
      target: `t${target}`,
      sender: stranger(),
      seconds: Math.floor(random() * days * 24 * hour),
    }));
  }).flat();
  expect((await found(interactions)).pileOns).toEqual([]);
});
