import type { Phrase } from "./phrase.ts";

/**
 * From this cosine on a small chain goes to the larger one that its words are most like. Chosen on the
 * development half of NewsWCL50, between .1 and .2 of which all give the same within a point.
 */
export const attachFrom01 = 0.15;
/** So often the small chains are looked through again: what is joined is like more than its parts. */
export const attachRounds = 3;
/** From this share on of all who are named with a role ("Mayor Oro"), the role alone stands for one. */
export const roleShare01 = 0.75;
/** A word that stands in more chains than this brings none together. */
export const mostChainsOfWord = 100;
/** A name beside the head counts as so much of a word: things of one place are not one thing. */
const nameWeight = 0.5;

/** Terms of nouns that with the name of a country stand for its state ("Norran officials"). */
const stateTerms: ReadonlySet<string> = new Set(["~government", "offici", "nation", "countri"]);

/**
 * Puts phrases that speak of one thing together, each step only where no two names are against it:
 * those that name one; those by whose role one is named; those of the same words; those with the same
 * head, apart from such as name different things beside it; and then small chains to larger ones by
 * the words that they have in common, weighed by how few chains have them (cosine of tf-idf).
 * Returns for each phrase the index of the first phrase of its chain. Where two are
 * as good, the one that comes first in the phrases is taken, whatever its words. O(phrases × rounds), as no word brings more than `mostChainsOfWord` together.
 */
export function chainPhrases(phrases: readonly Phrase[], known: Known = {}): number[] {
  const chains = createChains(phrases);
  chains.joinBy(({ named }) => named);
  for (const [a, b] of known.same ?? []) chains.join(a, b);
  const roles = bearersOfRoles(phrases, known);
  chains.joinBy(
    (phrase) => phrase.named ?? stateOf(phrase) ?? roles.get(signature(phrase)) ?? null,
  );
  chains.joinBy(({ named, words }) => (named === null ? words.join(" ") : null));
  chains.joinBy(({ named, head, names }) =>
    named === null && head !== "" ? `${head}|${[...names].sort().join("|")}` : null,
  );
  joinUnnamed(phrases, chains);
  for (let round = 0; round < attachRounds; round++)
    if (!attachSmall(phrases, chains, known)) break;
  return phrases.map((_, at) => chains.find(at));
}

/** What is known of phrases beside their words; pairs are indices. */
export type Known = {
  /** How often each stands in the case; 1 where absent. */
  readonly counts?: readonly number[];
  /** The texts say that these are one ("X, or Y"), or use them for one in the same claim. */
  readonly same?: readonly (readonly [number, number])[];
  /** A name and what stands beside it as its role ("Ada Oro, the mayor"). */
  readonly apposed?: readonly (readonly [name: number, role: number])[];
  /** From which cosine a small chain goes to a larger one. */
  readonly attachFrom01?: number;
};

type Chains = {
  readonly find: (at: number) => number;
  /** False where the two name different ones. */
  readonly join: (a: number, b: number) => boolean;
  readonly joinBy: (keyOf: (phrase: Phrase) => string | null) => void;
  /** Whom or what a chain names. */
  readonly nameOf: (at: number) => string | null;
};

function createChains(phrases: readonly Phrase[]): Chains {
  const parents = phrases.map((_, at) => at);
  const names = phrases.map(({ named }) => named);
  const find = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] as number;
    for (let on = at; on !== root; ) {
      const next = parents[on] as number;
      parents[on] = root;
      on = next;
    }
    return root;
  };
  const nameOf = (at: number) => names[find(at)] ?? null;
  const join = (a: number, b: number): boolean => {
    const [x, y] = [find(a), find(b)];
    if (x === y) return true;
    const [nameX, nameY] = [names[x] ?? null, names[y] ?? null];
    if (nameX !== null && nameY !== null && nameX !== nameY) return false;
    const [root, other] = x < y ? [x, y] : [y, x];
    parents[other] = root;
    names[root] = nameX ?? nameY;
    return true;
  };
  return {
    find,
    join,
    nameOf,
    joinBy: (keyOf) => {
      const first = new Map<string, number>();
      phrases.forEach((phrase, at) => {
        const key = keyOf(phrase);
        if (key === null) return;
        const before = first.get(key);
        if (before === undefined) first.set(key, at);
        else join(before, at);
      });
    },
  };
}

/** "Norran officials", "the government of Norra": the name of the state. */
function stateOf({ named, head, names }: Phrase): string | null {
  const [only] = names;
  return named === null && names.length === 1 && only?.startsWith("=") && stateTerms.has(head)
    ? only
    : null;
}

/** A role with the names beside it: "Norran president". */
function signature({ role, names }: Phrase): string {
  return `${role ?? ""}|${[...names].sort().join("|")}`;
}

