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
 * What every name is replaced by, letter for letter in the tagger's sight, so that the reading of
 * a sentence does not depend on whose name stands in it. The word is unknown to the tagger's
 * lexicon as anything but a name.
 */
const standIn = "Smith";

/**
 * Makes the function that cuts a text into paragraphs, sentences and tagged tokens.
 * Tags are those of wink-nlp's English model, except that names reach it as stand-ins: exchanging
 * two names changes no tag. A word is a name when it is in `names` (the case's declared names) or
 * is capitalised inside a sentence somewhere in the document.
 */
export function createProseReader(
  lexicon: Lexicon,
  names: readonly string[] = [],
): (text: string) => Prose {
  const declared = new Set(names.flatMap((name) => name.match(wordPattern) ?? []));
  for (const word of [...declared]) {
    if (!/^\p{Lu}/u.test(word) || lexicon.functionWords.has(word.toLowerCase()))
      declared.delete(word);
  }
  return (text) => {
    const paragraphs = readParagraphs(text);
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    const spans = paragraphs.map((paragraph) => readSentences(text, paragraph, lexicon));
    const known = namesIn(text, spans.flat(), declared, lexicon.functionWords);
    spans.forEach((inParagraph, paragraph) => {
      for (const span of inParagraph) {
        const firstToken = tokens.length;
        tokenize(text, span, known, tokens);
        sentences.push({ ...span, firstToken, endToken: tokens.length, paragraph });
      }
    });
    return { text, paragraphs, sentences, tokens };
  };
}

const wordPattern = /[\p{L}\p{M}][\p{L}\p{M}’']*/gu;

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

function tokenize(text: string, span: Span, names: ReadonlySet<string>, into: Token[]): void {
  const original = text.slice(span.start, span.end);
  const seen: { at: number; word: string }[] = [];
  let shift = 0;
  const masked = original.replace(wordPattern, (word, at: number) => {
    const name = bare(word);
    if (!names.has(name) || !/^\p{Lu}/u.test(name)) return word;
    seen.push({ at: at + shift, word: name });
    shift += standIn.length - name.length;
    return standIn + word.slice(name.length);
  });
  const read = tagger().readDoc(masked).tokens();
  const values = read.out(tagger().its.value);
  const tags = read.out(tagger().its.pos);
  let cursor = 0;
  let from = 0;
  let back = 0;
  values.forEach((value, index) => {
    const found = masked.indexOf(value, cursor);
    if (found < 0) return;
    cursor = found + value.length;
    const name = seen[from];
    const isName = name !== undefined && name.at >= found && name.at < cursor;
    if (isName) from++;
    const start = found + back;
    if (isName) back += name.word.length - standIn.length;
    const end = cursor + back;
    const tag = tags[index] ?? "X";
    if (tag === "SPACE" || value.trim() === "") return;
    const word = original.slice(start, end);
    into.push({
      start: span.start + start,
      end: span.start + end,
      lower: word.toLowerCase().replaceAll("’", "'"),
      pos: isName ? "PROPN" : tag,
    });
  });
}
