import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { OtherTerm } from "../../lexicon/paraphrases.ts";
import { stem } from "../../lexicon/synonyms.ts";
import type { IndexedPassage, PassageIndex } from "../claims/passages.ts";

/** The word lists by which a draft is understood that tells things in other words. */
export type OtherWords = Pick<Lexicon, "irregularForms" | "paraphrases">;

/** The second word of a phrase follows within so many words ("threw the families out"). */
const phraseReach = 7;

/**
 * The index with more terms in the draft's sentences: those by which the case may tell the same. A
 * word of opposite meaning counts as the other one negated. The documents of the case stay as they are.
 *
 *     Every lamp was lit.        also holds: light
 *     The ship ran dark.         also holds: light, negated
 */
export function withOtherWords(index: PassageIndex, from: number, lists: OtherWords): PassageIndex {
  const passages = [...index.passages];
  const added = new Map<number, number[]>();
  for (let at = from; at < passages.length; at++) {
    const passage = passages[at] as IndexedPassage;
    const wider = widened(passage, index, lists);
    passages[at] = wider;
    const own = new Set(passage.terms);
    for (const term of wider.terms) {
      if (own.has(term)) continue;
      const list = added.get(term);
      if (list) list.push(at);
      else added.set(term, [at]);
    }
  }
  const postings = [...index.postings];
  for (const [term, more] of added) {
    const known = postings[term] ?? [];
    let cut = known.length;
    while (cut > 0 && (known[cut - 1] as number) >= from) cut--;
    const tail = [...known.slice(cut), ...more].sort((a, b) => a - b);
    postings[term] = [...known.slice(0, cut), ...tail];
  }
  return { ...index, passages, postings };
}

type Added = { readonly place: number; readonly negated: boolean; readonly verb: boolean };

function widened(
  passage: IndexedPassage,
  { vocabulary }: PassageIndex,
  lists: OtherWords,
): IndexedPassage {
  const own = new Set(passage.terms);
  const added = new Map<number, Added>();
  const add = (others: readonly OtherTerm[], place: number, negated: boolean, verb: boolean) => {
    for (const { term, opposite } of others) {
      const number = vocabulary.get(term);
      if (number === undefined || own.has(number) || added.has(number)) continue;
      added.set(number, { place, negated: negated !== opposite, verb });
    }
  };
  const roots = rootsIn(passage, lists);
  for (const { place, negated, others } of phrasesIn(passage, roots, lists))
    add(others, place, negated, true);
  const rootAt = new Map(roots.map(({ root, place }) => [place, root]));
  passage.terms.forEach((term, nth) => {
    const place = passage.places[nth] ?? 0;
    const others = lists.paraphrases.words.get(rootAt.get(place) ?? "") ?? [];
    add(others, place, passage.negated.has(term), passage.verbs.has(term));
  });
  if (added.size === 0) return passage;
  const all = [
    ...passage.terms.map((term, nth) => ({ term, place: passage.places[nth] ?? 0 })),
    ...[...added].map(([term, { place }]) => ({ term, place })),
  ].sort((a, b) => a.term - b.term);
  const those = (is: (one: Added) => boolean) =>
    [...added].flatMap(([term, one]) => (is(one) ? [term] : []));
  return {
    ...passage,
    terms: all.map(({ term }) => term),
    places: all.map(({ place }) => place),
    negated: new Set([...passage.negated, ...those(({ negated }) => negated)]),
    verbs: new Set([...passage.verbs, ...those(({ verb }) => verb)]),
  };
}

type Root = { readonly root: string; readonly place: number };

/** The stems of a sentence's words, with their places in the document. */
function rootsIn({ text, start }: IndexedPassage, { irregularForms }: OtherWords): Root[] {
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)].map((match) => ({
    root: stem(match[0].toLowerCase(), irregularForms),
    place: start + match.index,
  }));
}

/** Phrases of two words, the second soon after the first, with the terms that they stand for. */
function phrasesIn(
  { terms, places, negated }: IndexedPassage,
  roots: readonly Root[],
  { paraphrases }: OtherWords,
): { readonly place: number; readonly negated: boolean; readonly others: readonly OtherTerm[] }[] {
  const denied = new Set(
    terms.flatMap((term, nth) => (negated.has(term) ? (places[nth] ?? []) : [])),
  );
  return roots.flatMap(({ root, place }, at) =>
    (paraphrases.phrases.get(root) ?? []).flatMap(({ next, others }) =>
      roots.slice(at + 1, at + 1 + phraseReach).some((word) => word.root === next)
        ? [{ place, negated: denied.has(place), others }]
        : [],
    ),
  );
}

/** Does one of the texts say with a function word the opposite of what the other says ("inside", "outside")? */
export function isOppositePlace(a: string, b: string, { paraphrases }: OtherWords): boolean {
  const [left, right] = [functionWordsOf(a, paraphrases), functionWordsOf(b, paraphrases)];
  return [...left].some(
    (word) =>
      !right.has(word) &&
      [...(paraphrases.opposites.get(word) ?? [])].some(
        (other) => right.has(other) && !left.has(other),
      ),
  );
}

/** Where a text says with such a word how a thing is, does the other have the word, or its opposite? */
export function hasPlaceOf(statement: string, text: string, { paraphrases }: OtherWords): boolean {
  const wanted = functionWordsOf(statement, paraphrases);
  const held = functionWordsOf(text, paraphrases);
  return (
    wanted.size === 0 ||
    [...wanted].some(
      (word) =>
        held.has(word) ||
        [...held].some((other) => paraphrases.opposites.get(word)?.has(other) ?? false),
    )
  );
}

function functionWordsOf(text: string, { opposites }: OtherWords["paraphrases"]): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => opposites.has(word)));
}
