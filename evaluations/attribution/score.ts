import type { Span } from "../../src/document/span.ts";

/** What is compared: words as a multiset, whatever stands for a word. */
export type Side = { readonly content: readonly string[]; readonly source: readonly string[] };

export type Pair = { readonly gold: number; readonly found: number; readonly similarity: number };

/** Least content similarity (Jaccard over word tokens) at which two attributions are one. */
const leastSimilarity = 0.5;

/** One-to-one greedy matching, most similar first. */
export function match(gold: readonly Side[], found: readonly Side[]): Pair[] {
  const pairs: Pair[] = [];
  gold.forEach((one, goldIndex) => {
    found.forEach((other, foundIndex) => {
      const similarity = jaccard(one.content, other.content);
      if (similarity >= leastSimilarity)
        pairs.push({ gold: goldIndex, found: foundIndex, similarity });
    });
  });
  pairs.sort((a, b) => b.similarity - a.similarity || a.gold - b.gold || a.found - b.found);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  return pairs.filter((pair) => {
    if (usedGold.has(pair.gold) || usedFound.has(pair.found)) return false;
    usedGold.add(pair.gold);
    usedFound.add(pair.found);
    return true;
  });
}

/** The sources agree: token F1 of at least .5, or both are empty. */
export function sourcesAgree(gold: Side, found: Side): boolean {
  if (gold.source.length === 0 || found.source.length === 0)
    return gold.source.length === found.source.length;
  const both = common(gold.source, found.source);
  return (2 * both) / (gold.source.length + found.source.length) >= 0.5;
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const both = common(a, b);
  const either = a.length + b.length - both;
  return either ? both / either : 0;
}

function common(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      both++;
      left.set(word, count - 1);
    }
  }
  return both;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** Lower-cased word tokens. */
export function words(text: string): string[] {
  return [...text.matchAll(wordPattern)].map((word) => word[0].toLowerCase().replaceAll("’", "'"));
}

/** Words with their place, so that two mentions of one word are two. */
export function placedWords(text: string, spans: readonly Span[]): string[] {
  return spans.flatMap((span) =>
    [...text.slice(span.start, span.end).matchAll(wordPattern)].map(
      (word) => `${word[0].toLowerCase()}@${span.start + word.index}`,
    ),
  );
}
