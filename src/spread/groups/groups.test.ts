import { expect, test } from "vitest";
import { coAct } from "../coaction/co-act.ts";
import { memoryActions } from "../memory-actions.ts";
import { findGroups } from "./find-groups.ts";

/** Accounts of one letter share two tags of their own and meet one of another letter once. */
const actions = memoryActions(
  ["a", "b"].flatMap((letter, side) => [
    ...[1, 2].flatMap((round) =>
      [1, 2, 3, 4].map((member) => ({
        object: `tag-${letter}${round}`,
        account: `${letter}${member}`,
        post: `${letter}${round}${member}`,
        seconds: 7200 * round + member,
      })),
    ),
    { object: "tag-both", account: `${letter}1`, post: `both-${letter}`, seconds: 90_000 + side },
  ]),
);
const options = { windowSeconds: 60, minParticipation: 1, minWeight: 1 };

test("groups are the accounts that act with one another more than with others", async () => {
  const { edges } = await coAct(actions, options);
  const groups = await findGroups(actions, edges, { windowSeconds: 60, seed: 1 });
  expect(
    groups.map(({ members, ...rest }) => ({
      ...rest,
      members: members.map((one) => actions.accountNames[one]),
    })),
  ).toEqual([
    {
      number: 1,
      members: ["a1", "a2", "a3", "a4"],
      edges: 6,
      weight: 12,
      density01: 1,
      largestQ: null,
      objects: [
        { object: 0, pairs: 6 },
        { object: 1, pairs: 6 },
      ],
      objectCount: 2,
      hours: [
        { startSeconds: 7200, pairs: 6 },
        { startSeconds: 14_400, pairs: 6 },
      ],
    },
    expect.objectContaining({ number: 2, objectCount: 2 }),
  ]);
  expect(groups[1]?.members.map((one) => actions.accountNames[one])).toEqual([
    "b1",
    "b2",
    "b3",
    "b4",
  ]);
});

test("the same seed gives the same groups; two accounts alone are none", async () => {
  const { edges } = await coAct(actions, options);
  const again = () => findGroups(actions, edges, { windowSeconds: 60, seed: 7 });
  expect(await again()).toEqual(await again());
  const pair = edges.filter(({ a, b }) => a === 0 && b === 1);
  expect(await findGroups(actions, pair, { windowSeconds: 60, seed: 1 })).toEqual([]);
});
