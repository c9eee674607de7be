import { choiceMark } from "../../document/choices.ts";
import { documentOf } from "../../document/document-of.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Mention } from "../../read/names/names.ts";
import type { Reader } from "../../read/read.ts";
import type { CompareInput } from "../input.ts";
import { cutPhrases, type TermPlaces } from "../wording/cut.ts";
import { createNameBook, type NameBook } from "../wording/name-book.ts";
import type { PhraseWords } from "../wording/phrase.ts";
import { stemOf, type Word, wordReader } from "../wording/words.ts";
import type { Claim } from "./claims.ts";
import type { IndexedPassage, PassageIndex } from "./passages.ts";

/** The word lists by which a thing is told from a measure, a date or a number of it. */
export type TopicWords = PhraseWords & Pick<Lexicon, "calendar" | "measures" | "numerals">;

/** A topic brings claims together: it is of so many. */
export const leastClaims = 2;
/** It stands in the claim's statement, or in such a share of the passages that carry it. */
export const passageShare01 = 0.5;
/** A word names a thing where such a share of its uses show it: "the fuel", "of fuel", and not "later". */
export const nounShare01 = 0.3;
/** With the word before it, where such a share of its uses have that one: "coast guard". */
export const pairShare01 = 0.6;
/** A sentence as topics are read from it. */
type Told = Span & {
  readonly text: string;
  readonly mentions: readonly NamedAs[];
  readonly parts: TermPlaces;
  /** Who says it, and by which word: that is not what it is about. */
  readonly besides: readonly Span[];
};

/** A name with the key of whom or what it names. */
type NamedAs = Mention & { readonly key: string };

/**
 * Gives each claim its topics: the names in its statement or in half of its passages, and the nouns that
 * stand for things there, each in the form in which the case writes it most. Who says something is no
 * topic of it. Of these the ones that two claims share are kept, the most shared first.
 *
 *     The Grey Heron had fuel for two days, the ministry said.
 *         ^^^^^^^^^^ name ^^^^ noun
 *
 * Linear in the claims' passages, apart from the names of the case.
 */
export async function withTopics(
  claims: readonly Claim[],
  input: CompareInput,
  { index, reader, lists }: { index: PassageIndex; reader: Reader; lists: TopicWords },
): Promise<Claim[]> {
  const told = await readPassages(claims, input, { index, lists });
  const forms = createForms(lists);
  const found = claims.map((claim) => {
    const passages = [...new Set(claim.cells.flatMap(carryingKeys))].flatMap(
      (key) => told.passages.get(key) ?? [],
    );
    const stated =
      claim.origin === "found"
        ? [told.passages.get(keyOf(claim.central)) ?? []].flat()
        : readStatement(claim.statement, reader, told.book);
    return { claim, passages: passages.map(forms.read), stated: stated.map(forms.read) };
  });
  const topicOf = forms.topics();
  const topics = found.map(({ passages, stated }) => {
    const counts = new Map<string, number>();
    for (const keys of passages)
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const often = [...counts].filter(([, count]) => count >= passages.length * passageShare01);
    const keys = [...stated.flatMap((own) => [...own]), ...often.map(([key]) => key)];
    return new Set(keys.flatMap((key) => topicOf(key) ?? []));
  });
  const claimsOf = new Map<string, number>();
  for (const own of topics)
    for (const topic of own) claimsOf.set(topic, (claimsOf.get(topic) ?? 0) + 1);
  const shared = [...claimsOf].filter(([, number]) => number >= leastClaims);
  const places = new Map(shared.sort((a, b) => b[1] - a[1]).map(([topic], at) => [topic, at]));
  const placeOf = (topic: string) => places.get(topic) ?? -1;
  return claims.map((claim, at) => ({
    ...claim,
    topics: [...(topics[at] ?? [])]
      .filter((topic) => places.has(topic))
      .sort((a, b) => placeOf(a) - placeOf(b)),
  }));
}

/** The passages of a cell that carry a claim. */
function carryingKeys({ stance, passages }: Claim["cells"][number]): string[] {
  return stance === "silent" || stance === "unknown" ? [] : passages.map(keyOf);
}

function keyOf(passage: { readonly documentId: string; readonly start: number } | null): string {
  return passage ? `${passage.documentId}|${passage.start}` : "";
}

