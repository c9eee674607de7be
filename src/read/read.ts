import type { Actor } from "../document/case.ts";
import type { Document } from "../document/document.ts";
import { createSweep } from "../document/sweep.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { createAttributionReader } from "./attribution/attribution.ts";
import { createDatesReader } from "./dates/dates.ts";
import { createFiguresReader } from "./figures/figures.ts";
import { createLanguageReader } from "./language/language.ts";
import { createNamesReader } from "./names/names.ts";
import { createNoiseReader } from "./noise/noise.ts";
import { createScareQuoteReader, readQuotes } from "./quotes/quotes.ts";
import type { Readings } from "./readings.ts";
import { createReferencesReader } from "./references/references.ts";
import { createTermsReader } from "./sentences/terms.ts";
import { createProseReader } from "./sentences/tokens.ts";
import { createVoicesReader } from "./voices/voices.ts";
import { createWordingReader } from "./wording/wording.ts";

/** What a case tells the reader before any document is read. */
export type ReaderOptions = {
  /** Declared names of sides, sources and actors: they are read as names, whichever they are. */
  readonly names?: readonly string[];
  /** Declared actors: all names of one count as the same in comparison. */
  readonly actors?: readonly (Pick<Actor, "id" | "names"> & Partial<Pick<Actor, "kind">>)[];
  /** Wording packs to read with; empty for all. */
  readonly packs?: readonly string[];
};

export type Reader = (document: Document) => Readings;

/** Makes the pure function that reads one document. English lists are used for English texts only. */
export function createReader(lexicon: Lexicon, options: ReaderOptions = {}): Reader {
  const readLanguage = createLanguageReader(lexicon);
  const readProse = createProseReader(lexicon, options.names);
  const readTerms = createTermsReader(lexicon, options.actors);
  const readNoise = createNoiseReader(lexicon);
  const readVoices = createVoicesReader(lexicon);
  const readNames = createNamesReader(lexicon, options.actors);
  const readAttributions = createAttributionReader(lexicon);
  const readScareQuotes = createScareQuoteReader(lexicon);
  const readDates = createDatesReader(lexicon);
  const readFigures = createFiguresReader(lexicon);
  const readReferences = createReferencesReader(lexicon);
  const readWording = createWordingReader(lexicon, options.packs ?? []);

  return (document) => {
    const language = readLanguage(document.text, document.language);
    const prose = readProse(document.text);
    const noise = readNoise(prose, document);
    const voices = readVoices(prose, { noise });
    const base = { language, paragraphs: prose.paragraphs, noise, voices };
    const noiseIn = createSweep(noise);
    const sentences = prose.sentences.map((sentence) => {
      const terms = readTerms(prose, sentence);
      // Spelled out: spreads of small objects are slow, and there are many sentences.
      return {
        start: sentence.start,
        end: sentence.end,
        paragraph: sentence.paragraph,
        noise: noiseIn(sentence).length > 0,
        terms: terms.terms,
        places: terms.places,
        negated: terms.negated,
        leftOpen: terms.leftOpen,
        names: terms.names,
        verbs: terms.verbs,
        doers: terms.doers,
        undergoers: terms.undergoers,
        answers: terms.answers,
      };
    });
    if (language !== null && language !== lexicon.language)
      return { ...base, ...nothing, sentences };
    const quotes = readQuotes(prose);
    const names = readNames(prose, noise);
    const attributions = readAttributions(prose, { quotes, noise, voices, names });
    const scareQuotes = readScareQuotes(prose, { quotes, attributions });
    const dates = readDates(prose, { published: document.published, noise });
    return {
      ...base,
      sentences,
      attributions,
      scareQuotes,
      dates,
      figures: readFigures(prose, { dates, attributions, noise }),
      mentions: names.mentions,
      references: readReferences(prose, { document, attributions, noise }),
      wording: readWording(prose, { quotes, attributions, scareQuotes }),
    };
  };
}

const nothing = {
  attributions: [],
  scareQuotes: [],
  figures: [],
  dates: [],
  references: [],
  mentions: [],
  wording: [],
} as const;
