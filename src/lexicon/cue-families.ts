import { loadWordGroups, type WordGroups } from "./word-groups.ts";

const kinds = ["claim", "allege", "admit", "deny", "nobody"] as const;

/** What a cue lets the reader think of the speaker; see `lexicons/en/words/cue-families.yaml`. */
export type CueFamilies = WordGroups<(typeof kinds)[number]>;

export function loadCueFamilies(directory: string, language: string): CueFamilies {
  return loadWordGroups(directory, language, "cue-families", kinds);
}
