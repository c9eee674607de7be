import { loadWordGroups, type WordGroups } from "./word-groups.ts";

/** The wording of lines that are not the text proper; see `lexicons/en/words/furniture.yaml`. */
export type Furniture = WordGroups<
  | "line"
  | "sharing"
  | "opening"
  | "related"
  | "leads"
  | "caption"
  | "credit"
  | "picture"
  | "boilerplate"
  | "agency"
  | "section"
  | "role"
  | "byline"
  | "appeal"
  | "matter"
  | "everyday"
>;

export function loadFurniture(directory: string, language: string): Furniture {
  return loadWordGroups(directory, language, "furniture", [
    "line",
    "sharing",
    "opening",
    "related",
    "leads",
    "caption",
    "credit",
    "picture",
    "boilerplate",
    "agency",
    "section",
    "role",
    "byline",
    "appeal",
    "matter",
    "everyday",
  ]);
}
