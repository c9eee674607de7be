import { compareText } from "../input.ts";
import { alignTexts, type Block, leastWeight, ownWords } from "./align.ts";
import { candidatesOf } from "./candidates.ts";
import type { CreditTest } from "./credits.ts";
import { setRepeatedAside } from "./furniture.ts";
import { isBefore, type Text } from "./texts.ts";

/** Where the words of a text come from: for each word the text that had it first, and its place there. */
export type Origins = {
  /** Index of the text in which the word is first known; -1 for words of its own. */
  readonly text: Int32Array;
  readonly word: Int32Array;
};

/** Words that a text has from an earlier one. */
export type Trace = {
  /** Indices into `texts`. */
  readonly origin: number;
  readonly copy: number;
  readonly blocks: readonly Block[];
  readonly words: number;
  /** The text through which it came, where the copy is nearer to that one; else null. */
  readonly via: number | null;
};

export type Traced = {
  /** In the order of publication; among those of one day the ones that others credit come first. */
  readonly texts: readonly Text[];
  readonly origins: readonly (Origins | null)[];
  readonly traces: readonly Trace[];
};

/** A lone passage with which both texts end is their publishers' and not their writers', up to so many words. */
const tailWords = 60;
/** A copy came through another text when it has so many words more in common with that one. */
const viaWords = 4;

/** Follows every text's words to the earliest text that has them. */
export function traceTexts(given: readonly Text[], credits: CreditTest): Traced {
  setRepeatedAside(given);
  const candidates = candidatesOf(given);
  const { texts, pairs } = byCredit(given, candidates, credits);
  const origins: (Origins | null)[] = texts.map(() => null);
  const traces: Trace[] = [];
  texts.forEach((copy, at) => {
    const aligned = (pairs[at] ?? [])
      .map((other) => ({ other, blocks: passagesOf(texts[other] as Text, copy) }))
      .filter(({ blocks }) => blocks.length > 0)
      .map((one) => ({ ...one, words: sumOwn(texts[one.other] as Text, copy, one.blocks) }));
    if (aligned.length === 0) return;
    const own = follow(copy, aligned, origins);
    origins[at] = own;
    for (const [origin, count] of ownByOrigin(copy, own)) {
      if (count < leastWeight) continue;
      const direct = aligned.find(({ other }) => other === origin);
      const first = texts[origin] as Text;
      const found = (direct?.blocks ?? passagesOf(first, copy)).filter(isFrom(origin, own));
      const blocks = found.length > 0 ? found : blocksOf(own, origin);
      const words = sumOwn(first, copy, blocks);
      const nearer = aligned.filter(
        ({ other, words: shared }) =>
          other !== origin &&
          shared >= words + viaWords &&
          origins[other]?.text.includes(origin) &&
          (isBefore(texts[other] as Text, copy) || credits(copy, texts[other] as Text) !== null),
      );
      nearer.sort((x, y) => y.words - x.words || x.other - y.other);
      traces.push({ origin, copy: at, blocks, words, via: nearer[0]?.other ?? null });
    }
  });
  return { texts, origins, traces };
}

/** How many of a copy's own words come from each text. */
function ownByOrigin({ own }: Text, { text }: Origins): Map<number, number> {
  const counts = new Map<number, number>();
  text.forEach((origin, at) => {
    if (origin >= 0 && own[at] === 1) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  });
  return counts;
}

/** Does at least half of a passage come from this text, and not from a still earlier one? */
function isFrom(origin: number, { text }: Origins): (block: Block) => boolean {
  return ({ b }) => b.filter((word) => text[word] === origin).length * 2 >= b.length;
}

/** The passages that two texts share, but for a lone one that both end with. */
function passagesOf(a: Text, b: Text): Block[] {
  const blocks = alignTexts(a, b);
  const [only] = blocks;
  if (!only || blocks.length > 1 || ownWords(a, b, only) >= tailWords) return blocks;
  const endsWith = (text: Text, at: readonly number[]) =>
    (at.at(-1) ?? 0) >= (text.firstWords[text.sentences.length - 1] ?? 0) &&
    (at[0] ?? 0) > text.words.length / 2;
  return endsWith(a, only.a) && endsWith(b, only.b) ? [] : blocks;
}

