import { loadWordGroups, type WordGroups } from "./word-groups.ts";

/** Names and words of what a text leans on; see `lexicons/en/words/{outlets,bodies}.yaml`. */
export type SourceWords = WordGroups<
  | "media"
  | "ambiguous"
  | "head"
  | "opensmedia"
  | "edition"
  | "genre"
  | "observer"
  | "orghead"
  | "opensorg"
  | "expert"
  | "act"
  | "actafter"
  | "opensact"
  | "work"
  | "named"
  | "joint"
  | "platform"
  | "post"
  | "report"
  | "lead"
  | "programme"
  | "academic"
  | "given"
  | "title"
  | "numberedlaw"
>;

export function loadSourceWords(directory: string, language: string): SourceWords {
  return {
    ...loadWordGroups(directory, language, "outlets", [
      "media",
      "ambiguous",
      "head",
      "opensmedia",
      "edition",
      "genre",
    ]),
    ...loadWordGroups(directory, language, "bodies", [
      "observer",
      "orghead",
      "opensorg",
      "expert",
      "act",
      "actafter",
      "opensact",
      "work",
      "named",
      "joint",
      "platform",
      "post",
      "report",
      "lead",
      "programme",
      "academic",
      "given",
      "title",
      "numberedlaw",
    ]),
  };
}
