import { z } from "zod";
import { loadYaml, wordsPath } from "./load.ts";
import { type Synonyms, stem } from "./synonyms.ts";

const waysSchema = {
  words: z.array(z.string()).default([]),
  /** Words that mean this in a draft, and something else as often: nothing is looked for by them. */
  from: z.array(z.string()).default([]),
  /** Two words, the second soon after the first, that mean the same together. */
  phrases: z.array(z.tuple([z.string(), z.string()])).default([]),
};

const paraphrasesSchema = z.strictObject({
  about: z.string(),
  source: z.string(),
  rows: z.array(
    z.strictObject({
      note: z.string(),
      ...waysSchema,
      opposite: z.strictObject(waysSchema).optional(),
    }),
  ),
});

/** A term by which a thing may also be told, or its opposite. */
export type OtherTerm = { readonly term: string; readonly opposite: boolean };

/** A word as the readings know it, and as it is spelled in a stem. */
export type Paraphrases = {
  /** Stem of a word → the terms of its rows. */
  readonly words: ReadonlyMap<string, readonly OtherTerm[]>;
  /** Stem of a phrase's first word → what may follow, as a stem, and the terms that it stands for. */
  readonly phrases: ReadonlyMap<
    string,
    readonly { readonly next: string; readonly others: readonly OtherTerm[] }[]
  >;
  /** Lower-case function word → those that say the opposite ("inside", "outside"). */
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Loads the paraphrases; words of a set of synonyms go by its name, others by their stem. */
export function loadParaphrases(
  directory: string,
  language: string,
  lists: {
    readonly irregularForms: ReadonlyMap<string, string>;
    readonly synonyms: Synonyms;
    readonly functionWords: ReadonlySet<string>;
  },
): Paraphrases {
  const { irregularForms, synonyms, functionWords } = lists;
  const list = loadYaml(wordsPath(directory, language, "paraphrases"), paraphrasesSchema);
  const words = new Map<string, OtherTerm[]>();
  const phrases = new Map<string, { next: string; others: OtherTerm[] }[]>();
  const opposites = new Map<string, Set<string>>();
  const termOf = (word: string) => {
    const root = stem(word, irregularForms);
    return synonyms.exact.get(word) ?? synonyms.stems.get(root) ?? root;
  };
  /** The set of synonyms for which the readings take a phrase. */
  const setOf = ([first, second]: readonly [string, string]) => {
    const next = stem(second, irregularForms);
    return (synonyms.phrases.get(stem(first, irregularForms)) ?? []).flatMap((phrase) =>
      phrase.next === next ? [phrase.name] : [],
    );
  };
  const add = (word: string, others: readonly OtherTerm[]) => {
    const key = stem(word, irregularForms);
    const known = words.get(key) ?? [];
    words.set(key, known);
    for (const other of others)
      if (!known.some(({ term }) => term === other.term)) known.push(other);
  };
  for (const row of list.rows) {
    const ways = [
      { ...row, opposite: false },
      { ...(row.opposite ?? { words: [], from: [], phrases: [] }), opposite: true },
    ];
    for (const { words: own, from, phrases: pairs, opposite } of ways) {
      const others = ways.flatMap((way) =>
        [
          ...way.words.filter((word) => !functionWords.has(word)).map(termOf),
          ...way.phrases.flatMap(setOf),
        ].map((term) => ({ term, opposite: way.opposite !== opposite })),
      );
      for (const word of [...own, ...from]) {
        if (!functionWords.has(word)) add(word, others);
        else
          for (const way of ways)
            if (way.opposite !== opposite)
              for (const other of way.words) {
                const known = opposites.get(word) ?? new Set();
                opposites.set(word, known.add(other));
              }
      }
      for (const [first, second] of pairs) {
        const key = stem(first, irregularForms);
        const known = phrases.get(key) ?? [];
        phrases.set(key, known);
        known.push({ next: stem(second, irregularForms), others });
      }
    }
  }
  return { words, phrases, opposites };
}
