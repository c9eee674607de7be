import { createRequire } from "node:module";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { type Prose, type Sentence, tokensOf } from "./prose.ts";

/** A sentence with what it is about, for comparison across documents. */
export type SentenceReading = Span & {
  /** Index of the paragraph it stands in. */
  readonly paragraph: number;
  /** True where it lies in noise: shown, never compared. */
  readonly noise: boolean;
  /** Content words as normal forms, in order of first appearance, each once. */
  readonly terms: readonly string[];
};

/** Makes the function that lists a sentence's content words as stems. */
export function createTermsReader(
  lexicon: Lexicon,
): (prose: Prose, sentence: Sentence) => string[] {
  return (prose, sentence) => {
    const terms = new Set<string>();
    for (const token of tokensOf(prose, sentence)) {
      if (!/[\p{L}\p{N}]/u.test(token.lower) || lexicon.functionWords.has(token.lower)) continue;
      terms.add(stem(token.lower));
    }
    return [...terms];
  };
}

const require = createRequire(import.meta.url);
const stem = require("wink-porter2-stemmer") as (word: string) => string;
