import { shortId } from "../../document/ids.ts";
import type { Passage } from "../../document/passage.ts";
import { type CompareInput, compareText } from "../input.ts";
import { createIntegers, groupBy, type Integers } from "../integers.ts";
import type { OriginTest } from "../origins/independent.ts";
import type { PhraseWords } from "./phrase.ts";
import { type Place, type Places, placesByDocument, voices } from "./places.ts";
import type { SpokenSentence } from "./sentences.ts";
import type { Contrast, ContrastWord, SideTotal, SideUse } from "./wording.ts";
import { stemOf, type Word, type WordKind, wordReader } from "./words.ts";

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

/** The words of one voice of the case, in the order in which they stand; words of each document are what to divide by. */
type Counted = {
  /** Number of each word's form, and where it starts in its document. */
  readonly forms: Integers;
  readonly starts: Integers;
  /** Whose each word is, as a number (see `Places`). */
  readonly voices: Integers;
  /** The sentences that have any, and the first word of each. */
  readonly sentences: SentencePlace[];
  readonly firstWords: Integers;
  /** Document → its words. */
  readonly words: number[];
};

type SentencePlace = { readonly document: number; readonly start: number; readonly text: string };

/** The forms of the case, and of which stem each is one. */
type Forms = { readonly words: string[]; readonly stems: number[] };

/** The uses of each stem, document by document: those of a stem from `first[stem]` on. */
type Uses = {
  readonly first: Int32Array;
  readonly documents: Int32Array;
  readonly counts: Int32Array;
  /** Document by document the first of its words, as an index into `places`. */
  readonly at: Int32Array;
  /** Words by stem, then as they stand in the case. */
  readonly places: Int32Array;
};

/**
 * Words that one declared side uses more than another: the log-odds ratio with an informative
 * Dirichlet prior (Monroe, Colaresi and Quinn 2008, 10.1093/pan/mpn018, equations 16, 19 and 20), the
 * prior taken from all documents of the case. A word that few documents repeat tells less than its
 * count: its variance grows by the dispersion of its counts over the documents of the side (Pearson's
 * χ² by its degrees of freedom, never below 1; McCullagh and Nelder 1989, section 6.2). Names,
 * numbers and function words are left out. Own voice and what others are made to say apart.
 * A text that a side prints several times counts once. Takes sentence after sentence, document by
 * document. Linear in the text.
 */
export function createContrasts(
  input: CompareInput,
  lists: PhraseWords,
  originOf: OriginTest = () => null,
): {
  readonly add: (sentence: SpokenSentence, words: readonly Word[]) => void;
  readonly found: () => { readonly contrasts: Contrast[]; readonly places: Places[] };
} {
  const pairs = pairsOf(input);
  const documents = new Map(input.documents.map(({ id }, at) => [id, at]));
  const counted = { own: emptyOf(input), others: emptyOf(input) };
  const forms: Forms = { words: [], stems: [] };
  const numberOf = createNumbers(forms, lists);
  const isRepeated = createRepeatTest(input, originOf);
  return {
    add: (sentence, words) => {
      if (pairs.length === 0 || isRepeated(sentence)) return;
      const document = documents.get(sentence.card.id) ?? -1;
      const { mentions, voiceOf, text, start } = sentence;
      let name = 0;
      for (const word of words) {
        while (name < mentions.length && (mentions[name]?.end ?? 0) <= word.start) name++;
        const isName = !mentions[name]?.inferred && (mentions[name]?.start ?? word.end) < word.end;
        if (isName) continue;
        const form = numberOf(word.kind);
        if (form < 0) continue;
        const voice = voiceOf(word);
        const own = counted[voice === "own" ? "own" : "others"];
        const last = own.sentences[own.sentences.length - 1];
        if (last?.start !== start || last.document !== document) {
          own.sentences.push({ document, start, text });
          own.firstWords.push(own.forms.length());
        }
        own.words[document] = (own.words[document] ?? 0) + 1;
        own.forms.push(form);
        own.starts.push(word.start);
        own.voices.push(voices.indexOf(voice));
      }
    },
    found: () => {
      if (pairs.length === 0) return { contrasts: [], places: [] };
      const uses = { own: usesOf(counted.own, forms), others: usesOf(counted.others, forms) };
      const found = pairs.flatMap((sides) =>
        voicesOf.flatMap((voice) => {
          const own = { counted: counted[voice], uses: uses[voice] };
          const { documents } = input;
          return contrastOf({ documents, ...own, forms, lists }, sides, voice) ?? [];
        }),
      );
      return {
        contrasts: found.map(({ contrast }) => contrast),
        places: found.flatMap(({ places }) => places),
      };
    },
  };
}

/**
 * Makes the test whether a sentence is a copy of one that its side has already: of the copies of one
 * text, a side's own original counts, or else the first of its copies.
 */
