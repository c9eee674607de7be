import type { Actions } from "../document/action.ts";
import type { ShownAccount, ShownObject } from "../document/mask.ts";
import { coAct } from "../spread/coaction/co-act.ts";
import { type Edge, symmetryOf } from "../spread/coaction/coaction.ts";
import type { Group } from "../spread/groups/groups.ts";
import { testEdges } from "../spread/significance/significance.ts";
import { isBeyondChance, type Spread, type SpreadOptions } from "../spread/spread.ts";
import type { Engine } from "../store/actions/engine.ts";
import { accountsOf, objectsOf, sortActions } from "../store/actions/sort-actions.ts";

/** How accounts, and what they act on, are shown. */
export type Shows = { readonly account: ShownAccount; readonly object: ShownObject };

/** What was found by numbers, for all that is asked of it afterwards. */
export type Explored = {
  readonly spread: Spread;
  readonly actions: Actions;
  /** In the order of the edges that are shown. */
  readonly edges: readonly (Edge & { readonly q?: number })[];
  readonly groups: readonly Group[];
  /** How the objects are named wherever they are shown. */
  readonly showObject: ShownObject;
  /** Every account with an edge, by number. */
  readonly accounts: ReadonlyMap<number, { readonly shown: string; readonly masked: boolean }>;
};

/**
 * Finds who acts together in the engine's table `action`.
 * @throws RangeError when the window is below the resolution of the times
 */
export async function findSpread(
  engine: Engine,
  options: SpreadOptions,
  show: Shows,
): Promise<Spread> {
  return (await exploreSpread(engine, options, show)).spread;
}

/**
 * As {@link findSpread}, with what later questions need.
 * @param sorted the engine's actions, where they were sorted for these options before
 */
export async function exploreSpread(
  { connection }: Engine,
  options: SpreadOptions,
  show: Shows,
  sorted?: Actions,
): Promise<Explored> {
  const actions = sorted ?? (await sortActions(connection, options.minParticipation));
  const { rows, accounts, objects, posts, firstSeconds, lastSeconds, resolutionSeconds } = actions;
  if (options.windowSeconds < resolutionSeconds)
    throw new RangeError(
      `invalid window: ${options.windowSeconds} seconds, where all times are whole ${unitOf(resolutionSeconds)} (give ${resolutionSeconds} or more)`,
    );
  const found = await coAct(actions, options);
  const tested = options.test ? await testEdges(actions, found.edges, options.windowSeconds) : null;
  const beyondChance = tested?.edges.filter(isBeyondChance) ?? [];
  const groups = beyondChance.length === 0 ? [] : await groupsOf(actions, beyondChance, options);
  const named = await accountsOf(
    connection,
    found.edges.flatMap(({ a, b }) => [a, b]),
  );
  const objectNames = await objectsOf(connection, [
    ...groups.flatMap((group) => group.objects.map(({ object }) => object)),
    ...found.heavyObjects.map(({ object }) => object),
  ]);
  const shown = new Map(
    [...named].map(([at, { name, followers }]) => [at, show.account(name, followers)]),
  );
  const accountOf = (number: number) => shown.get(number) ?? "";
  const objectOf = <T extends { readonly object: number }>(one: T) => ({
    ...one,
    object: show.object(objectNames.get(one.object) ?? ""),
  });
  const spread: Spread = {
    options,
    counts: { rows, accounts, objects, posts },
    firstSeconds,
    lastSeconds,
    resolutionSeconds,
    edges: found.edges.map((edge, at) => {
      const chance = tested?.edges[at];
      return {
        ...edge,
        a: accountOf(edge.a),
        b: accountOf(edge.b),
        symmetry01: symmetryOf(edge),
        chance: chance ? { expected: chance.expected, p: chance.p, q: chance.q } : null,
      };
    }),
    groups: groups.map((group) => ({
      ...group,
      members: group.members.map(accountOf),
      objects: group.objects.map(objectOf),
    })),
    heavyObjects: found.heavyObjects.map(objectOf),
    pairs: found.pairs,
    pairsTested: tested?.pairsTested ?? null,
  };
  return {
    spread,
    actions,
    showObject: show.object,
    edges: tested?.edges ?? found.edges,
    groups,
    accounts: new Map(
      [...named].map(([at, { name }]) => [
        at,
        { shown: accountOf(at), masked: accountOf(at) !== name },
      ]),
    ),
  };
}

/** Loaded where there are pairs to group: graphs take longer to load than edges to write. */
async function groupsOf(
  ...asked: Parameters<typeof import("../spread/groups/find-groups.ts").findGroups>
): Promise<Group[]> {
  const { findGroups } = await import("../spread/groups/find-groups.ts");
  return findGroups(...asked);
}

const units: Readonly<Record<number, string>> = { 86400: "days", 3600: "hours", 60: "minutes" };

function unitOf(seconds: number): string {
  return units[seconds] ?? "seconds";
}
