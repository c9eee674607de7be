import type { Lexeme, Lexemes } from "./lexemes.ts";

/** One token of a chunk. */
export type Piece = {
  /** Offsets from the start of the chunk; -1 where the word does not stand in it as written. */
  readonly start: number;
  readonly end: number;
  readonly lexeme: Lexeme;
  /** Lower-cased with straight apostrophes. */
  readonly lower: string;
};

/** So many different chunks are kept; then the memory starts afresh. */
const chunksKept = 50_000;
/** Longer ones hardly come again. */
const keptLength = 40;

/**
 * Makes the function that cuts a run of characters without a space into tokens. How it is cut
 * depends on nothing but itself, and the same runs come again and again: each is cut once.
 */
export function createChunkReader(lexemes: Lexemes): (chunk: string) => readonly Piece[] {
  const kept = new Map<string, readonly Piece[]>();
  const cut = createCutter(lexemes);
  return (chunk) => {
    const known = kept.get(chunk);
    if (known) return known;
    const pieces = cut(chunk);
    if (chunk.length <= keptLength) {
      if (kept.size >= chunksKept) kept.clear();
      kept.set(chunk, pieces);
    }
    return pieces;
  };
}

/** "dog's." is "dog", "'s" and "."; the tokenizer would take "dog's" for one word there. */
const possessiveBeforeMark = /(?<=['’]s)(?=[.,:-])/;

function createCutter(lexemes: Lexemes): (chunk: string) => Piece[] {
  let found: Lexeme[] = [];
  const sink = {
    _addToken: (text: string, category: number) => {
      found.push(lexemes.one(text, category));
    },
    _addTokenIfInCache: (text: string) => {
      const listed = lexemes.listed(text);
      if (!listed) return 0;
      found.push(...listed);
      return 1;
    },
    isLexeme: (text: string) => lexemes.listed(text),
  };
  return (chunk) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const part of chunk.split(possessiveBeforeMark)) {
      found = [];
      lexemes.tokenize(sink, part);
      let cursor = from;
      for (const lexeme of found) {
        const start = chunk.indexOf(lexeme.word, cursor);
        const end = start < 0 ? -1 : start + lexeme.word.length;
        if (start >= 0) cursor = end;
        pieces.push({ start, end, lexeme, lower: lowerOf(lexeme.word) });
      }
      from += part.length;
    }
    return pieces;
  };
}

/** Lower-cased with straight apostrophes. */
export function lowerOf(word: string): string {
  return word.toLowerCase().replaceAll("’", "'");
}
