import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { stem } from "../../lexicon/synonyms.ts";
import type { Mention } from "../../read/names/names.ts";
import type { NameBook } from "./name-book.ts";

/** The word lists with which phrases are read. */
export type PhraseWords = Pick<
  Lexicon,
  "functionWords" | "gazetteer" | "irregularForms" | "names" | "synonyms"
>;

/**
 * Some words of a text that speak of one thing, and how.
 *
 *     the so-called harbour agreement with Norra
 *                   ^^^^^^^ modifier
 *                           ^^^^^^^^^ head
 *                                          ^^^^^ name
 */
export type Phrase = Span & {
  readonly documentId: string;
  /** In lower case, without articles. */
  readonly words: readonly string[];
  /** Those of `words` up to the head: the label that it uses. */
  readonly label: string;
  /** The term of the word that says what it is; "" where none does. */
  readonly head: string;
  /** Terms before the head and behind it, without names. */
  readonly modifiers: readonly string[];
  /** Whom or what the names in it name, apart from the head. */
  readonly names: readonly string[];
  /** Whom or what the head itself names. */
  readonly named: string | null;
  /** As what: the word before a name ("Mayor Oro"), else the head, as written in lower case. */
  readonly role: string | null;
  /** "the", "this", "his": it speaks of something that is already known. */
  readonly definite: boolean;
};

export type Word = Span & { readonly text: string; readonly lower: string };

/** A word, a mark; "’s" apart. */
const wordForm = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.’'-]*[\p{L}\p{M}\p{N}])?|[^\s\p{L}\p{N}]/gu;

export function wordsIn(text: string, from: number): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordForm)) {
    const own = match[0];
    const start = from + match.index;
    const cut = /['’]s$/i.test(own) ? own.length - 2 : own.length;
    for (const [at, to] of [
      [0, cut],
      [cut, own.length],
    ] as const)
      if (to > at) {
        const text = own.slice(at, to);
        const lower = text.toLowerCase().replaceAll("’", "'");
        words.push({ start: start + at, end: start + to, text, lower });
      }
  }
  return words;
}

const termsOf = new WeakMap<PhraseWords["synonyms"], Map<string, string>>();
/** So many words are remembered with their terms. */
const mostRemembered = 200_000;

/** The term of a word: of a set of synonyms, else its stem. */
export function termOf(lower: string, { synonyms, irregularForms }: PhraseWords): string {
  let known = termsOf.get(synonyms);
  if (!known || known.size > mostRemembered) {
    known = new Map();
    termsOf.set(synonyms, known);
  }
  const before = known.get(lower);
  if (before !== undefined) return before;
  const root = stem(lower, irregularForms);
  const term = synonyms.exact.get(lower) ?? synonyms.stems.get(root) ?? root;
  known.set(lower, term);
  return term;
}

/** Where a noun phrase ends and what follows only says more of it. */
const stops =
  /^(?:of|in|on|at|to|for|from|with|by|between|among|about|against|over|under|after|before|during|near|into|than|as|that|who|whom|which|whose|where|when|and|or|but|if|[,:;()—–"“”]|--)$/;
export const articles = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|your|my|'s)$/;
const definites = /^(?:the|this|that|these|those|his|her|its|their|our)$/;

/** Reads one phrase: `mentions` are the names of its document that lie in it, in order. */
export function readPhrase(
  documentId: string,
  text: string,
  span: Span,
  mentions: readonly Mention[],
  nameKey: NameBook,
  lists: PhraseWords,
): Phrase {
  const all = wordsIn(text, span.start);
  const isWord = (word: Word) => /[\p{L}\p{N}]/u.test(word.lower);
  let from = 0;
  while (from < all.length && !isContent(all[from] as Word, lists)) from++;
  if (from === all.length) from = 0;
  let to = from;
  while (to < all.length && !(to > from && stops.test((all[to] as Word).lower))) to++;
  // "the aim of": what comes before the stop holds the head.
  let headAt = to - 1;
  while (headAt > from && !isContent(all[headAt] as Word, lists)) headAt--;
  const head = all[headAt];
  const over = head && mentions.find((one) => one.start <= head.start && head.end <= one.end);
  const keyOf = (mention: Mention) =>
    nameKey(mention, text.slice(mention.start - span.start, mention.end - span.start));
  const names: string[] = [];
  for (const mention of mentions) {
    if (mention === over || mention.inferred) continue;
    const key = keyOf(mention);
    if (!names.includes(key)) names.push(key);
  }
  const inName = (word: Word) =>
    mentions.some((one) => !one.inferred && one.start <= word.start && word.end <= one.end);
  const modifiers: string[] = [];
  const add = (word: string) => {
    const term = termOf(word, lists);
    if (!lists.functionWords.has(word) && !modifiers.includes(term)) modifiers.push(term);
  };
  const headParts = head ? partsOf(head.lower) : [];
  if (!over) for (const part of headParts.slice(0, -1)) add(part);
  for (const [at, word] of all.entries()) {
    if (at === headAt || !isContent(word, lists) || inName(word)) continue;
    for (const part of partsOf(word.lower)) add(part);
  }
  const first = all[0]?.lower ?? "";
  return {
    documentId,
    start: span.start,
    end: span.end,
    words: all
      .filter((word) => isWord(word) && !articles.test(word.lower))
      .map(({ lower }) => lower),
    label: all
      .slice(0, headAt + 1)
      .filter((word) => isWord(word) && !articles.test(word.lower))
      .map(({ lower }) => lower)
      .join(" "),
    head: termOf(headParts.at(-1) ?? "", lists),
    modifiers,
    names,
    named: over ? keyOf(over) : null,
    role: over && !over.inferred ? roleBefore(all, over, lists) : (head?.lower ?? null),
    definite: definites.test(first),
  };
}

/** "asylum-seekers" is said as "asylum seekers" is. */
function partsOf(word: string): string[] {
  return word.split("-").filter((part) => part !== "");
}

function isContent({ lower }: Word, { functionWords }: PhraseWords): boolean {
  return /[\p{L}\p{N}]/u.test(lower) && !functionWords.has(lower);
}

/** "mayor" of "Mayor Ada Oro", "spokesman" of "the ministry spokesman Ada Oro". */
function roleBefore(words: readonly Word[], name: Span, lists: PhraseWords): string | null {
  const at = words.findIndex(({ start }) => start >= name.start);
  const before = words[at - 1];
  return before && isContent(before, lists) ? before.lower : null;
}