function sumOwn(a: Text, b: Text, blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + ownWords(a, b, block), 0);
}

/** Each word's origin, through the texts that it came by, to the first. Earlier texts have the say. */
function follow(
  copy: Text,
  aligned: readonly { readonly other: number; readonly blocks: readonly Block[] }[],
  origins: readonly (Origins | null)[],
): Origins {
  const text = new Int32Array(copy.words.length).fill(-1);
  const word = new Int32Array(copy.words.length);
  for (const { other, blocks } of [...aligned].sort((x, y) => x.other - y.other)) {
    const before = origins[other];
    for (const { a, b } of blocks)
      for (let at = 0; at < b.length; at++) {
        const [from, to] = [a[at] as number, b[at] as number];
        const earlier = before && (before.text[from] as number) >= 0;
        const origin = earlier ? (before.text[from] as number) : other;
        const known = text[to] as number;
        if (known >= 0 && known <= origin) continue;
        text[to] = origin;
        word[to] = earlier ? (before.word[from] as number) : from;
      }
  }
  return { text, word };
}

/** What a text has from `origin` as blocks, both ascending, where the two are too far apart to be aligned. */
function blocksOf({ text, word }: Origins, origin: number): Block[] {
  const blocks: { a: number[]; b: number[] }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== origin) continue;
    const place = word[at] as number;
    const last = blocks.at(-1);
    const [a, b] = [last?.a.at(-1), last?.b.at(-1)];
    if (last && a !== undefined && b !== undefined && place > a && place - a < 50 && at - b < 50) {
      last.a.push(place);
      last.b.push(at);
    } else blocks.push({ a: [place], b: [at] });
  }
  return blocks;
}

/**
 * The texts with those first that others of the same days credit: the date cannot tell which was
 * first, but who names whom can. A text whose hour is not known was there before those that credit
 * it. Candidates become earlier ones of the new order.
 */
function byCredit(
  given: readonly Text[],
  candidates: readonly (readonly number[])[],
  credits: CreditTest,
): { readonly texts: readonly Text[]; readonly pairs: readonly (readonly number[])[] } {
  const score = new Int32Array(given.length);
  const hour = given.map((text) => text.hour || "~");
  const credited = (by: Text, at: number) => {
    score[at] = (score[at] as number) + 1;
    if ((given[at] as Text).hour === "" && by.hour !== "" && by.hour < (hour[at] as string))
      hour[at] = by.hour;
  };
  candidates.forEach((others, at) => {
    for (const other of others) {
      const [one, two] = [given[other] as Text, given[at] as Text];
      if (!isSameTime(one, two) || isBefore(one, two) || isBefore(two, one)) continue;
      const [byTwo, byOne] = [credits(two, one) !== null, credits(one, two) !== null];
      if (byTwo && !byOne) credited(two, other);
      if (byOne && !byTwo) credited(one, at);
    }
  });
  const order = given.map((_, at) => at);
  order.sort((x, y) => {
    if (!isSameTime(given[x] as Text, given[y] as Text)) return x - y;
    return (
      compareText(hour[x] as string, hour[y] as string) ||
      (score[y] as number) - (score[x] as number) ||
      x - y
    );
  });
  const rank = new Int32Array(given.length);
  order.forEach((at, place) => {
    rank[at] = place;
  });
  const pairs: number[][] = given.map(() => []);
  candidates.forEach((others, at) => {
    for (const other of others) {
      const [one, two] = [rank[other] as number, rank[at] as number];
      pairs[Math.max(one, two)]?.push(Math.min(one, two));
    }
  });
  return { texts: order.map((at) => given[at] as Text), pairs };
}

/** The same first and last possible day. */
function isSameTime(a: Text, b: Text): boolean {
  return a.to === b.to && a.from === b.from;
}
