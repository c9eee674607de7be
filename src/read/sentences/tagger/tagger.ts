import { type ChunkReader, createChunkReader, mixed, type Piece } from "./chunks.ts";
import { type Lexemes, loadLexemes } from "./lexemes.ts";
import { type Change, type Machine, readMachine } from "./machine.ts";

/** The tokens of a stretch of text. Valid until the next call: the lists are used again. */
export type Tagged = {
  length: number;
  /** Where the chunk of each token begins; the piece counts from there. */
  readonly origins: number[];
  readonly pieces: Piece[];
  /** The number of each token's part of speech. */
  readonly tags: number[];
  /** Some token's part of speech is fixed. */
  anyFixed: boolean;
};

export type Tagger = {
  readonly partsOfSpeech: readonly string[];
  readonly tag: (text: string) => Tagged;
  /** The model lists the word, in lower case with straight apostrophes, as more than a proper name. */
  readonly isWord: (lower: string) => boolean;
};

/**
 * Makes wink-nlp's part-of-speech tagger, over its model: the same tokens and tags as its own
 * pipeline gives for a text that it reads first, at a quarter of the cost (benchmarks/read.ts), and
 * whatever was read before.
 */
export function createTagger(lexemes: Lexemes = loadLexemes()): Tagger {
  const readChunk = createChunkReader(lexemes);
  const machines = lexemes.machines.map(readMachine);
  const tagged: Tagged = { length: 0, origins: [], pieces: [], tags: [], anyFixed: false };
  let symbols = new Uint8Array(1024);
  const properName = lexemes.partsOfSpeech.indexOf("PROPN");
  return {
    partsOfSpeech: lexemes.partsOfSpeech,
    isWord: (lower) => lexemes.listed(lower)?.some(({ pos }) => pos !== properName) ?? false,
    tag: (text) => {
      // A token has a character at least.
      if (symbols.length < text.length) symbols = new Uint8Array(text.length * 2);
      cut(text, readChunk, tagged, symbols);
      for (let at = 0; at < machines.length; at++) apply(machines[at] as Machine, tagged, symbols);
      // A word of a contraction stays what the contraction says.
      for (let at = 0; tagged.anyFixed && at < tagged.length; at++) {
        const { fixed, pos } = tagged.pieces[at] as Piece;
        if (fixed) tagged.tags[at] = pos;
      }
      return tagged;
    },
  };
}

function cut(text: string, readChunk: ChunkReader, into: Tagged, symbols: Uint8Array): void {
  const { origins, pieces: all, tags } = into;
  const size = text.length;
  let length = 0;
  let at = 0;
  into.anyFixed = false;
  while (at < size) {
    const first = text.charCodeAt(at);
    if (first === 0x20) {
      at++;
      continue;
    }
    const kind = separatorOf(first);
    let hash = mixed(0, first);
    let end = at + 1;
    for (; end < size; end++) {
      const code = text.charCodeAt(end);
      if (separatorOf(code) !== kind) break;
      hash = mixed(hash, code);
    }
    // Spaces part tokens; a run of tabs or line breaks is a token.
    if (kind !== space) {
      const pieces = readChunk(text, at, end, hash);
      for (let index = 0; index < pieces.length; index++) {
        const piece = pieces[index] as Piece;
        origins[length] = at;
        all[length] = piece;
        tags[length] = piece.pos;
        symbols[length] = piece.symbol;
        if (piece.fixed) into.anyFixed = true;
        length++;
      }
    }
    at = end;
  }
  into.length = length;
}

const word = 0;
const space = 1;
const breaking = 2;

/** What wink-nlp splits a text at: its `splitter`. */
function separatorOf(code: number): number {
  if (code > 0x20 && code < 0xa0) return word;
  if (code === 0x20) return space;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d ? breaking : word;
  const isWide =
    code === 0xa0 ||
    (code >= 0x2002 && code <= 0x2005) ||
    code === 0x2009 ||
    code === 0x200a ||
    code === 0x202f ||
    code === 0x205f;
  return isWide ? space : word;
}

function apply(machine: Machine, { length, pieces, tags }: Tagged, symbols: Uint8Array): void {
  const changes = machine.recognize(symbols, length);
  for (let index = 0; index < changes.length; index++) {
    const { at, pos, always } = changes[index] as Change;
    const piece = pieces[at];
    if (at < length && piece && (always || (piece.lexeme.allowed & (1 << pos)) !== 0)) {
      tags[at] = pos;
      if (piece.hint === 0) symbols[at] = pos;
    }
  }
}
