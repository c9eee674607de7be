import { overlaps, type Span } from "../../document/span.ts";
import { longestPhrase, type Phrases, phraseSet } from "../../lexicon/phrases.ts";
import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import { spanOf } from "./runs.ts";

/** Tells whether a text takes something from the name at tokens `[from, to)` of one sentence. */
export type Leans = (from: number, to: number) => boolean;

/** A source may open with an article before its name ("the Union"), in characters. */
const article = 4;
/** How far behind a name its verb of saying may stand, in tokens ("…, in a note, said"). */
const reach = 3;

/** Makes the test for the names of one sentence; see `createLeaning`. */
export type Leaning = {
  /** Is this a word, in lower case, that may lead in to a source? */
  readonly opens: (word: string) => boolean;
  /** `sources` are those of attributions in the sentence, `starts` its tokens with such a word. */
  readonly of: (
    prose: Prose,
    sentence: Sentence,
    sources: readonly Span[],
    starts: readonly number[],
  ) => Leans;
};

/**
 * Makes the test that separates a source from a mere actor: something is said to be reported, said
 * or found by it.
 *
 *     According to the Harbour Union, …     The Harbour Union has said that …
 *     ^^^^^^^^^^^^ lead                                             ^^^^ verb
 */
export function createLeaning(words: SourceWords): Leaning {
  const leads: Phrases<string> = phraseSet(words.lead);
  const of: Leaning["of"] = (prose, sentence, sources, starts) => {
    const { tokens } = prose;
    const afterLead: number[] = [];
    for (const at of starts) {
      const lead = longestPhrase(leads, tokens, at, sentence.endToken);
      if (lead) afterLead.push(lead.end);
    }
    return (from, to) => {
      const span = spanOf(tokens, from, to);
      if (sources.some((source) => overlaps(source, span) && span.start - source.start <= article))
        return true;
      for (let at = from; at > sentence.firstToken && from - at < 4; at--) {
        if (afterLead.includes(at)) return true;
        const before = tokens[at - 1];
        const steps =
          before?.pos === "DET" ||
          before?.pos === "PUNCT" ||
          before?.pos === "SYM" ||
          before?.pos === "ADJ";
        if (!steps) break;
      }
      for (let at = to; at < sentence.endToken && at < to + reach; at++) {
        const token = tokens[at];
        if (!token) break;
        if (words.report.has(token.lower) && token.pos !== "NOUN") return true;
        const steps =
          token.pos === "AUX" || token.pos === "ADV" || /^[*\])_"”]+$/.test(token.lower);
        if (!steps) break;
      }
      return false;
    };
  };
  return { opens: (word) => leads.next.has(word), of };
}
