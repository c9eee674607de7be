import { type Span, spanAt } from "../../document/span.ts";
import type { Quantity } from "../figures/relate.ts";
import { type IndexedPassage, type PassageIndex, termWeight } from "./passages.ts";

/** A group of passages that say the same; the first is the most central one. */
export type Cluster = {
  /** Indices into `PassageIndex.passages`: the central one, then the others in order. */
  readonly members: readonly number[];
  /** How alike each member is to the central one, 0 to 1. */
  readonly scores: readonly number[];
  /** Terms that at least half of the members share, most telling first. */
  readonly terms: readonly string[];
};

/** A term that stands in more sentences than this is too common to bring passages together. */
const maxHolders = 40;
/** Two passages are compared when they share at least so many such terms … */
const minSharedRare = 2;
/** … and so many terms in all, one of them no name: who is named is not yet what is said. */
const minShared = 3;
/** … and these weigh so much together, unless the passages are the same word for word. */
const minSharedWeight = 11;
/** Passages at least this alike are the same but for a word. */
const sameWords = 0.95;
/** Passages at least this alike are taken to say the same. */
export const clusterThreshold = 0.5;
/**
 * Long sentences say several things: where the common words stand together in both, and what stands
 * between them there is mostly common too, they say the same if the words weigh enough.
 */
const together = { words: 14, share: 0.6, weight: 8.5, wordsWeight: 7 };

/**
 * Joins passages of different documents that say the same. Candidates come from walking each rare
 * term's holders, at most `maxHolders` of them, so the work grows with the text and not with its
 * square. The passage that is most alike to others becomes the centre and takes its neighbours; each
 * member is alike to the centre itself, so no chain leads away from it.
 */
export function clusterPassages(index: PassageIndex): Cluster[] {
  // A thing with several names brings the terms of all of them into a passage, and counts once.
  const weights = index.termNames.map(
    (_, term) => termWeight(index, term) / (index.aliasTerms.get(term) ?? 1),
  );
  const spoken = index.passages.map(withoutSpeakers(index));
  const edges = alikePairs(index, spoken, weights);
  const centrality = new Map<number, number>();
  for (const [passage, neighbours] of edges) {
    let sum = 0;
    for (const score of neighbours.values()) sum += score;
    centrality.set(passage, sum);
  }
  // What is said names a claim sooner than its denial or that somebody says so.
  for (const [passage, sum] of centrality)
    centrality.set(
      passage,
      sum * (1 - besideShare * besides(index.passages[passage], spoken[passage])),
    );
  const order = [...centrality].sort(([a, x], [b, y]) => y - x || a - b);
  const taken = new Set<number>();
  const clusters: Cluster[] = [];
  for (const [centre] of order) {
    // What a passage leaves open it cannot stand for.
    if (taken.has(centre) || (index.passages[centre]?.leftOpen.size ?? 0) > 0) continue;
    const near = [...(edges.get(centre) ?? [])].filter(([passage]) => !taken.has(passage));
    const members = ofOneCore(
      spoken[centre] ?? noTerms,
      near.map(([passage, score]) => ({ passage, score, terms: spoken[passage]?.terms ?? [] })),
      weights,
    ).sort(([a], [b]) => a - b);
    const documents = new Set(
      [centre, ...members.map(([passage]) => passage)].map((at) => index.passages[at]?.document),
    );
    if (documents.size < 2) continue;
    taken.add(centre);
    for (const [passage] of members) taken.add(passage);
    const all = [centre, ...members.map(([passage]) => passage)];
    clusters.push({
      members: all,
      scores: [1, ...members.map(([, score]) => score)],
      terms: commonTerms(index, all),
    });
  }
  return clusters;
}

/** A passage all of whose terms are denied, or tell who says so, loses this much of its centrality. */
const besideShare = 0.4;

/** The share of a passage's terms that it denies, or that tell who says what it says. */
function besides(whole: IndexedPassage | undefined, spoken: IndexedPassage | undefined): number {
  if (!whole || !spoken || whole.terms.length === 0) return 0;
  const left = whole.terms.length - spoken.terms.length;
  return Math.min(1, (whole.negated.size + left) / whole.terms.length);
}

const noTerms = { terms: [] };

/** A member holds so much of the weight of what the claim is about. */
const coreShare = 0.55;

