import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import type { Actions } from "../../document/action.ts";
import type { Edge } from "../coaction/coaction.ts";
import { add, type PairTable, pairTable } from "../coaction/pair-table.ts";
import { slide } from "../coaction/slide.ts";
import { randomFrom } from "../random.ts";
import type { Group } from "./groups.ts";

/** Two accounts are an edge; from three on they are a group. */
const fewestMembers = 3;
/** Objects told of each group. */
const mostObjects = 20;
const hourSeconds = 3600;

// Its types name the function a default export; as CommonJS, the module is the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

type MaybeTested = Edge & { readonly q?: number };

/**
 * Finds communities of the edges by the Louvain method, weighted, from a seed (Blondel et al. 2008,
 * doi:10.1088/1742-5468/2008/10/P10008), and tells from one more walk on what and when each acted.
 * Groups with the most members first, then those with the most weight.
 */
export async function findGroups(
  actions: Actions,
  edges: readonly MaybeTested[],
  { windowSeconds, seed }: { readonly windowSeconds: number; readonly seed: number },
): Promise<Group[]> {
  const tied = communities(edges, seed);
  if (tied.length === 0) return [];
  const groupOf = new Int32Array(actions.accounts).fill(-1);
  tied.forEach(({ members }, group) => {
    for (const member of members) groupOf[member] = group;
  });
  const { byObject, byHour } = await whatAndWhen(actions, windowSeconds, groupOf);
  return tied.map((group, at) => {
    const objects = byObject[at] ?? [];
    return {
      number: at + 1,
      ...group,
      objects: objects
        .sort((x, y) => y.pairs - x.pairs || x.of - y.of)
        .slice(0, mostObjects)
        .map(({ of, pairs }) => ({ object: of, pairs })),
      objectCount: objects.length,
      hours: (byHour[at] ?? [])
        .sort((x, y) => x.of - y.of)
        .map(({ of, pairs }) => ({ startSeconds: of * hourSeconds, pairs })),
    };
  });
}

export type Tied = Pick<Group, "members" | "edges" | "weight" | "density01" | "largestQ">;

/** The groups that edges make, without what and when they acted. */
export function communities(edges: readonly MaybeTested[], seed: number): Tied[] {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (const { a, b, weight } of edges) graph.mergeEdge(a, b, { weight });
  if (graph.size === 0) return [];
  const communityOf = louvain(graph, { getEdgeWeight: "weight", rng: randomFrom(seed) });
  const groups = new Map<number, { weights: Map<number, number>; edges: MaybeTested[] }>();
  for (const edge of edges) {
    const community = communityOf[edge.a] as number;
    if (communityOf[edge.b] !== community) continue;
    const group = groups.get(community) ?? { weights: new Map<number, number>(), edges: [] };
    groups.set(community, group);
    group.edges.push(edge);
    for (const account of [edge.a, edge.b])
      group.weights.set(account, (group.weights.get(account) ?? 0) + edge.weight);
  }
  return [...groups.values()]
    .filter(({ weights }) => weights.size >= fewestMembers)
    .map((group) => ({
      members: [...group.weights].sort(([a, x], [b, y]) => y - x || a - b).map(([one]) => one),
      edges: group.edges.length,
      weight: group.edges.reduce((sum, { weight }) => sum + weight, 0),
      density01: group.edges.length / ((group.weights.size * (group.weights.size - 1)) / 2),
      largestQ: group.edges.reduce<number | null>(
        (largest, { q }) => (q === undefined ? largest : Math.max(largest ?? 0, q)),
        null,
      ),
    }))
    .sort((x, y) => y.members.length - x.members.length || y.weight - x.weight);
}

type Counted = { readonly of: number; readonly pairs: number }[];

/** Pairs of actions of two members of one group, by object and by the hour of the later one. */
async function whatAndWhen(
  actions: Actions,
  windowSeconds: number,
  groupOf: Int32Array,
): Promise<{ readonly byObject: Counted[]; readonly byHour: Counted[] }> {
  const objects = pairTable();
  const hours = pairTable();
  await slide(actions, windowSeconds, ({ object, account, seconds }, from, at) => {
    const one = account[at] as number;
    const group = groupOf[one] as number;
    if (group === -1) return;
    const hour = Math.floor((seconds[at] as number) / hourSeconds);
    for (let other = from; other < at; other++) {
      const two = account[other] as number;
      if (one === two || groupOf[two] !== group) continue;
      add(objects, group, object, 0);
      add(hours, group, hour, 0);
    }
  });
  return { byObject: byFirst(objects), byHour: byFirst(hours) };
}

function byFirst({ first, second, weight }: PairTable): Counted[] {
  const lists: Counted[] = [];
  weight.forEach((pairs, place) => {
    if (pairs === 0) return;
    const list = lists[first[place] as number] ?? [];
    lists[first[place] as number] = list;
    list.push({ of: second[place] as number, pairs });
  });
  return lists;
}
