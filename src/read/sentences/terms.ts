import type { Actor } from "../../document/case.ts";
import type { Span } from "../../document/span.ts";
import type { Factuality } from "../../lexicon/factuality.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { stem } from "../../lexicon/synonyms.ts";
import { numbersOf } from "../../lexicon/traits.ts";
import { type Answer, readAnswer } from "./answers.ts";
import { createForces, type Force, readFactuality } from "./factuality.ts";
import { mendRelatives, mendVerbs } from "./mended.ts";
import { collectNames, longestName, mayBegin, type Names } from "./names.ts";
import { readLinks, readNounRoles } from "./noun-roles.ts";
import type { Prose, Sentence, Token } from "./prose.ts";
import { type Role, readRoles } from "./roles.ts";

/** A sentence with what it is about, for comparison across documents. */
export type SentenceReading = Span & {
  /** Index of the paragraph it stands in. */
  readonly paragraph: number;
  /** True where it lies in noise: shown, never compared. */
  readonly noise: boolean;
  /**
   * What it speaks of, in order of first appearance, each once: `@id` a declared actor, `=name` a
   * country or people, `#n` a number, `~word` a set of synonyms, else the stem of a content word.
   */
  readonly terms: readonly string[];
  /** Where each of `terms` first stands, from the start of the document. */
  readonly places: readonly number[];
  /** Those of `terms` that stand under a negation. */
  readonly negated: readonly string[];
  /** Those of `terms` of which a question leaves open whether it is so ("whether …"). */
  readonly leftOpen: readonly string[];
  /** Those of `terms` that are names or peoples. */
  readonly names: readonly string[];
  /** Those of `terms` that stand as verbs. */
  readonly verbs: readonly string[];
  /** Who does what the verbs say, as pairs of indices into `terms`: verb, doer, verb, doer, … */
  readonly doers: readonly number[];
  /** Who or what it is done to, as pairs of a verb and a term. */
  readonly undergoers: readonly number[];
  /**
   * `denied`: tells that somebody denied what stands before it ("Hesk denied that"); `untrue`: calls it
   * untrue itself ("That is untrue"); null for most sentences.
   */
  readonly answers: Answer | null;
};

/** What a sentence speaks of. */
export type Terms = Omit<SentenceReading, "start" | "end" | "paragraph" | "noise">;

export type TermWords = Pick<
  Lexicon,
  "functionWords" | "irregularForms" | "synonyms" | "gazetteer" | "commonNames" | "factuality"
>;

/** A term, with what is known of it in the sentence at hand. One for each different term. */
type Term = {
  readonly text: string;
  /** A name or a people, whatever stands for it. */
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** The sentence in which it was last found, by number, and where it stands in its list. */
  sentence: number;
  at: number;
};

/** What a word is, whatever sentence it stands in. */
type Word = Force & {
  readonly terms: readonly Term[];
  /** Its stem, as the second word of a phrase. */
  readonly root: string;
  /** The phrases of two words that begin with it; null for most words. */
  readonly phrases: readonly PhraseTerm[] | null;
  /** Some name begins with it. */
  readonly beginsName: boolean;
};

/** A phrase's second word, as a stem, and what the two mean together. */
type PhraseTerm = { readonly next: string; readonly term: Term };

/** The second word of a phrase stands within so many words of the first: "lost their lives". */
const phraseWords = 4;

/** The terms of a sentence as they come, each with the token it begins at. */
type Placed = { readonly terms: Term[]; readonly tokens: number[] };