function createRepeatTest(
  { documents }: CompareInput,
  originOf: OriginTest,
): (sentence: Pick<SpokenSentence, "card" | "start" | "end">) => boolean {
  const sideOf = new Map(documents.map(({ id, side }) => [id, side]));
  const first = new Map<string, string>();
  return ({ card, start, end }) => {
    const origin = originOf(card.id, { start, end });
    if (origin === null || origin === card.id) return false;
    if (sideOf.get(origin) === card.side) return true;
    const key = `${card.side}|${origin}`;
    const known = first.get(key) ?? card.id;
    first.set(key, known);
    return known !== card.id;
  };
}

function emptyOf({ documents }: CompareInput): Counted {
  return {
    forms: createIntegers(),
    starts: createIntegers(),
    voices: createIntegers(),
    sentences: [],
    firstWords: createIntegers(),
    words: documents.map(() => 0),
  };
}

/** Numbers each word of letters that is no function word; −1 for all others. */
function createNumbers({ words, stems }: Forms, lists: PhraseWords): (kind: WordKind) => number {
  const numbers = new Map<string, number>();
  const byStem = new Map<string, number>();
  return ({ lower, isFunction }) => {
    const known = numbers.get(lower);
    if (known !== undefined) return known;
    let number = -1;
    if (!isFunction && /^\p{L}[\p{L}\p{M}'-]+$/u.test(lower)) {
      const stem = stemOf(lower, lists);
      const numbered = byStem.get(stem) ?? byStem.size;
      byStem.set(stem, numbered);
      stems.push(numbered);
      number = words.push(lower) - 1;
    }
    numbers.set(lower, number);
    return number;
  };
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

/** Sorts the words of a voice by stem and puts those of one document together. */
function usesOf({ forms, sentences, firstWords }: Counted, { stems }: Forms): Uses {
  const words = forms.length();
  const number = stems.reduce((most, stem) => Math.max(most, stem + 1), 0);
  const documentOf = new Int32Array(words);
  sentences.forEach(({ document }, at) => {
    const end = at + 1 < sentences.length ? firstWords.at(at + 1) : words;
    documentOf.fill(document, firstWords.at(at), end);
  });
  const stemAt = (word: number) => stems[forms.at(word)] ?? -1;
  const { first: firstPlaces, order: places } = groupBy(words, number, stemAt);
  const first = new Int32Array(number + 1);
  const documents = createIntegers();
  const counts = createIntegers();
  const at = createIntegers();
  for (let stem = 0; stem < number; stem++) {
    const end = firstPlaces[stem + 1] as number;
    for (let place = firstPlaces[stem] as number; place < end; place++) {
      const document = documentOf[places[place] as number] as number;
      const last = documents.length() - 1;
      if (last >= (first[stem] as number) && documents.at(last) === document)
        counts.set(last, counts.at(last) + 1);
      else {
        documents.push(document);
        counts.push(1);
        at.push(place);
      }
    }
    first[stem + 1] = documents.length();
  }
  return { first, documents: documents.all(), counts: counts.all(), at: at.all(), places };
}

type Voiced = {
  readonly documents: CompareInput["documents"];
  readonly counted: Counted;
  readonly uses: Uses;
  readonly forms: Forms;
  readonly lists: PhraseWords;
};

type SideCount = Omit<SideUse, "evidence"> & { readonly dispersion: number };

function contrastOf(
  voiced: Voiced,
  sides: readonly [string, string],
  voice: Voice,
): { readonly contrast: Contrast; readonly places: readonly Places[] } | undefined {
  const {
    documents,
    uses,
    counted: { words },
  } = voiced;
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
  const stems = new Map<ContrastWord, number>();
  let tested = 0;
  for (let stem = 0; stem + 1 < uses.first.length; stem++) {
    let inAll = 0;
    for (let at = uses.first[stem] as number; at < (uses.first[stem + 1] as number); at++)
      inAll += uses.counts[at] as number;
    if (inAll < leastUses) continue;
    const a = countOf(voiced, stem, first);
    const b = countOf(voiced, stem, second);
    if (!isEnough(a, first, b, second)) continue;
    tested++;
    const { logOdds, low, high } = logOddsOf(a, first.words, b, second.words, inAll / all);
    if (low <= 0 && high >= 0) continue;
    const shown = [first, second].map(({ side }) => shownOf(voiced, stem, side));
    const ways = formsOf(voiced, stem);
    const word = {
      word: ways[0] ?? "",
      forms: ways.slice(0, mostForms),
      logOdds: rounded(logOdds),
      low: rounded(low),
      high: rounded(high),
      uses: [withEvidence(a, shown[0] ?? []), withEvidence(b, shown[1] ?? [])],
    } as const;
    found.push(word);
    stems.set(word, stem);
  }
  const id = shortId("contrast", voice, ...sides);
  const told = [...furthest(found, 1), ...furthest(found, -1)];
  const contrast: Contrast = {
    id,
    sides,
    voice,
    totals: [first, second],
    tested,
    words: told,
    rule: "wording/log-odds",
  };
  const places = told.map((word) => ({
    of: id,
    label: word.word,
    documents: placesByDocument(placesOf(voiced, stems.get(word) ?? -1, sides)),
  }));
  return { contrast, places };
}

/** Every use of a stem by two sides. */
function* placesOf(
  { documents, counted, uses, lists }: Voiced,
  stem: number,
  sides: readonly string[],
): Generator<Place & { readonly documentId: string }> {
  for (let at = uses.first[stem] as number; at < (uses.first[stem + 1] as number); at++) {
    const card = documents[uses.documents[at] as number];
    if (!card || card.side === null || !sides.includes(card.side)) continue;
    const from = uses.at[at] as number;
    for (let nth = from; nth < from + (uses.counts[at] as number); nth++) {
      const word = uses.places[nth] as number;
      const voice = voices[counted.voices.at(word)] ?? "own";
      for (const { documentId, start, end } of passageAt(counted, word, {
        documentId: card.id,
        lists,
      }))
        yield { documentId, start, end, voice };
    }
  }
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
  { documents, counted: { words }, uses }: Voiced,
  stem: number,
  { side, words: sideWords, documents: sideDocuments }: SideTotal,
): SideCount {
  const from = uses.first[stem] as number;
  const end = uses.first[stem + 1] as number;
  let count = 0;
  let number = 0;
  const sources = new Set<string>();
  for (let at = from; at < end; at++) {
    const card = documents[uses.documents[at] as number];
    if (card?.side !== side) continue;
    count += uses.counts[at] as number;
    number++;
    sources.add(card.sourceId);
  }
  const share = count / Math.max(sideWords, 1);
  // Documents without the word add what was expected of them.
  let square = count;
  for (let at = from; at < end; at++) {
    const document = uses.documents[at] as number;
    if (documents[document]?.side !== side) continue;
    const expected = share * (words[document] ?? 0);
    square += ((uses.counts[at] as number) - expected) ** 2 / expected - expected;
  }
  const dispersion = count > 0 ? Math.max(1, square / Math.max(sideDocuments - 1, 1)) : 1;
  return { count, documents: number, sources: sources.size, dispersion };
}

/** One passage of each document, then a second one, so that not one document fills the list. */
function shownOf(
  { documents, counted, uses, lists }: Voiced,
  stem: number,
  side: string,
): Passage[] {
  const shown: Passage[] = [];
  for (let round = 0; round < shownPassages; round++)
    for (let at = uses.first[stem] as number; at < (uses.first[stem + 1] as number); at++) {
      if (shown.length === shownPassages) return shown;
      const card = documents[uses.documents[at] as number];
      if (card?.side !== side || (uses.counts[at] as number) <= round) continue;
      const word = uses.places[(uses.at[at] as number) + round] as number;
      shown.push(...passageAt(counted, word, { documentId: card.id, lists }));
    }
  return shown;
}

/** The word's own letters, found again in its sentence. */
function passageAt(
  { starts, sentences, firstWords }: Counted,
  word: number,
  { documentId, lists }: { readonly documentId: string; readonly lists: PhraseWords },
): Passage[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstWords.at(middle) <= word) low = middle + 1;
    else high = middle;
  }
  const { start: from, text } = sentences[low - 1] as SentencePlace;
  return wordReader(lists)(text, from)
    .filter(({ start }) => start === starts.at(word))
    .map(({ start, end }) => ({
      documentId,
      start,
      end,
      text: text.slice(start - from, end - from),
    }));
}

/** The forms of a stem, most used first. */
function formsOf({ counted, uses, forms }: Voiced, stem: number): string[] {
  const counts = new Map<string, number>();
  for (let at = uses.first[stem] as number; at < (uses.first[stem + 1] as number); at++) {
    const place = uses.at[at] as number;
    for (let next = place; next < place + (uses.counts[at] as number); next++) {
      const form = forms.words[counted.forms.at(uses.places[next] as number)] ?? "";
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return [...counts].sort((x, y) => y[1] - x[1] || compareText(x[0], y[0])).map(([form]) => form);
}

function isEnough(a: SideCount, totalA: SideTotal, b: SideCount, totalB: SideTotal): boolean {
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

function withEvidence(
  { count, documents, sources }: SideCount,
  evidence: readonly Passage[],
): SideUse {
  return { count, documents, sources, evidence };
}

/** Two places: more would promise what the method does not hold. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
