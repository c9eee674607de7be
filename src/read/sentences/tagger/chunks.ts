import type { Vocabulary } from "../../../lexicon/traits.ts";
import type { Lexeme, Lexemes } from "./lexemes.ts";

/** One token of a chunk. */
export type Piece = {
  /** Offsets from the start of the chunk; -1 where the word does not stand in it as written. */
  readonly start: number;
  readonly end: number;
  readonly lexeme: Lexeme;
  /** As the lexeme's: every word of every text is asked for them. */
  readonly pos: number;
  readonly hint: number;
  /** What the machines read first: the hint, or the part of speech. */
  readonly symbol: number;
  readonly fixed: boolean;
  /** Lower-cased with straight apostrophes. */
  readonly lower: string;
  /** Nothing but white space. */
  readonly blank: boolean;
  /** The number of `lower`, and the vocabulary that it was numbered in (see traits.ts). */
  number: number;
  vocabulary: Vocabulary | undefined;
};

/** Longer ones hardly come again. */
const keptLength = 40;
/** Places for chunks, a power of two. */
const places = 65_536;
/** A chunk is at most so many places after its own; where none is free, it takes the first. */
const mostSteps = 8;

type Kept = { readonly chunk: string; readonly hash: number; readonly pieces: readonly Piece[] };

/** The pieces of the chunk `text[start … end)`, whose characters `hash` was made of (see `mixed`). */
export type ChunkReader = (
  text: string,
  start: number,
  end: number,
  hash: number,
) => readonly Piece[];

/** Adds a character to a hash of those before; a chunk's begins with 0. */
export function mixed(hash: number, code: number): number {
  return (Math.imul(hash ^ code, 0x01000193) + code) | 0;
}

/**
 * Makes the function that cuts a run of characters without a space into tokens. How it is cut
 * depends on nothing but itself, and the same runs come again and again: each is cut once. They are
 * found by a hash of their characters, so that no string is made for a run that is known.
 */
export function createChunkReader(lexemes: Lexemes): ChunkReader {
  const kept: (Kept | undefined)[] = new Array(places).fill(undefined);
  const cut = createCutter(lexemes);
  return (text, start, end, hash) => {
    const length = end - start;
    if (length > keptLength) return cut(text.slice(start, end));
    const first = (hash ^ (hash >>> 15)) & (places - 1);
    let free = first;
    for (let step = 0; step < mostSteps; step++) {
      const place = (first + step) & (places - 1);
      const known = kept[place];
      if (!known) {
        free = place;
        break;
      }
      if (known.hash === hash && stands(known.chunk, text, start, length)) return known.pieces;
    }
    const chunk = text.slice(start, end);
    const pieces = cut(chunk);
    kept[free] = { chunk, hash, pieces };
    return pieces;
  };
}

/** Is the chunk what stands there? Quicker than `startsWith` for so few characters. */
function stands(chunk: string, text: string, start: number, length: number): boolean {
  if (chunk.length !== length) return false;
  for (let at = 0; at < length; at++)
    if (chunk.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
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
        const lower = lowerOf(lexeme.word);
        const blank = lexeme.word.trim() === "";
        const { pos, hint, fixed } = lexeme;
        pieces.push({
          start,
          end,
          lexeme,
          pos,
          hint,
          symbol: hint || pos,
          fixed,
          lower,
          blank,
          number: 0,
          vocabulary: undefined,
        });
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