/** Makes the function that lists what a sentence speaks of, every name of an actor as one. */
export function createTermsReader(
  words: TermWords,
  actors: readonly Pick<Actor, "id" | "names">[] = [],
): (prose: Prose, sentence: Sentence) => Terms {
  const names = collectNames(actors, words);
  const known = createTerms();
  const readWords = createWordsReader(words, names, known);
  let number = 0;
  return (prose, sentence) => {
    const { text } = prose;
    const tokens = mendVerbs(prose.tokens.slice(sentence.firstToken, sentence.endToken));
    const read = readWords(prose, sentence);
    const inner = new Set<number>();
    const placed = placeTerms(text, sentence, tokens, read, {
      names,
      lists: words,
      termOf: known.of,
      inner,
    });
    const titled = isTitleCase(text, tokens);
    const { denied, open } = readFactuality(read, inner, (at) => isAuxiliary(tokens, at, titled));
    const answered = readAnswer(tokens, read);
    const asks =
      isQuestion(tokens, words.factuality) || (denied.size === 0 && isHearsay(tokens, read));
    const terms: string[] = [];
    const places: number[] = [];
    const found: number[] = [];
    let any = 0;
    // A number for each sentence tells whether a term was found in this one: no look-ups.
    number++;
    for (let index = 0; index < placed.terms.length; index++) {
      const term = placed.terms[index] as Term;
      const token = placed.tokens[index] as number;
      const { start, pos, name } = tokens[token] as Token;
      if (term.sentence !== number) {
        term.sentence = number;
        term.at = terms.push(term.text) - 1;
        places.push(start);
        found.push(0);
      }
      const isName = term.isName || (titled ? name > 0 : pos === "PROPN");
      // Names and numbers are not themselves denied.
      const isAnswered = answered !== null && token >= answered.from && token < answered.to;
      const isDenied = !isName && !term.isNumber && denied.has(token) !== isAnswered;
      const flags =
        (isName ? as.name : pos === "VERB" ? as.verb : 0) |
        (isDenied ? as.denied : 0) |
        (asks || open.has(token) ? as.open : 0);
      found[term.at] = (found[term.at] as number) | flags;
      any |= flags;
    }
    const foundAs = (flag: number): string[] => {
      const list: string[] = [];
      if ((any & flag) === 0) return list;
      for (let at = 0; at < found.length; at++)
        if (((found[at] as number) & flag) !== 0) list.push(terms[at] as string);
      return list;
    };
    const verbs = foundAs(as.verb);
    const roles = verbs.length === 0 ? noRoles : readRoles(mendRelatives(tokens), read);
    const doers = pairsOf(placed, roles, "by");
    const undergoers = pairsOf(placed, roles, "to");
    if ((any & as.name) !== 0) {
      const isName = (at: number) => ((found[at] as number) & as.name) !== 0;
      addNounPairs(placed, readNounRoles(tokens), isName, doers, undergoers);
      addLinks(placed, readLinks(tokens, read), isName, doers);
    }
    return {
      terms,
      places,
      negated: foundAs(as.denied),
      leftOpen: foundAs(as.open),
      names: foundAs(as.name),
      verbs,
      doers,
      undergoers,
      answers: answered?.answer ?? null,
    };
  };
}

const noRoles: readonly Role[] = [];

/** Verb and who has one part in it, as pairs of indices into the sentence's terms. */
function pairsOf({ terms, tokens }: Placed, roles: readonly Role[], part: "by" | "to"): number[] {
  const pairs: number[] = [];
  for (const role of roles) {
    const phrase = role[part];
    const verb = tokens.indexOf(role.verb);
    if (phrase === null || verb < 0) continue;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as number;
      if (token >= phrase.from && token < phrase.to)
        pairs.push((terms[verb] as Term).at, (terms[at] as Term).at);
    }
  }
  return pairs;
}

type IsName = (at: number) => boolean;

/** The same for nouns, of whose parts only the names count. */
function addNounPairs(
  { terms, tokens }: Placed,
  roles: readonly Role[],
  isName: IsName,
  doers: number[],
  undergoers: number[],
): void {
  for (const { verb, by, to } of roles) {
    const noun = tokens.indexOf(verb);
    if (noun < 0) continue;
    for (const [phrase, pairs] of [
      [by, doers],
      [to, undergoers],
    ] as const) {
      if (phrase === null) continue;
      for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at] as number;
        const term = (terms[at] as Term).at;
        if (token >= phrase.from && token < phrase.to && isName(term))
          pairs.push((terms[noun] as Term).at, term);
      }
    }
  }
}

/** Of whom it is said that they are something: that, and the name. */
function addLinks(
  { terms, tokens }: Placed,
  links: ReturnType<typeof readLinks>,
  isName: IsName,
  doers: number[],
): void {
  const among = ({ from, to }: { readonly from: number; readonly to: number }) =>
    terms.flatMap((term, at) => {
      const token = tokens[at] as number;
      return token >= from && token < to ? [term.at] : [];
    });
  for (const link of links) {
    const of = among(link.of);
    const is = among(link.is);
    const named = of.filter(isName);
    const [names, words] = named.length > 0 ? [named, is] : [is.filter(isName), of];
    for (const word of words) if (!isName(word)) for (const name of names) doers.push(word, name);
  }
}

/** What a term was found as, in bits. */
const as = { name: 1, verb: 2, denied: 4, open: 8 } as const;

/** "may", and in a headline "May", but not "in May" and "May 4". */
function isAuxiliary(tokens: readonly Token[], at: number, titled: boolean): boolean {
  if (!titled) return tokens[at]?.pos === "AUX";
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    at > 0 &&
    before?.pos !== "ADP" &&
    !/^\d/.test(before?.lower ?? "") &&
    after !== undefined &&
    /^(?:have|be|not|also|[a-z]+)$/.test(after.lower)
  );
}

