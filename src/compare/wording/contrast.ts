import { shortId } from "../../document/ids.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import { stem } from "../../lexicon/synonyms.ts";
import { type CompareInput, compareText } from "../input.ts";
import { type PhraseWords, wordsIn } from "./phrase.ts";
import type { Spoken } from "./sentences.ts";
import type { Contrast, ContrastWord, SideTotal, SideUse } from "./wording.ts";

/** The prior weighs as much as so large a share of both sides' words, shared out as the case uses them … */
export const priorShare01 = 0.1;
/** … but never more than so many words. */
export const mostPriorWords = 500;
/** A word is looked at from so many uses by both sides together … */
export const leastUses = 6;
/** … in so many documents of the side that uses it more … */
export const leastDocuments = 3;
/** … by so many of its sources (by all, where it has fewer). */
export const leastSources = 2;
/** Two sides are compared where each has so many documents. */
export const leastDocumentsOfSide = 3;
/** So many words are shown for each side. */
export const mostWordsShown = 20;
/** So many pairs of sides are compared. */
export const mostPairs = 10;
/** Passages kept per word and side. */
const shownPassages = 3;
/** Standard normal quantile of a two-sided 95 % interval. */
const z95 = 1.96;

const voicesOf = ["own", "others"] as const;

type Voice = (typeof voicesOf)[number];

/** Uses of one word in one document. */
type Use = { readonly document: number; count: number; readonly passages: Passage[] };

/** How one voice of the case uses each word; words of each document are what to divide by. */
type Counted = {
  /** Stem → uses, by document. */
  readonly uses: Map<string, Use[]>;
  /** Stem → form → count. */
  readonly forms: Map<string, Map<string, number>>;
  readonly words: number[];
};

/**
 * Words that one declared side uses more than another: the log-odds ratio with an informative
 * Dirichlet prior (Monroe, Colaresi and Quinn 2008, 10.1093/pan/mpn018, equations 16, 19 and 20), the
 * prior taken from all documents of the case. A word that few documents repeat tells less than its
 * count: its variance grows by the dispersion of its counts over the documents of the side (Pearson's
 * χ² by its degrees of freedom, never below 1; McCullagh and Nelder 1989, section 6.2). Names,
 * numbers and function words are left out. Own voice and what others are made to say apart.
 * Linear in the text.
 */
export async function compareWords(
  input: CompareInput,
  spoken: Spoken,
  lists: PhraseWords,
): Promise<Contrast[]> {
  const pairs = pairsOf(input);
  if (pairs.length === 0) return [];
  const counted = await countWords(input, spoken, lists);
  return pairs.flatMap((sides) =>
    voicesOf.flatMap((voice) => contrastOf(input, counted[voice], sides, voice) ?? []),
  );
}

/** The declared sides that have documents, two and two, by id. */
function pairsOf({ case: { sides }, documents }: CompareInput): (readonly [string, string])[] {
  const count = new Map<string, number>();
  for (const { side } of documents) if (side !== null) count.set(side, (count.get(side) ?? 0) + 1);
  const present = sides
    .map(({ id }) => id)
    .filter((id) => (count.get(id) ?? 0) >= leastDocumentsOfSide)
    .sort(compareText);
  return present
    .flatMap((a, at) => present.slice(at + 1).map((b) => [a, b] as const))
    .slice(0, mostPairs);
}

