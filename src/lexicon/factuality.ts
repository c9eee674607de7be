import { loadWordGroups, type WordGroups } from "./word-groups.ts";

const kinds = [
  "negator",
  "nobody",
  "negator-to",
  "ending",
  "ending-out",
  "preposition",
  "untrue",
  "untrue-noun",
  "word-of-mouth",
  "doubt",
  "doubtful",
  "hearsay-of",
  "in-doubt",
  "modal",
  "link",
  "question",
  "clause",
  "asks",
  "asks-for",
  "answer",
  "back",
  "pointer",
  "calling",
  "true",
] as const;

/** Words that tell whether something is so; see `lexicons/en/words/factuality.yaml`. */
export type Factuality = WordGroups<(typeof kinds)[number]>;

export function loadFactuality(directory: string, language: string): Factuality {
  return loadWordGroups(directory, language, "factuality", kinds);
}
