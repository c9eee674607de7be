import { createRequire } from "node:module";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Prose, Sentence, Token } from "./prose.ts";
import { readParagraphs, readSentences } from "./sentences.ts";

// wink-nlp and its model are CommonJS and ship no usable types for this import.
const require = createRequire(import.meta.url);
type Tokens = { out(what: unknown): string[] };
type Wink = { readDoc(text: string): { tokens(): Tokens }; its: { value: unknown; pos: unknown } };
type WinkFactory = (model: unknown, pipe: readonly string[]) => Wink;

let wink: Wink | undefined;

function tagger(): Wink {
  wink ??= (require("wink-nlp") as WinkFactory)(require("wink-eng-lite-web-model"), ["pos"]);
  return wink;
}

/**
 * What every name is replaced by in the tagger's sight, so that the reading of a sentence does not
 * depend on whose name stands in it. The word is unknown to the tagger's lexicon as anything but a
 * name.
 */
const standIn = "Smith";

/** A declared name of several words and where its words stand in it. */
type Phrase = { readonly text: string; readonly lower: string; readonly parts: readonly Span[] };

/** The names that a document is read with. */
type Names = {
  readonly words: ReadonlySet<string>;
  /** First word in lower case → the names that begin with it, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
};

/**
 * Makes the function that cuts a text into paragraphs, sentences and tagged tokens.
 * Tags are those of wink-nlp's English model, except that names reach it as stand-ins, a declared
 * name of several words as one: exchanging two names changes no tag. A word is a name when it is in
 * `names` (the case's declared names) or is capitalised inside a sentence somewhere in the document.
 *
 *     Smith denied that Smith had stopped the Smith.     what the tagger sees
 *     Hesk denied that Ada Brisk had stopped the Grey Heron.
 */
export function createProseReader(
  lexicon: Lexicon,
  names: readonly string[] = [],
): (text: string) => Prose {
  const declared = declaredWords(names, lexicon);
  const phrases = declaredPhrases(names, lexicon);
  return (text) => {
    const paragraphs = readParagraphs(text);
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    const spans = paragraphs.map((paragraph) => readSentences(text, paragraph, lexicon));
    const words = namesIn(text, spans.flat(), declared, lexicon.functionWords);
    spans.forEach((inParagraph, paragraph) => {
      for (const span of inParagraph) {
        const firstToken = tokens.length;
        tokenize(text, span, { words, phrases }, tokens);
        sentences.push({ ...span, firstToken, endToken: tokens.length, paragraph });
      }
    });
    return { text, paragraphs, sentences, tokens };
  };
}

/** The capitalised words of declared names, without those that are common words or numbers. */
function declaredWords(names: readonly string[], lexicon: Lexicon): Set<string> {
  const words = names.flatMap((name) => (name.match(wordPattern) ?? []).map(bare));
  return new Set(
    words.filter((word) => {
      const lower = word.toLowerCase();
      return (
        /^\p{Lu}/u.test(word) && !lexicon.functionWords.has(lower) && !lexicon.numerals.has(lower)
      );
    }),
  );
}

function declaredPhrases(
  names: readonly string[],
  { functionWords }: Lexicon,
): Map<string, readonly Phrase[]> {
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
    if (parts.length < 2 || !/^\p{Lu}/u.test(text)) continue;
    const lower = text.toLowerCase();
    const first = bare(lower.match(wordPattern)?.[0] ?? "");
    phrases.set(first, [...(phrases.get(first) ?? []), { text, lower, parts }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.text.length - a.text.length);
  return phrases;
}

const wordPattern = /[\p{L}\p{M}][\p{L}\p{M}’']*/gu;
/** The tokens of a name: its words, "'s" apart. */
const partPattern = /['’]s?(?![\p{L}\p{M}\p{N}])|(?:(?!['’]s?(?![\p{L}\p{M}\p{N}]))\S)+/gu;

/** Words that are capitalised inside some sentence that is not a headline, and declared ones. */
function namesIn(
  text: string,
  sentences: readonly Span[],
  declared: ReadonlySet<string>,
  functionWords: ReadonlySet<string>,
): Set<string> {
  const names = new Set(declared);
  for (const { start, end } of sentences) {
    const sentence = text.slice(start, end);
    const words = [...sentence.matchAll(wordPattern)];
    const capitals = words.filter((word) => /^\p{Lu}/u.test(word[0])).length;
    if (capitals * 2 > words.length && words.length > 4) continue;
    let open = true;
    for (const word of words) {
      const name = bare(word[0]);
      if (!open && /^\p{Lu}/u.test(name) && !functionWords.has(name.toLowerCase())) names.add(name);
      const after = sentence.slice(word.index + word[0].length, word.index + word[0].length + 3);
      open = /^[.:!?]|^\s*["“‘«(]|^[-–—]/.test(after);
    }
  }
  return names;
}

/** The word without a possessive ending. */
function bare(word: string): string {
  return word.replace(/['’]s?$/, "");
}

/** A name of the original text and where its stand-in begins in the masked one. */
type Masked = Span & { readonly at: number; readonly parts: readonly Span[]; readonly pos: string };

/**
 * A run without a space this long is no word of English but an address, a table or an attack: the
 * tagger's patterns take time with the square of such a run, so it is one token that the tagger
 * never sees.
 */
const longRun = /\S{80,}/g;

function mask(original: string, names: Names): { masked: string; seen: Masked[] } {
  const seen: Masked[] = [];
  let masked = "";
  let copied = 0;
  const runs = [...original.matchAll(longRun)].map(({ 0: run, index: start }) => ({
    start,
    end: start + run.length,
  }));
  const put = (span: Span, parts: readonly Span[], pos: string) => {
    masked += original.slice(copied, span.start);
    seen.push({ ...span, at: masked.length, parts, pos });
    masked += standIn;
    copied = span.end;
  };
  for (const { 0: word, index: start } of original.matchAll(wordPattern)) {
    while (runs[0] && runs[0].start <= start) put(runs.shift() ?? { start, end: start }, [], "X");
    if (start < copied) continue;
    const name = bare(word);
    const phrase = names.phrases
      .get(name.toLowerCase())
      ?.find((one) => standsAt(original, one, start));
    if (!phrase && !(names.words.has(name) && /^\p{Lu}/u.test(name))) continue;
    const end = start + (phrase?.text ?? name).length;
    put({ start, end }, phrase?.parts ?? [], "PROPN");
  }
  for (const run of runs) put(run, [], "X");
  return { masked: masked + original.slice(copied), seen };
}

/** As declared, or in lower case throughout, as in a chat. */
function standsAt(original: string, { text, lower }: Phrase, at: number): boolean {
  return (
    (original.startsWith(text, at) || original.startsWith(lower, at)) &&
    !/^[\p{L}\p{M}\p{N}]/u.test(original.slice(at + text.length, at + text.length + 2))
  );
}

/**
 * The text with a space after "'s" where a mark follows, and where those spaces stand. The tagger
 * takes "dog's." for one word, and remembers it: "dog's" would be one word from then on, so that
 * what was read before would change what is read now.
 */
function partPossessives(text: string): { spaced: string; gaps: readonly number[] } {
  const gaps: number[] = [];
  const spaced = text.replace(/['’]s(?=[.,:-])/g, (possessive, at: number) => {
    gaps.push(at + possessive.length + gaps.length);
    return `${possessive} `;
  });
  return { spaced, gaps };
}

function tokenize(text: string, span: Span, names: Names, into: Token[]): void {
  const original = text.slice(span.start, span.end);
  const { masked, seen } = mask(original, names);
  const { spaced, gaps } = partPossessives(masked);
  const read = tagger().readDoc(spaced).tokens();
  const values = read.out(tagger().its.value);
  const tags = read.out(tagger().its.pos);
  let cursor = 0;
  let gap = 0;
  let from = 0;
  let back = 0;
  const put = (start: number, end: number, pos: string) => {
    const lower = original.slice(start, end).toLowerCase().replaceAll("’", "'");
    into.push({ start: span.start + start, end: span.start + end, lower, pos });
  };
  values.forEach((value, index) => {
    const found = spaced.indexOf(value, cursor);
    if (found < 0) return;
    cursor = found + value.length;
    for (let at = gaps[gap]; at !== undefined && at < found; at = gaps[gap]) gap++;
    const start = found - gap + back;
    const first = from;
    for (let name = seen[from]; name && name.at < cursor - gap; name = seen[from]) {
      back += name.end - name.start - standIn.length;
      from++;
    }
    const tag = tags[index] ?? "X";
    if (tag === "SPACE" || value.trim() === "") return;
    const name = from > first ? seen[first] : undefined;
    if (name && name.parts.length > 0 && value === standIn)
      for (const part of name.parts) put(start + part.start, start + part.end, "PROPN");
    else put(start, cursor - gap + back, name?.pos ?? tag);
  });
}
