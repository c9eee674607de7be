import { createRequire } from "node:module";
import { isSpace, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createMasker, type MaskedText, standIn } from "./mask.ts";
import type { NameClass, Prose, Sentence, Token } from "./prose.ts";
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
  const maskNames = createMasker(lexicon, names);
  return (text) => {
    const paragraphs = readParagraphs(text);
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    const spans = paragraphs.map((paragraph) => readSentences(text, paragraph, lexicon));
    const masked = maskNames(text, spans.flat());
    spans.forEach((inParagraph, paragraph) => {
      for (const span of inParagraph) {
        const firstToken = tokens.length;
        tokenize(text, span, masked[sentences.length], tokens);
        // Spelled out: spreads of small objects are slow, and there are many sentences.
        const { start, end } = span;
        sentences.push({ start, end, firstToken, endToken: tokens.length, paragraph });
      }
    });
    return { text, paragraphs, sentences, tokens };
  };
}

/**
 * The text with a space after "'s" where a mark follows, and where those spaces stand. The tagger
 * takes "dog's." for one word, and remembers it: "dog's" would be one word from then on, so that
 * what was read before would change what is read now.
 */
function partPossessives(text: string): { spaced: string; gaps: readonly number[] } {
  const gaps: number[] = [];
  if (!text.includes("'s") && !text.includes("’s")) return { spaced: text, gaps };
  const spaced = text.replace(/['’]s(?=[.,:-])/g, (possessive, at: number) => {
    gaps.push(at + possessive.length + gaps.length);
    return `${possessive} `;
  });
  return { spaced, gaps };
}

/** So many different words are kept; then the memory starts afresh. */
const wordsKept = 100_000;
const lowered = new Map<string, string>();

/** Lower-cased with straight apostrophes; words come again and again. */
function lowerOf(word: string): string {
  const known = lowered.get(word);
  if (known !== undefined) return known;
  if (lowered.size >= wordsKept) lowered.clear();
  const lower = word.toLowerCase().replaceAll("’", "'");
  if (word.length <= 40) lowered.set(word, lower);
  return lower;
}

function tokenize(
  text: string,
  span: Span,
  { masked, seen }: MaskedText = { masked: "", seen: [] },
  into: Token[],
): void {
  const { spaced, gaps } = partPossessives(masked);
  const read = tagger().readDoc(spaced).tokens();
  const values = read.out(tagger().its.value);
  const tags = read.out(tagger().its.pos);
  let cursor = 0;
  let gap = 0;
  let from = 0;
  let back = 0;
  const put = (start: number, end: number, pos: string, name: NameClass, word?: string) => {
    const from = span.start + start;
    const to = span.start + end;
    into.push({ start: from, end: to, lower: lowerOf(word ?? text.slice(from, to)), pos, name });
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
    if (tag === "SPACE" || (isSpace(value.charCodeAt(0)) && value.trim() === "")) return;
    const name = from > first ? seen[first] : undefined;
    if (name && name.parts.length > 0 && value === standIn)
      for (const part of name.parts) put(start + part.start, start + part.end, "PROPN", name.name);
    else if (name) put(start, cursor - gap + back, name.pos, name.name);
    else put(start, cursor - gap + back, tag, 0, value);
  });
}
