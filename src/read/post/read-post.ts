import type { Post } from "../../document/post.ts";
import { canonicalUrl, domainOf } from "./canonical-url.ts";

/** What two posts can have in common, read from one post. */
export type PostReading = {
  /** Canonical addresses, each once; see {@link canonicalUrl}. */
  readonly urls: readonly string[];
  readonly domains: readonly string[];
  /** The words of a text of its own, in one spelling; null where there are too few to be telling. */
  readonly words: string | null;
};

/** A text of fewer words ("good morning", "I agree") is written by many without having met. */
export const fewestWords = 6;
/** Where words are written without spaces, so many letters count as one. */
const lettersPerWord = 2;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Reads what a post points to and says. Never throws. */
export function readPost(post: Post): PostReading {
  const urls = [...new Set(post.urls.flatMap((url) => canonicalUrl(url) ?? []))];
  return {
    urls,
    domains: [...new Set(urls.map(domainOf))],
    words: post.repostOf ? null : ownWords(post.text),
  };
}

const repost = /^rt\s+@\w+:?\s/iu;
const links = /(?:https?:\/\/|www\.)\S+|\b(?:t\.co|bit\.ly|tinyurl\.com|ow\.ly|buff\.ly)\/\S+/giu;
const mentions = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu;
const notWords = /[^\p{L}\p{N}\p{M}#']+/gu;

/**
 * A text as its words alone: without links and addressed accounts, in lower case, in compatible
 * forms (NFKC), one space between words.
 */
function ownWords(text: string): string | null {
  if (repost.test(text)) return null;
  const words = text
    .normalize("NFKC")
    .replace(links, " ")
    .replace(mentions, " ")
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(notWords, " ")
    .trim();
  return countWords(words) >= fewestWords ? words : null;
}

function countWords(words: string): number {
  const letters = words.match(unspaced)?.length ?? 0;
  return words.split(" ").length + letters / lettersPerWord;
}
