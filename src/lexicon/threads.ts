import { loadWordGroups, type WordGroups } from "./word-groups.ts";

/** Words that part the writers of a thread; see `lexicons/en/words/threads.yaml`. */
export type ThreadWords = WordGroups<"says" | "opening" | "goes-on" | "informal" | "salutation">;

export function loadThreadWords(directory: string, language: string): ThreadWords {
  return loadWordGroups(directory, language, "threads", [
    "says",
    "opening",
    "goes-on",
    "informal",
    "salutation",
  ]);
}