/** The passages that claims are made of, by `keyOf`, with the names in them. */
async function readPassages(
  claims: readonly Claim[],
  input: CompareInput,
  { index, lists }: { index: PassageIndex; lists: TopicWords },
): Promise<{ readonly passages: ReadonlyMap<string, Told>; readonly book: NameBook }> {
  const wanted = new Set(
    claims.flatMap(({ central, cells }) => [keyOf(central), ...cells.flatMap(carryingKeys)]),
  );
  const names: (Mention & { readonly form: string })[] = [];
  const inPassage = new Map<string, (Mention & { readonly form: string })[]>();
  for await (const { documentId, sentence, reading } of input.rows("mentions")) {
    if (reading.inferred) continue;
    const { start, end } = reading;
    const named = {
      ...reading,
      form: sentence.text.slice(start - sentence.start, end - sentence.start),
    };
    names.push(named);
    const key = `${documentId}|${sentence.start}`;
    if (!wanted.has(key)) continue;
    const own = inPassage.get(key);
    if (own) own.push(named);
    else inPassage.set(key, [named]);
  }
  const book = createNameBook(names, lists);
  const passages = new Map<string, Told>();
  for (const passage of index.passages) {
    const key = keyOf(passage);
    if (!wanted.has(key)) continue;
    const mentions = (inPassage.get(key) ?? []).map((one) => ({
      ...one,
      key: book(one, one.form),
    }));
    mentions.sort((a, b) => a.start - b.start);
    passages.set(key, toldOf(passage, index, mentions));
  }
  return { passages, book };
}

function toldOf(
  passage: IndexedPassage,
  { termNames, attributions }: PassageIndex,
  mentions: readonly NamedAs[],
): Told {
  const { start, end, text, terms, places, verbs, document } = passage;
  const nameOf = (term: number) => termNames[term] ?? "";
  return {
    ...{ start, end, text, mentions },
    parts: { terms: terms.map(nameOf), places, verbs: [...verbs].map(nameOf) },
    besides: (attributions[document] ?? [])
      .flatMap(({ source, cue }) => [...source, ...cue])
      .filter((span) => overlaps(span, passage)),
  };
}

/** A line of the checklist, read as the documents are. */
function readStatement(statement: string, reader: Reader, book: NameBook): Told[] {
  const { sentences, mentions, attributions } = reader(documentOf(statement));
  const besides = attributions.flatMap(({ source, cue }) => [...source, ...cue]);
  return sentences.map((parts) => ({
    ...{ start: parts.start, end: parts.end, parts, besides },
    text: statement.slice(parts.start, parts.end),
    mentions: mentions
      .filter((one) => !one.inferred && overlaps(one, parts))
      .map((one) => ({ ...one, key: book(one, statement.slice(one.start, one.end)) })),
  }));
}

/** How the passages write one thing. */
type Forms = {
  /** Uses as a word that is no verb and no part of a name. */
  uses: number;
  /** Of these, those that show a noun. */
  shown: number;
  readonly alone: Map<string, number>;
  /** With the word before it. */
  readonly pairs: Map<string, number>;
};

