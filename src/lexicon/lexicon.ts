import { join } from "node:path";
import type { AttributionModel } from "./chain.ts";
import { type CueFamilies, loadCueFamilies } from "./cue-families.ts";
import { type Cues, loadCues } from "./cues.ts";
import { type Factuality, loadFactuality } from "./factuality.ts";
import { type Furniture, loadFurniture } from "./furniture.ts";
import { type Gazetteer, loadGazetteer } from "./gazetteer.ts";
import { loadAttributionModel } from "./model.ts";
import { loadNameWords, type NameWords } from "./names.ts";
import { loadPacks, type Pack } from "./pack.ts";
import { loadParaphrases, type Paraphrases } from "./paraphrases.ts";
import { loadSenses, type Sense } from "./senses.ts";
import { loadSourceWords, type SourceWords } from "./sources.ts";
import { loadSpeakers, type SpeakerWords } from "./speakers.ts";
import {
  type CommonName,
  loadCommonNames,
  loadIrregularForms,
  loadSynonyms,
  type Synonyms,
} from "./synonyms.ts";
import { loadThreadWords, type ThreadWords } from "./threads.ts";
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
  /** Words that tell whether something is so. */
  readonly factuality: Factuality;
  /** Irregular form → base form. */
  readonly irregularForms: ReadonlyMap<string, string>;
  readonly synonyms: Synonyms;
  /** Other words for the same happening, and for its opposite. */
  readonly paraphrases: Paraphrases;
  readonly gazetteer: Gazetteer;
  readonly commonNames: readonly CommonName[];
  /** Words of the calendar → month, weekday, season or decade. */
  readonly calendar: ReadonlyMap<string, Sense>;
  readonly numerals: ReadonlyMap<string, Sense>;
  readonly qualifiers: ReadonlyMap<string, Sense>;
  readonly measures: ReadonlyMap<string, Sense>;
  /** What figures count: killed, wounded, displaced, … */
  readonly counted: ReadonlyMap<string, Sense>;
  readonly people: ReadonlySet<string>;
  readonly identifiers: ReadonlySet<string>;
  readonly streetWords: ReadonlySet<string>;
  readonly attacks: ReadonlySet<string>;
  /** Words that say that somebody said, thought or asked something. */
  readonly cues: Cues;
  /** What cues let the reader think of the speaker. */
  readonly cueFamilies: CueFamilies;
  /** Trained weights for attributions; null where they are not there: then the rules read alone. */
  readonly attributions: AttributionModel | null;
  /** Words that help to tell who speaks, to whom, when and where. */
  readonly speakers: SpeakerWords;
  /** Words that stand in or beside names and tell what a name is of. */
  readonly names: NameWords;
  /** Lines of a page that are not the article. */
  readonly furniture: Furniture;
  /** Outlets, bodies, documents and posts that a text may lean on. */
  readonly references: SourceWords;
  /** Words that part the writers of a thread. */
  readonly threads: ThreadWords;
  /** Wording packs by name. */
  readonly packs: ReadonlyMap<string, Pack>;
};

/**
 * Loads `lexicons/LANGUAGE/`, and trained weights from the folder `models` where they are
 * there; none for null.
 * @throws InputError with file, line and mend.
 */
export function loadLexicon(
  directory: string,
  language = "en",
  models: string | null = join(directory, "..", "models"),
): Lexicon {
  const irregularForms = loadIrregularForms(directory, language);
  const functionWords = loadWords(directory, language, "function-words");
  const synonyms = loadSynonyms(directory, language, irregularForms);
  return {
    language,
    abbreviations: loadWords(directory, language, "abbreviations"),
    abbreviationsBeforeNumbers: loadWords(directory, language, "abbreviations-before-numbers"),
    functionWords,
    factuality: loadFactuality(directory, language),
    irregularForms,
    synonyms,
    paraphrases: loadParaphrases(directory, language, { irregularForms, synonyms, functionWords }),
    gazetteer: loadGazetteer(directory, language),
    commonNames: loadCommonNames(directory, language),
    calendar: loadSenses(directory, language, "calendar"),
    numerals: loadSenses(directory, language, "numerals"),
    qualifiers: loadSenses(directory, language, "qualifiers"),
    measures: loadSenses(directory, language, "measures"),
    counted: loadSenses(directory, language, "counted"),
    people: loadWords(directory, language, "people"),
    identifiers: loadWords(directory, language, "identifiers"),
    streetWords: loadWords(directory, language, "street-words"),
    attacks: loadWords(directory, language, "attacks"),
    cues: loadCues(directory, language),
    cueFamilies: loadCueFamilies(directory, language),
    attributions: models === null ? null : loadAttributionModel(models, language),
    speakers: loadSpeakers(directory, language),
    names: loadNameWords(directory, language),
    furniture: loadFurniture(directory, language),
    references: loadSourceWords(directory, language),
    threads: loadThreadWords(directory, language),
    packs: loadPacks(directory, language),
  };
}
