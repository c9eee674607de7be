import type { Actions } from "../document/action.ts";
import type { NamedCandidate, NamedCounter } from "../spread/answer.ts";
import { binsOf } from "../spread/bins.ts";
import { findCandidates } from "../spread/counter/find-candidates.ts";
import { findCounter } from "../spread/counter/find-counter.ts";
import type { Engine } from "../store/actions/engine.ts";
import { accountNumbers, type GroupAccount } from "../store/actions/groups-in-time.ts";
import { objectsOf, sortActions } from "../store/actions/sort-actions.ts";
import { numberOfObject } from "../store/posts/reach-posts.ts";

/** Two hashtags are drawn in at most so many bins. */
const mostBins = 240;

/** All actions of the engine, those of accounts that act once too; beside the set of other questions. */
export function sortAllActions({ connection }: Engine): Promise<Actions> {
  return sortActions(connection, 1, "_of_all");
}

/** A hashtag as the posts have it. */
export function hashtagNamed(written: string): string {
  return written.trim().replace(/^#/, "").toLowerCase();
}

/** Of all actions of the engine: two objects against each other, or which of them nobody acts on. */
export async function againstOf(
  { connection }: Engine,
  all: Actions,
  { a, b }: { readonly a: string; readonly b: string },
  members: readonly GroupAccount[],
): Promise<{ readonly counter: NamedCounter | null; readonly unknown: readonly string[] }> {
  const [one, other] = [await numberOfObject(connection, a), await numberOfObject(connection, b)];
  if (one === null || other === null)
    return {
      counter: null,
      unknown: [...(one === null ? [a] : []), ...(other === null ? [b] : [])],
    };
  const groupOf = await accountNumbers(connection, members, "_of_all");
  const bins = binsOf(all.firstSeconds, all.lastSeconds, mostBins);
  const found = await findCounter(all, { a: one, b: other }, bins, groupOf);
  return {
    counter: { ...found, a: { ...found.a, object: a }, b: { ...found.b, object: b } },
    unknown: [],
  };
}

/** Pairs of objects that many accounts act on in the same hours, few of them on both. */
export async function candidatesOf(
  { connection }: Engine,
  all: Actions,
): Promise<NamedCandidate[]> {
  const found = await findCandidates(all);
  const names = await objectsOf(
    connection,
    found.flatMap(({ a, b }) => [a, b]),
  );
  return found.map((one) => ({ ...one, a: names.get(one.a) ?? "", b: names.get(one.b) ?? "" }));
}
