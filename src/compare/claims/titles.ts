import type { DocumentCard } from "../../document/case.ts";

/** A title of fewer words may be anybody's. */
const fewestWords = 5;

/**
 * Makes the function that lists the documents whose title a text has, word for word, in any case of letters.
 *
 *     Read this: Ferry rammed off Lantern Bank, 13 dead (The Harbour Post)
 *                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a title
 */
export function createTitleFinder(
  documents: readonly Pick<DocumentCard, "id" | "title">[],
): (text: string) => string[] {
  const byFirst = new Map<string, { readonly id: string; readonly words: readonly string[] }[]>();
  for (const { id, title } of documents) {
    const words = wordsOf(title ?? "");
    const [first] = words;
    if (first === undefined || words.length < fewestWords) continue;
    const list = byFirst.get(first) ?? [];
    byFirst.set(first, list);
    list.push({ id, words });
  }
  return (text) => {
    const words = wordsOf(text);
    const found = new Set<string>();
    for (const [at, word] of words.entries())
      for (const title of byFirst.get(word) ?? [])
        if (title.words.every((one, nth) => words[at + nth] === one)) found.add(title.id);
    return [...found].sort();
  };
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}\p{N}']+/gu) ?? []
  );
}
