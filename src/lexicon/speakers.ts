import { loadWordGroups, type WordGroups } from "./word-groups.ts";

const kinds = [
  "works",
  "ideas",
  "naming",
  "declaring",
  "times",
  "occasions",
  "relatives",
  "subordinators",
  "subjectPronouns",
  "nobodyNamed",
  "writerOrReader",
  "deeds",
  "mute",
  "person",
  "female",
  "male",
  "body",
  "outletWord",
  "outlet",
  "making",
] as const;

/** Words that help to tell who speaks, to whom, when and where, by kind. */
export type SpeakerWords = WordGroups<(typeof kinds)[number]>;

/** Loads `lexicons/LANGUAGE/words/speakers.yaml`. @throws InputError */
export function loadSpeakers(directory: string, language: string): SpeakerWords {
  return loadWordGroups(directory, language, "speakers", kinds);
}
