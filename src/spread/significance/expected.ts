import type { Links, Moments } from "./moments.ts";

/** Mean and variance of an edge's weight under the null model. */
export type Expected = { readonly mean: number; readonly variance: number };

/**
 * What the weight of two accounts would be if, in every bin of time, the accounts of its posts were
 * dealt out anew: who posts how much in which bin stays, and so does when each object is acted on.
 * Mean and variance are those over all dealings, worked out, not sampled; what the links across
 * two bins share with the links within them is left out of the variance.
 *
 * The weight is the sum of links over pairs of posts that get the one and the other account, so its
 * moments follow from the chances that two, three and four given posts get them (hypergeometric), as
 * for Mantel's statistic (Mantel 1967, Cancer Research 27, 209–220).
 */
export function expectedWeight(moments: Moments, a: number, b: number): Expected {
  const { posts, within, across, activity } = moments;
  const { firstOf, bin, count } = activity;
  const endA = firstOf[a + 1] as number;
  const endB = firstOf[b + 1] as number;
  let nearest = firstOf[b] as number;
  let mean = 0;
  let variance = 0;
  for (let i = firstOf[a] as number; i < endA; i++) {
    const binA = bin[i] as number;
    while (nearest < endB && (bin[nearest] as number) < binA - 1) nearest++;
    for (let j = nearest; j < endB && (bin[j] as number) <= binA + 1; j++) {
      const binB = bin[j] as number;
      const links = binA === binB ? within[binA] : across[Math.min(binA, binB)];
      if (!links) continue;
      const [earlier, later] = binA <= binB ? [i, j] : [j, i];
      const part = (binA === binB ? inOneBin : inTwoBins)(
        links,
        { of: count[earlier] as number, all: posts[bin[earlier] as number] as number },
        { of: count[later] as number, all: posts[bin[later] as number] as number },
      );
      mean += part.mean;
      variance += part.variance;
    }
  }
  return { mean, variance };
}

/** Of `all` posts of a bin, so many are one account's. */
type Share = { readonly of: number; readonly all: number };

/** The two accounts' places are drawn without replacement from the posts of one bin. */
function inOneBin(links: Links, { of: n, all }: Share, { of: m }: Share): Expected {
  // Counts over ordered pairs of posts: each link is met from both its ends.
  const total = 2 * links.total;
  const squares = 2 * links.squares;
  const forks = links.ofEarlier - squares;
  const apart = total ** 2 - 2 * squares - 4 * forks;
  const pair = (n * m) / (all * (all - 1));
  const mean = total * pair;
  let second = squares * pair;
  if (all > 2) second += (forks * pair * (n + m - 2)) / (all - 2);
  if (all > 3) second += (apart * pair * (n - 1) * (m - 1)) / ((all - 2) * (all - 3));
  return { mean, variance: Math.max(0, second - mean ** 2) };
}

/** The one account's place is drawn in the earlier bin, the other's in the later one. */
function inTwoBins(links: Links, earlier: Share, later: Share): Expected {
  const one = earlier.of / earlier.all;
  const other = later.of / later.all;
  const oneMore = chanceOfSecond(earlier);
  const otherMore = chanceOfSecond(later);
  const { total, squares, ofEarlier, ofLater } = links;
  const mean = total * one * other;
  const second =
    one *
    other *
    (squares +
      (ofEarlier - squares) * otherMore +
      (ofLater - squares) * oneMore +
      (total ** 2 - ofEarlier - ofLater + squares) * oneMore * otherMore);
  return { mean, variance: Math.max(0, second - mean ** 2) };
}

/** Chance that a second given post is the account's, too, where a first one is. */
function chanceOfSecond({ of, all }: Share): number {
  return all > 1 ? (of - 1) / (all - 1) : 0;
}
