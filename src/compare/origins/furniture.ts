import { compareText } from "../input.ts";
import type { Text } from "./texts.ts";

/** A sentence that two texts of one source share is theirs to repeat where they share less than this part of their sentences. */
const versionShare01 = 0.5;
/** So many earlier texts of one source are remembered for one sentence. */
const mostHolders = 4;

/**
 * Takes out of a source's own words what it repeats from text to text: about-us lines, disclaimers,
 * invitations to subscribe, background paragraphs. Two versions of one article also repeat
 * sentences, but most of them; those stay. Walks each source's sentences once.
 */
export function setRepeatedAside(texts: readonly Text[]): void {
  const sources = new Map<string, Text[]>();
  for (const text of [...texts].sort((a, b) => compareText(a.card.id, b.card.id))) {
    const own = sources.get(text.card.sourceId);
    if (own) own.push(text);
    else sources.set(text.card.sourceId, [text]);
  }
  for (const own of sources.values()) if (own.length > 1) setAsideIn(own);
}

function setAsideIn(texts: readonly Text[]): void {
  const holders = new Map<number, number[]>();
  const shared = new Map<number, number>();
  const repeats: { text: number; sentence: number; other: number; otherSentence: number }[] = [];
  const sentenceOf = new Map<number, number>();
  texts.forEach((text, at) => {
    text.sentences.forEach((_, sentence) => {
      const key = sentenceHash(text, sentence);
      const before = holders.get(key);
      if (!before) {
        holders.set(key, [at]);
        sentenceOf.set(pairOf(key, at), sentence);
        return;
      }
      if (before.at(-1) === at) return;
      for (const other of before) {
        const pair = other * texts.length + at;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
        const otherSentence = sentenceOf.get(pairOf(key, other)) ?? -1;
        repeats.push({ text: at, sentence, other, otherSentence });
      }
      if (before.length < mostHolders) {
        before.push(at);
        sentenceOf.set(pairOf(key, at), sentence);
      }
    });
  });
  for (const { text: at, sentence, other, otherSentence } of repeats) {
    const [one, two] = [texts[at] as Text, texts[other] as Text];
    const most = Math.min(one.sentences.length, two.sentences.length) * versionShare01;
    if ((shared.get(other * texts.length + at) ?? 0) >= most) continue;
    setAside(one, sentence);
    if (otherSentence >= 0) setAside(two, otherSentence);
  }
}

/** A key for a sentence of one text; hashes of 32 bits and numbers of texts fit side by side. */
function pairOf(hash: number, text: number): number {
  return (hash >>> 0) * 0x100000 + text;
}

function setAside(text: Text, sentence: number): void {
  text.own.fill(0, text.firstWords[sentence] ?? 0, text.firstWords[sentence + 1] ?? 0);
}

/** A hash of the sentence's words in their order. */
export function sentenceHash({ words, firstWords }: Text, sentence: number): number {
  let hash = 0x9e3779b1;
  const end = firstWords[sentence + 1] ?? 0;
  for (let at = firstWords[sentence] ?? 0; at < end; at++) {
    hash = Math.imul(hash ^ (words[at] as number), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash | 0;
}