/** Words of so many letters have a capital in a headline, where capitals do not tell names … */
const headlineLetters = 4;
/** … and so many of them make one. */
const headlineWords = 3;

/** "Ferry May Have Sunk Off Tolby" */
function isTitleCase(text: string, tokens: readonly Token[]): boolean {
  let large = 0;
  for (const { start, end, name } of tokens) {
    if (end - start < headlineLetters || name > 0) continue;
    const first = text.charCodeAt(start);
    if (first >= 97 && first <= 122) return false;
    if (first >= 65 && first <= 90) large++;
  }
  return large >= headlineWords;
}

/** A question of so many tokens is one whatever it begins with ("Ferry lost?"). */
const shortQuestion = 14;

/**
 * "Did the company put off repairs?" leaves open all that it speaks of; "Why did the ferry turn?"
 * takes it for granted.
 */
function isQuestion(tokens: readonly Token[], { asks, ...lists }: Factuality): boolean {
  if (!tokens.slice(-2).some(({ lower }) => lower === "?")) return false;
  const first = tokens.find(({ pos }) => pos !== "PUNCT" && pos !== "SYM");
  if (!first || lists["asks-for"].has(first.lower)) return false;
  return asks.has(first.lower) || tokens.length <= shortQuestion;
}

/** A headline has at most so many tokens. */
const longestHeadline = 25;

/**
 * A headline without a full stop says one thing: a word of hearsay or doubt anywhere in it leaves all of it
 * open ("Mayor hurt in ferry fire: reports", "Reported truce holds off Tolby").
 */
function isHearsay(tokens: readonly Token[], read: readonly Word[]): boolean {
  if (tokens.length > longestHeadline || tokens.at(-1)?.pos === "PUNCT") return false;
  return read.some(({ told, inDoubt, opens, modal }) => told || inDoubt || (opens > 0 && !modal));
}

function placeTerms(
  text: string,
  sentence: Sentence,
  tokens: readonly Token[],
  read: readonly Word[],
  found: {
    readonly names: Names;
    readonly lists: TermWords;
    readonly termOf: (text: string) => Term;
    /** Takes the later tokens of names of several words, and the article of a place. */
    readonly inner: Set<number>;
  },
): Placed {
  const placed: Placed = { terms: [], tokens: [] };
  const links = linkTargets(text, sentence);
  let link = 0;
  // The second word of the phrase that began last: the two are one term.
  let within = -1;
  for (let at = 0; at < tokens.length; at++) {
    const { start, name } = tokens[at] as Token;
    // "the Gambia" is no longer way for a negation than "Chad".
    if (name === 2 && tokens[at - 1]?.lower === "the") found.inner.add(at - 1);
    while (link < links.length && (links[link] as Span).end <= start) link++;
    if (link < links.length && (links[link] as Span).start <= start) continue;
    const { beginsName, terms } = read[at] as Word;
    const actor = beginsName ? longestName(found.names, text, tokens, at) : undefined;
    if (actor) {
      placed.terms.push(found.termOf(actor.term));
      placed.tokens.push(at);
      for (const end = at + actor.length - 1; at < end; ) found.inner.add(++at);
    } else {
      const mark = text[start];
      const own = mark === "#" || mark === "@" ? ofMarked(text, tokens[at] as Token, found) : terms;
      const phrase = phraseAt(read, at);
      if (phrase) {
        placed.terms.push(phrase.term);
        placed.tokens.push(at);
        within = phrase.end;
      } else if (at !== within) {
        for (const term of own) {
          placed.terms.push(term);
          placed.tokens.push(at);
        }
      }
    }
  }
  return placed;
}

/** What the word and one soon after it mean together, and where that one stands. */
function phraseAt(
  read: readonly Word[],
  at: number,
): { readonly term: Term; readonly end: number } | undefined {
  const { phrases } = read[at] as Word;
  if (phrases === null) return undefined;
  for (let end = at + 1; end <= at + phraseWords; end++) {
    const word = read[end];
    if (!word || (word.stops && !word.word)) return undefined;
    for (const { next, term } of phrases) if (next === word.root) return { term, end };
  }
  return undefined;
}

/**
 * The words that a hashtag or an account's name is made of, told by its capitals.
 *
 *     #SaveTheFerry   @Ada_Oro
 *      ^^^^   ^^^^^    ^^^ ^^^
 */
function ofMarked(
  text: string,
  { start, end, name }: Token,
  {
    termOf,
    lists,
    names,
  }: {
    readonly termOf: (text: string) => Term;
    readonly lists: TermWords;
    readonly names: Names;
  },
): Term[] {
  const words = text.slice(start + 1, end).match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu);
  return (words ?? []).flatMap((word) =>
    termsOfWord(word.toLowerCase(), name > 0, lists, names).map(termOf),
  );
}