async function countWords(
  input: CompareInput,
  spoken: Spoken,
  lists: PhraseWords,
): Promise<Record<Voice, Counted>> {
  const documents = new Map(input.documents.map(({ id }, at) => [id, at]));
  const empty = (): Counted => ({
    uses: new Map(),
    forms: new Map(),
    words: input.documents.map(() => 0),
  });
  const counted = { own: empty(), others: empty() };
  const stems = new Map<string, string>();
  for await (const sentence of spoken.walk()) {
    const document = documents.get(sentence.card.id) ?? -1;
    const { mentions, voiceOf, text, start } = sentence;
    let name = 0;
    for (const word of wordsIn(text, start)) {
      while (name < mentions.length && (mentions[name]?.end ?? 0) <= word.start) name++;
      const isName = !mentions[name]?.inferred && (mentions[name]?.start ?? word.end) < word.end;
      if (isName || !/^\p{L}[\p{L}\p{M}'-]+$/u.test(word.lower)) continue;
      if (lists.functionWords.has(word.lower)) continue;
      const voice = counted[voiceOf(word) === "own" ? "own" : "others"];
      let key = stems.get(word.lower);
      if (key === undefined) {
        key = stem(word.lower, lists.irregularForms);
        stems.set(word.lower, key);
      }
      voice.words[document] = (voice.words[document] ?? 0) + 1;
      const passage = { documentId: sentence.card.id, start: word.start, end: word.end };
      addUse(voice, key, word.lower, document, { ...passage, text: word.text });
    }
  }
  return counted;
}

function addUse(
  { uses, forms }: Counted,
  key: string,
  form: string,
  document: number,
  passage: Passage,
): void {
  const own = uses.get(key) ?? [];
  if (own.length === 0) uses.set(key, own);
  const last = own.at(-1);
  if (last?.document === document) {
    last.count++;
    if (last.passages.length < shownPassages) last.passages.push(passage);
  } else own.push({ document, count: 1, passages: [passage] });
  const ways = forms.get(key) ?? new Map<string, number>();
  if (ways.size === 0) forms.set(key, ways);
  ways.set(form, (ways.get(form) ?? 0) + 1);
}

type SideCount = SideUse & { readonly side: string; readonly dispersion: number };

function contrastOf(
  { documents }: CompareInput,
  { uses, forms, words }: Counted,
  sides: readonly [string, string],
  voice: Voice,
): Contrast | undefined {
  const totals = sides.map((side): SideTotal => {
    const own = documents.flatMap((card, at) =>
      card.side === side && (words[at] ?? 0) > 0 ? [{ card, words: words[at] ?? 0 }] : [],
    );
    return {
      side,
      documents: own.length,
      sources: new Set(own.map(({ card }) => card.sourceId)).size,
      words: own.reduce((sum, one) => sum + one.words, 0),
    };
  });
  const [first, second] = totals;
  if (!first || !second) return;
  if (Math.min(first.documents, second.documents) < leastDocumentsOfSide) return;
  const all = words.reduce((sum, count) => sum + count, 0);
  const found: ContrastWord[] = [];
  let tested = 0;
  for (const [key, list] of uses) {
    const count = (total: SideTotal) => countOf(list, total, documents, words);
    const [a, b] = [count(first), count(second)];
    if (!isEnough(a, first, b, second)) continue;
    tested++;
    const inAll = list.reduce((sum, use) => sum + use.count, 0);
    const { logOdds, low, high } = logOddsOf(a, first.words, b, second.words, inAll / all);
    if (low <= 0 && high >= 0) continue;
    const shown = evidence(logOdds > 0 ? [...a.evidence] : [...b.evidence]);
    if (!shown) continue;
    const ways = [...(forms.get(key) ?? [])].sort((x, y) => y[1] - x[1] || compareText(x[0], y[0]));
    found.push({
      word: ways[0]?.[0] ?? key,
      forms: ways.map(([form]) => form).slice(0, mostForms),
      logOdds: rounded(logOdds),
      low: rounded(low),
      high: rounded(high),
      uses: [withoutDispersion(a), withoutDispersion(b)],
    });
  }
  return {
    id: shortId("contrast", voice, ...sides),
    sides,
    voice,
    totals: [first, second],
    tested,
    words: [...furthest(found, 1), ...furthest(found, -1)],
    rule: "wording/log-odds",
  };
}

/** Forms of a word that are named. */
const mostForms = 6;

/** The words of one side, those first whose interval is furthest from none. */
function furthest(words: readonly ContrastWord[], sign: 1 | -1): ContrastWord[] {
  const nearest = ({ low, high }: ContrastWord) => (sign > 0 ? low : -high);
  return words
    .filter((word) => nearest(word) > 0)
    .sort((a, b) => nearest(b) - nearest(a) || compareText(a.word, b.word))
    .slice(0, mostWordsShown);
}

function countOf(
  uses: readonly Use[],
  { side, words: sideWords, documents: sideDocuments }: SideTotal,
  documents: CompareInput["documents"],
  words: readonly number[],
): SideCount {
  const own = uses.filter((use) => documents[use.document]?.side === side);
  const count = own.reduce((sum, use) => sum + use.count, 0);
  const share = count / Math.max(sideWords, 1);
  // Documents without the word add what was expected of them.
  let square = count;
  for (const use of own) {
    const expected = share * (words[use.document] ?? 0);
    square += (use.count - expected) ** 2 / expected - expected;
  }
  const dispersion = count > 0 ? Math.max(1, square / Math.max(sideDocuments - 1, 1)) : 1;
  return {
    side,
    count,
    documents: own.length,
    sources: new Set(own.map((use) => documents[use.document]?.sourceId)).size,
    evidence: inTurn(own.map(({ passages }) => passages)),
    dispersion,
  };
}

/** One passage of each document, then a second one, so that not one document fills the list. */
function inTurn(lists: readonly (readonly Passage[])[]): Passage[] {
  const shown: Passage[] = [];
  for (let round = 0; round < shownPassages && shown.length < shownPassages; round++)
    for (const list of lists) {
      const passage = list[round];
      if (passage && shown.length < shownPassages) shown.push(passage);
    }
  return shown;
}

function isEnough(a: SideUse, totalA: SideTotal, b: SideUse, totalB: SideTotal): boolean {
  if (a.count + b.count < leastUses) return false;
  const [more, total] =
    a.count / totalA.words >= b.count / totalB.words ? [a, totalA] : [b, totalB];
  return more.documents >= leastDocuments && more.sources >= Math.min(leastSources, total.sources);
}

/** Above 0: the first side uses it more. `share` is the word's part of all words of the case. */
export function logOddsOf(
  a: { readonly count: number; readonly dispersion: number },
  wordsA: number,
  b: { readonly count: number; readonly dispersion: number },
  wordsB: number,
  share: number,
): { readonly logOdds: number; readonly low: number; readonly high: number } {
  const priorWords = Math.min(mostPriorWords, (wordsA + wordsB) * priorShare01);
  const prior = priorWords * share;
  const odds = (count: number, words: number) =>
    Math.log((count + prior) / (words + priorWords - count - prior));
  const logOdds = odds(a.count, wordsA) - odds(b.count, wordsB);
  const variance = a.dispersion / (a.count + prior) + b.dispersion / (b.count + prior);
  const half = z95 * Math.sqrt(variance);
  return { logOdds, low: logOdds - half, high: logOdds + half };
}

function withoutDispersion({ count, documents, sources, evidence }: SideCount): SideUse {
  return { count, documents, sources, evidence };
}

/** Two places: more would promise what the method does not hold. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
