import { isSpace, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { collectPhrases, declaredWords, listedClass, type Phrase, type Phrases } from "./known.ts";
import type { NameClass } from "./prose.ts";
import { bare, isUpper, type Words, wordsIn } from "./words.ts";

/**
 * What every name is replaced by in the tagger's sight, so that the reading of a sentence does not
 * depend on whose name stands in it. The word is unknown to the tagger's lexicon as anything but a
 * name.
 */
export const standIn = "Smith";

/** A name of the original text and where its stand-in begins in the masked one. */
export type Masked = Span & {
  readonly at: number;
  /** The tokens of a name of several words, from its start; none for one word. */
  readonly parts: Span[];
  readonly pos: string;
  readonly name: NameClass;
};

/** A sentence with stand-ins for its names. Offsets of `seen` count from the sentence's start. */
export type MaskedText = { readonly masked: string; readonly seen: readonly Masked[] };

/**
 * Makes the function that replaces all names of a text, sentence by sentence. A word is a name when
 * it is declared, when the gazetteer lists it, when it is capitalised inside a sentence somewhere in
 * the text, or when it has a capital and `isWord` does not know it. Words of one class that follow
 * each other are one name.
 */
export function createMasker(
  lexicon: Lexicon,
  names: readonly string[],
  isWord: (word: string) => boolean,
): (text: string, sentences: readonly Span[]) => MaskedText[] {
  const declared = declaredWords(names, lexicon);
  const phrases = collectPhrases(names, lexicon);
  const anyDeclared = [...phrases.values()].some((list) => list.some((one) => one.declared));
  const { abbreviations } = lexicon;
  const { words: listed } = lexicon.gazetteer;
  const capitals = new Map<string, Capital>();
  const readCapital = (word: string): Capital => {
    const before = capitals.get(word);
    if (before) return before;
    if (capitals.size >= wordsKept) capitals.clear();
    const lower = word.toLowerCase();
    const one = listed.get(lower);
    const isName = word.length > 1 && !isWord(word) && !abbreviations.has(lower);
    const capital: Capital = {
      anywhere: declared.has(word)
        ? 1
        : one
          ? listedClass(one, word === word.toUpperCase())
          : isName
            ? 1
            : 0,
      inside: declared.has(word) || !one ? 1 : one.kind === "place" ? 2 : 3,
      phrases: phrases.get(lower),
    };
    capitals.set(word, capital);
    return capital;
  };
  const classOfLower = (name: string) => listedClass(listed.get(name), false);
  return (text, sentences) => {
    const words = sentences.map((sentence) => wordsIn(text, sentence));
    const inside = namesIn(text, words, lexicon);
    const classOf = ({ anywhere, inside: within }: Capital, name: string) =>
      within !== anywhere && inside.has(name) ? within : anywhere;
    return sentences.map((sentence, at) =>
      mask(text.slice(sentence.start, sentence.end), sentence, words[at] ?? [], {
        phrases,
        anyDeclared,
        readCapital,
        classOf,
        classOfLower,
      }),
    );
  };
}

/** Words that are capitalised inside some sentence that is not a headline. */
function namesIn(
  text: string,
  sentences: readonly Words[],
  { functionWords, abbreviations }: Lexicon,
): Set<string> {
  const names = new Set<string>();
  for (const words of sentences) {
    if (isHeadline(text, words)) continue;
    for (let at = 2; at < words.length; at += 2) {
      const start = words[at] ?? 0;
      if (!isUpper(text, start) || opens(text, words[at - 1] ?? 0, start)) continue;
      const name = bare(text.slice(start, words[at + 1]));
      const lower = name.toLowerCase();
      // "Mr." and "Jr." keep their full stop: the tagger knows them.
      const isShort = text[words[at + 1] ?? 0] === "." && abbreviations.has(lower);
      if (!isShort && !functionWords.has(lower)) names.add(name);
    }
  }
  return names;
}

/** A line of more than four words, most of them with a capital. */
function isHeadline(text: string, words: Words): boolean {
  if (words.length <= 8) return false;
  let capitals = 0;
  for (let at = 0; at < words.length; at += 2) if (isUpper(text, words[at] ?? 0)) capitals++;
  // With a full stop it may be a short sentence of many names.
  const stopped = text[words.at(-1) ?? 0] === ".";
  return stopped ? capitals * 20 > words.length * 7 : capitals * 4 > words.length;
}

/** After these marks a word may have its capital from its place: a full stop, a dash, a quotation. */
function opens(text: string, at: number, start: number): boolean {
  // "Vell-Orsk": a hyphen opens nothing.
  if (start === at + 1 && "-–".includes(text[at] ?? " ")) return false;
  if (".:!?-–—".includes(text[at] ?? " ")) return true;
  let next = at;
  while (next < at + 2 && (text[next] === " " || text[next] === "\u00a0")) next++;
  return '"“‘«('.includes(text[next] ?? " ");
}

/**
 * A run without a space this long is no word of English but an address, a table or an attack: the
 * tagger's patterns take time with the square of such a run, so it is one token that the tagger
 * never sees.
 */
const longRun = 80;

/** The runs of at least `longRun` characters: each holds one of the places looked at. */
function longRuns(text: string): Span[] {
  const runs: Span[] = [];
  for (let at = longRun - 1; at < text.length; at += longRun) {
    let start = at + 1;
    while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
    let end = at;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    if (end - start >= longRun && start > (runs.at(-1)?.start ?? -1)) runs.push({ start, end });
    // No run that began here needs to be looked at again.
    at = Math.max(at, end - (end % longRun) - 1);
  }
  return runs;
}

/** So many different words are kept; then the memory starts afresh. */
const wordsKept = 20_000;

/** What a word with a capital is, whatever text it stands in. */
type Capital = {
  /** Its class; 0 where only its place can make it a name. */
  readonly anywhere: NameClass;
  /** Its class where it has a capital inside a sentence of the text. */
  readonly inside: NameClass;
  /** The names of several words that begin with it. */
  readonly phrases: readonly Phrase[] | undefined;
};

type Known = {
  readonly phrases: Phrases;
  readonly anyDeclared: boolean;
  readonly readCapital: (word: string) => Capital;
  /** 0 where it is no name. */
  readonly classOf: (capital: Capital, name: string) => NameClass;
  /** Of a word in lower case; 0 where it is no name. */
  readonly classOfLower: (name: string) => NameClass;
};

function mask(
  original: string,
  { start: origin }: Span,
  words: Words,
  { phrases, anyDeclared, readCapital, classOf, classOfLower }: Known,
): MaskedText {
  const seen: Masked[] = [];
  let masked = "";
  let copied = 0;
  const runs = longRuns(original);
  const put = (span: Span, parts: readonly Span[], name: NameClass) => {
    const last = seen.at(-1);
    if (
      name > 0 &&
      last?.name === name &&
      span.start === last.end + 1 &&
      original[last.end] === " "
    ) {
      seen[seen.length - 1] = joined(last, span, parts);
    } else {
      masked += original.slice(copied, span.start);
      const pos = name === 0 ? "X" : "PROPN";
      const { start, end } = span;
      seen.push({ start, end, at: masked.length, parts: [...parts], pos, name });
      masked += standIn;
    }
    copied = span.end;
  };
  // A writer of lower case, as in a chat, writes names so, too.
  const lowerCase = words.length > 0 && !isUpper(original, (words[0] ?? 0) - origin);
  for (let at = 0; at < words.length; at += 2) {
    const start = (words[at] ?? 0) - origin;
    while (runs[0] && runs[0].start <= start) put(runs.shift() ?? { start, end: start }, [], 0);
    if (start < copied) continue;
    const upper = isUpper(original, start);
    if (!upper && !lowerCase && !anyDeclared) continue;
    const word = bare(original.slice(start, (words[at + 1] ?? 0) - origin));
    const capital = upper ? readCapital(word) : undefined;
    const beginning = capital ? capital.phrases : phrases.get(word);
    const phrase = beginning?.find((one) => standsAt(original, one, start, lowerCase));
    if (phrase) {
      put({ start, end: start + phrase.text.length }, phrase.parts, phrase.name);
      continue;
    }
    const name = capital ? classOf(capital, word) : lowerCase ? classOfLower(word) : 0;
    if (name > 0) put({ start, end: start + word.length }, [], name);
  }
  for (const run of runs) put(run, [], 0);
  return { masked: masked + original.slice(copied), seen };
}

/** Two names with a space between as one; the first one's list of parts goes on, since names can be long. */
function joined(first: Masked, { start, end }: Span, parts: readonly Span[]): Masked {
  const { at, pos, name } = first;
  const own = first.parts;
  if (own.length === 0) own.push({ start: 0, end: first.end - first.start });
  const by = start - first.start;
  for (const part of parts) own.push({ start: part.start + by, end: part.end + by });
  if (parts.length === 0) own.push({ start: by, end: end - first.start });
  return { start: first.start, end, at, parts: own, pos, name };
}

/** As listed, or in lower case throughout, as in a chat. */
function standsAt(
  original: string,
  { text, lower, declared, capitals }: Phrase,
  at: number,
  lowerCase: boolean,
): boolean {
  return (
    (original.startsWith(text, at) ||
      (!capitals && (declared || lowerCase) && original.startsWith(lower, at))) &&
    !/^[\p{L}\p{M}\p{N}]/u.test(original.slice(at + text.length, at + text.length + 2))
  );
}
