import type { Span } from "../../document/span.ts";
import type { Listed } from "../../lexicon/gazetteer.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { NameClass } from "./prose.ts";
import { bare, isUpper, wordsIn } from "./words.ts";

/** A name of several words and where its words stand in it. */
export type Phrase = {
  readonly text: string;
  readonly lower: string;
  readonly parts: readonly Span[];
  readonly name: NameClass;
  /** Found in lower case in a text that has capitals elsewhere, since the case declares it. */
  readonly declared: boolean;
  /** Not found in lower case. */
  readonly capitals: boolean;
};

/** First word in lower case → the names that begin with it, longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** The capitalised words of declared names, without those that are common words or numbers. */
export function declaredWords(names: readonly string[], lexicon: Lexicon): Set<string> {
  const words = names.flatMap((name) => {
    const ends = wordsIn(name, { start: 0, end: name.length });
    return ends.flatMap((start, at) => (at % 2 === 0 ? bare(name.slice(start, ends[at + 1])) : []));
  });
  return new Set(
    words.filter((word) => {
      const lower = word.toLowerCase();
      return isUpper(word, 0) && !lexicon.functionWords.has(lower) && !lexicon.numerals.has(lower);
    }),
  );
}

/** The names of several words that the case declares and those of the gazetteer. */
export function collectPhrases(names: readonly string[], lexicon: Lexicon): Phrases {
  const phrases = new Map<string, Phrase[]>();
  const add = (name: string, of: { name: NameClass; declared: boolean; capitals: boolean }) => {
    // "The Harbour Post": the article is no part of the name.
    const article = /^\p{L}+\s+/u.exec(name)?.[0] ?? "";
    const text = lexicon.functionWords.has(article.trim().toLowerCase())
      ? name.slice(article.length)
      : name;
    const parts = partsOf(text);
    if ((of.declared && parts.length < 2) || !isUpper(text, 0)) return;
    const lower = text.toLowerCase();
    const [start, end] = wordsIn(lower, { start: 0, end: lower.length });
    const first = start === undefined ? "" : bare(lower.slice(start, end));
    const phrase = { text, lower, parts, ...of };
    const known = phrases.get(first);
    if (known) known.push(phrase);
    else phrases.set(first, [phrase]);
  };
  for (const name of new Set(names)) add(name, { name: 1, declared: true, capitals: false });
  for (const { text, kind, written } of lexicon.gazetteer.phrases)
    if (wordsIn(text, { start: 0, end: text.length }).length > 2)
      add(text, {
        name: kind === "place" ? 2 : 3,
        declared: false,
        capitals: written !== "any",
      });
  for (const list of phrases.values()) list.sort((a, b) => b.text.length - a.text.length);
  return phrases;
}

/** The tokens of a name: its words, "'s" apart. */
const partPattern = /['’]s?(?![\p{L}\p{M}\p{N}])|(?:(?!['’]s?(?![\p{L}\p{M}\p{N}]))\S)+/gu;

function partsOf(text: string): Span[] {
  return [...text.matchAll(partPattern)].map(({ 0: word, index: start }) => ({
    start,
    end: start + word.length,
  }));
}

/**
 * The class of a name of the gazetteer as it is written here, or 0 where it may be another word. Who
 * writes in lower case writes "turkey", too.
 */
export function listedClass(listed: Listed | undefined, isCapitals: boolean): NameClass {
  if (!listed) return 0;
  const read =
    listed.written === "any" ||
    listed.written === "capital" ||
    (listed.written === "capitals" && isCapitals);
  if (!read) return 0;
  return listed.kind === "place" ? 2 : 3;
}
