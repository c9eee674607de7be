import type { Spell } from "../evidence/evidence.ts";
import { isBeyondChance, type Spread, type SpreadEdge } from "../spread.ts";

/** An account with an edge, and when it acted together with another. */
export type GraphNode = {
  readonly account: string;
  /** Null where it is in no group. */
  readonly group: number | null;
  readonly edges: number;
  readonly weight: number;
  readonly spells: readonly Spell[];
};

export type GraphEdge = SpreadEdge & { readonly spells: readonly Spell[] };

export type SpreadGraph = {
  /** By their names. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};

/** Whether an edge is in the graph and has its posts told: beyond chance, or any where none was tested. */
export function isDrawn({ weight, chance }: SpreadEdge): boolean {
  return chance === null || isBeyondChance({ weight, q: chance.q });
}

/**
 * Draws the edges that are told apart from chance (all where none was tested), each with the spells
 * at its place in the list of drawn edges. An account's spells are those of its edges, joined where
 * they overlap.
 */
export function graphOf(spread: Spread, spells: readonly (readonly Spell[])[]): SpreadGraph {
  const edges = spread.edges
    .filter(isDrawn)
    .map((edge, at): GraphEdge => ({ ...edge, spells: spells[at] ?? [] }));
  const groupOf = new Map(
    spread.groups.flatMap(({ members, number }) => members.map((one) => [one, number] as const)),
  );
  const ofAccount = new Map<string, GraphEdge[]>();
  for (const edge of edges)
    for (const account of [edge.a, edge.b]) {
      const own = ofAccount.get(account);
      if (own) own.push(edge);
      else ofAccount.set(account, [edge]);
    }
  const nodes = [...ofAccount]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([account, own]) => ({
      account,
      group: groupOf.get(account) ?? null,
      edges: own.length,
      weight: own.reduce((sum, { weight }) => sum + weight, 0),
      spells: joined(own.flatMap((edge) => edge.spells)),
    }));
  return { nodes, edges };
}

function joined(spells: readonly Spell[]): Spell[] {
  const inOrder = [...spells].sort((x, y) => x.startSeconds - y.startSeconds);
  const all: Spell[] = [];
  for (const spell of inOrder) {
    const last = all.at(-1);
    if (!last || spell.startSeconds > last.endSeconds) all.push(spell);
    else
      all[all.length - 1] = {
        startSeconds: last.startSeconds,
        endSeconds: Math.max(last.endSeconds, spell.endSeconds),
        meetings: last.meetings + spell.meetings,
      };
  }
  return all;
}
