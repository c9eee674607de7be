import type { Actions } from "../../document/action.ts";
import type { Bins } from "../bins.ts";
import type { Counter } from "./counter.ts";

/**
 * Holds two objects against each other: when each was acted on, and by whom. One walk; memory in the
 * accounts of the two.
 */
export async function findCounter(
  actions: Pick<Actions, "chunks" | "accounts">,
  objects: { readonly a: number; readonly b: number },
  { startSeconds, binSeconds, bins }: Bins,
  /** The group of an account, by number. */
  groupOf: ReadonlyMap<number, number>,
): Promise<Counter> {
  const sides = [objects.a, objects.b].map((object) => ({
    object,
    actions: 0,
    accounts: new Set<number>(),
    counts: new Array<number>(bins).fill(0),
  }));
  for await (const { length, object, account, seconds } of actions.chunks())
    for (let row = 0; row < length; row++)
      for (const side of sides) {
        if (object[row] !== side.object) continue;
        side.actions++;
        side.accounts.add(account[row] as number);
        const bin = Math.floor(((seconds[row] as number) - startSeconds) / binSeconds);
        side.counts[bin] = (side.counts[bin] ?? 0) + 1;
      }
  const [a, b] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const groups = new Map<number, { both: number; onlyA: number; onlyB: number }>();
  const counts = { both: 0, onlyA: 0, onlyB: 0 };
  for (const account of new Set([...a.accounts, ...b.accounts])) {
    const what = !b.accounts.has(account) ? "onlyA" : a.accounts.has(account) ? "both" : "onlyB";
    counts[what]++;
    const group = groupOf.get(account);
    if (group === undefined) continue;
    const own = groups.get(group) ?? { both: 0, onlyA: 0, onlyB: 0 };
    own[what]++;
    groups.set(group, own);
  }
  const shown = (side: (typeof sides)[number]) => ({ ...side, accounts: side.accounts.size });
  return {
    ...{ startSeconds, binSeconds, a: shown(a), b: shown(b), ...counts },
    bothByChance: (a.accounts.size * b.accounts.size) / Math.max(actions.accounts, 1),
    groups: [...groups]
      .sort(([one], [other]) => one - other)
      .map(([group, own]) => ({ group, ...own })),
  };
}
