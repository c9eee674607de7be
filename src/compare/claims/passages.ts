import type { DocumentCard } from "../../document/case.ts";
import type { Passage } from "../../document/passage.ts";
import type { SentenceReading } from "../../read/sentences/terms.ts";
import { type Quantity, quantityOf } from "../figures/relate.ts";
import type { CompareInput, Row } from "../input.ts";
import { type AliasPair, readAliases } from "./aliases.ts";

/** A sentence of the text proper, with its terms as numbers into the vocabulary. */
export type IndexedPassage = Passage & {
  /** Index into `PassageIndex.documents`. */
  readonly document: number;
  readonly paragraph: number;
  /** Ascending, each once. */
  readonly terms: readonly number[];
  /** Where each of `terms` first stands in the document. */
  readonly places: readonly number[];
  /** Those of `terms` that stand under a negation. */
  readonly negated: ReadonlySet<number>;
  /** Those of `terms` that stand as verbs. */
  readonly verbs: ReadonlySet<number>;
  /** Those of `terms` of which it is left open whether it is so. */
  readonly leftOpen: ReadonlySet<number>;
  /** Who does what the verbs say: verb, doer, verb, doer, … */
  readonly doers: readonly number[];
  /** Who or what it is done to: verb, undergoer, … */
  readonly undergoers: readonly number[];
  /** It tells that what stands before it was denied, or calls it untrue itself. */
  readonly answers: SentenceReading["answers"];
  /** EDTF dates told in the sentence. */
  readonly dates: readonly string[];
  /** What the figures told in the sentence allow. */
  readonly figures: readonly Quantity[];
};

/**
 * All sentences that take part in comparison, in document order, with for each term the sentences
 * that hold it. Size grows with the text; nothing in it grows with pairs.
 */
export type PassageIndex = {
  readonly documents: readonly DocumentCard[];
  readonly passages: readonly IndexedPassage[];
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly termNames: readonly string[];
  /** Term → indices into `passages`, ascending. */
  readonly postings: readonly (readonly number[])[];
  /** Attributions of each document, by index into `documents`, ordered by cue. */
  readonly attributions: readonly (readonly Row<"attributions">["reading"][])[];
  /** Names that each document, by index into `documents`, names in many of its sentences. */
  readonly topics: readonly ReadonlySet<number>[];
  /** Terms that the documents write as names. */
  readonly names: ReadonlySet<string>;
  /** Term → in how many sentences it stands as a name. */
  readonly nameUses: ReadonlyMap<string, number>;
  /** Terms that stand in dates: names of months and days. */
  readonly dateTerms: ReadonlySet<string>;
  /** Term → how many terms the names of its thing are made of, where it has several names. */
  readonly aliasTerms: ReadonlyMap<number, number>;
  /** Term of a declared name → what kind of thing it is; absent where nothing is declared. */
  readonly kinds?: ReadonlyMap<string, string>;
  /** Names by which the texts themselves call one thing. */
  readonly aliases: readonly AliasPair[];
  /** The index by whose sentences it is told how rare a term is; absent where it is this one. */
  readonly rarity?: Pick<PassageIndex, "postings" | "passages">;
};

/** Reads the terms of a short text as those of the documents were read. */
export type ReadTerms = (text: string) => readonly string[];

/** Walks sentences, dates and attributions once and keeps what comparison needs of them. */
export async function indexPassages(
  input: CompareInput,
  readTerms: ReadTerms,
): Promise<PassageIndex> {
  return (await indexForMore(input, readTerms)).index;
}

/** An index to which the passages of one more document can be added for a while. */
export type OpenIndex = {
  readonly index: PassageIndex;
  /** Term → in how many sentences it has a capital that is not the sentence's. */
  readonly capitals: ReadonlyMap<string, number>;
  readonly expand: (places: Map<string, number>) => void;
};

