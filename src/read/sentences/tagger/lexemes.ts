import { createRequire } from "node:module";
import { hintSymbol } from "./machine.ts";

// wink-nlp and its model are CommonJS; the parts used here ship no types.
const require = createRequire(import.meta.url);

/** What the tagger knows of one word: of its model where the model lists it, else from its shape. */
export type Lexeme = {
  readonly word: string;
  /** Number of the most likely part of speech. */
  readonly pos: number;
  /** The part of speech is sure, whatever stands around it ("'s" of "it's"). */
  readonly fixed: boolean;
  /** What the machines read in its place whatever its part of speech, or 0. */
  readonly hint: number;
  /** Bit n is set where the word can be part of speech n at all. */
  readonly allowed: number;
};

/** The text with its category in wink's tokenizer (word, number, punctuation, …). */
type Category = number;

export type Lexemes = {
  /** The names of the parts of speech by number. */
  readonly partsOfSpeech: readonly string[];
  /** The listed word, the words that a listed contraction stands for, or undefined. */
  readonly listed: (word: string) => readonly Lexeme[] | undefined;
  /** The word as it stands: told from its shape where the model does not list it. */
  readonly one: (word: string, category: Category) => Lexeme;
  readonly tokenize: (into: TokenSink, text: string) => void;
  readonly machines: readonly string[];
};

/** What wink's tokenizer hands its tokens to. */
export type TokenSink = {
  readonly _addToken: (text: string, category: Category) => void;
  /** Truthy where the text was known and has been added. */
  readonly _addTokenIfInCache: (text: string) => number;
  readonly isLexeme: (text: string) => unknown;
};

type Core = {
  readonly packing: {
    readonly size: number;
    readonly layout: Record<string, readonly number[]>;
    readonly config: unknown;
  };
  readonly lexicon: Uint32Array;
  readonly xpansions: Uint32Array;
  readonly trex: unknown;
  readonly tcat: { readonly hash: Record<string, number> };
  readonly preserve: unknown;
  readonly features: {
    readonly lexeme: {
      readonly hash: Record<string, number>;
      readonly list: readonly string[];
      readonly intrinsicSize: number;
    };
    readonly pos: { readonly list: readonly string[] };
    readonly posClusters: { readonly list: readonly ReadonlySet<number>[] };
  };
};
type Feature = {
  pos(
    word: string,
    category: Category,
    cache: {
      lookup(word: string): readonly [number];
      intrinsicSize(): number;
      posOf(index: number): number;
    },
  ): number;
};
type Model = {
  core(): Core;
  pos(): { readonly machines: readonly string[] };
  featureFn(config: unknown): Feature;
};

/** A word without a part of speech in the model is taken for a noun, as wink-nlp does. */
const noun = 8;
/** Where the words of a contraction stand, and how many numbers they take, in bits. */
const expansion = { place: 0x3fff, placeBits: 14, count: 0x1f, each: 4 } as const;

/**
 * Loads wink-nlp's English model and the rules of its tokenizer. Of wink-nlp itself nothing is kept
 * between texts: there a word that was once seen is cut and tagged like a listed one from then on,
 * so that what was read before would change what is read now.
 */
export function loadLexemes(): Lexemes {
  const model = require("wink-eng-lite-web-model") as Model;
  const compile = require("wink-nlp/src/compile-trex.js") as (trex: unknown) => unknown;
  const createTokenizer = require("wink-nlp/src/tokenizer.js") as (
    patterns: unknown,
    categories: unknown,
    preserve: unknown,
  ) => (into: TokenSink, text: string) => void;
  const core = model.core();
  const { lexicon, xpansions, packing, features } = core;
  const { hash, list, intrinsicSize } = features.lexeme;
  const feature = model.featureFn(packing.config);
  const field = (name: string) => {
    const [word = 0, mask = 0, shift = 0] = packing.layout[name] ?? [];
    return (index: number) => ((lexicon[word + index * packing.size] ?? 0) & mask) >>> shift;
  };
  const posOf = field("pos");
  const hintOf = field("posHint");
  const clusterOf = field("lexemeCID");
  const normalOf = field("normal");
  const lemmaOf = field("lemma");
  const isContraction = field("isContraction");
  const isMapped = field("isSpellingMapped");
  const mapped = (index: number) => (isMapped(index) ? lemmaOf(index) : index);
  const normal = (index: number) => (isMapped(index) ? lemmaOf(index) : index + normalOf(index));
  const clusters = features.posClusters.list.map((members) => {
    let bits = 0;
    for (const pos of members) bits |= 1 << pos;
    return bits;
  });
  const allowedOf = (index: number) => clusters[clusterOf(index)] ?? 0;
  const hinted = (index: number) => (hintOf(index) === 0 ? 0 : hintSymbol(hintOf(index)));
  const listedOne = (index: number): Lexeme => {
    const pos = posOf(mapped(index)) || noun;
    return {
      word: list[index] ?? "",
      pos,
      fixed: false,
      hint: hinted(index),
      allowed: allowedOf(normal(index)),
    };
  };
  const expanded = (index: number): Lexeme[] => {
    const lemma = lemmaOf(index);
    const from = lemma & expansion.place;
    const count = (lemma & (expansion.count << expansion.placeBits)) >> expansion.placeBits;
    const lexemes: Lexeme[] = [];
    for (let at = from; at < from + count; at += expansion.each) {
      const one = xpansions[at] ?? 0;
      const fixed = (xpansions[at + 2] ?? 0) !== 0 || (xpansions[at + 3] ?? 0) !== 0;
      const pos = fixed ? (xpansions[at + 3] ?? 0) : posOf(mapped(one)) || noun;
      lexemes.push({
        word: list[one] ?? "",
        pos,
        fixed,
        hint: hinted(one),
        allowed: allowedOf(xpansions[at + 1] ?? 0),
      });
    }
    return lexemes;
  };
  const indexOf = (word: string): number | undefined => {
    const index = hash[word];
    return index !== undefined && index < intrinsicSize ? index : undefined;
  };
  const firstOf = (word: string): number => {
    const index = indexOf(word);
    if (index === undefined) return intrinsicSize;
    return isContraction(index) ? (xpansions[lemmaOf(index) & expansion.place] ?? 0) : index;
  };
  const cache = {
    lookup: (word: string) => [firstOf(word)] as const,
    intrinsicSize: () => intrinsicSize,
    posOf,
  };
  return {
    partsOfSpeech: features.pos.list,
    listed: (word) => {
      const index = indexOf(word);
      if (index === undefined) return undefined;
      return isContraction(index) ? expanded(index) : [listedOne(index)];
    },
    one: (word, category) => {
      const index = indexOf(word);
      if (index !== undefined) return listedOne(index);
      const pos = feature.pos(word, category, cache) || noun;
      const lower = indexOf(word.toLowerCase());
      return {
        word,
        pos,
        fixed: false,
        hint: 0,
        allowed: lower === undefined ? (clusters[0] ?? 0) : allowedOf(normal(lower)),
      };
    },
    tokenize: createTokenizer(compile(core.trex), core.tcat.hash, core.preserve),
    machines: model.pos().machines,
  };
}
