import type { DocumentCard } from "../../document/case.ts";
import type { Span } from "../../document/span.ts";
import type { Mention } from "../../read/names/names.ts";
import type { Voice } from "../../read/wording/voice.ts";
import { type AliasPair, readAliases } from "../claims/aliases.ts";
import { createIntegers } from "../integers.ts";
import { cutPhrases } from "./cut.ts";
import type { PhraseWords } from "./phrase.ts";
import type { SpokenSentence } from "./sentences.ts";
import type { Word } from "./words.ts";

/** What phrases that differ in an article or in capitals have in common. */
export type PhraseKey = { documents: number };

/** The letters of a phrase, kept once however often they stand in the case. */
export type PhraseText = {
  readonly text: string;
  readonly number: number;
  readonly key: PhraseKey;
};

/** A sentence with phrases: those from `first` up to `end`. */
export type PhrasedSentence = {
  readonly card: DocumentCard;
  readonly start: number;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly first: number;
  readonly end: number;
};

/** All phrases of a case in their order. */
export type Collected = {
  /** How many. */
  readonly number: number;
  readonly sentences: readonly PhrasedSentence[];
  /** In order of first appearance. */
  readonly keys: readonly PhraseKey[];
  readonly aliases: readonly AliasPair[];
  readonly textOf: (nth: number) => PhraseText;
  readonly spanOf: (nth: number) => Span;
  readonly voiceOf: (nth: number) => Voice;
  readonly cardOf: (nth: number) => DocumentCard;
};

const voices = ["own", "quoted", "attributed", "scare"] as const satisfies readonly Voice[];

/**
 * Cuts the phrases of one sentence after another, document by document. A phrase takes 16 bytes, and
 * its letters are kept once.
 */
export function collectPhrases(lists: PhraseWords): {
  readonly add: (sentence: SpokenSentence, words: readonly Word[]) => void;
  readonly collected: () => Collected;
} {
  const sentences: PhrasedSentence[] = [];
  const keys = new Map<string, PhraseKey & { last: string }>();
  const texts: PhraseText[] = [];
  const numbers = new Map<string, number>();
  const aliases: AliasPair[] = [];
  // Of each phrase: its text, where it starts, its sentence, its voice.
  const columns = [createIntegers(), createIntegers(), createIntegers(), createIntegers()] as const;
  const [ofText, starts, ofSentence, ofVoice] = columns;
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const plain = plainKey(text);
    const key = keys.get(plain) ?? { documents: 0, last: "" };
    keys.set(plain, key);
    const number = texts.push({ text, number: texts.length, key }) - 1;
    numbers.set(text, number);
    return number;
  };
  const textOf = (nth: number) => texts[ofText.at(nth)] as PhraseText;
  const spanOf = (nth: number) => {
    const start = starts.at(nth);
    return { start, end: start + textOf(nth).text.length };
  };
  return {
    add: ({ card, start, text, mentions, reading, voiceOf }, words) => {
      const first = starts.length();
      for (const span of cutPhrases(words, reading, mentions, lists)) {
        const number = numberOf(text.slice(span.start - start, span.end - start));
        const key = (texts[number] as PhraseText).key as PhraseKey & { last: string };
        if (key.last !== card.id) {
          key.last = card.id;
          key.documents++;
        }
        ofText.push(number);
        starts.push(span.start);
        ofSentence.push(sentences.length);
        ofVoice.push(voices.indexOf(voiceOf(span)));
      }
      const end = starts.length();
      if (end > first) sentences.push({ card, start, text, mentions, first, end });
      aliases.push(...readAliases(text));
    },
    collected: () => ({
      number: starts.length(),
      sentences,
      keys: [...keys.values()],
      aliases,
      textOf,
      spanOf,
      voiceOf: (nth) => voices[ofVoice.at(nth)] ?? "own",
      cardOf: (nth) => (sentences[ofSentence.at(nth)] as PhrasedSentence).card,
    }),
  };
}

/** In lower case, without a leading article. */
export function plainKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:the|an?) /, "");
}
