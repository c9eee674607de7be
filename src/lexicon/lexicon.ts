import { type Demonyms, loadDemonyms, loadSynonyms } from "./synonyms.ts";
import { loadWords } from "./words.ts";

/**
 * Every word list and pack of one language, as plain data that can be sent to a worker.
 * Each list has one room that reads with it.
 */
export type Lexicon = {
  readonly language: string;
  readonly abbreviations: ReadonlySet<string>;
  readonly abbreviationsBeforeNumbers: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  /** Stem → name of its set of synonyms. */
  readonly synonyms: ReadonlyMap<string, string>;
  readonly demonyms: Demonyms;
};

/** Loads `lexicons/LANGUAGE/`. @throws InputError with file, line and mend. */
export function loadLexicon(directory: string, language = "en"): Lexicon {
  return {
    language,
    abbreviations: loadWords(directory, language, "abbreviations"),
    abbreviationsBeforeNumbers: loadWords(directory, language, "abbreviations-before-numbers"),
    functionWords: loadWords(directory, language, "function-words"),
    negators: loadWords(directory, language, "negators"),
    synonyms: loadSynonyms(directory, language),
    demonyms: loadDemonyms(directory, language),
  };
}
