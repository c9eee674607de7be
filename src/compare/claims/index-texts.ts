import type { DocumentCard } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { spanAt } from "../../document/span.ts";
import type { Reader } from "../../read/read.ts";
import type { Readings } from "../../read/readings.ts";
import type { SentenceReading } from "../../read/sentences/terms.ts";
import { quantityOf } from "../figures/relate.ts";
import {
  createExpander,
  type IndexedPassage,
  type PassageIndex,
  type ReadTerms,
  setOf,
  withAliases,
} from "./passages.ts";

/**
 * Makes the function that indexes short texts (posts) as the documents of a case are, with the words,
 * names and aliases that these have: how rare a word is, is told by the documents, so that what a text is
 * found to say does not depend on the texts beside it. What it names anywhere, also in a hashtag, is its topic.
 */
export function createTextIndexer(
  known: PassageIndex,
  reader: Reader,
  readTerms: ReadTerms,
): (texts: readonly string[]) => PassageIndex {
  const { expand } = createExpander(known.aliases, readTerms);
  return (texts) => {
    const vocabulary = new Map<string, number>();
    const termNames: string[] = [];
    const names = new Set(known.names);
    const postings: number[][] = [];
    const holders: (readonly number[])[] = [];
    const number = (name: string): number => {
      const found = vocabulary.get(name);
      if (found !== undefined) return found;
      vocabulary.set(name, termNames.length);
      postings.push([]);
      holders.push(known.postings[known.vocabulary.get(name) ?? -1] ?? []);
      return termNames.push(name) - 1;
    };
    const dateTerms = new Set(known.dateTerms);
    const passages: IndexedPassage[] = [];
    const attributions: PassageIndex["attributions"][number][] = [];
    const topics: Set<number>[] = [];
    texts.forEach((text, document) => {
      const readings = reader(documentOf(text));
      const topic = new Set<number>();
      for (const sentence of readings.sentences) {
        if (sentence.terms.length === 0) continue;
        const passage = passageOf(document, text, sentence, readings, { expand, number });
        for (const term of passage.terms) postings[term]?.push(passages.length);
        passages.push(passage);
        for (const name of sentence.names) {
          // A word that the documents write small is no name for its capital here.
          if (!known.vocabulary.has(name)) names.add(name);
          if (names.has(name)) topic.add(number(name));
        }
      }
      attributions.push(readings.attributions);
      topics.push(topic);
    });
    // A word of a statement that no text here has must weigh what it weighs in the documents.
    for (const name of known.termNames) number(name);
    return {
      documents: texts.map((_, at) => cardOf(at)),
      passages,
      vocabulary,
      termNames,
      postings,
      attributions,
      topics,
      names,
      nameUses: known.nameUses,
      dateTerms,
      aliasTerms: new Map(),
      aliases: known.aliases,
      rarity: { postings: holders, passages: known.passages },
    };
  };
}

function passageOf(
  document: number,
  text: string,
  sentence: SentenceReading,
  { dates, figures, attributions }: Readings,
  {
    expand,
    number,
  }: {
    readonly expand: (places: Map<string, number>) => void;
    readonly number: (name: string) => number;
  },
): IndexedPassage {
  const { start, end, paragraph, terms, answers } = sentence;
  const speakers = attributions.flatMap(({ source }) => source);
  const places = new Map<string, number>();
  terms.forEach((term, at) => {
    const place = sentence.places[at] ?? start;
    // "The radio says": who is no name is no part of what is said.
    if (sentence.names.includes(term) || !spanAt(speakers, place)) places.set(term, place);
  });
  expand(places);
  const placed = [...places]
    .map(([name, place]) => ({ term: number(name), place }))
    .sort((a, b) => a.term - b.term);
  const isHere = ({ start: place }: { readonly start: number }) => spanAt([sentence], place);
  const named = (pairs: readonly number[]) =>
    withAliases(
      places,
      pairs.map((at) => terms[at] ?? ""),
    ).map(number);
  return {
    documentId: String(document),
    document,
    start,
    end,
    text: text.slice(start, end),
    paragraph,
    terms: placed.map(({ term }) => term),
    places: placed.map(({ place }) => place),
    negated: setOf(sentence.negated, number),
    verbs: setOf(sentence.verbs, number),
    leftOpen: setOf(sentence.leftOpen, number),
    doers: named(sentence.doers),
    undergoers: named(sentence.undergoers),
    answers,
    dates: dates.filter(isHere).map(({ edtf }) => edtf),
    figures: figures.filter(isHere).map(quantityOf),
  };
}

function cardOf(at: number): DocumentCard {
  const id = String(at);
  return {
    ...{ id, file: id, sourceId: id, sourceName: id, title: null, side: null },
    ...{ language: "en", published: null, completeness: "full", words: 0 },
  };
}
