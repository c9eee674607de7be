import type { Span } from "../../document/span.ts";
import type { Mention } from "../../read/names/names.ts";
import type { SentenceReading } from "../../read/sentences/terms.ts";
import { type PhraseWords, termOf } from "./phrase.ts";
import type { Word } from "./words.ts";

/** The terms of a sentence: where each first stands, and which are verbs. */
export type TermPlaces = Pick<SentenceReading, "terms" | "places" | "verbs">;

/** A phrase of more words is hardly a label. */
const longestPhrase = 7;

/**
 * The noun phrases of a sentence, without what stands behind a preposition; one that owns another
 * stands by itself too. A name is never cut.
 *
 *     The island's coast guard turned back the trawlers of the fleet.
 *     ^^^^^^^^^^
 *     ^^^^^^^^^^^^^^^^^^^^^^^^             ^^^^^^^^^^^^    ^^^^^^^^^
 */
export function cutPhrases(
  words: readonly Word[],
  reading: TermPlaces,
  mentions: readonly Mention[],
  lists: PhraseWords,
): Span[] {
  const spans: Span[] = [];
  let name = 0;
  let from = -1;
  let content = 0;
  const close = (to: number) => {
    const first = words[from];
    const last = words[to - 1];
    if (first && last && content > 0 && to - from <= longestPhrase)
      spans.push({ start: first.start, end: last.end });
  };
  const end = (to: number) => {
    if (from >= 0) close(to);
    from = -1;
    content = 0;
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    while (name < mentions.length && (mentions[name] as Mention).end <= word.start) name++;
    const mention = mentions[name];
    const inside = mention !== undefined && mention.start <= word.start;
    if (!inside) {
      if (word.kind.lower === "'s") {
        if (content > 0) close(at);
        continue;
      }
      if (word.kind.isArticle) {
        end(at);
        from = at;
        continue;
      }
      if (word.kind.isFunction || !word.kind.isWord) {
        if (content > 0 && joins(words, at, lists)) continue;
        end(at);
        continue;
      }
      if (isVerb(word, reading, lists)) {
        end(at);
        continue;
      }
    }
    if (from < 0) from = at;
    content++;
  }
  end(words.length);
  return spans;
}

/** A mark that ends nothing: a hyphen, the stop of "Mr.", the comma of "1,200". */
function joins(words: readonly Word[], at: number, lists: PhraseWords): boolean {
  const {
    start,
    kind: { lower },
  } = words[at] as Word;
  const before = words[at - 1]?.kind.lower ?? "";
  if (lower === "-") return true;
  if (lower === ".") return lists.names.title.has(before) && before.length <= shortTitle;
  const next = words[at + 1];
  return (
    lower === "," && /^\d/.test(before) && next?.start === start + 1 && /^\d/.test(next.kind.lower)
  );
}

/** A title of so many letters is an abbreviation ("Sen."). */
const shortTitle = 4;

/** Read as a verb where the term first stands; elsewhere in the sentence taken for the same. */
function isVerb({ start, kind }: Word, reading: TermPlaces, lists: PhraseWords): boolean {
  const { terms, places, verbs } = reading;
  let isPlace = false;
  for (let at = 0; at < places.length; at++) {
    if (places[at] !== start) continue;
    if (verbs.includes(terms[at] as string)) return true;
    isPlace = true;
  }
  return !isPlace && verbs.length > 0 && verbs.includes(termOf(kind.lower, lists));
}
