import type { Span } from "../../document/span.ts";
import type { Mention } from "../../read/names/names.ts";
import type { PhrasedSentence, PhraseText } from "./collect.ts";
import type { NameBook } from "./name-book.ts";
import { type Phrase, type PhraseWords, readPhrase } from "./phrase.ts";

/** A phrase with what it has in common with those that are the same. */
export type KeyedPhrase = { readonly text: string; readonly phrase: Phrase };

/** Reads phrases; such as have the same letters and the same names at the same places are read once. */
export function createPhraseReader(
  book: NameBook,
  lists: PhraseWords,
): (sentence: PhrasedSentence, span: Span, text: PhraseText) => KeyedPhrase {
  const nameless: (KeyedPhrase | undefined)[] = [];
  const named = new Map<string, KeyedPhrase>();
  return ({ card, mentions }, span, { text, number }) => {
    const inside = mentionsIn(mentions, span);
    if (inside.length === 0) {
      const known = nameless[number];
      if (known) return known;
      const own = keyed(readPhrase(card.id, text, span, inside, book, lists));
      nameless[number] = own;
      return own;
    }
    let place = `${number}`;
    for (const mention of inside) {
      const [start, end] = [mention.start - span.start, mention.end - span.start];
      place += `|${start},${end},${mention.inferred ? 1 : 0},${book(mention, text.slice(start, end))}`;
    }
    const known = named.get(place);
    if (known) return known;
    const own = keyed(readPhrase(card.id, text, span, inside, book, lists));
    named.set(place, own);
    return own;
  };
}

const none: readonly Mention[] = [];

function mentionsIn(mentions: readonly Mention[], span: Span): readonly Mention[] {
  const isIn = (one: Mention) => one.start < span.end && span.start < one.end;
  return mentions.some(isIn) ? mentions.filter(isIn) : none;
}

function keyed(phrase: Phrase): KeyedPhrase {
  const { words, named, names } = phrase;
  return { text: `${words.join(" ")}|${named ?? ""}|${names.join("|")}`, phrase };
}
