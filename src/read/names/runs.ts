import { isSpace } from "../../document/span.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";
import { cut } from "./cuts.ts";
import { joined } from "./joins.ts";
import type { Known, KnownNames } from "./known.ts";
import { isCapital, type LineForm, lineForm, touches } from "./letters.ts";
import { isNameWord, knownAt, type Reading, wordsOf } from "./reading.ts";
import { is, type NameTraits } from "./words.ts";

/** A name: tokens `[from, to)`, and what stands in the lists for exactly these words. */
export type NameRun = {
  readonly from: number;
  readonly to: number;
  readonly known: Known | null;
  /** A title stood before it ("Mayor Ann Oro"); its token, or -1. */
  readonly title: number;
  /** In a line of capitals or of title case, where capitals tell little. */
  readonly shouted: boolean;
  /** Characters of the first token that are no part of it ("anti-Tuvaluan"). */
  readonly skip: number;
};

/** A name has at most this many tokens; longer runs are lists or headlines. */
const longestName = 14;

/** Makes the function that finds the names of a text, left to right. */
export function createNameRunReader({
  known,
  listed,
}: KnownNames): (prose: Prose, traits: NameTraits) => NameRun[] {
  return (prose, traits) => {
    const runs: NameRun[] = [];
    const { sentences } = prose;
    const forms: LineForm[] = [];
    for (const sentence of sentences) forms.push(lineForm(prose, sentence));
    const words = wordsOf(prose, forms);
    for (let at = 0; at < sentences.length; at++)
      readSentence({
        prose,
        traits,
        sentence: sentences[at] as Sentence,
        form: forms[at] as LineForm,
        known,
        listed,
        words,
        runs,
      });
    return runs;
  };
}

function readSentence(reading: Reading): void {
  const { prose, sentence, known, form } = reading;
  const { text, tokens } = prose;
  const lowered = form === "lower";
  let at = sentence.firstToken;
  while (at < sentence.endToken) {
    const token = tokens[at] as Token;
    const capital = isCapital(text, token.start);
    if (!capital && token.name === 0 && !lowered) {
      at++;
      continue;
    }
    const skip = prefixOf(token.lower);
    if (skip > 0) {
      addTail(reading, at, skip);
      at++;
      continue;
    }
    const hit = knownAt(prose, known, at, sentence.endToken);
    // In lower case only what is no common word: several words, a platform, a place.
    const found =
      hit && (capital || token.name > 0 || hit.end - at > 1 || hit.value.plain) ? hit.end : 0;
    if ((found === 0 && !isNameWord(reading, at)) || isInAddress(text, token.start)) {
      at++;
      continue;
    }
    const to = found > 0 && !capital ? found : grow(reading, at, Math.max(at + 1, found));
    cut(reading, at, to, form !== "prose" && !lowered);
    at = to;
  }
}

/** Length of what stands before a name in one word with it ("anti-", "pro-"); 0 where nothing does. */
function prefixOf(lower: string): number {
  const hyphen = lower.indexOf("-");
  return hyphen > 0 && hyphen < 5 && prefixes.has(lower.slice(0, hyphen)) ? hyphen + 1 : 0;
}

const prefixes: ReadonlySet<string> = new Set(["anti", "pro", "non", "pre", "post", "ex", "pan"]);

/** "anti-Tuvaluan": the name behind the prefix, where a list has it or a capital tells it. */
function addTail({ prose, listed, runs }: Reading, at: number, skip: number): void {
  const { start, end, lower } = prose.tokens[at] as Token;
  const known = listed.get(lower.slice(skip)) ?? null;
  if (start + skip >= end || (!known && !isCapital(prose.text, start + skip))) return;
  runs.push({ from: at, to: at + 1, known, title: -1, shouted: false, skip });
}

/** Where the name that begins at `from` ends. */
function grow(reading: Reading, from: number, first: number): number {
  const { prose, sentence } = reading;
  let to = first;
  while (to < sentence.endToken && to - from < longestName) {
    if (touches(prose, to - 1) && (isNameWord(reading, to) || isInside(reading, to))) to++;
    else {
      const next = joined(reading, from, to);
      if (next === to) break;
      to = next;
    }
  }
  return to;
}

/** A month that is a surname, an initial, "Jr." or a title, behind a word of the name. */
function isInside({ prose, traits, form }: Reading, at: number): boolean {
  const { tokens, text } = prose;
  const token = tokens[at] as Token;
  const bits = traits.is[at] as number;
  if (!isCapital(text, token.start)) return false;
  if (bits & is.generation) return true;
  if (/^\p{L}\.?$/u.test(token.lower)) return token.lower !== "i";
  if (bits & is.calendar)
    return (
      Boolean(bits & is.monthName) &&
      (tokens[at - 1] as Token).name === 1 &&
      tokens[at + 1]?.pos !== "NUM"
    );
  return form !== "title" && !(bits & (is.small | is.large)) && token.pos !== "PRON";
}

/** Is this a part of an address, a tag or a handle? */
function isInAddress(text: string, at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 80; back--) {
    if (isSpace(text.charCodeAt(back))) return false;
    const mark = text[back];
    if (mark === "@" || mark === "#") return true;
    if (mark === "/" && (text[back - 1] === "/" || text[back - 1] === ":")) return true;
  }
  return false;
}
