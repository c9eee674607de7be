import type { Actor } from "../../document/case.ts";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { stem } from "../../lexicon/synonyms.ts";
import { type Prose, type Sentence, type Token, tokensOf } from "./prose.ts";

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
  | "demonyms"
  | "commonNames"
  | "negators"
  | "negatingPrepositions"
  | "openQuestions"
>;

type PlacedTerm = { readonly term: string; readonly token: number };

/** Makes the function that lists what a sentence speaks of, every name of an actor as one. */
export function createTermsReader(
  words: TermWords,
  actors: readonly Pick<Actor, "id" | "names">[] = [],
): (prose: Prose, sentence: Sentence) => Terms {
  // Declared names come first: they may claim a widely known one for an actor of the case.
  const names = collectNames(actors, words);
  return (prose, sentence) => {
    const tokens = tokensOf(prose, sentence);
    const { placed: all, inner } = placeTerms(prose.text, tokens, words, names);
    const links = linkTargets(prose.text, sentence);
    const placed = all.filter(
      ({ token }) => !links.some((link) => spanHolds(link, tokens[token]?.start ?? 0)),
    );
    const places = new Map<string, number>();
    for (const { term, token } of placed) {
      if (!places.has(term)) places.set(term, tokens[token]?.start ?? sentence.start);
    }
    const under = tokensUnderNegation(tokens, words, inner);
    const open = tokensLeftOpen(tokens, words, inner);
    const isName = ({ term, token }: PlacedTerm) =>
      /^[@=]/.test(term) || tokens[token]?.pos === "PROPN";
    const negated = placed.filter(
      (one) => under.has(one.token) && !isName(one) && !one.term.startsWith("#"),
    );
    return {
      terms: [...places.keys()],
      places: [...places.values()],
      negated: unique(negated),
      leftOpen: unique(placed.filter(({ token }) => open.has(token))),
      names: unique(placed.filter(isName)),
      verbs: unique(placed.filter((one) => tokens[one.token]?.pos === "VERB" && !isName(one))),
    };
  };
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

function spanHolds(span: Span, place: number): boolean {
  return span.start <= place && place < span.end;
}

function unique(placed: readonly PlacedTerm[]): string[] {
  return [...new Set(placed.map(({ term }) => term))];
}

/** A negation reaches so many words onwards, a negating preposition only the phrase after it. */
const reach = { negator: 6, preposition: 2, question: 12 };

/**
 * The indices of tokens under an odd number of negations, the negating word itself included.
 *
 *     The strait was never part of the treaty, and
 *                    ^^^^^ ^^^^ ^^ ^^^ ^^^^^^
 */
function tokensUnderNegation(
  tokens: readonly Token[],
  words: TermWords,
  inner: ReadonlySet<number>,
): Set<number> {
  const under = new Set<number>();
  tokens.forEach(({ lower }, at) => {
    const length = words.negators.has(lower)
      ? reach.negator
      : words.negatingPrepositions.has(lower)
        ? reach.preposition
        : 0;
    // A negation of a negation takes it back.
    if (length > 0)
      for (const next of clauseFrom(tokens, at, length, inner))
        if (!under.delete(next)) under.add(next);
  });
  return under;
}

/**
 * The indices of tokens that a question leaves open.
 *
 *     It is not known whether the ferry had its lights on.
 *                     ^^^^^^^ ^^^ ^^^^^ ^^^ ^^^ ^^^^^^ ^^
 */
function tokensLeftOpen(
  tokens: readonly Token[],
  words: TermWords,
  inner: ReadonlySet<number>,
): Set<number> {
  const open = new Set<number>();
  tokens.forEach(({ lower }, at) => {
    if (words.openQuestions.has(lower))
      for (const next of clauseFrom(tokens, at, reach.question, inner)) open.add(next);
  });
  return open;
}

/**
 * The indices from `at` over so many words more, or to the next mark that ends a clause. A name is
 * one word, however long: `inner` are the tokens of names after their first.
 */
function clauseFrom(
  tokens: readonly Token[],
  at: number,
  words: number,
  inner: ReadonlySet<number>,
): number[] {
  const indices: number[] = [];
  let seen = 0;
  for (let next = at; next < tokens.length && seen <= words; next++) {
    const lower = tokens[next]?.lower ?? "";
    if (/^[,;:.!?()–—]$/.test(lower)) break;
    if (/[\p{L}\p{N}]/u.test(lower) && !inner.has(next)) seen++;
    indices.push(next);
  }
  return indices;
}

function placeTerms(
  text: string,
  tokens: readonly Token[],
  words: TermWords,
  names: Names,
): { placed: PlacedTerm[]; inner: Set<number> } {
  const placed: PlacedTerm[] = [];
  const inner = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const actor = longestName(names, text, tokens, at);
    if (actor) {
      placed.push({ term: actor.term, token: at });
      for (const end = at + actor.length - 1; at < end; ) inner.add(++at);
    } else {
      for (const term of termsOfToken(text, tokens[at] as Token, words))
        placed.push({ term, token: at });
    }
  }
  return { placed, inner };
}