/**
 * A long sentence says several things, and its neighbours are not all about the same one. What it
 * has in common with the neighbour whose words most others share is the core; those that hold
 * most of the core say the same.
 */
function ofOneCore(
  { terms }: Pick<IndexedPassage, "terms">,
  near: readonly {
    readonly passage: number;
    readonly score: number;
    readonly terms: readonly number[];
  }[],
  weights: readonly number[],
): [passage: number, score: number][] {
  const common = near.map((one) => commonOf(terms, one.terms));
  const holders = new Map<number, number>();
  for (const list of common)
    for (const term of list) holders.set(term, (holders.get(term) ?? 0) + 1);
  const weigh = (list: readonly number[]) =>
    list.reduce((sum, term) => sum + (weights[term] ?? 0), 0);
  let core: readonly number[] = [];
  let most = -1;
  for (const list of common) {
    const sum = list.reduce(
      (all, term) => all + (weights[term] ?? 0) * (holders.get(term) ?? 0),
      0,
    );
    if (sum > most) {
      most = sum;
      core = list;
    }
  }
  const least = weigh(core) * coreShare;
  return near.flatMap(({ passage, score }, at): [number, number][] =>
    weigh(commonOf(core, common[at] ?? [])) >= least ? [[passage, score]] : [],
  );
}

/** Passage → passages of other documents that are alike enough, with the score. */
function alikePairs(
  index: PassageIndex,
  spoken: readonly IndexedPassage[],
  weights: readonly number[],
): Map<number, Map<number, number>> {
  const totals = spoken.map(({ terms }) =>
    terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0),
  );
  const named = Uint8Array.from(index.termNames, (name) => (index.names.has(name) ? 1 : 0));
  const isName = (term: number) => named[term] === 1;
  // How many rare terms each passage shares with the one at hand, and which it shares any with.
  const shared = new Uint16Array(index.passages.length);
  const met: number[] = [];
  const edges = new Map<number, Map<number, number>>();
  spoken.forEach((passage, at) => {
    for (const term of passage.terms) {
      const holders = index.postings[term] ?? [];
      if (holders.length > maxHolders) continue;
      for (const other of holders) {
        if (other > at && index.passages[other]?.document !== passage.document) {
          if (shared[other] === 0) met.push(other);
          (shared[other] as number)++;
        }
      }
    }
    for (const other of met) {
      const count = shared[other] as number;
      shared[other] = 0;
      if (count < minSharedRare) continue;
      const theirs = spoken[other]?.terms ?? [];
      const common = commonOf(passage.terms, theirs);
      if (common.length < minShared || !common.some((term) => !isName(term))) continue;
      const weight = common.reduce((sum, term) => sum + (weights[term] ?? 0), 0);
      const whole = alike(common, weights, totals[at] ?? 0, totals[other] ?? 0);
      if (weight < minSharedWeight && whole < sameWords) continue;
      // Who gives another number says another thing.
      const figures = index.passages[other]?.figures ?? [];
      if (givesOther(passage.figures, figures)) continue;
      const part = alikeTogether(passage, spoken[other] ?? passage, common, weights, isName);
      // Who and where is not yet what is said: a part that is alike must have a verb.
      const tells = common.some(
        (term) => passage.verbs.has(term) || spoken[other]?.verbs.has(term) === true,
      );
      const score = Math.max(whole, tells ? part : 0);
      if (score < clusterThreshold) continue;
      link(edges, at, other, score);
      link(edges, other, at, score);
    }
    met.length = 0;
  });
  return edges;
}

/**
 * Makes the function that leaves out of a passage who says what it says, and that it is said: two
 * sayings of one person are not yet the same. The places of its terms become their order.
 *
 *     "No ship of ours would strike," said the spokesman of the ministry.
 *                                     ^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ left out
 */
function withoutSpeakers(index: PassageIndex): (passage: IndexedPassage) => IndexedPassage {
  const spans = index.attributions.map((attributions) =>
    disjoint(attributions.flatMap(({ source, cue }) => [...source, ...cue])),
  );
  return (passage) => {
    const said = spans[passage.document] ?? [];
    const kept = passage.places.map((place) => !spanAt(said, place));
    const places = ranksOf(passage.places);
    if (kept.every((keep) => keep)) return { ...passage, places };
    return {
      ...passage,
      terms: passage.terms.filter((_, at) => kept[at]),
      places: places.filter((_, at) => kept[at]),
    };
  };
}

