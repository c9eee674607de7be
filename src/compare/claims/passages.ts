import type { DocumentCard } from "../../document/case.ts";
import type { Passage } from "../../document/passage.ts";
import type { CompareInput, Row } from "../input.ts";

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
};

/** Walks sentences and attributions once and keeps what comparison needs of them. */
export async function indexPassages(input: CompareInput): Promise<PassageIndex> {
  const documentOf = new Map(input.documents.map((document, index) => [document.id, index]));
  const vocabulary = new Map<string, number>();
  const termNames: string[] = [];
  const postings: number[][] = [];
  const passages: IndexedPassage[] = [];
  for await (const { documentId, sentence, reading } of input.rows("sentences")) {
    const document = documentOf.get(documentId);
    if (document === undefined || reading.noise || reading.terms.length === 0) continue;
    const number = (name: string) => {
      let term = vocabulary.get(name);
      if (term === undefined) {
        term = termNames.length;
        vocabulary.set(name, term);
        termNames.push(name);
        postings.push([]);
      }
      return term;
    };
    const placed = reading.terms
      .map((name, at) => ({ term: number(name), place: reading.places[at] ?? sentence.start }))
      .sort((a, b) => a.term - b.term);
    for (const { term } of placed) postings[term]?.push(passages.length);
    passages.push({
      documentId,
      document,
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      paragraph: reading.paragraph,
      terms: placed.map(({ term }) => term),
      places: placed.map(({ place }) => place),
      negated: new Set(reading.negated.map(number)),
    });
  }
  const attributions: Row<"attributions">["reading"][][] = input.documents.map(() => []);
  for await (const { documentId, reading } of input.rows("attributions")) {
    attributions[documentOf.get(documentId) ?? -1]?.push(reading);
  }
  return { documents: input.documents, passages, vocabulary, termNames, postings, attributions };
}

/** A case of few sentences tells little about how rare a word is: counts start from this many. */
const priorSentences = 100;

/**
 * How telling a term is: the logarithm of how seldom it stands in a sentence of this case
 * (inverse document frequency, Spärck Jones 1972, 10.1108/eb026526). Unknown terms weigh as rare.
 */
export function termWeight(index: PassageIndex, term: number | undefined): number {
  const holders = term === undefined ? 0 : (index.postings[term]?.length ?? 0);
  return Math.log(1 + (index.passages.length + priorSentences) / (holders + 1));
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
