/**
 * Word sequences to look for, as a trie over lower-cased words. Plain maps, so that it can be sent
 * to a worker.
 */
export type Phrases<V> = { value?: V; readonly next: Map<string, Phrases<V>> };

/** What a phrase is matched against: a word in lower case with straight apostrophes. */
type Word = { readonly lower: string };

export function createPhrases<V>(): Phrases<V> {
  return { next: new Map() };
}

/** Stands in a phrase for 1 to 3 words, where the reader of the phrases knows gaps. */
export const gap = "…";

/** Cuts a phrase the way the tokens of a text are cut: hyphens, points and quotes part words. */
export function phraseWords(phrase: string): string[] {
  return (
    phrase
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}\p{N}]+|'s\b|&|…/gu) ?? []
  );
}

/** Adds a phrase; each place may hold several forms of its word. The first value given stays. */
export function addPhrase<V>(
  phrases: Phrases<V>,
  places: readonly (readonly string[])[],
  value: V,
): void {
  let level: Phrases<V>[] = [phrases];
  for (const forms of places) {
    const deeper: Phrases<V>[] = [];
    for (const node of level) {
      for (const form of new Set(forms)) {
        let next = node.next.get(form);
        if (!next) {
          next = createPhrases();
          node.next.set(form, next);
        }
        deeper.push(next);
      }
    }
    level = deeper;
  }
  for (const node of level) node.value ??= value;
}

/** The trie of plain phrases, each its own value. */
export function phraseSet(list: Iterable<string>): Phrases<string> {
  const phrases = createPhrases<string>();
  for (const phrase of list)
    addPhrase(
      phrases,
      phraseWords(phrase).map((word) => [word]),
      phrase,
    );
  return phrases;
}

/** Marks that may stand between the words of one phrase: "U.N.", "self-proclaimed". */
const joiners = new Set(["-", "–", "‑", "."]);

/** The longest phrase that begins at token `from`: its value and the token after it. */
export function longestPhrase<V>(
  phrases: Phrases<V>,
  tokens: readonly Word[],
  from: number,
  limit = tokens.length,
): { value: V; end: number } | undefined {
  // At almost every word this is all: no phrase begins with it.
  let node = from < limit ? phrases.next.get(tokens[from]?.lower ?? "") : undefined;
  if (!node) return undefined;
  let best = node.value === undefined ? undefined : { value: node.value, end: from + 1 };
  for (let at = from + 1; at < limit; at++) {
    const word = tokens[at]?.lower ?? "";
    if (word.length === 1 && joiners.has(word)) continue;
    node = node.next.get(word);
    if (!node) break;
    if (node.value !== undefined) best = { value: node.value, end: at + 1 };
  }
  return best;
}
