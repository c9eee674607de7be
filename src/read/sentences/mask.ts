import { isSpace, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
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
  readonly parts: readonly Span[];
  readonly pos: string;
  readonly name: NameClass;
};

/** A sentence with stand-ins for its names. Offsets of `seen` count from the sentence's start. */
export type MaskedText = { readonly masked: string; readonly seen: readonly Masked[] };

/** A declared name of several words and where its words stand in it. */
type Phrase = { readonly text: string; readonly lower: string; readonly parts: readonly Span[] };

/** First word in lower case → the names that begin with it, longest first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/**
 * Makes the function that replaces all names of a text, sentence by sentence. A word is a name when
 * it is declared or is capitalised inside a sentence somewhere in the text.
 */
export function createMasker(
  lexicon: Lexicon,
  names: readonly string[],
): (text: string, sentences: readonly Span[]) => MaskedText[] {
  const declared = declaredWords(names, lexicon);
  const phrases = declaredPhrases(names, lexicon);
  return (text, sentences) => {
    const words = sentences.map((sentence) => wordsIn(text, sentence));
    const known = namesIn(text, words, declared, lexicon.functionWords);
    return sentences.map((sentence, at) =>
      mask(text.slice(sentence.start, sentence.end), sentence, words[at] ?? [], {
        known,
        phrases,
        classOf: (name) => (declared.has(name) ? 1 : classOf(name, lexicon)),
      }),
    );
  };
}

/** The capitalised words of declared names, without those that are common words or numbers. */
function declaredWords(names: readonly string[], lexicon: Lexicon): Set<string> {
  const words = names.flatMap((name) => {
    const ends = wordsIn(name, { start: 0, end: name.length });
    return ends.flatMap((start, at) => (at % 2 === 0 ? bare(name.slice(start, ends[at + 1])) : []));
  });
  return new Set(
    words.filter((word) => {
      const lower = word.toLowerCase();
      return isUpper(word, 0) && !lexicon.functionWords.has(lower) && !lexicon.numerals.has(lower);
    }),
  );
}

/** The tokens of a name: its words, "'s" apart. */
const partPattern = /['’]s?(?![\p{L}\p{M}\p{N}])|(?:(?!['’]s?(?![\p{L}\p{M}\p{N}]))\S)+/gu;

function declaredPhrases(names: readonly string[], { functionWords }: Lexicon): Phrases {
  const phrases = new Map<string, Phrase[]>();
  for (const name of new Set(names)) {
    // "The Harbour Post": the article is no part of the name.
    const article = /^\p{L}+\s+/u.exec(name)?.[0] ?? "";
    const text = functionWords.has(article.trim().toLowerCase())
      ? name.slice(article.length)
      : name;
    const parts = [...text.matchAll(partPattern)].map(({ 0: word, index: start }) => ({
      start,
      end: start + word.length,
    }));
    if (parts.length < 2 || !isUpper(text, 0)) continue;
    const lower = text.toLowerCase();
    const [start, end] = wordsIn(lower, { start: 0, end: lower.length });
    const first = start === undefined ? "" : bare(lower.slice(start, end));
    phrases.set(first, [...(phrases.get(first) ?? []), { text, lower, parts }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.text.length - a.text.length);
  return phrases;
}

/** Words that are capitalised inside some sentence that is not a headline, and declared ones. */
function namesIn(
  text: string,
  sentences: readonly Words[],
  declared: ReadonlySet<string>,
  functionWords: ReadonlySet<string>,
): Set<string> {
  const names = new Set(declared);
  for (const words of sentences) {
    if (isHeadline(text, words)) continue;
    for (let at = 2; at < words.length; at += 2) {
      const start = words[at] ?? 0;
      if (!isUpper(text, start) || opens(text, words[at - 1] ?? 0)) continue;
      const name = bare(text.slice(start, words[at + 1]));
      if (!functionWords.has(name.toLowerCase())) names.add(name);
    }
  }
  return names;
}

/** A line of more than four words, most of them with a capital. */
function isHeadline(text: string, words: Words): boolean {
  if (words.length <= 8) return false;
  let capitals = 0;
  for (let at = 0; at < words.length; at += 2) if (isUpper(text, words[at] ?? 0)) capitals++;
  return capitals * 4 > words.length;
}

/** After these marks a word may have its capital from its place: a full stop, a dash, a quotation. */
function opens(text: string, at: number): boolean {
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

/** A place that is widely known, a people, or any other name. */
function classOf(name: string, { demonyms }: Lexicon): NameClass {
  const lower = name.toLowerCase();
  const term = demonyms.words.get(lower) ?? demonyms.capitalised.get(lower);
  if (term === undefined) return 1;
  return term.slice(1) === lower ? 2 : 3;
}

type Known = {
  readonly known: ReadonlySet<string>;
  readonly phrases: Phrases;
  readonly classOf: (name: string) => NameClass;
};

function mask(
  original: string,
  { start: origin }: Span,
  words: Words,
  { known, phrases, classOf }: Known,
): MaskedText {
  const seen: Masked[] = [];
  let masked = "";
  let copied = 0;
  const runs = longRuns(original);
  const put = (span: Span, parts: readonly Span[], name: NameClass) => {
    masked += original.slice(copied, span.start);
    const pos = name === 0 ? "X" : "PROPN";
    seen.push({ start: span.start, end: span.end, at: masked.length, parts, pos, name });
    masked += standIn;
    copied = span.end;
  };
  for (let at = 0; at < words.length; at += 2) {
    const start = (words[at] ?? 0) - origin;
    while (runs[0] && runs[0].start <= start) put(runs.shift() ?? { start, end: start }, [], 0);
    if (start < copied) continue;
    const upper = isUpper(original, start);
    // A name in lower case, as in a chat, is known only by declaration.
    if (!upper && phrases.size === 0) continue;
    const name = bare(original.slice(start, (words[at + 1] ?? 0) - origin));
    const phrase =
      phrases.size > 0
        ? phrases.get(name.toLowerCase())?.find((one) => standsAt(original, one, start))
        : undefined;
    if (!phrase && !(upper && known.has(name))) continue;
    const end = start + (phrase?.text ?? name).length;
    put({ start, end }, phrase?.parts ?? [], phrase ? 1 : classOf(name));
  }
  for (const run of runs) put(run, [], 0);
  return { masked: masked + original.slice(copied), seen };
}

/** As declared, or in lower case throughout, as in a chat. */
function standsAt(original: string, { text, lower }: Phrase, at: number): boolean {
  return (
    (original.startsWith(text, at) || original.startsWith(lower, at)) &&
    !/^[\p{L}\p{M}\p{N}]/u.test(original.slice(at + text.length, at + text.length + 2))
  );
}
