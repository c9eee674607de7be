import type { Actor } from "../../document/case.ts";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { stem } from "../../lexicon/synonyms.ts";
import { collectNames, longestName, mayBegin, type Names } from "./names.ts";
import { type Reach, reaches, readReaches } from "./negation.ts";
import type { Prose, Sentence, Token } from "./prose.ts";

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
};

/** What a sentence speaks of. */
export type Terms = Omit<SentenceReading, "start" | "end" | "paragraph" | "noise">;

export type TermWords = Pick<
  Lexicon,
  | "functionWords"
  | "irregularForms"
  | "synonyms"
  | "gazetteer"
  | "commonNames"
  | "negators"
  | "negatingPrepositions"
  | "openQuestions"
  | "clauseOpeners"
  | "questionOpeners"
>;

type PlacedTerm = { readonly term: string; readonly token: number };

/** What a word is, whatever sentence it stands in. */
type Word = Reach & {
  readonly terms: readonly string[];
  /** Some name begins with it. */
  readonly beginsName: boolean;
};

/** So many different words are kept between sentences; then the memory starts afresh. */
const wordsKept = 100_000;

/** Makes the function that lists what a sentence speaks of, every name of an actor as one. */
export function createTermsReader(
  words: TermWords,
  actors: readonly Pick<Actor, "id" | "names">[] = [],
): (prose: Prose, sentence: Sentence) => Terms {
  const names = collectNames(actors, words);
  const readWord = createWordReader(words, names);
  return ({ text, tokens: all }, sentence) => {
    const tokens = all.slice(sentence.firstToken, sentence.endToken);
    const read = tokens.map(({ lower, name }) => readWord(lower, name > 0));
    const { placed, inner } = placeTerms(text, sentence, tokens, read, names);
    const { denied, open } = readReaches(read, inner);
    // One look-up a term: where it stands in the lists, and what it was found as.
    const asks = isQuestion(tokens, words.questionOpeners);
    const places: number[] = [];
    const found: number[] = [];
    const index = new Map<string, number>();
    for (const { term, token } of placed) {
      const { start, pos } = tokens[token] as Token;
      let at = index.get(term);
      if (at === undefined) {
        at = places.push(start) - 1;
        found.push(0);
        index.set(term, at);
      }
      const kind = term[0];
      const isName = kind === "@" || kind === "=" || pos === "PROPN";
      // Names and numbers are not themselves denied.
      const isDenied = !isName && kind !== "#" && denied.has(token);
      found[at] =
        (found[at] ?? 0) |
        (isName ? as.name : pos === "VERB" ? as.verb : 0) |
        (isDenied ? as.denied : 0) |
        (asks || open.has(token) ? as.open : 0);
    }
    const terms = [...index.keys()];
    const foundAs = (flag: number) => terms.filter((_, at) => ((found[at] ?? 0) & flag) !== 0);
    return {
      terms,
      places,
      negated: foundAs(as.denied),
      leftOpen: foundAs(as.open),
      names: foundAs(as.name),
      verbs: foundAs(as.verb),
    };
  };
}

/** What a term was found as, in bits. */
const as = { name: 1, verb: 2, denied: 4, open: 8 } as const;

/** "Did the company put off repairs?" leaves open all that it speaks of. */
function isQuestion(tokens: readonly Token[], openers: ReadonlySet<string>): boolean {
  const first = tokens.find(({ pos }) => pos !== "PUNCT" && pos !== "SYM");
  if (!first || !openers.has(first.lower)) return false;
  return tokens.slice(-2).some(({ lower }) => lower === "?");
}

function placeTerms(
  text: string,
  sentence: Sentence,
  tokens: readonly Token[],
  read: readonly Word[],
  names: Names,
): { readonly placed: readonly PlacedTerm[]; readonly inner: ReadonlySet<number> } {
  const placed: PlacedTerm[] = [];
  const inner = new Set<number>();
  const links = linkTargets(text, sentence);
  for (let at = 0; at < tokens.length; at++) {
    if (links.length > 0 && isInside(links, tokens[at]?.start ?? 0)) continue;
    const actor = read[at]?.beginsName ? longestName(names, text, tokens, at) : undefined;
    if (actor) {
      placed.push({ term: actor.term, token: at });
      for (const end = at + actor.length - 1; at < end; ) inner.add(++at);
    } else {
      for (const term of read[at]?.terms ?? []) placed.push({ term, token: at });
    }
  }
  return { placed, inner };
}

function isInside(spans: readonly Span[], place: number): boolean {
  return spans.some(({ start, end }) => start <= place && place < end);
}

/** Where a link leads is not spoken of. */
function linkTargets(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  if (!words.includes("](") && !words.includes("://")) return [];
  return [...words.matchAll(/\]\([^()]*\)?|\w+:\/\/\S+/g)].map(({ index, 0: link }) => ({
    start: start + index,
    end: start + index + link.length,
  }));
}

/** Makes the function that looks a word up; words come again and again, so each is read once. */
function createWordReader(
  lists: TermWords,
  names: Names,
): (lower: string, isName: boolean) => Word {
  const known = [new Map<string, Word>(), new Map<string, Word>()] as const;
  return (lower, isName) => {
    const words = known[isName ? 1 : 0];
    const before = words.get(lower);
    if (before) return before;
    if (words.size >= wordsKept) words.clear();
    const word = readWord(lower, isName, lists, names);
    words.set(lower, word);
    return word;
  };
}

function readWord(lower: string, isName: boolean, lists: TermWords, names: Names): Word {
  return {
    beginsName: mayBegin(names, lower),
    terms: termsOfWord(lower, isName, lists),
    denies: lists.negators.has(lower)
      ? reaches.negator
      : lists.negatingPrepositions.has(lower)
        ? reaches.preposition
        : 0,
    opens: lists.openQuestions.has(lower) ? reaches.question : 0,
    stops: /^[,;:.!?()–—]$/.test(lower) || lists.clauseOpeners.has(lower),
    word: /[\p{L}\p{N}]/u.test(lower),
  };
}

function termsOfWord(lower: string, isName: boolean, lists: TermWords): string[] {
  if (!/[\p{L}\p{N}]/u.test(lower)) return [];
  return lower.split(/[-–/]/).flatMap((word) => {
    if (word === "" || lists.functionWords.has(word)) return [];
    if (/^\d[\d,.]*$/.test(word)) {
      return [`#${word.replace(/[,.](?=\d{3}\b)/g, "").replace(/[.,]$/, "")}`];
    }
    const listed = lists.gazetteer.words.get(word);
    if (listed && (isName || listed.written === "any")) return [listed.term];
    const exact = lists.synonyms.exact.get(word);
    if (exact) return [exact];
    const root = stem(word, lists.irregularForms);
    return root.length < 2 ? [] : [lists.synonyms.stems.get(root) ?? root];
  });
}
