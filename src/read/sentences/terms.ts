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
};

export type TermWords = Pick<Lexicon, "functionWords" | "synonyms" | "demonyms">;

/** Makes the function that lists what a sentence speaks of, with every name of an actor as one. */
export function createTermsReader(
  lexicon: TermWords,
  actors: readonly Pick<Actor, "id" | "names">[] = [],
): (prose: Prose, sentence: Sentence) => string[] {
  const names = actorNames(actors);
  return (prose, sentence) => {
    const terms = new Set<string>();
    const tokens = tokensOf(prose, sentence);
    for (let at = 0; at < tokens.length; at++) {
      const actor = longestName(names, tokens, at);
      if (actor) {
        terms.add(actor.term);
        at += actor.length - 1;
      } else {
        for (const term of termsOfToken(prose.text, tokens[at] as Token, lexicon)) terms.add(term);
      }
    }
    return [...terms];
  };
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
    const root = stem(word);
    return root.length < 2 ? [] : [lexicon.synonyms.get(root) ?? root];
  });
}

/** First word → the names that begin with it, longest first. */
type Names = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly term: string }[]
>;

function actorNames(actors: readonly Pick<Actor, "id" | "names">[]): Names {
  const names = new Map<string, { words: readonly string[]; term: string }[]>();
  for (const actor of actors) {
    for (const name of actor.names) {
      const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
      const first = words[0];
      if (first === undefined) continue;
      names.set(first, [...(names.get(first) ?? []), { words, term: `@${actor.id}` }]);
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);
  return names;
}

/** The longest declared name that begins at `at`; hyphens between its words do not matter. */
function longestName(
  names: Names,
  tokens: readonly Token[],
  at: number,
): { term: string; length: number } | undefined {
  const first = (tokens[at] as Token).lower;
  for (const { words, term } of names.get(first) ?? names.get(first.split("-")[0] ?? "") ?? []) {
    const length = matchLength(words, tokens, at);
    if (length > 0) return { term, length };
  }
  return undefined;
}

function matchLength(words: readonly string[], tokens: readonly Token[], at: number): number {
  let word = 0;
  let index = at;
  while (index < tokens.length && word < words.length) {
    const parts = (tokens[index] as Token).lower.split("-").filter((part) => part !== "");
    for (const part of parts) {
      if (word >= words.length || part !== words[word]) return 0;
      word++;
    }
    if (parts.length === 0 && word === 0) return 0;
    index++;
  }
  return word === words.length ? index - at : 0;
}
