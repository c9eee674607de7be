import { expect, test } from "vitest";
import { binsOf } from "../bins.ts";
import { memoryActions } from "../memory-actions.ts";
import { findCandidates } from "./find-candidates.ts";
import { findCounter } from "./find-counter.ts";

const hour = 3600;
const act = (object: string, account: string, at: number) => ({
  object,
  account,
  post: `${object} ${account} ${at}`,
  seconds: at,
});

/** Three open the gates, two keep them shut, one says both; one speaks of the market. */
const actions = memoryActions([
  act("open", "ada", 0),
  act("open", "ben", 10),
  act("open", "ben", hour),
  act("open", "cy", 2 * hour),
  act("shut", "dan", 5),
  act("shut", "eve", 3 * hour),
  act("shut", "cy", 3 * hour + 1),
  act("market", "fay", 0),
]);
const [market, open, shut] = [0, 1, 2];
const bins = binsOf(0, 3 * hour + 1, 100);
const groupOf = new Map(
  ["ada", "ben", "eve"].map((name) => [actions.accountNames.indexOf(name), 1]),
);

test("both over time, who used which, and how many of each group", async () => {
  expect(await findCounter(actions, { a: open, b: shut }, bins, groupOf)).toEqual({
    startSeconds: 0,
    binSeconds: hour,
    a: { object: open, actions: 4, accounts: 3, counts: [2, 1, 1, 0] },
    b: { object: shut, actions: 3, accounts: 3, counts: [1, 0, 0, 2] },
    both: 1,
    onlyA: 2,
    onlyB: 2,
    bothByChance: 9 / 6,
    groups: [{ group: 1, both: 0, onlyA: 2, onlyB: 1 }],
  });
});

test("named the other way round, the answer is the other way round", async () => {
  const one = await findCounter(actions, { a: open, b: shut }, bins, groupOf);
  const other = await findCounter(actions, { a: shut, b: open }, bins, groupOf);
  expect(other).toEqual({
    ...one,
    ...{ a: one.b, b: one.a, onlyA: one.onlyB, onlyB: one.onlyA },
    groups: one.groups.map(({ onlyA, onlyB, ...group }) => ({
      ...group,
      onlyA: onlyB,
      onlyB: onlyA,
    })),
  });
});

test("an object against itself is used by all of its accounts", async () => {
  const counter = await findCounter(actions, { a: market, b: market }, bins, new Map());
  expect(counter).toMatchObject({ both: 1, onlyA: 0, onlyB: 0 });
});

/** Thirty on each side in the same hours, thirty who are a day late, thirty who say both of two. */
const many = memoryActions(
  Array.from({ length: 30 }, (_, at) => [
    act("open", `o${at}`, (at % 10) * hour),
    act("shut", `s${at}`, (at % 10) * hour + 60),
    act("late", `l${at}`, 48 * hour + at),
    act("twin", `o${at}`, (at % 10) * hour + 90),
  ]).flat(),
);

test("candidates share hours and not accounts", async () => {
  const found = await findCandidates(many);
  const names = ["late", "open", "shut", "twin"];
  expect(found.map(({ a, b }) => [names[a], names[b]])).toEqual([
    ["open", "shut"],
    ["shut", "twin"],
  ]);
  expect(found[0]).toMatchObject({ accountsA: 30, accountsB: 30, both: 0, bothByChance: 10 });
  expect(found[0]?.sameHours01).toBeCloseTo(1);
});

test("few accounts are no candidates", async () => {
  expect(await findCandidates(actions)).toEqual([]);
});

test.each([
  [0, 0, { startSeconds: 0, binSeconds: hour, bins: 1 }],
  [5 * hour + 1, 7 * hour, { startSeconds: 5 * hour, binSeconds: hour, bins: 3 }],
  [0, 200 * hour, { startSeconds: 0, binSeconds: 3 * hour, bins: 67 }],
  [0, 20_000 * 24 * hour, { startSeconds: 0, binSeconds: 672 * 8 * hour, bins: 90 }],
])("bins from %i to %i", (first, last, expected) => {
  expect(binsOf(first, last, 100)).toEqual(expected);
});