/** The first of all, the second, …: how long a name is brings nothing nearer. */
function ranksOf(places: readonly number[]): number[] {
  const order = [...new Set(places)].sort((a, b) => a - b);
  const ranks = new Map(order.map((place, rank) => [place, rank]));
  return places.map((place) => ranks.get(place) ?? 0);
}

/** Spans sorted by start, those that overlap made one. */
function disjoint(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** True where both count and no number is common: "at least 13" and "15" are told apart, too. */
function givesOther(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  return (
    a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => one.value === other.value))
  );
}

function link(
  edges: Map<number, Map<number, number>>,
  from: number,
  to: number,
  score: number,
): void {
  const neighbours = edges.get(from);
  if (neighbours) neighbours.set(to, score);
  else edges.set(from, new Map([[to, score]]));
}

/** A passage with few telling words must not be swallowed by any long one that holds them. */
const shorterShare = 0.6;

/**
 * How alike two passages are, 0 to 1: the weight of their common terms over a mean of the two
 * weights that leans to the shorter passage. Explained term by term; stance plays no part, so that
 * opposites meet.
 */
export function alike(
  common: readonly number[],
  weights: readonly number[],
  totalA: number,
  totalB: number,
): number {
  const shared = common.reduce((sum, term) => sum + (weights[term] ?? 0), 0);
  const base =
    shorterShare * Math.min(totalA, totalB) + (1 - shorterShare) * Math.max(totalA, totalB);
  return base > 0 ? shared / base : 0;
}

/** How alike the stretches are in which two passages hold their common words; 0 where too little is common. */
function alikeTogether(
  a: IndexedPassage,
  b: IndexedPassage,
  common: readonly number[],
  weights: readonly number[],
  isName: (term: number) => boolean,
): number {
  const inA = heaviestStretch(a, common, weights);
  const both = heaviestStretch(b, inA, weights);
  const weigh = (terms: readonly number[]) =>
    terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0);
  const shared = weigh(both);
  if (both.length < minShared || shared < together.weight) return 0;
  if (weigh(both.filter((term) => !isName(term))) < together.wordsWeight) return 0;
  const share = (2 * shared) / (weigh(termsAmong(a, both)) + weigh(termsAmong(b, both)));
  return share >= together.share ? share : 0;
}

/** Those of `terms` that stand within `together.words` of each other and weigh most. */
function heaviestStretch(
  passage: IndexedPassage,
  terms: readonly number[],
  weights: readonly number[],
): number[] {
  const placed = terms
    .map((term) => ({ term, place: passage.places[passage.terms.indexOf(term)] ?? 0 }))
    .sort((x, y) => x.place - y.place || x.term - y.term);
  let best = { from: 0, to: 0, sum: 0 };
  let sum = 0;
  let from = 0;
  placed.forEach(({ term, place }, to) => {
    sum += weights[term] ?? 0;
    while (place - (placed[from]?.place ?? 0) > together.words) {
      sum -= weights[placed[from]?.term ?? -1] ?? 0;
      from++;
    }
    if (sum > best.sum) best = { from, to: to + 1, sum };
  });
  return placed.slice(best.from, best.to).map(({ term }) => term);
}

/** All terms of a passage that stand between the first and the last of `terms`. */
function termsAmong(passage: IndexedPassage, terms: readonly number[]): number[] {
  const places = terms.map((term) => passage.places[passage.terms.indexOf(term)] ?? 0);
  const first = Math.min(...places);
  const last = Math.max(...places);
  return passage.terms.filter((_, at) => {
    const place = passage.places[at] ?? -1;
    return place >= first && place <= last;
  });
}

/** The numbers that two ascending lists have in common. */
function commonOf(a: readonly number[], b: readonly number[]): number[] {
  const common: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) common.push(left);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return common;
}

function commonTerms(index: PassageIndex, members: readonly number[]): string[] {
  const counts = new Map<number, number>();
  for (const at of members) {
    for (const term of index.passages[at]?.terms ?? [])
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count * 2 >= members.length && count > 1)
    .map(([term]) => ({ term, weight: termWeight(index, term) }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .map(({ term }) => index.termNames[term] ?? "");
}
