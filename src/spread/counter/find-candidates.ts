import type { Actions } from "../../document/action.ts";
import type { Candidate } from "./counter.ts";

const hourSeconds = 3600;

export const candidateOptions = {
  /** Only so many objects are held against each other, those with the most accounts. */
  mostObjects: 60,
  /** With fewer accounts that the smaller one shares with nobody, few in common say nothing. */
  leastAccounts: 20,
  /** Of the accounts of the smaller one, at most so many act on both. */
  mostShared01: 0.1,
  /** At least so much of their actions lies in the same hours. */
  leastSameHours01: 0.3,
  most: 10,
} as const;

type Seen = { readonly object: number; readonly accounts: Set<number>; readonly hours: Hours };
type Hours = { readonly counts: Map<number, number>; actions: number };

/**
 * Lists pairs of objects that many accounts act on in the same hours, and few of them on both. That
 * is all it says: two sides of a quarrel look like this, and so do two languages or two cities. One
 * walk; memory in the actions of the objects with the most accounts.
 */
export async function findCandidates(
  actions: Pick<Actions, "chunks" | "accounts">,
  options: Readonly<Record<keyof typeof candidateOptions, number>> = candidateOptions,
): Promise<Candidate[]> {
  const seen = await largest(actions, options);
  const pairs: Candidate[] = [];
  for (const [at, one] of seen.entries())
    for (const other of seen.slice(at + 1)) {
      const sameHours01 = sharedHours(one.hours, other.hours);
      if (sameHours01 < options.leastSameHours01) continue;
      const [small, large] = one.accounts.size <= other.accounts.size ? [one, other] : [other, one];
      let both = 0;
      for (const account of small.accounts) if (large.accounts.has(account)) both++;
      if (both > options.mostShared01 * small.accounts.size) continue;
      pairs.push({
        a: one.object,
        b: other.object,
        accountsA: one.accounts.size,
        accountsB: other.accounts.size,
        both,
        bothByChance: (one.accounts.size * other.accounts.size) / Math.max(actions.accounts, 1),
        sameHours01,
      });
    }
  const size = ({ accountsA, accountsB }: Candidate) => Math.min(accountsA, accountsB);
  return pairs
    .sort((x, y) => size(y) * y.sameHours01 - size(x) * x.sameHours01 || x.a - y.a || x.b - y.b)
    .slice(0, options.most);
}

async function largest(
  actions: Pick<Actions, "chunks">,
  { mostObjects, leastAccounts }: { readonly mostObjects: number; readonly leastAccounts: number },
): Promise<Seen[]> {
  let kept: Seen[] = [];
  const keep = (one: Seen) => {
    if (one.accounts.size < leastAccounts) return;
    kept.push(one);
    if (kept.length >= 2 * mostObjects) kept = heaviest(kept, mostObjects);
  };
  let now: Seen = { object: -1, accounts: new Set(), hours: { counts: new Map(), actions: 0 } };
  for await (const { length, object, account, seconds } of actions.chunks())
    for (let row = 0; row < length; row++) {
      if (object[row] !== now.object) {
        keep(now);
        now = {
          object: object[row] as number,
          accounts: new Set(),
          hours: { counts: new Map(), actions: 0 },
        };
      }
      now.accounts.add(account[row] as number);
      const hour = Math.floor((seconds[row] as number) / hourSeconds);
      now.hours.counts.set(hour, (now.hours.counts.get(hour) ?? 0) + 1);
      now.hours.actions++;
    }
  keep(now);
  return heaviest(kept, mostObjects);
}

function heaviest(seen: readonly Seen[], most: number): Seen[] {
  return [...seen]
    .sort((x, y) => y.accounts.size - x.accounts.size || x.object - y.object)
    .slice(0, most);
}

/** What two distributions over hours have in common. */
function sharedHours(one: Hours, other: Hours): number {
  let shared = 0;
  for (const [hour, count] of one.counts)
    shared += Math.min(count / one.actions, (other.counts.get(hour) ?? 0) / other.actions);
  return shared;
}
