import type { ActionChunk, Actions } from "../../document/action.ts";
import type { CoAction, CoActionOptions, Edge, HeavyObject } from "./coaction.ts";
import { add, addOnce, mix, type PairTable, pairSet, pairTable, placeOf } from "./pair-table.ts";
import { slide } from "./slide.ts";

/** Pairs of accounts in memory at once: 16 million take about 650 MB. */
const defaultMostPairs = 16_000_000;
/** An object is told of when it makes this share of all pairs … */
const heavyShare = 0.25;
/** … and so many at least. */
const heavyPairs = 1_000_000;

/**
 * Finds accounts that act on the same objects within a window of time. Counts are exact: where the
 * pairs do not fit the budget, the stream is walked once more for each part of them. Costs time in
 * the number of pairs of actions, memory in `mostPairs`.
 *
 * Semantics: Righetti and Balluff, CooRTweet 2.1.3 (weight, mean time, participation); Graham,
 * Coordination Network Toolkit (posts of each side).
 */
export async function coAct(actions: Actions, options: CoActionOptions): Promise<CoAction> {
  const { mostPairs = defaultMostPairs } = options;
  const met = bitsFor(actions.posts);
  const { pairs, heavyObjects, ...first } = await countAll(actions, options, met, mostPairs);
  const { takesPart, again } = await participation(actions, met, options.minParticipation);
  const keeping = { ...options, takesPart, again };
  const edges: Edge[] = [];
  let { parts } = first;
  if (first.table) {
    await keepEdges(actions, first.table, keeping, edges);
  } else {
    for (let part = 0; part < parts; part++) {
      const table = await countPart(actions, options, { part, parts, mostPairs });
      if (table) {
        await keepEdges(actions, table, keeping, edges);
        continue;
      }
      // Later actions have more different pairs than the first ones let expect: from the beginning.
      parts *= 2;
      part = -1;
      edges.length = 0;
    }
  }
  edges.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  return { edges, pairs, heavyObjects, parts };
}

/**
 * Counts the pairs of every two accounts, of every object, and which posts met any. Once the table
 * holds `mostPairs`, no more are taken in and `parts` says in how many parts they would fit.
 */
async function countAll(
  actions: Actions,
  { windowSeconds }: CoActionOptions,
  met: Uint8Array,
  mostPairs: number,
): Promise<{
  table: PairTable | null;
  parts: number;
  pairs: number;
  heavyObjects: HeavyObject[];
}> {
  let table: PairTable | null = pairTable();
  let pairs = 0;
  let pairsHeld = 0;
  let ofObject = { object: -1, pairs: 0 };
  const many: { object: number; pairs: number }[] = [];
  await slide(actions, windowSeconds, (window, from, at) => {
    const { account, post, seconds } = window;
    const one = account[at] as number;
    let others = 0;
    for (let other = from; other < at; other++) {
      const two = account[other] as number;
      if (one === two) continue;
      others++;
      mark(met, post[other] as number);
      if (table)
        add(
          table,
          Math.min(one, two),
          Math.max(one, two),
          (seconds[at] as number) - (seconds[other] as number),
        );
    }
    if (others > 0) mark(met, post[at] as number);
    pairs += others;
    if (table && table.size > mostPairs) {
      pairsHeld = pairs;
      table = null;
    }
    if (window.object !== ofObject.object) {
      if (ofObject.pairs >= heavyPairs) many.push(ofObject);
      ofObject = { object: window.object, pairs: 0 };
    }
    ofObject.pairs += others;
  });
  if (ofObject.pairs >= heavyPairs) many.push(ofObject);
  const heavyObjects = many
    .map((one) => ({ ...one, share01: one.pairs / pairs }))
    .filter(({ share01 }) => share01 >= heavyShare)
    .sort((x, y) => y.pairs - x.pairs);
  return { table, parts: table ? 1 : Math.ceil(pairs / pairsHeld) + 1, pairs, heavyObjects };
}

