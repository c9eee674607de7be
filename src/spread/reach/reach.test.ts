import { expect, test } from "vitest";
import { type Action, memoryActions } from "../memory-actions.ts";
import { findReach } from "./find-reach.ts";
import { sharedPhrasing } from "./shared-phrasing.ts";

const hour = 3600;
const options = { leastFollowers: 5000, binSeconds: hour, mostObjects: 10 };

const act = (object: string, account: string, seconds: number): Action => ({
  object,
  account,
  post: `${object} ${account} ${seconds}`,
  seconds,
});

/** `ferry` goes from a small account by a big one to others; of `cy` no followers are told. */
const actions = memoryActions([
  act("ferry", "ann", 0),
  act("ferry", "cy", 100),
  act("ferry", "big", 200),
  act("ferry", "ann", 300),
  act("ferry", "dee", 2 * hour),
  act("bridge", "dee", 50),
  act("bridge", "big", 60),
]);
const told: Readonly<Record<string, number>> = { ann: 10, big: 9000, dee: 5000 };
const followers = Float64Array.from(actions.accountNames, (name) => told[name] ?? Number.NaN);
const nameOf = ({ account }: { account: number }) => actions.accountNames[account];

test("what is carried, by whom first, by whom with reach, and how far over time", async () => {
  const [ferry, bridge] = await findReach(actions, followers, null, options);
  expect(ferry).toMatchObject({
    actions: 5,
    accounts: 4,
    accountsUnknown: 1,
    followers: 14_010,
    firstSeconds: 0,
    lastSeconds: 2 * hour,
    withReachCount: 2,
    overTime: [
      { startSeconds: 0, actions: 4, newAccounts: 3, newFollowers: 9010, newUnknown: 1 },
      { startSeconds: 2 * hour, actions: 1, newAccounts: 1, newFollowers: 5000, newUnknown: 0 },
    ],
  });
  expect(ferry?.firstMovers.map(nameOf)).toEqual(["ann", "cy", "big", "dee"]);
  expect(ferry?.withReach.map((one) => [nameOf(one), one.place, one.seconds])).toEqual([
    ["big", 3, 200],
    ["dee", 4, 2 * hour],
  ]);
  expect(bridge?.firstMovers.map(nameOf)).toEqual(["dee", "big"]);
});

test("one object alone, and no more than are asked for", async () => {
  expect(await findReach(actions, followers, 0, options)).toHaveLength(1);
  expect((await findReach(actions, followers, 0, options))[0]?.accounts).toBe(2);
  const most = await findReach(actions, followers, null, { ...options, mostObjects: 1 });
  expect(most.map(({ accounts }) => accounts)).toEqual([4]);
});

test("of very many accounts with reach the most followed are told, all are counted", async () => {
  const many = memoryActions(
    Array.from({ length: 1000 }, (_, at) => act("ferry", `a${String(at).padStart(4, "0")}`, at)),
  );
  const rising = Float64Array.from({ length: 1000 }, (_, at) => 6000 + at);
  const [ferry] = await findReach(many, rising, null, options);
  expect(ferry?.withReachCount).toBe(1000);
  expect(ferry?.withReach.map(({ account }) => account)).toEqual(
    Array.from({ length: 100 }, (_, at) => 900 + at),
  );
});

const post = (text: number, account: number, seconds: number) => ({
  text,
  account,
  post: text * 100 + account,
  seconds,
});
const within = { withinSeconds: hour, leastAccounts: 2 };

test.each([
  ["one account alone", [post(0, 1, 0), post(0, 1, 10)], []],
  ["two within the time", [post(0, 1, 0), post(0, 2, hour)], [[1, 2]]],
  ["two beyond it", [post(0, 1, 0), post(0, 2, hour + 1)], []],
  ["other words", [post(0, 1, 0), post(1, 2, 10)], []],
  [
    "three before two, each account once",
    [post(0, 1, 0), post(0, 2, 5), post(1, 1, 0), post(1, 2, 1), post(1, 2, 2), post(1, 3, 3)],
    [
      [1, 2, 3],
      [1, 2],
    ],
  ],
  [
    "again after the time",
    [post(0, 1, 0), post(0, 2, 10), post(0, 1, 2 * hour), post(0, 2, 2 * hour + 9)],
    [
      [1, 2],
      [1, 2],
    ],
  ],
])("shared phrasing: %s", (_, posts, expected) => {
  expect(
    sharedPhrasing(posts, within).map((one) => one.posts.map(({ account }) => account)),
  ).toEqual(expected);
});
