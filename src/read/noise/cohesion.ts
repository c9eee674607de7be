import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";

/** Letters by which two words count as the same: crude, quick, and enough to see a change of topic. */
const keyLength = 6;

/** The content words of some tokens, cut to their first letters. */
export function contentKeys(lexicon: Lexicon, tokens: readonly Token[]): Set<string> {
  const keys = new Set<string>();
  for (const { lower } of tokens) {
    if (lower.length > 2 && /^\p{L}/u.test(lower) && !lexicon.functionWords.has(lower))
      keys.add(lower.slice(0, keyLength));
  }
  return keys;
}

/** What the lines from one on have in common with those before it. */
export type Tail = {
  /** Different keys of the tail. */
  readonly size: number;
  /** Those that also stand before it. */
  readonly shared: number;
  /** Different keys before it. */
  readonly before: number;
};

/**
 * Moves lines from the text to its tail, the last first, and counts what the two share; linear in
 * the number of keys over a whole walk.
 */
export function createTail(lines: readonly ReadonlySet<string>[]): {
  take(index: number): Tail;
} {
  const left = new Map<string, number>();
  for (const keys of lines) for (const key of keys) left.set(key, (left.get(key) ?? 0) + 1);
  const taken = new Set<string>();
  let shared = 0;
  return {
    take(index) {
      for (const key of lines[index] ?? []) {
        const rest = (left.get(key) ?? 1) - 1;
        if (rest > 0) left.set(key, rest);
        else left.delete(key);
        if (taken.has(key)) shared -= rest === 0 ? 1 : 0;
        else shared += rest > 0 ? 1 : 0;
        taken.add(key);
      }
      return { size: taken.size, shared, before: left.size };
    },
  };
}
