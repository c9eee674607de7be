import { isSpace } from "../../document/span.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";
import { isUpper } from "../sentences/words.ts";

/** Does a word with a capital begin at `at`? */
export function isCapital(text: string, at: number): boolean {
  return isUpper(text, at);
}

/** Letters in capitals alone: "OSCE", "U.S.". */
export function isCapitals(word: string): boolean {
  // Most words have a small letter, which their first two tell.
  for (let at = 0; at < 2 && at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) return false;
  }
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Does token `at + 1` follow token `at` after nothing or one space? */
export function touches({ text, tokens }: Prose, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return false;
  const gap = next.start - token.end;
  return gap === 0 || (gap === 1 && isSpace(text.charCodeAt(token.end)));
}

/** How a line is written: where capitals tell names, and where they do not. */
export type LineForm = "prose" | "title" | "capitals" | "lower";

/** Words from which a line of capitals alone counts as one. */
const capitalsFrom = 2;

export function lineForm({ text, tokens }: Prose, sentence: Sentence): LineForm {
  let words = 0;
  let capitals = 0;
  let all = 0;
  let commas = 0;
  let told = 0;
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    const { start, end, pos, lower } = tokens[at] as Token;
    if (lower === ",") commas++;
    if (pos === "PUNCT" || pos === "SYM" || pos === "NUM") continue;
    words++;
    if (!isUpper(text, start)) {
      if (pos === "VERB" || ((pos === "NOUN" || pos === "ADJ") && end - start > 3)) told++;
      continue;
    }
    capitals++;
    if (end - start > 1 && isUpper(text, start + 1) && isUpper(text, end - 1)) all++;
  }
  if (words >= capitalsFrom && all * 4 >= words * 3) return "capitals";
  // In title case only small words are written small; a line of names with commas is no title.
  const small = told * 10 < words;
  if (words > 4 && capitals * 2 > words && small && !(capitals === words && commas > 0))
    return "title";
  const first = tokens[sentence.firstToken];
  return first && !isUpper(text, first.start) && capitals * 5 <= words ? "lower" : "prose";
}