function termsOfToken(text: string, token: Token, lexicon: TermWords): string[] {
  if (!/[\p{L}\p{N}]/u.test(token.lower)) return [];
  const capital = /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
  return token.lower.split(/[-–/]/).flatMap((word) => {
    if (word === "" || lexicon.functionWords.has(word)) return [];
    if (/^\d[\d,.]*$/.test(word))
      return [`#${word.replace(/[,.](?=\d{3}\b)/g, "").replace(/[.,]$/, "")}`];
    const people =
      lexicon.demonyms.words.get(word) ??
      (capital ? lexicon.demonyms.capitalised.get(word) : undefined);
    if (people) return [people];
    const exact = lexicon.synonyms.exact.get(word);
    if (exact) return [exact];
    const root = stem(word, lexicon.irregularForms);
    return root.length < 2 ? [] : [lexicon.synonyms.stems.get(root) ?? root];
  });
}

type Name = {
  readonly words: readonly string[];
  readonly term: string;
  /** Written in capitals alone, and read only so. */
  readonly capitals: boolean;
};

/** First word → the names that begin with it, longest first. */
type Names = ReadonlyMap<string, readonly Name[]>;

function collectNames(actors: readonly Pick<Actor, "id" | "names">[], lists: TermWords): Names {
  const names = new Map<string, Name[]>();
  const declared = actors.map((actor) => ({ term: `@${actor.id}`, forms: actor.names }));
  const common = lists.commonNames.map(({ id, names: forms }) => {
    const people = forms.find((form) => lists.demonyms.words.has(form.toLowerCase()));
    return { term: lists.demonyms.words.get(people?.toLowerCase() ?? "") ?? `@${id}`, forms };
  });
  for (const { term, forms } of [...declared, ...common]) {
    for (const name of forms) {
      const words = wordsOfName(name);
      const first = words[0];
      if (first === undefined) continue;
      const capitals = /^[\p{Lu}.]+$/u.test(name) && name.length <= 6;
      names.set(first, [...(names.get(first) ?? []), { words, term, capitals }]);
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);
  return names;
}

/** A name's words as tokens are cut: in lower case, full stops kept ("U.S."), "'s" apart. */
function wordsOfName(name: string): string[] {
  const words =
    name
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}\p{N}'.]+/gu) ?? [];
  return words.flatMap((word) => (/.'s?$/.test(word) ? word.split(/(?='s?$)/) : [word]));
}

/** The longest declared name that begins at `at`; hyphens between its words do not matter. */
function longestName(
  names: Names,
  text: string,
  tokens: readonly Token[],
  at: number,
): { term: string; length: number } | undefined {
  const { lower: first, start } = tokens[at] as Token;
  for (const { words, term, capitals } of names.get(first) ??
    names.get(first.split("-")[0] ?? "") ??
    []) {
    if (capitals && !/^\p{Lu}\.?\p{Lu}/u.test(text.slice(start, start + 3))) continue;
    const length = matchLength(words, tokens, at);
    if (length > 0) return { term, length };
  }
  return undefined;
}

function matchLength(words: readonly string[], tokens: readonly Token[], at: number): number {
  let word = 0;
  let index = at;
  while (index < tokens.length && word < words.length) {
    const { lower } = tokens[index] as Token;
    // "the *Courier*": Markdown's marks are no words.
    const parts = /^[*_]+$/.test(lower) ? [] : lower.split("-").filter((part) => part !== "");
    for (const part of parts) {
      if (word >= words.length || part !== words[word]) return 0;
      word++;
    }
    if (parts.length === 0 && word === 0) return 0;
    index++;
  }
  return word === words.length ? index - at : 0;
}
