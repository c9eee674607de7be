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

/** The share of `part` that is also in `whole`, 0 to 1; 1 for an empty part. */
export function sharedShare01(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of part) if (whole.has(key)) shared++;
  return part.size ? shared / part.size : 1;
}
