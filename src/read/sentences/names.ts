import type { Actor } from "../../document/case.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "./prose.ts";

type Name = {
  /** As tokens are cut, in lower case. */
  readonly words: readonly string[];
  readonly term: string;
  /** Written in capitals alone, and read only so ("US", not "us"). */
  readonly capitals: boolean;
};

/** First word → the names that begin with it, longest first. */
export type Names = ReadonlyMap<string, readonly Name[]>;

/**
 * The names of declared actors (term `@id`), those of several words of places and peoples (`=name`),
 * and those of world bodies. Declared names come first: they may claim a widely known one for an
 * actor of the case.
 */
export function collectNames(
  actors: readonly Pick<Actor, "id" | "names">[],
  lists: Pick<Lexicon, "commonNames" | "gazetteer">,
): Names {
  const names = new Map<string, Name[]>();
  const add = (name: string, term: string) => {
    const words = wordsOfName(name);
    const first = words[0];
    if (first === undefined) return;
    const capitals = /^[\p{Lu}.]+$/u.test(name) && name.length <= 8;
    const known = names.get(first);
    if (known) known.push({ words, term, capitals });
    else names.set(first, [{ words, term, capitals }]);
  };
  for (const { id, names: forms } of [...actors, ...lists.commonNames])
    for (const form of forms) add(form, `@${id}`);
  for (const { text, term } of lists.gazetteer.phrases) add(text, term);
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

/** True where a name begins with the word, or with what stands before its first hyphen. */
export function mayBegin(names: Names, lower: string): boolean {
  return beginningWith(names, lower) !== undefined;
}

function beginningWith(names: Names, lower: string): readonly Name[] | undefined {
  const hyphen = lower.indexOf("-");
  return names.get(lower) ?? (hyphen > 0 ? names.get(lower.slice(0, hyphen)) : undefined);
}

/** The longest name that begins at token `at`; hyphens between its words do not matter. */
export function longestName(
  names: Names,
  text: string,
  tokens: readonly Token[],
  at: number,
): { readonly term: string; readonly length: number } | undefined {
  const { lower, start } = tokens[at] as Token;
  for (const { words, term, capitals } of beginningWith(names, lower) ?? []) {
    if (capitals && !/^\p{Lu}\.?\p{Lu}/u.test(text.slice(start, start + 3))) continue;
    const length = matchLength(words, tokens, at);
    if (length > 0) return { term, length };
  }
  return undefined;
}

/** How many tokens the words of a name take from `at`; 0 where they do not stand there. */
function matchLength(words: readonly string[], tokens: readonly Token[], at: number): number {
  let word = 0;
  let index = at;
  while (index < tokens.length && word < words.length) {
    const { lower } = tokens[index] as Token;
    if (lower === words[word]) {
      word++;
      index++;
      continue;
    }
    // Most words are not the name's and have no hyphen.
    if (!lower.includes("-") && !lower.includes("*") && !lower.includes("_")) return 0;
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
