import type { Actions } from "../document/action.ts";
import type { Edge, HeavyObject } from "./coaction/coaction.ts";
import type { Group } from "./groups/groups.ts";

/** An edge is told apart from chance where its q is at most this, and its weight at least … */
export const significantQ = 0.05;
/** … this: one meeting is no pattern. */
export const significantWeight = 2;

/** Whether an edge was held against chance and is told apart from it. */
export function isBeyondChance({
  weight,
  q,
}: {
  readonly weight: number;
  readonly q?: number;
}): boolean {
  return q !== undefined && q <= significantQ && weight >= significantWeight;
}

export type SpreadOptions = {
  /** How far apart two actions on one object may be, in seconds, inclusive. */
  readonly windowSeconds: number;
  /** Accounts with fewer actions are left out, and edges none of whose accounts takes part as often. */
  readonly minParticipation: number;
  readonly minWeight: number;
  /** Whether edges are held against chance; groups are then made of those that pass. */
  readonly test: boolean;
  readonly seed: number;
};

/** Two accounts by name, and what chance would give where it was asked. */
export type SpreadEdge = Omit<Edge, "a" | "b"> & {
  readonly a: string;
  readonly b: string;
  readonly symmetry01: number;
  readonly chance: { readonly expected: number; readonly p: number; readonly q: number } | null;
};

export type SpreadGroup = Omit<Group, "members" | "objects"> & {
  readonly members: readonly string[];
  readonly objects: readonly { readonly object: string; readonly pairs: number }[];
};

/** Which accounts act together, and what was counted. */
export type Spread = {
  readonly options: SpreadOptions;
  readonly counts: Pick<Actions, "rows" | "accounts" | "objects" | "posts">;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  readonly resolutionSeconds: number;
  /** By weight, the heaviest first. */
  readonly edges: readonly SpreadEdge[];
  readonly groups: readonly SpreadGroup[];
  readonly heavyObjects: readonly (Omit<HeavyObject, "object"> & { readonly object: string })[];
  /** Pairs of actions of two accounts within the window. */
  readonly pairs: number;
  /** Pairs of accounts that could have acted together, at most; null where nothing was tested. */
  readonly pairsTested: number | null;
};