/** The same as `indexPassages`, open for one more. */
export async function indexForMore(input: CompareInput, readTerms: ReadTerms): Promise<OpenIndex> {
  const { drafts, aliases, nameUses, capitals, dateTerms, attributions } = await gather(input);
  const expander = createExpander(aliases, readTerms);
  for (const { places } of drafts) expander.expand(places);
  const numbered = numberTerms(drafts);
  const names = namesOf(capitals, numbered);
  const index = {
    documents: input.documents,
    ...numbered,
    attributions,
    topics: topicsOf(numbered, names, input.documents.length),
    names,
    nameUses,
    dateTerms,
    aliasTerms: aliasTermsOf(expander.sizes, numbered.vocabulary),
    kinds: new Map(
      [...input.case.sources, ...input.case.actors].flatMap(({ id, kind }) =>
        kind === null ? [] : [[`@${id}`, kind] as const],
      ),
    ),
    aliases,
  };
  return { index, capitals, expand: expander.expand };
}

/**
 * The index with the passages of one more document behind the others; the first is left as it is. What
 * the document calls by two names is one thing in it, and not in the others. Costs a copy of the lists,
 * not a walk over the case.
 */
export async function withOneMore(
  { index, capitals, expand }: OpenIndex,
  more: CompareInput,
  readTerms: ReadTerms,
): Promise<PassageIndex> {
  const own = await gather(more);
  const expander = createExpander(own.aliases, readTerms);
  for (const { places } of own.drafts) {
    expand(places);
    expander.expand(places);
  }
  const document = index.documents.length;
  const numbered = numberTerms(
    own.drafts.map((draft) => ({ ...draft, document })),
    index,
  );
  const added = numbered.passages.slice(index.passages.length);
  const names = new Set(index.names);
  const nameUses = new Map(index.nameUses);
  for (const [term, uses] of own.nameUses) nameUses.set(term, (nameUses.get(term) ?? 0) + uses);
  for (const term of new Set(added.flatMap(({ terms }) => terms))) {
    const name = numbered.termNames[term] ?? "";
    const count = (capitals.get(name) ?? 0) + (own.capitals.get(name) ?? 0);
    const sentences = numbered.postings[term]?.length ?? 0;
    if (count > 0 && count >= sentences * nameShare) names.add(name);
    else names.delete(name);
  }
  const alone = {
    passages: added.map((one) => ({ ...one, document: 0 })),
    termNames: numbered.termNames,
  };
  return {
    documents: [...index.documents, ...more.documents],
    ...numbered,
    attributions: [...index.attributions, ...own.attributions],
    topics: [...index.topics, ...topicsOf(alone, names, 1)],
    names,
    nameUses,
    dateTerms: new Set([...index.dateTerms, ...own.dateTerms]),
    aliasTerms: new Map([
      ...index.aliasTerms,
      ...aliasTermsOf(expander.sizes, numbered.vocabulary),
    ]),
    ...(index.kinds ? { kinds: index.kinds } : {}),
    aliases: [...index.aliases, ...own.aliases],
  };
}

async function gather(input: CompareInput) {
  const documentOf = new Map(input.documents.map((document, at) => [document.id, at]));
  const drafts: Draft[] = [];
  const aliases: AliasPair[] = [];
  const nameUses = new Map<string, number>();
  const capitals = new Map<string, number>();
  for await (const { documentId, sentence, reading } of input.rows("sentences")) {
    const document = documentOf.get(documentId);
    if (document === undefined || reading.noise || reading.terms.length === 0) continue;
    const { start, end, text } = sentence;
    const places = new Map(reading.terms.map((term, at) => [term, reading.places[at] ?? start]));
    const { paragraph, negated, verbs, leftOpen, answers } = reading;
    drafts.push({
      documentId,
      document,
      start,
      end,
      text,
      paragraph,
      places,
      negated,
      verbs,
      leftOpen,
      answers,
      doers: byName(reading, reading.doers),
      undergoers: byName(reading, reading.undergoers),
      dates: [],
      figures: [],
    });
    aliases.push(...readAliases(text));
    // The first word of a sentence has a capital whatever it is.
    for (const term of reading.names) {
      if (places.get(term) !== start) capitals.set(term, (capitals.get(term) ?? 0) + 1);
      nameUses.set(term, (nameUses.get(term) ?? 0) + 1);
    }
  }
  const at = new Map(drafts.map((draft) => [`${draft.documentId}|${draft.start}`, draft]));
  const dateTerms = new Set<string>();
  for await (const { documentId, sentence, reading } of input.rows("dates")) {
    const draft = at.get(`${documentId}|${sentence.start}`);
    if (!draft) continue;
    draft.dates.push(reading.edtf);
    for (const [term, place] of draft.places)
      if (reading.start <= place && place < reading.end) dateTerms.add(term);
  }
  for await (const { documentId, sentence, reading } of input.rows("figures")) {
    at.get(`${documentId}|${sentence.start}`)?.figures.push(quantityOf(reading));
  }
  const attributions: Row<"attributions">["reading"][][] = input.documents.map(() => []);
  for await (const { documentId, reading } of input.rows("attributions")) {
    attributions[documentOf.get(documentId) ?? -1]?.push(reading);
  }
  return { drafts, aliases, nameUses, capitals, dateTerms, attributions };
}

