import type { Actions } from "../../document/action.ts";
import { coAct } from "../coaction/co-act.ts";
import { slide } from "../coaction/slide.ts";
import { communities, type Tied } from "../groups/find-groups.ts";
import type { Group } from "../groups/groups.ts";
import { testEdges } from "../significance/significance.ts";
import { isBeyondChance, type SpreadOptions } from "../spread.ts";
import { type Sweep, sweepWindows } from "./sweep.ts";

/** A window with more pairs of actions than this is left out: minutes of work, and gigabytes. */
const mostPairs = 200_000_000;

/**
 * Looks for groups at other windows, in the same way and held against chance there, and tells how
 * many members of each group stay in one. Costs what finding the groups costs, once for each window.
 */
export async function sweepGroups(
  actions: Actions,
  groups: readonly Group[],
  options: Pick<SpreadOptions, "minParticipation" | "minWeight" | "seed">,
  {
    progress,
    windows: asked = sweepWindows,
    most = mostPairs,
  }: {
    readonly progress?: (windowSeconds: number) => void;
    readonly windows?: readonly number[];
    readonly most?: number;
  } = {},
): Promise<Sweep> {
  const windows: number[] = [];
  const leftOut: { windowSeconds: number; reason: string }[] = [];
  const found: { readonly windowSeconds: number; readonly tied: readonly Tied[] }[] = [];
  for (const windowSeconds of asked) {
    progress?.(windowSeconds);
    const reason = await whyNot(actions, windowSeconds, most);
    if (reason !== null) {
      leftOut.push({ windowSeconds, reason });
      continue;
    }
    windows.push(windowSeconds);
    const { edges } = await coAct(actions, { ...options, windowSeconds });
    const tested = await testEdges(actions, edges, windowSeconds);
    found.push({
      windowSeconds,
      tied: communities(tested.edges.filter(isBeyondChance), options.seed),
    });
  }
  return {
    windows,
    leftOut,
    groups: groups.map(({ number, members }) => ({
      number,
      members: members.length,
      at: found.map(({ windowSeconds, tied }) => ({ windowSeconds, ...staying(members, tied) })),
    })),
  };
}

async function whyNot(
  actions: Actions,
  windowSeconds: number,
  most: number,
): Promise<string | null> {
  if (windowSeconds < actions.resolutionSeconds)
    return `times are told to ${actions.resolutionSeconds} seconds only`;
  let pairs = 0;
  await slide(actions, windowSeconds, (_, from, at) => {
    pairs += at - from;
  });
  return pairs > most
    ? `${pairs.toLocaleString("en")} pairs of actions, more than ${most.toLocaleString("en")}`
    : null;
}

function staying(
  members: readonly number[],
  tied: readonly Tied[],
): { readonly together: number; readonly others: number } {
  const own = new Set(members);
  let best = { together: 0, others: 0 };
  for (const { members: found } of tied) {
    const together = found.filter((one) => own.has(one)).length;
    if (together > best.together) best = { together, others: found.length - together };
  }
  return best;
}
