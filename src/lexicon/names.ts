import { loadWordGroups, type WordGroups } from "./word-groups.ts";
import { loadWords } from "./words.ts";

const kinds = [
  "title",
  "portfolio",
  "kin",
  "organisationHead",
  "organisationOpen",
  "placeTaking",
  "placeHead",
  "placeOpen",
  "direction",
  "placeNoun",
  "bankOf",
  "aside",
  "work",
  "workOpen",
  "adherent",
  "particle",
  "generation",
  "writtenLarge",
  "abbreviated",
  "leading",
  "alone",
  "region",
  "company",
  "stateNoun",
] as const;

/** Words that stand in, before or after names and tell what a name is of, by kind. */
export type NameWords = WordGroups<(typeof kinds)[number]> & {
  /** First names of the world's regions. */
  readonly first: ReadonlySet<string>;
};

/** Loads `lexicons/LANGUAGE/words/{names,first-names}.yaml`. @throws InputError */
export function loadNameWords(directory: string, language: string): NameWords {
  return {
    ...loadWordGroups(directory, language, "names", kinds),
    first: loadWords(directory, language, "first-names"),
  };
}