function aliasTermsOf(
  sizes: ReadonlyMap<string, number>,
  vocabulary: ReadonlyMap<string, number>,
): Map<number, number> {
  const aliasTerms = new Map<number, number>();
  for (const [name, size] of sizes) {
    const term = vocabulary.get(name);
    if (term !== undefined) aliasTerms.set(term, size);
  }
  return aliasTerms;
}

/** Indices into the terms of a sentence as these terms. */
function byName({ terms }: SentenceReading, pairs: readonly number[]): string[] {
  return pairs.map((at) => terms[at] ?? "");
}

type Draft = Omit<
  IndexedPassage,
  "terms" | "places" | "negated" | "verbs" | "leftOpen" | "dates" | "figures" | Part
> & {
  readonly [part in Part]: readonly string[];
} & {
  readonly places: Map<string, number>;
  readonly negated: readonly string[];
  readonly verbs: readonly string[];
  readonly leftOpen: readonly string[];
  readonly dates: string[];
  readonly figures: Quantity[];
};

type Part = "doers" | "undergoers";

/** A word that is written as a name in such a share of its sentences is one; a headline may write any so. */
const nameShare = 0.5;

function namesOf(
  capitals: ReadonlyMap<string, number>,
  { vocabulary, postings }: Pick<PassageIndex, "vocabulary" | "postings">,
): Set<string> {
  const names = new Set<string>();
  for (const [term, count] of capitals) {
    const sentences = postings[vocabulary.get(term) ?? -1]?.length ?? 0;
    if (count >= sentences * nameShare) names.add(term);
  }
  return names;
}

/** A name that stands in so many sentences of a document, and in such a share of them, is its topic. */
const topic = { sentences: 3, share: 0.1 };

function topicsOf(
  { passages, termNames }: Pick<PassageIndex, "passages" | "termNames">,
  names: ReadonlySet<string>,
  documents: number,
): Set<number>[] {
  const counts = Array.from({ length: documents }, () => new Map<number, number>());
  const sentences = new Uint32Array(documents);
  const named = Uint8Array.from(termNames, (name) => (names.has(name) ? 1 : 0));
  for (const { document, terms } of passages) {
    sentences[document] = (sentences[document] ?? 0) + 1;
    for (const term of terms)
      if (named[term] === 1) counts[document]?.set(term, (counts[document]?.get(term) ?? 0) + 1);
  }
  return counts.map((found, document) => {
    const least = Math.max(topic.sentences, (sentences[document] ?? 0) * topic.share);
    return new Set([...found].flatMap(([term, count]) => (count >= least ? [term] : [])));
  });
}

type Numbered = Pick<PassageIndex, "passages" | "vocabulary" | "termNames" | "postings">;

/**
 * Gives each term its number, in order of first appearance, and lists who holds it. Those of `before`
 * keep their numbers and their places.
 */
