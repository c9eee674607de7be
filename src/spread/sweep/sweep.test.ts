import { expect, test } from "vitest";
import { coAct } from "../coaction/co-act.ts";
import { findGroups } from "../groups/find-groups.ts";
import { type Action, memoryActions } from "../memory-actions.ts";
import { randomFrom } from "../random.ts";
import { testEdges } from "../significance/significance.ts";
import { isBeyondChance } from "../spread.ts";
import { sweepGroups } from "./sweep-groups.ts";

const options = { minParticipation: 2, minWeight: 2, seed: 1 } as const;

/** Six accounts, each `apart` seconds after the one before, twenty times; and two hundred others. */
function actionsOf(apart: number): Action[] {
  const random = randomFrom(11);
  const others = Array.from({ length: 2000 }, (_, post) => ({
    object: `#t${Math.floor(random() * 30)}`,
    account: `o${Math.floor(random() * 200)}`,
    post: `o${post}`,
    seconds: Math.floor(random() * 172_800),
  }));
  const group = Array.from({ length: 20 }, (_, round) =>
    Array.from({ length: 6 }, (_, member) => ({
      object: `#t${round}`,
      account: `g${member}`,
      post: `g${round}-${member}`,
      seconds: round * 8000 + member * apart,
    })),
  ).flat();
  return [...others, ...group];
}

async function swept(apart: number, windowSeconds: number, resolutionSeconds = 1, most?: number) {
  const actions = { ...memoryActions(actionsOf(apart)), resolutionSeconds };
  const { edges } = await coAct(actions, { ...options, windowSeconds });
  const tested = await testEdges(actions, edges, windowSeconds);
  const groups = await findGroups(actions, tested.edges.filter(isBeyondChance), {
    windowSeconds,
    seed: 1,
  });
  return sweepGroups(actions, groups, options, most === undefined ? {} : { most });
}

test("a group that acts within two seconds is one at every window", async () => {
  const { windows, groups } = await swept(0.3, 60);
  expect(windows).toEqual([5, 10, 30, 60, 300, 900, 3600]);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.members).toBe(6);
  expect(groups[0]?.at.map(({ together }) => together)).toEqual([6, 6, 6, 6, 6, 6, 6]);
});

test("a group of half a minute from one to the next is none at ten seconds", async () => {
  const { groups } = await swept(25, 300);
  const at = Object.fromEntries(
    (groups[0]?.at ?? []).map(({ windowSeconds, together }) => [windowSeconds, together]),
  );
  expect(at).toMatchObject({ 5: 0, 10: 0, 300: 6 });
});

test("windows below the resolution are left out, with the reason", async () => {
  const { windows, leftOut } = await swept(0, 60, 60);
  expect(windows).toEqual([60, 300, 900, 3600]);
  expect(leftOut).toEqual(
    [5, 10, 30].map((windowSeconds) => ({
      windowSeconds,
      reason: "times are told to 60 seconds only",
    })),
  );
});

test("a window with too many pairs is left out, with their number", async () => {
  const { leftOut } = await swept(0, 60, 1, 2000);
  expect(leftOut.at(-1)?.windowSeconds).toBe(3600);
  expect(leftOut.at(-1)?.reason).toMatch(/^[\d,]+ pairs of actions, more than 2,000$/);
});