/** Counts the pairs of accounts that fall into one of `parts` parts; null where they are more than may be held. */
async function countPart(
  actions: Actions,
  { windowSeconds }: CoActionOptions,
  { part, parts, mostPairs }: { part: number; parts: number; mostPairs: number },
): Promise<PairTable | null> {
  const table = pairTable();
  await slide(actions, windowSeconds, ({ account, seconds }, from, at) => {
    if (table.size > mostPairs) return;
    const one = account[at] as number;
    for (let other = from; other < at; other++) {
      const two = account[other] as number;
      if (one === two) continue;
      const a = Math.min(one, two);
      const b = Math.max(one, two);
      // The order is turned, so that a part's pairs spread over the whole of its table.
      if (mix(b, a) % parts === part)
        add(table, a, b, (seconds[at] as number) - (seconds[other] as number));
    }
  });
  return table.size > mostPairs ? null : table;
}

type Participation = {
  /** Whether an account has enough actions in posts that met another account's. */
  readonly takesPart: (account: number) => boolean;
  /** Posts with more than one action. */
  readonly again: Uint8Array;
};

/** Who takes part, by one more walk over all actions, and which posts it saw more than once. */
async function participation(
  actions: Actions,
  met: Uint8Array,
  least: number,
): Promise<Participation> {
  const actionsOf = new Int32Array(actions.accounts);
  const once = bitsFor(actions.posts);
  const again = bitsFor(actions.posts);
  for await (const chunk of actions.chunks()) count(chunk);
  return { takesPart: (account) => least <= 1 || (actionsOf[account] as number) >= least, again };

  function count({ length, account, post }: ActionChunk): void {
    for (let row = 0; row < length; row++) {
      const one = post[row] as number;
      if (isMarked(met, one)) (actionsOf[account[row] as number] as number)++;
      mark(isMarked(once, one) ? again : once, one);
    }
  }
}

/**
 * Adds the edges of a table that are heavy enough, with the distinct posts of their two sides. A
 * pair of actions is looked up only where it may add a post: where it is the first of an action with
 * the other account on that object.
 *
 * ```
 *   b1 a1 a2 b2      b2 is added as it meets a's last action before it, a2, and not for a1;
 *                    a1 and a2 are not added again: they met b1
 * ```
 */
async function keepEdges(
  actions: Actions,
  table: PairTable,
  { windowSeconds, minWeight, takesPart, again }: CoActionOptions & Participation,
  edges: Edge[],
): Promise<void> {
  const { first, second, weight, sum } = table;
  const kept: number[] = [];
  const edgeAt = new Int32Array(weight.length).fill(-1);
  for (let place = 0; place < weight.length; place++) {
    if ((weight[place] as number) < Math.max(1, minWeight)) continue;
    if (!takesPart(first[place] as number) && !takesPart(second[place] as number)) continue;
    edgeAt[place] = kept.length;
    kept.push(place);
  }
  if (kept.length === 0) return;
  const posts = new Int32Array(2 * kept.length);
  const seen = pairSet();
  const lastRow = new Int32Array(actions.accounts).fill(-1);
  const count = (side: number, post: number) => {
    // A post with one action is not met again on another object.
    if (!isMarked(again, post) || addOnce(seen, side, post)) (posts[side] as number)++;
  };
  await slide(actions, windowSeconds, ({ account, post, firstMet, startRow }, from, at) => {
    const one = account[at] as number;
    const lastOfOne = lastRow[one] as number;
    for (let other = from; other < at; other++) {
      const two = account[other] as number;
      if (one === two) continue;
      const isLast = lastRow[two] === startRow + other;
      const isNew = lastOfOne < (firstMet[other] as number);
      if (!isLast && !isNew) continue;
      const edge = edgeAt[placeOf(table, Math.min(one, two), Math.max(one, two))] as number;
      if (edge < 0) continue;
      if (isLast) count(2 * edge + (one < two ? 0 : 1), post[at] as number);
      if (isNew) count(2 * edge + (one < two ? 1 : 0), post[other] as number);
    }
    lastRow[one] = startRow + at;
  });
  kept.forEach((place, edge) => {
    edges.push({
      a: first[place] as number,
      b: second[place] as number,
      weight: weight[place] as number,
      meanDeltaSeconds: (sum[place] as number) / (weight[place] as number),
      postsA: posts[2 * edge] as number,
      postsB: posts[2 * edge + 1] as number,
    });
  });
}

function bitsFor(count: number): Uint8Array {
  return new Uint8Array(Math.ceil(count / 8));
}

function mark(bits: Uint8Array, at: number): void {
  (bits[at >> 3] as number) |= 1 << (at & 7);
}

function isMarked(bits: Uint8Array, at: number): boolean {
  return ((bits[at >> 3] as number) & (1 << (at & 7))) !== 0;
}
