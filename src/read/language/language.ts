import { eld } from "eld/extrasmall";
import { undeterminedLanguage } from "../../document/absence.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";

/** So much of a text is enough to tell its language (UTF-16 code units). */
const sampleLength = 2000;
/** With fewer letters than this a guess is no better than a coin. */
const lettersFrom = 24;
/** `eld` reads no more than its first 380 bytes, but would clean all of what it is given. */
const readLength = 500;

/** The first so many words of the sample are held against the closed class of the reader's language. */
const wordsLookedAt = 80;
/** English prose has nearly half of its words from there, its nearest neighbours about a tenth. */
const functionShare = 0.3;

/**
 * Makes the function that tells a text's language (ISO 639-1, null when it cannot be told). A
 * declared language wins. A text in which articles, prepositions and pronouns of the lists' language
 * abound is in it; what is left to tell is told by the n-gram detector `eld` with its smallest
 * model: 99.3 % right over English, French, Russian, Turkish, Armenian and Azerbaijani news sentences.
 */
export function createLanguageReader(
  lexicon: Pick<Lexicon, "language" | "functionWords">,
): (text: string, declared: string | null) => string | null {
  return (text, declared) => {
    if (declared !== null) return primary(declared);
    const sample = sampleOf(text);
    if (isForeign(sample)) {
      const found = hasLetters(sample) ? eld.detect(sample.slice(0, readLength)).language : "";
      return found === "" || found === lexicon.language ? undeterminedLanguage : found;
    }
    if (!hasLetters(sample)) return null;
    if (abounds(sample, lexicon.functionWords)) return lexicon.language;
    const found = eld.detect(sample.slice(0, readLength));
    return found.language === "" ? null : found.language;
  };
}

/** "en-GB" is "en". */
function primary(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? tag;
}

/** Enough words for a share to mean something, and enough of them from the closed class. */
function abounds(sample: string, functionWords: ReadonlySet<string>): boolean {
  const words =
    sample
      .slice(0, readLength)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const looked = words.slice(0, wordsLookedAt);
  if (looked.length * 2 < wordsLookedAt) return false;
  const closed = looked.filter((word) => functionWords.has(word)).length;
  return closed >= looked.length * functionShare;
}

/** Are there enough letters? Stops at the last one that is needed. */
function hasLetters(sample: string): boolean {
  letter.lastIndex = 0;
  let letters = 0;
  while (letters < lettersFrom && letter.test(sample)) letters++;
  return letters === lettersFrom;
}

const letter = /\p{L}/gu;

/** Most letters at the beginning of the sample are of another script than the reader's. */
function isForeign(sample: string): boolean {
  let letters = 0;
  let latin = 0;
  for (const character of sample.slice(0, readLength)) {
    const code = character.charCodeAt(0);
    const isPlain = code < 0x80;
    if (isPlain ? !isPlainLetter(code) : !anyLetter.test(character)) continue;
    letters++;
    if (isPlain || latinLetter.test(character)) latin++;
  }
  return letters > 0 && latin * 2 < letters;
}

/** A letter of ASCII, for which no pattern is needed. */
function isPlainLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const anyLetter = /^\p{L}/u;
const latinLetter = /\p{Script=Latin}/u;

/** The middle of a long text, where furniture is rare, without addresses. */
function sampleOf(text: string): string {
  const from = text.length > sampleLength * 2 ? (text.length >> 1) - (sampleLength >> 1) : 0;
  return text.slice(from, from + sampleLength).replace(/https?:\/\/\S{1,500}/g, " ");
}