function numberTerms(drafts: readonly Draft[], before?: Numbered): Numbered {
  const vocabulary = new Map<string, number>(before?.vocabulary);
  const termNames: string[] = [...(before?.termNames ?? [])];
  const postings: number[][] = [...((before?.postings as number[][] | undefined) ?? [])];
  const from = before?.passages.length ?? 0;
  const copied = new Set<number>();
  const hold = (term: number, passage: number) => {
    const shared = before !== undefined && term < before.postings.length && !copied.has(term);
    if (shared) postings[term] = [...(postings[term] ?? [])];
    if (shared) copied.add(term);
    postings[term]?.push(passage);
  };
  const number = (name: string): number => {
    const known = vocabulary.get(name);
    if (known !== undefined) return known;
    vocabulary.set(name, termNames.length);
    postings.push([]);
    return termNames.push(name) - 1;
  };
  const passages = drafts.map((draft, at): IndexedPassage => {
    const placed = [...draft.places]
      .map(([name, place]) => ({ term: number(name), place }))
      .sort((a, b) => a.term - b.term);
    for (const { term } of placed) hold(term, from + at);
    return {
      ...draft,
      terms: placed.map(({ term }) => term),
      places: placed.map(({ place }) => place),
      negated: setOf(draft.negated, number),
      verbs: setOf(draft.verbs, number),
      leftOpen: setOf(draft.leftOpen, number),
      doers: withAliases(draft.places, draft.doers).map(number),
      undergoers: withAliases(draft.places, draft.undergoers).map(number),
    };
  });
  return {
    passages: before ? [...before.passages, ...passages] : passages,
    vocabulary,
    termNames,
    postings,
  };
}

const noTerms: ReadonlySet<number> = new Set();

/** Most sentences have none of a kind: those share one set. */
export function setOf(
  names: readonly string[],
  number: (name: string) => number,
): ReadonlySet<number> {
  return names.length === 0 ? noTerms : new Set(names.map(number));
}

/** What stands in one place has one part: the other names of a thing as the one that was read. */
export function withAliases(
  places: ReadonlyMap<string, number>,
  pairs: readonly string[],
): string[] {
  const all: string[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const place = places.get(pairs[at + 1] as string);
    for (const [name, other] of places) if (other === place) all.push(pairs[at] as string, name);
  }
  return all;
}

/** Makes the function that adds to a set of terms those of the other names of the same things. */
export function createExpander(
  aliases: readonly AliasPair[],
  readTerms: ReadTerms,
): {
  readonly expand: (places: Map<string, number>) => void;
  readonly sizes: ReadonlyMap<string, number>;
} {
  const sizes = new Map<string, number>();
  const rules = new Map<
    string,
    { readonly all: readonly string[]; readonly add: readonly string[] }[]
  >();
  const seen = new Set<string>();
  const learn = (from: readonly string[], to: readonly string[]) => {
    const [first] = from;
    const key = `${from.join(" ")}>${to.join(" ")}`;
    if (first === undefined || to.length === 0 || seen.has(key)) return;
    seen.add(key);
    rules.set(first, [...(rules.get(first) ?? []), { all: from, add: to }]);
    const group = new Set([...from, ...to]);
    for (const term of group) sizes.set(term, Math.max(sizes.get(term) ?? 1, group.size));
  };
  for (const [a, b] of aliases) {
    const left = readTerms(a);
    const right = readTerms(b);
    learn(left, right);
    learn(right, left);
  }
  const expand = (places: Map<string, number>) => {
    const begun: [term: string, place: number][] = [];
    for (const [term, place] of places) if (rules.has(term)) begun.push([term, place]);
    for (const [term, place] of begun) {
      for (const { all, add } of rules.get(term) ?? []) {
        if (!all.every((other) => places.has(other))) continue;
        for (const other of add) if (!places.has(other)) places.set(other, place);
      }
    }
  };
  return { expand, sizes };
}

/** A case of few sentences tells little about how rare a word is: counts start from this many. */
const priorSentences = 100;

/**
 * How telling a term is: the logarithm of how seldom it stands in a sentence of this case
 * (inverse document frequency, Spärck Jones 1972, 10.1108/eb026526). Unknown terms weigh as rare.
 */
export function termWeight(index: PassageIndex, term: number | undefined): number {
  const { postings, passages } = index.rarity ?? index;
  const holders = term === undefined ? 0 : (postings[term]?.length ?? 0);
  return Math.log(1 + (passages.length + priorSentences) / (holders + 1));
}

/** The weight of each term of an index, by its number. */
export function weightsOf(index: PassageIndex): Float64Array {
  return Float64Array.from(index.termNames, (_, term) => termWeight(index, term));
}

/** The numbers of those terms that the case knows. */
export function numbersOf(index: PassageIndex, terms: Iterable<string>): Set<number> {
  const numbers = new Set<number>();
  for (const name of terms) {
    const term = index.vocabulary.get(name);
    if (term !== undefined) numbers.add(term);
  }
  return numbers;
}
