import type { Span } from "../../document/span.ts";

/**
 * What kind of name a word belongs to: 0 none, 1 a name of any kind, 2 a country or another place
 * that is widely known, 3 a people, as a noun or an adjective ("Russians", "Russian").
 */
export type NameClass = 0 | 1 | 2 | 3;

/** A word, number or mark. `lower` is lower-cased with straight apostrophes. */
export type Token = Span & {
  readonly lower: string;
  /** Universal part of speech; names are PROPN whatever the name (see tokens.ts). */
  readonly pos: string;
  /** For all that may not depend on whose name it is: to be used instead of `lower`. */
  readonly name: NameClass;
};

/** A sentence, heading or list entry, trimmed. `tokens[firstToken … endToken)` are its tokens. */
export type Sentence = Span & {
  readonly firstToken: number;
  readonly endToken: number;
  /** Index into `paragraphs`. */
  readonly paragraph: number;
};

/**
 * A text cut into paragraphs (lines that hold something), sentences and tokens: what all later
 * readings of the document start from. Sentences lie inside paragraphs and together hold every
 * character that is not white space; tokens lie inside sentences.
 */
export type Prose = {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
};

/** The tokens of one sentence. */
export function tokensOf(prose: Prose, sentence: Sentence): readonly Token[] {
  return prose.tokens.slice(sentence.firstToken, sentence.endToken);
}
