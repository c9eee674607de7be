import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Mention } from "../../read/names/names.ts";
import type { NameBook } from "./name-book.ts";
import { stemOf, type Word, wordReader } from "./words.ts";

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

const termsOf = new WeakMap<PhraseWords["synonyms"], Map<string, string>>();
/** So many words are remembered with their terms. */
const mostRemembered = 200_000;

/** The term of a word: of a set of synonyms, else its stem. */
export function termOf(lower: string, lists: PhraseWords): string {
  const { synonyms } = lists;
  let known = termsOf.get(synonyms);
  if (!known || known.size > mostRemembered) {
    known = new Map();
    termsOf.set(synonyms, known);
  }
  const before = known.get(lower);
  if (before !== undefined) return before;
  const root = stemOf(lower, lists);
  const term = synonyms.exact.get(lower) ?? synonyms.stems.get(root) ?? root;
  known.set(lower, term);
  return term;
}

/** Where a noun phrase ends and what follows only says more of it. */
const stops =
  /^(?:of|in|on|at|to|for|from|with|by|between|among|about|against|over|under|after|before|during|near|into|than|as|that|who|whom|which|whose|where|when|and|or|but|if|[,:;()—–"“”]|--)$/;
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
  const all = wordReader(lists)(text, span.start);
  let from = 0;
  while (from < all.length && !isContent(all[from] as Word)) from++;
  if (from === all.length) from = 0;
  let to = from;
  while (to < all.length && !(to > from && stops.test((all[to] as Word).kind.lower))) to++;
  // "the aim of": what comes before the stop holds the head.
  let headAt = to - 1;
  while (headAt > from && !isContent(all[headAt] as Word)) headAt--;
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
  const headParts = head ? partsOf(head.kind.lower) : [];
  if (!over) for (const part of headParts.slice(0, -1)) add(part);
  for (const [at, word] of all.entries()) {
    if (at === headAt || !isContent(word) || inName(word)) continue;
    for (const part of partsOf(word.kind.lower)) add(part);
  }
  const first = all[0]?.kind.lower ?? "";
  return {
    documentId,
    start: span.start,
    end: span.end,
    words: all.filter(isLabelWord).map(({ kind }) => kind.lower),
    label: all
      .slice(0, headAt + 1)
      .filter(isLabelWord)
      .map(({ kind }) => kind.lower)
      .join(" "),
    head: termOf(headParts.at(-1) ?? "", lists),
    modifiers,
    names,
    named: over ? keyOf(over) : null,
    role: over && !over.inferred ? roleBefore(all, over) : (head?.kind.lower ?? null),
    definite: definites.test(first),
  };
}

/** "asylum-seekers" is said as "asylum seekers" is. */
function partsOf(word: string): string[] {
  return word.split("-").filter((part) => part !== "");
}

function isContent({ kind }: Word): boolean {
  return kind.isWord && !kind.isFunction;
}

function isLabelWord({ kind }: Word): boolean {
  return kind.isWord && !kind.isArticle;
}

/** "mayor" of "Mayor Ada Oro", "spokesman" of "the ministry spokesman Ada Oro". */
function roleBefore(words: readonly Word[], name: Span): string | null {
  const at = words.findIndex(({ start }) => start >= name.start);
  const before = words[at - 1];
  return before && isContent(before) ? before.kind.lower : null;
}
