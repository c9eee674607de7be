import { createRequire } from "node:module";
import { z } from "zod";
import { loadYaml, wordsPath } from "./load.ts";
import { wordListSchema } from "./words.ts";

const synonymsSchema = z.strictObject({
  about: z.string(),
  source: z.string(),
  rows: z.array(
    z.strictObject({
      note: z.string(),
      words: z.array(z.string()).min(1),
      /** Forms that belong to the set only as written ("forces", not "forced"). */
      exact: z.array(z.string()).optional(),
      /** Two words, the second soon after the first, that mean the same together. */
      phrases: z.array(z.tuple([z.string(), z.string()])).optional(),
    }),
  ),
});

const stemWord = createRequire(import.meta.url)("wink-porter2-stemmer") as (word: string) => string;

/** No word of English is longer; the stemmer's patterns take time with the square of the length. */
const longestWord = 60;

/**
 * A word's stem (Porter2, http://snowball.tartarus.org/algorithms/english/stemmer.html), after an
 * irregular form ("sank") was taken back to its base ("sink").
 */
export function stem(word: string, irregular: ReadonlyMap<string, string>): string {
  return word.length > longestWord ? word : stemWord(irregular.get(word) ?? word);
}

/** Irregular form → base form. */
export function loadIrregularForms(
  directory: string,
  language: string,
): ReadonlyMap<string, string> {
  const list = loadYaml(wordsPath(directory, language, "irregular-forms"), wordListSchema);
  return new Map(
    list.rows.flatMap(({ words }) =>
      words.slice(1).map((form): [string, string] => [form, words[0] ?? form]),
    ),
  );
}

/** Words that may stand for each other: stem, or form as written, → name of the set. */
export type Synonyms = {
  readonly stems: ReadonlyMap<string, string>;
  readonly exact: ReadonlyMap<string, string>;
  /** Stem of a phrase's first word → what may follow, and what the two mean together. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
};

/** The second word of a phrase, as a stem, and the name of the set. */
export type Phrase = { readonly next: string; readonly name: string };

/** Loads the sets of synonyms; a stem in two sets belongs to the first. */
export function loadSynonyms(
  directory: string,
  language: string,
  irregular: ReadonlyMap<string, string>,
): Synonyms {
  const list = loadYaml(wordsPath(directory, language, "synonyms"), synonymsSchema);
  const stems = new Map<string, string>();
  const exact = new Map<string, string>();
  const phrases = new Map<string, Phrase[]>();
  for (const row of list.rows) {
    const name = `~${row.words[0]}`;
    for (const word of row.words) {
      const key = stem(word.toLowerCase(), irregular);
      if (!stems.has(key)) stems.set(key, name);
    }
    for (const form of row.exact ?? []) exact.set(form, name);
    for (const [first, second] of row.phrases ?? []) {
      const phrase = { next: stem(second, irregular), name };
      const key = stem(first, irregular);
      phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
    }
  }
  return { stems, exact, phrases };
}

/** Ways to write one widely known name, as if they were the names of one declared actor. */
export type CommonName = { readonly id: string; readonly names: readonly string[] };

export function loadCommonNames(directory: string, language: string): readonly CommonName[] {
  const list = loadYaml(wordsPath(directory, language, "common-names"), wordListSchema);
  return list.rows.map(({ words }) => ({ id: (words[0] ?? "").toLowerCase(), names: words }));
}
