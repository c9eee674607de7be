import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { currentVocabulary, keepNumbers, numberOf, type Vocabulary } from "../../lexicon/traits.ts";
import { createMasker, type Masked, type MaskedText, standIn } from "./mask.ts";
import type { Prose, Sentence, Token } from "./prose.ts";
import { readParagraphs, readSentences } from "./sentences.ts";
import { lowerOf, type Piece } from "./tagger/chunks.ts";
import { createTagger, type Tagger } from "./tagger/tagger.ts";

let loaded: Tagger | undefined;

/** One tagger for all readers: it keeps what it has read of words, never of texts. */
function tagger(): Tagger {
  loaded ??= createTagger();
  return loaded;
}

/**
 * Makes the function that cuts a text into paragraphs, sentences and tagged tokens.
 * Tags are those of wink-nlp's English model, except that names reach it as stand-ins, a name of
 * several words as one: exchanging two names changes no tag. `names` are the case's declared names;
 * what else is a name is told in mask.ts.
 *
 *     Smith denied that Smith had stopped the Smith.     what the tagger sees
 *     Hesk denied that Ada Brisk had stopped the Grey Heron.
 */
export function createProseReader(
  lexicon: Lexicon,
  names: readonly string[] = [],
): (text: string) => Prose {
  const maskNames = createMasker(lexicon, names, isWord);
  return (text) => {
    const paragraphs = readParagraphs(text);
    const tokens: Token[] = [];
    const into: Into = { tokens, numbers: [], vocabulary: currentVocabulary() };
    const sentences: Sentence[] = [];
    const spans = paragraphs.map((paragraph) => readSentences(text, paragraph, lexicon));
    const masked = maskNames(text, spans.flat());
    spans.forEach((inParagraph, paragraph) => {
      for (const span of inParagraph) {
        const firstToken = tokens.length;
        tokenize(text, span, masked[sentences.length], into);
        // Spelled out: spreads of small objects are slow, and there are many sentences.
        const { start, end } = span;
        sentences.push({ start, end, firstToken, endToken: tokens.length, paragraph });
      }
    });
    keepNumbers(tokens, into.numbers);
    return { text, paragraphs, sentences, tokens };
  };
}

/** The tokens of a text as they come, each with the number of its word. */
type Into = {
  readonly tokens: Token[];
  readonly numbers: number[];
  readonly vocabulary: Vocabulary;
};

/** Is a word with a capital one of the language? */
function isWord(word: string): boolean {
  const lower = lowerOf(word);
  return /'(?:t|d|ll|re|ve|m)$/.test(lower) || tagger().isWord(lower);
}

function tokenize(
  text: string,
  span: Span,
  { masked, seen }: MaskedText = { masked: "", seen: [] },
  into: Into,
): void {
  const { tokens, numbers, vocabulary } = into;
  const { partsOfSpeech, tag } = tagger();
  const { length, origins, pieces, tags } = tag(masked);
  let from = 0;
  // From places in the masked text to places in the text.
  let back = span.start;
  for (let index = 0; index < length; index++) {
    const piece = pieces[index] as Piece;
    if (piece.start < 0) continue;
    const origin = origins[index] as number;
    const start = origin + piece.start + back;
    const maskedEnd = origin + piece.end;
    const first = from;
    for (let name = seen[from]; name && name.at < maskedEnd; name = seen[from]) {
      back += name.end - name.start - standIn.length;
      from++;
    }
    const end = maskedEnd + back;
    const name = from > first ? seen[first] : undefined;
    if (name === undefined) {
      const pos = partsOfSpeech[tags[index] as number] ?? "X";
      if (pos === "SPACE" || piece.blank) continue;
      if (piece.vocabulary !== vocabulary) {
        piece.vocabulary = vocabulary;
        piece.number = numberOf(piece.lower);
      }
      tokens.push({ start, end, lower: piece.lower, pos, name: 0 });
      numbers.push(piece.number);
    } else if (name.parts.length > 0) putParts(text, { start, end }, name, span.start, into);
    else put(text, { start, end }, name, into);
  }
}

/**
 * The tokens of a name of several words. What hangs on its end goes with its last ("Port Ell-based"),
 * what hangs on its start stands alone ("anti-Port Ell").
 */
function putParts(text: string, whole: Span, name: Masked, origin: number, into: Into): void {
  const { parts } = name;
  const from = origin + name.start;
  if (whole.start < from) put(text, { start: whole.start, end: from }, name, into);
  for (const [at, part] of parts.entries()) {
    const end = at === parts.length - 1 ? whole.end : from + part.end;
    put(text, { start: from + part.start, end }, name, into);
  }
}

function put(text: string, { start, end }: Span, { pos, name }: Masked, into: Into): void {
  const lower = lowerOf(text.slice(start, end));
  into.tokens.push({ start, end, lower, pos, name });
  into.numbers.push(numberOf(lower));
}
