import type { Actions } from "../../document/action.ts";
import { add, type PairTable, pairTable, placeOf } from "../coaction/pair-table.ts";
import { slide } from "../coaction/slide.ts";

/**
 * Links between the posts of one bin of time, or between those of a bin and of the next one. Two
 * posts have as many links as there are objects that both act on within the window. All sums run
 * over unordered pairs of posts.
 */
export type Links = {
  total: number;
  /** The sum of squares of a pair's links. */
  squares: number;
  /** The sums of squares of a post's links: of the earlier posts, of the later ones. Within a bin both are one. */
  ofEarlier: number;
  ofLater: number;
};

/** All that stays when the accounts of a bin's posts are exchanged among them. */
export type Moments = {
  /** Posts of each bin. */
  readonly posts: Int32Array;
  readonly within: readonly (Links | undefined)[];
  /** Links from each bin to the next. */
  readonly across: readonly (Links | undefined)[];
  readonly activity: Activity;
};

/** Posts of account a in a bin: those of `bin` and `count` from `firstOf[a]` up to `firstOf[a + 1]`, by bin. */
export type Activity = {
  readonly firstOf: Int32Array;
  readonly bin: Int32Array;
  readonly count: Int32Array;
};

/** Counts what the expected weights rest on. Costs three walks; memory in posts and in bins. */
export async function momentsOf(
  actions: Actions,
  windowSeconds: number,
  binSeconds: number,
): Promise<Moments> {
  const firstBin = Math.floor(actions.firstSeconds / binSeconds);
  const bins = Math.floor(actions.lastSeconds / binSeconds) - firstBin + 1;
  const posts = new Int32Array(bins);
  const binOf = new Int32Array(actions.posts).fill(-1);
  const counted = pairTable();
  for await (const { length, account, post, seconds } of actions.chunks()) {
    for (let row = 0; row < length; row++) {
      const one = post[row] as number;
      if (binOf[one] !== -1) continue;
      const bin = Math.floor((seconds[row] as number) / binSeconds) - firstBin;
      binOf[one] = bin;
      (posts[bin] as number)++;
      add(counted, account[row] as number, bin, 0);
    }
  }
  const within: (Links | undefined)[] = new Array(bins);
  const across: (Links | undefined)[] = new Array(bins);
  const linksOf = (earlier: number, later: number) => {
    const all = earlier === later ? within : across;
    all[earlier] ??= { total: 0, squares: 0, ofEarlier: 0, ofLater: 0 };
    return all[earlier] as Links;
  };
  const inBin = new Int32Array(actions.posts);
  const toLater = new Int32Array(actions.posts);
  const toEarlier = new Int32Array(actions.posts);
  await slide(actions, windowSeconds, ({ post }, from, at) => {
    const later = post[at] as number;
    const laterBin = binOf[later] as number;
    for (let other = from; other < at; other++) {
      const earlier = post[other] as number;
      if (earlier === later) continue;
      const earlierBin = binOf[earlier] as number;
      linksOf(earlierBin, laterBin).total++;
      (toLater[earlier] as number) += earlierBin === laterBin ? 0 : 1;
      (toEarlier[later] as number) += earlierBin === laterBin ? 0 : 1;
      (inBin[earlier] as number) += earlierBin === laterBin ? 1 : 0;
      (inBin[later] as number) += earlierBin === laterBin ? 1 : 0;
    }
  });
  // Two posts with l links have l (l - 1) / 2 pairs of objects in common, and l² = l + 2 of those.
  await slide({ chunks: actions.objectPairs }, windowSeconds, ({ post }, from, at) => {
    const later = post[at] as number;
    for (let other = from; other < at; other++) {
      const earlier = post[other] as number;
      if (earlier !== later) linksOf(binOf[earlier] as number, binOf[later] as number).squares += 2;
    }
  });
  for (let post = 0; post < actions.posts; post++) {
    const bin = binOf[post] as number;
    const [own, later, earlier] = [inBin[post], toLater[post], toEarlier[post]] as number[];
    if (own) linksOf(bin, bin).ofEarlier += (own as number) ** 2;
    if (later) linksOf(bin, bin + 1).ofEarlier += (later as number) ** 2;
    if (earlier) linksOf(bin - 1, bin).ofLater += (earlier as number) ** 2;
  }
  for (const links of [...within, ...across]) if (links) links.squares += links.total;
  for (const links of within) if (links) links.ofLater = links.ofEarlier;
  return { posts, within, across, activity: activityOf(counted, actions.accounts, bins) };
}

function activityOf(counted: PairTable, accounts: number, bins: number): Activity {
  const keys = new Float64Array(counted.size);
  let found = 0;
  counted.weight.forEach((weight, place) => {
    if (weight === 0) return;
    keys[found++] = (counted.first[place] as number) * bins + (counted.second[place] as number);
  });
  keys.sort();
  const firstOf = new Int32Array(accounts + 1);
  const bin = new Int32Array(found);
  const count = new Int32Array(found);
  keys.forEach((key, at) => {
    const account = Math.floor(key / bins);
    bin[at] = key % bins;
    count[at] = counted.weight[placeOf(counted, account, bin[at] as number)] as number;
    firstOf[account + 1] = at + 1;
  });
  for (let account = 0; account < accounts; account++)
    firstOf[account + 1] = Math.max(firstOf[account + 1] as number, firstOf[account] as number);
  return { firstOf, bin, count };
}
