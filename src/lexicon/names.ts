import { loadWordGroups, type WordGroups } from "./word-groups.ts";

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
  "monthName",
  "abbreviated",
  "leading",
  "alone",
  "region",
  "company",
  "stateNoun",
  "anyBodyNoun",
  "firmNoun",
  "outletNoun",
  "charityNoun",
  "associationNoun",
  "associationHead",
  "stateBody",
  "firmHead",
] as const;

/** Words that stand in, before or after names and tell what a name is of, by kind. */
export type NameWords = WordGroups<(typeof kinds)[number]>;

/** Loads `lexicons/LANGUAGE/words/names.yaml`. @throws InputError */
export function loadNameWords(directory: string, language: string): NameWords {
  return loadWordGroups(directory, language, "names", kinds);
}
