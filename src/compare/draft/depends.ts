import type { IndexedPassage, PassageIndex } from "../claims/passages.ts";
import type { StatementReading } from "../claims/statement.ts";

/**
 * What a draft changes in how the sentences of the case are understood: words of theirs that are names, or
 * dates, with the draft beside them and were not without it. Mostly nothing.
 */
export function addedBy(index: PassageIndex, before: PassageIndex, from: number): string {
  const known = before.termNames.length;
  const changed = new Set<number>();
  for (let at = from; at < index.passages.length; at++)
    for (const term of index.passages[at]?.terms ?? []) {
      const name = index.termNames[term] ?? "";
      if (term < known && index.names.has(name) !== before.names.has(name)) changed.add(term);
    }
  const dates = [...index.dateTerms].filter(
    (name) => before.vocabulary.has(name) && !before.dateTerms.has(name),
  );
  return JSON.stringify([[...changed].sort((a, b) => a - b), dates.sort()]);
}

/** All on which it depends what the case does with a sentence. */
export function cellsKey(
  added: string,
  text: string,
  { names, terms }: StatementReading,
  { vocabulary }: PassageIndex,
): string {
  // A word that neither the case nor the draft holds weighs less.
  const absent = terms.filter((term) => !vocabulary.has(term));
  return JSON.stringify([added, text, [...names], absent]);
}

/** All on which it depends whether a sentence of the case is like one of the draft; `plain`: without other words for what it tells. */
export function alikeKey(
  added: string,
  { terms, dates }: IndexedPassage,
  plain: IndexedPassage | undefined,
  names: readonly number[],
  known: number,
): string {
  // No sentence of the case holds a word that is the draft's alone, and all such words weigh the same.
  const inCase = (list: readonly number[]) => list.filter((term) => term < known);
  const own = plain?.terms ?? terms;
  const ofCase = inCase(own);
  return JSON.stringify([
    ...[added, inCase(terms), ofCase, own.length - ofCase.length],
    ...[inCase(names), names.length > 0, dates],
  ]);
}