/** Roles of which one person is the bearer in this case. */
function bearersOfRoles(phrases: readonly Phrase[], known: Known): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const add = (named: string | null, phrase: Phrase, count: number) => {
    if (phrase.role === null || !(named?.startsWith("p:") || named?.startsWith("@"))) return;
    const key = signature(phrase);
    const own = counts.get(key) ?? new Map<string, number>();
    counts.set(key, own);
    own.set(named, (own.get(named) ?? 0) + count);
  };
  for (const [at, phrase] of phrases.entries()) add(phrase.named, phrase, known.counts?.[at] ?? 1);
  for (const [name, role] of known.apposed ?? [])
    add(phrases[name]?.named ?? null, phrases[role] as Phrase, 1);
  const bearers = new Map<string, string>();
  for (const [key, own] of counts) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    const [top] = [...own].sort((a, b) => b[1] - a[1]);
    if (top && top[1] / all >= roleShare01) bearers.set(key, top[0]);
  }
  return bearers;
}

/** "the agreement" goes with the agreement that is most often named in full ("the Norra agreement"). */
function joinUnnamed(phrases: readonly Phrase[], chains: Chains): void {
  const byHead = new Map<string, Map<string, { first: number; count: number }>>();
  phrases.forEach(({ named, head, names }, at) => {
    if (named !== null || head === "") return;
    const groups = byHead.get(head) ?? new Map<string, { first: number; count: number }>();
    byHead.set(head, groups);
    const key = [...names].sort().join("|");
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: at, count: 1 });
  });
  for (const groups of byHead.values()) {
    const bare = groups.get("");
    const named = [...groups].filter(([key]) => key !== "");
    const [most] = named.sort((a, b) => b[1].count - a[1].count);
    if (bare && most) chains.join(bare.first, most[1].first);
  }
}

type Bag = { readonly words: ReadonlyMap<string, number>; readonly norm: number; size: number };

/** The chains that have a word, by index, and what it weighs in each. */
type Holders = { readonly chains: number[]; readonly weights: number[] };

/** One round; false where nothing was joined. */
function attachSmall(phrases: readonly Phrase[], chains: Chains, known: Known): boolean {
  const bags = [...weighed(phrases, chains, known)].map(([root, bag]) => ({ root, ...bag }));
  const holders = new Map<string, Holders>();
  bags.forEach(({ words }, at) => {
    for (const [word, weight] of words) {
      const own = holders.get(word);
      if (!own) holders.set(word, { chains: [at], weights: [weight] });
      else {
        own.chains.push(at);
        own.weights.push(weight);
      }
    }
  });
  const products = new Float64Array(bags.length);
  const met: number[] = [];
  const goals: { readonly from: number; readonly to: number; readonly size: number }[] = [];
  bags.forEach((own, at) => {
    for (const [word, weight] of own.words) {
      const list = holders.get(word);
      if (!list || list.chains.length > mostChainsOfWord) continue;
      for (const [nth, other] of list.chains.entries()) {
        if (other === at) continue;
        if (products[other] === 0) met.push(other);
        (products[other] as number) += weight * (list.weights[nth] as number);
      }
    }
    let best: (typeof bags)[number] | undefined;
    let bestScore = known.attachFrom01 ?? attachFrom01;
    const isNamed = chains.nameOf(own.root) !== null;
    for (const other of met) {
      const product = products[other] as number;
      products[other] = 0;
      const bag = bags[other] as (typeof bags)[number];
      if (bag.size < own.size || (isNamed && chains.nameOf(bag.root) !== null)) continue;
      const score = product / (own.norm * bag.norm);
      if (score > bestScore) {
        best = bag;
        bestScore = score;
      }
    }
    met.length = 0;
    if (best) goals.push({ from: own.root, to: best.root, size: own.size });
  });
  goals.sort((a, b) => a.size - b.size || a.from - b.from);
  let joined = false;
  for (const { from, to } of goals) if (chains.join(from, to)) joined = true;
  return joined;
}

/** The words of each chain, weighed by count and by how few chains have them. */
function weighed(phrases: readonly Phrase[], chains: Chains, known: Known): Map<number, Bag> {
  const counts = new Map<number, { words: Map<string, number>; size: number }>();
  phrases.forEach((phrase, at) => {
    const root = chains.find(at);
    let own = counts.get(root);
    if (!own) {
      own = { words: new Map(), size: 0 };
      counts.set(root, own);
    }
    const times = known.counts?.[at] ?? 1;
    own.size += times;
    const { words } = own;
    const add = (word: string, weight: number) =>
      words.set(word, (words.get(word) ?? 0) + weight * times);
    // What a name means as a word says nothing of its bearer.
    if (phrase.named === null && phrase.head !== "") add(phrase.head, 1);
    for (const term of phrase.modifiers) add(term, 1);
    for (const name of phrase.names) add(name, nameWeight);
    if (phrase.named !== null) add(phrase.named, 1);
  });
  const holders = new Map<string, number>();
  for (const { words } of counts.values())
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const bags = new Map<number, Bag>();
  for (const [root, { words, size }] of counts) {
    let square = 0;
    for (const [word, count] of words) {
      const weight = count * Math.log(1 + counts.size / (holders.get(word) ?? 1));
      words.set(word, weight);
      square += weight * weight;
    }
    bags.set(root, { words, norm: Math.sqrt(square), size });
  }
  return bags;
}