/** Where a link leads is not spoken of. */
function linkTargets(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  if (!words.includes("](") && !words.includes("/")) return [];
  return [
    ...words.matchAll(/\]\([^()]*\)?|\w+:\/\/\S+|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\/\S+/g),
  ].map(({ index, 0: link }) => ({
    start: start + index,
    end: start + index + link.length,
  }));
}

/** The one object of each different term. */
function createTerms(): { readonly of: (text: string) => Term; readonly forget: () => void } {
  const known = new Map<string, Term>();
  return {
    of: (text) => {
      const before = known.get(text);
      if (before) return before;
      const kind = text[0];
      const isName = kind === "@" || kind === "=";
      const term = { text, isName, isNumber: kind === "#", sentence: 0, at: 0 };
      known.set(text, term);
      return term;
    },
    forget: () => known.clear(),
  };
}

/** Makes the function that looks up the words of a sentence; each different word is read once. */
function createWordsReader(
  lists: TermWords,
  names: Names,
  terms: ReturnType<typeof createTerms>,
): (prose: Prose, sentence: Sentence) => Word[] {
  const forceOf = createForces(lists.factuality);
  let vocabulary: unknown;
  let asWord: Word[] = [];
  let asName: Word[] = [];
  return ({ tokens }, { firstToken, endToken }) => {
    const of = numbersOf(tokens);
    if (of.vocabulary !== vocabulary) {
      vocabulary = of.vocabulary;
      // Words and terms are forgotten together: two objects of one term would be two terms.
      asWord = [];
      asName = [];
      terms.forget();
    }
    const read: Word[] = [];
    for (let at = firstToken; at < endToken; at++) {
      const token = tokens[at] as Token;
      const isName = token.name > 0;
      const known = isName ? asName : asWord;
      const number = of.numbers[at] as number;
      known[number] ??= readWord(token.lower, isName, lists, names, forceOf, terms.of);
      read.push(known[number]);
    }
    return read;
  };
}

function readWord(
  lower: string,
  isName: boolean,
  lists: TermWords,
  names: Names,
  forceOf: (lower: string) => Force,
  termOf: (text: string) => Term,
): Word {
  const root = stem(lower, lists.irregularForms);
  const phrases = lists.synonyms.phrases.get(root);
  return {
    root,
    phrases: phrases?.map(({ next, name }) => ({ next, term: termOf(name) })) ?? null,
    beginsName: mayBegin(names, lower),
    terms: termsOfWord(lower, isName, lists, names).map(termOf),
    ...forceOf(lower),
  };
}

/**
 * Makes the function that lists all terms for which a word by itself (in lower case) may stand, in any sentence
 * and with any words beside it: more than a reading finds, never less. For telling cheaply which texts
 * need not be read.
 */
export function createPossibleTerms(
  lists: TermWords,
  actors: readonly Pick<Actor, "id" | "names">[] = [],
): (lower: string) => readonly string[] {
  const names = collectNames(actors, lists);
  const known = new Map<string, readonly string[]>();
  return (lower) => {
    const before = known.get(lower);
    if (before) return before;
    const terms = new Set([
      ...termsOfWord(lower, true, lists, names),
      ...termsOfWord(lower, false, lists, names),
      ...(names.get(lower) ?? []).map(({ term }) => term),
      ...(lists.synonyms.phrases.get(stem(lower, lists.irregularForms)) ?? []).map(
        ({ name }) => name,
      ),
    ]);
    const found = [...terms];
    if (known.size < mostKnownWords) known.set(lower, found);
    return found;
  };
}

/** So many words are looked up once only. */
const mostKnownWords = 200_000;

/** Of a compound ("anti-Velmish") each part, also where it is the name of an actor. */
function termsOfWord(lower: string, isName: boolean, lists: TermWords, names: Names): string[] {
  if (!/[\p{L}\p{N}]/u.test(lower)) return [];
  return lower.split(/[-–/]/).flatMap((word) => {
    if (word === "") return [];
    const actor = names.get(word)?.find(({ words, capitals }) => words.length === 1 && !capitals);
    if (actor) return [actor.term];
    const listed = lists.gazetteer.words.get(word);
    if (listed && (isName || listed.written === "any")) return [listed.term];
    if (lists.functionWords.has(word)) return [];
    if (/^\d[\d,.]*$/.test(word)) {
      return [`#${word.replace(/[,.](?=\d{3}\b)/g, "").replace(/[.,]$/, "")}`];
    }
    const exact = lists.synonyms.exact.get(word);
    if (exact) return [exact];
    const root = stem(word, lists.irregularForms);
    return root.length < 2 ? [] : [lists.synonyms.stems.get(root) ?? root];
  });
}
