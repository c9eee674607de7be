import type { Spell } from "../../spread/evidence/evidence.ts";
import type { GraphEdge, GraphNode } from "../../spread/graph/graph.ts";

/** One thing that a graph tells of each of its nodes or edges; null where it is not known. */
export type GraphColumn<T> = {
  readonly name: string;
  readonly type: "string" | "integer" | "double";
  readonly of: (one: T) => string | number | null;
};

export const nodeColumns: readonly GraphColumn<GraphNode>[] = [
  { name: "group", type: "integer", of: ({ group }) => group },
  { name: "edges", type: "integer", of: ({ edges }) => edges },
  { name: "strength", type: "integer", of: ({ weight }) => weight },
  { name: "first_seen", type: "string", of: ({ spells }) => firstOf(spells) },
  { name: "last_seen", type: "string", of: ({ spells }) => lastOf(spells) },
];

export const edgeColumns: readonly GraphColumn<GraphEdge>[] = [
  { name: "mean_delta_seconds", type: "double", of: ({ meanDeltaSeconds }) => meanDeltaSeconds },
  { name: "posts_a", type: "integer", of: ({ postsA }) => postsA },
  { name: "posts_b", type: "integer", of: ({ postsB }) => postsB },
  { name: "symmetry", type: "double", of: ({ symmetry01 }) => symmetry01 },
  { name: "expected", type: "double", of: ({ chance }) => chance?.expected ?? null },
  { name: "p", type: "double", of: ({ chance }) => chance?.p ?? null },
  { name: "q", type: "double", of: ({ chance }) => chance?.q ?? null },
  { name: "first_seen", type: "string", of: ({ spells }) => firstOf(spells) },
  { name: "last_seen", type: "string", of: ({ spells }) => lastOf(spells) },
];

/** An instant in UTC, as XML Schema writes it too. */
export function instantOf(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}

export function firstOf(spells: readonly Spell[]): string | null {
  const first = spells[0];
  return first ? instantOf(first.startSeconds) : null;
}

export function lastOf(spells: readonly Spell[]): string | null {
  const last = spells.at(-1);
  return last ? instantOf(last.endSeconds) : null;
}
