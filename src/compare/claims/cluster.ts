import { commonOf, type Likeness, likenessByWords, weigh, weighPassages } from "./likeness.ts";
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
/** Two passages are compared when they share at least so many such terms. */
const minSharedRare = 2;
/** Passages at least this alike are taken to say the same. */
export const clusterThreshold = 0.5;
/**
 * Joins passages of different documents that say the same. Candidates come from walking each rare
 * term's holders, at most `maxHolders` of them, so the work grows with the text and not with its
 * square. The passage that is most alike to others becomes the centre and takes its neighbours; each
 * member is alike to the centre itself, so no chain leads away from it.
 */
export function clusterPassages(index: PassageIndex, likeness?: Likeness): Cluster[] {
  const weighed = weighPassages(index);
  const { spoken, weights } = weighed;
  const edges = alikePairs(index, spoken, likeness ?? likenessByWords(index, weighed));
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
  const least = weigh(core, weights) * coreShare;
  return near.flatMap(({ passage, score }, at): [number, number][] =>
    weigh(commonOf(core, common[at] ?? []), weights) >= least ? [[passage, score]] : [],
  );
}

/** Passage → passages of other documents that are alike enough, with the score. */
function alikePairs(
  index: PassageIndex,
  spoken: readonly IndexedPassage[],
  likeness: Likeness,
): Map<number, Map<number, number>> {
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
      const score = likeness.score(at, other);
      if (score < clusterThreshold) continue;
      link(edges, at, other, score);
      link(edges, other, at, score);
    }
    met.length = 0;
  });
  return edges;
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
