import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Action, memoryActions } from "../memory-actions.ts";
import { coAct } from "./co-act.ts";
import { symmetryOf } from "./coaction.ts";

/** `u:p1@0` is an action of account u in post p1 at second 0, on the object whose row it stands in. */
function actionsOf(objects: Readonly<Record<string, string>>): Action[] {
  return Object.entries(objects).flatMap(([object, row]) =>
    row.split(" ").map((written) => {
      const [account = "", post = "", seconds = ""] = written.split(/[:@]/);
      return { object, account, post, seconds: Number(seconds) };
    }),
  );
}

async function edgesOf(
  objects: Readonly<Record<string, string>>,
  options: { minParticipation?: number; minWeight?: number; mostPairs?: number } = {},
) {
  const actions = memoryActions(actionsOf(objects));
  const { edges } = await coAct(actions, {
    windowSeconds: 60,
    minParticipation: 1,
    minWeight: 1,
    ...options,
  });
  return edges.map((edge) =>
    [
      `${actions.accountNames[edge.a]}-${actions.accountNames[edge.b]}`,
      `weight ${edge.weight}`,
      `Δ ${edge.meanDeltaSeconds}`,
      `posts ${edge.postsA}:${edge.postsB}`,
    ].join(" "),
  );
}

function byComparingAll(actions: readonly Action[], windowSeconds: number) {
  const pairs = new Map<string, { weight: number; a: Set<string>; b: Set<string> }>();
  for (const one of actions)
    for (const two of actions) {
      const near = Math.abs(one.seconds - two.seconds) <= windowSeconds;
      if (one.object !== two.object || one.account >= two.account || !near) continue;
      const name = `${one.account}-${two.account}`;
      const pair = pairs.get(name) ?? { weight: 0, a: new Set(), b: new Set() };
      pairs.set(name, pair);
      pair.weight++;
      pair.a.add(one.post);
      pair.b.add(two.post);
    }
  return Object.fromEntries(
    [...pairs].map(([name, { weight, a, b }]) => [
      name,
      { weight, postsA: a.size, postsB: b.size },
    ]),
  );
}

describe("co-action", () => {
  test.each<[string, Record<string, string>, string[]]>([
    ["the window is inclusive", { tag: "u:1@0 v:2@60" }, ["u-v weight 1 Δ 60 posts 1:1"]],
    ["one second more is outside", { tag: "u:1@0 v:2@61" }, []],
    ["an account does not meet itself", { tag: "u:1@0 u:2@10" }, []],
    ["on one object only", { one: "u:1@0", two: "v:2@0" }, []],
    [
      "every pair of actions counts, every post once",
      { tag: "u:1@0 v:2@10 v:3@20", other: "u:1@0 v:2@10" },
      ["u-v weight 3 Δ 13.333333333333334 posts 1:2"],
    ],
    [
      "the window slides",
      { tag: "u:1@0 v:2@50 w:3@100" },
      ["u-v weight 1 Δ 50 posts 1:1", "v-w weight 1 Δ 50 posts 1:1"],
    ],
    [
      "the heaviest first, then by name",
      { one: "u:1@0 w:3@0 v:2@0", two: "v:4@0 w:5@0" },
      ["v-w weight 2 Δ 0 posts 2:2", "u-v weight 1 Δ 0 posts 1:1", "u-w weight 1 Δ 0 posts 1:1"],
    ],
  ])("%s", async (_, objects, edges) => {
    expect(await edgesOf(objects)).toEqual(edges);
  });

  test("an edge needs one account with enough actions in posts that met another's", async () => {
    // w's post stands on two objects: both actions count, though it met on one only.
    const objects = { tag: "u:1@0 v:2@0", other: "w:3@0 x:4@0", more: "w:3@0" };
    expect(await edgesOf(objects, { minParticipation: 2 })).toEqual(["w-x weight 1 Δ 0 posts 1:1"]);
  });

  test("edges below the least weight are left out", async () => {
    const objects = { one: "u:1@0 v:2@0 w:3@0", two: "u:4@0 v:5@0" };
    expect(await edgesOf(objects, { minWeight: 2 })).toEqual(["u-v weight 2 Δ 0 posts 2:2"]);
  });

  test("it is what comparing all with all finds", async () => {
    const few = (most: number) => fc.integer({ min: 0, max: most }).map(String);
    const action = fc.record({
      object: few(2),
      account: few(3),
      post: few(20),
      seconds: fc.integer({ min: 0, max: 40 }).map((steps) => steps * 15),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (list) => {
        const actions = memoryActions(list);
        const options = { windowSeconds: 60, minParticipation: 1, minWeight: 1 };
        const { edges } = await coAct(actions, options);
        const found = edges.map(({ a, b, weight, postsA, postsB }) => [
          `${actions.accountNames[a]}-${actions.accountNames[b]}`,
          { weight, postsA, postsB },
        ]);
        expect(Object.fromEntries(found)).toEqual(byComparingAll(list, 60));
      }),
    );
  });

  test("counted in parts, it is the same", async () => {
    const tags = Array.from({ length: 30 }, (_, tag) => [
      `tag${tag}`,
      Array.from(
        { length: 12 },
        (_, at) => `u${(at * 7 + tag * at) % 40}:${tag}-${at}@${at * 9}`,
      ).join(" "),
    ]);
    const objects = Object.fromEntries(tags);
    const whole = await edgesOf(objects);
    expect(whole.length).toBeGreaterThan(200);
    expect(await edgesOf(objects, { mostPairs: 50 })).toEqual(whole);
  });

  test("where later actions have more different pairs, it is counted in more parts", async () => {
    const again = Array.from({ length: 40 }, (_, at) => `u${at % 2}:a${at}@${at}`).join(" ");
    const crowd = Array.from({ length: 30 }, (_, at) => `u${at}:b${at}@0`).join(" ");
    const last = Array.from({ length: 30 }, (_, at) => `v${at}:c${at}@0`).join(" ");
    const actions = memoryActions(actionsOf({ 1: again, 2: crowd, 3: last }));
    const options = { windowSeconds: 60, minParticipation: 1, minWeight: 1 };
    const { edges, parts } = await coAct(actions, { ...options, mostPairs: 100 });
    // 2 × 435 different pairs of accounts.
    expect(parts).toBeGreaterThanOrEqual(9);
    expect(edges).toEqual((await coAct(actions, options)).edges);
  });

  test("an object that makes most of the pairs is told", async () => {
    const crowd = Array.from({ length: 1500 }, (_, at) => `u${at}:${at}@0`).join(" ");
    const actions = memoryActions(actionsOf({ crowd, pair: "a:x@0 b:y@0" }));
    const { heavyObjects } = await coAct(actions, {
      windowSeconds: 60,
      minParticipation: 1,
      minWeight: 2,
    });
    expect(heavyObjects).toEqual([
      { object: 0, pairs: (1500 * 1499) / 2, share01: expect.closeTo(1, 5) },
    ]);
  });
});

test.each([
  [3, 4, 0.75],
  [5, 5, 1],
  [8, 2, 0.25],
])("symmetry of %d and %d posts", (postsA, postsB, symmetry) => {
  expect(symmetryOf({ a: 0, b: 1, weight: 9, meanDeltaSeconds: 0, postsA, postsB })).toBe(symmetry);
});