/** Words that stand before a thing; behind others ("to", "before") a verb may stand, too. */
const before =
  /^(?:of|in|on|at|for|from|with|without|into|onto|between|among|against|over|under|inside|outside|near|during|through|around|across|behind|beyond|along|towards?|no|'s)$/;
/** More than one of a thing; "crisis", "bus" and "loss" are one. */
const plural = /[^aeius]s$|[^u]es$/;

/**
 * Reads which names and words stand in each sentence, and when all are read, by which words each is
 * shown: undefined for what is no name and no noun.
 */
function createForms(lists: TopicWords): {
  readonly read: (told: Told) => ReadonlySet<string>;
  readonly topics: () => (key: string) => string | undefined;
} {
  const readWords = wordReader(lists);
  const names = new Map<string, Map<string, number>>();
  const nouns = new Map<string, Forms>();
  const known = new Map<Told, ReadonlySet<string>>();
  const readNew = (told: Told): ReadonlySet<string> => {
    const keys = new Set<string>();
    const isBesides = (span: Span) => told.besides.some((one) => overlaps(one, span));
    for (const mention of told.mentions) {
      if (isBesides(mention)) continue;
      const key = `name ${mention.key}`;
      keys.add(key);
      add(ofKey(names, key), mention.name);
    }
    const words = readWords(told.text, told.start);
    const at = new Map(words.map(({ start }, nth) => [start, nth]));
    const heads = new Map<number, Span>();
    for (const span of cutPhrases(words, told.parts, told.mentions, lists)) {
      let last = at.get(span.start) ?? 0;
      while ((words[last + 1]?.end ?? span.end + 1) <= span.end) last++;
      heads.set(last, span);
    }
    for (const [nth, word] of words.entries()) {
      if (!isThing(word, lists) || told.mentions.some((one) => overlaps(one, word))) continue;
      const key = stemOf(word.kind.lower, lists);
      const forms = nouns.get(key) ?? { uses: 0, shown: 0, alone: new Map(), pairs: new Map() };
      nouns.set(key, forms);
      forms.uses++;
      const phrase = heads.get(nth);
      if (!phrase) continue;
      const first = at.get(phrase.start) ?? nth;
      const opens = words[first]?.kind.isArticle && first < nth;
      const led = words[first - 1]?.kind.lower ?? "";
      const isCounted = nth > 0 && isNumber(words[nth - 1] as Word, lists);
      if (opens || isCounted || before.test(led) || plural.test(word.kind.lower)) forms.shown++;
      add(forms.alone, word.kind.lower);
      const beside = words[nth - 1];
      if (
        nth > first &&
        beside &&
        canQualify(beside, lists) &&
        beside.end + 1 === word.start &&
        !told.mentions.some((one) => overlaps(one, beside))
      )
        add(forms.pairs, `${beside.kind.lower} ${word.kind.lower}`);
      if (!isBesides(word)) keys.add(key);
    }
    return keys;
  };
  return {
    read: (told) => {
      const keys = known.get(told) ?? readNew(told);
      known.set(told, keys);
      return keys;
    },
    topics: () => {
      // Two things of one form are one topic: whoever reads it could not tell them apart. Of two ways to
      // write it that are used as often, the small letter: a capital may be that of a sentence.
      const same = new Map<string, Map<string, number>>();
      const lower = new Map<string, string>();
      const put = (key: string, [form, times]: readonly [form: string, times: number]) => {
        lower.set(key, form.toLowerCase());
        add(ofKey(same, form.toLowerCase()), form, times);
      };
      for (const [key, forms] of nouns) {
        if (forms.shown < forms.uses * nounShare01) continue;
        const pair = mostUsed(forms.pairs);
        put(key, pair[1] >= forms.uses * pairShare01 ? pair : mostUsed(forms.alone));
      }
      for (const [key, forms] of names) {
        const [name, times] = mostUsed(forms);
        put(key, [plainName(name), times]);
      }
      return (key) => {
        const form = lower.get(key);
        return form && mostUsed(same.get(form) ?? new Map())[0];
      };
    },
  };
}

/** No number, no date, no measure, no word that only joins others. */
function isThing({ kind }: Word, lists: TopicWords): boolean {
  const { lower, isWord, isFunction, isArticle } = kind;
  return (
    isWord &&
    !isFunction &&
    !isArticle &&
    lower.length > 2 &&
    !/\d/.test(lower) &&
    !lists.calendar.has(lower) &&
    !lists.measures.has(lower) &&
    !lists.numerals.has(lower)
  );
}

/** "the night shift" is of no date: before a thing, words of the calendar may stand. */
function canQualify(word: Word, lists: TopicWords): boolean {
  const { isWord, isFunction, isArticle } = word.kind;
  return isWord && !isFunction && !isArticle && !isNumber(word, lists);
}

function isNumber({ kind: { lower } }: Word, { numerals }: TopicWords): boolean {
  return /^\d/.test(lower) || numerals.has(lower);
}

function plainName(name: string): string {
  return name.replace(/^the /i, "").replaceAll(choiceMark, " ").replace(/\s+/g, " ").trim();
}

function ofKey(counts: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const own = counts.get(key) ?? new Map<string, number>();
  counts.set(key, own);
  return own;
}

function add(counts: Map<string, number>, form: string, times = 1): void {
  counts.set(form, (counts.get(form) ?? 0) + times);
}

/** Of equals the one that was met first; "" where there is none. */
function mostUsed(counts: ReadonlyMap<string, number>): readonly [form: string, times: number] {
  let most: readonly [string, number] = ["", 0];
  for (const one of counts) if (one[1] > most[1]) most = one;
  return most;
}
