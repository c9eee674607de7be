import { longestPhrase, type Phrases } from "../../lexicon/phrases.ts";
import { numbersOf } from "../../lexicon/traits.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";
import type { Known, KnownNames } from "./known.ts";
import { isCapital, isCapitals, type LineForm, touches } from "./letters.ts";
import type { NameRun } from "./runs.ts";
import { beside, is, type NameTraits } from "./words.ts";

/** One sentence of a text, and all that its names are read with. */
export type Reading = {
  readonly prose: Prose;
  readonly traits: NameTraits;
  readonly sentence: Sentence;
  readonly known: Phrases<Known>;
  readonly listed: KnownNames["listed"];
  readonly form: LineForm;
  readonly words: Written;
  readonly runs: NameRun[];
};

/** How a text writes each of its words, in bits, by the number of the word. */
type Written = { readonly numbers: Int32Array; readonly as: Uint8Array };

/**
 * `small`: with a small letter. `inside`: with a capital where nothing but a name gives it. `once`,
 * `often`: with a capital that its place may give, so often.
 */
const written = { small: 1, inside: 2, once: 4, often: 8 } as const;

/** Looks at every word once. */
export function wordsOf(prose: Prose, forms: readonly LineForm[]): Written {
  const { text, tokens, sentences } = prose;
  const { numbers, vocabulary } = numbersOf(tokens);
  const as = new Uint8Array(vocabulary.size);
  for (let at = 0; at < sentences.length; at++) {
    const { firstToken, endToken } = sentences[at] as Sentence;
    const plain = forms[at] === "prose" || forms[at] === "lower";
    for (let index = firstToken; index < endToken; index++) {
      const { start, name } = tokens[index] as Token;
      const number = numbers[index] as number;
      const before = as[number] as number;
      if (!isCapital(text, start)) as[number] = before | written.small;
      else if (!plain) continue;
      else if (name > 0 || isWithin(tokens, index, firstToken))
        as[number] = before | written.inside;
      else as[number] = before | (before & written.once ? written.often : written.once);
    }
  }
  return { numbers, as };
}

/** Inside a sentence, behind no mark: a capital there is a name's. */
function isWithin(tokens: readonly Token[], at: number, firstToken: number): boolean {
  if (at <= firstToken) return false;
  const { pos } = tokens[at - 1] as Token;
  return pos !== "PUNCT" && pos !== "SYM" && pos !== "NUM";
}

/** The listed name that begins at `from`; one in capitals alone only where it is so written. */
export function knownAt(
  { text, tokens }: Prose,
  known: Phrases<Known>,
  from: number,
  limit: number,
): { readonly value: Known; readonly end: number } | undefined {
  const hit = longestPhrase(known, tokens, from, limit);
  if (!hit?.value.capitals) return hit;
  const { start } = tokens[from] as Token;
  const { end } = tokens[hit.end - 1] as Token;
  return isCapitals(text.slice(start, end)) ? hit : undefined;
}

/** Can the token be a word of a name? */
export function isNameWord(reading: Reading, at: number): boolean {
  const { prose, traits, sentence, form, words } = reading;
  const token = prose.tokens[at] as Token;
  const bits = traits.is[at] as number;
  const used = words.as[words.numbers[at] as number] as number;
  if (token.name > 1) return isCapital(prose.text, token.start) || !token.lower.includes("-");
  if (bits & is.small || token.lower.includes("/")) return false;
  if (
    bits & is.calendar &&
    !(bits & is.monthName ? opensPerson(reading, at) : opensName(reading, at))
  )
    return false;
  if (!isCapital(prose.text, token.start))
    return token.name > 0 && /^\p{L}[^-]*$/u.test(token.lower);
  if (token.name > 0 && (form === "prose" || form === "lower"))
    return form === "prose" || !isShout(prose, token);
  if (used & written.inside && (form !== "prose" || !(used & written.small))) return true;
  if (/^(?:\p{L}\.){2,}$/u.test(token.lower)) return true;
  if (bits & is.large) return false;
  if (form === "prose" && isWithin(prose.tokens, at, sentence.firstToken)) return true;
  if (form === "capitals") return /\p{L}{2}/u.test(token.lower);
  const next = prose.tokens[at + 1];
  const goesOn = at + 1 < sentence.endToken && touches(prose, at) && isCapitalAt(prose, at + 1);
  if (bits & is.monthName && (goesOn || token.pos === "PROPN")) return true;
  if (bits & is.adherent && form !== "title" && /(?:ist|crat|ican|cratic)s?$/.test(token.lower))
    return true;
  const ledByFirst =
    at > sentence.firstToken &&
    touches(prose, at - 1) &&
    Boolean((traits.is[at - 1] as number) & is.monthName);
  if (form === "title") return ledByFirst;
  if (used & written.small) return false;
  if (ledByFirst || bits & (is.title | is.bodyOpen | is.placeOpen)) return ledByFirst || goesOn;
  if (isCapitals(prose.text.slice(token.start, token.end)) && token.end - token.start > 1)
    return token.pos === "PROPN";
  if (token.pos !== "PROPN") return false;
  // The sentence gives the capital: only where more speaks for a name.
  if (used & written.often || next?.lower === "'s") return true;
  if (
    next?.pos === "VERB" &&
    !token.lower.endsWith("s") &&
    (traits.beside[at + 1] as number) & beside.reports
  )
    return true;
  return goesOn ? next?.name === 1 || isShort(sentence) : next?.lower === "," && isShort(sentence);
}

/** A line of hardly more than a name: a byline, a signature, a place. */
function isShort({ firstToken, endToken }: Sentence): boolean {
  return endToken - firstToken < 5;
}

/** "Jan van der Oro", "May Tolan": a month's name before another name. */
function opensPerson({ prose, traits }: Reading, at: number): boolean {
  const next = prose.tokens[at + 1];
  if (!next || !touches(prose, at)) return false;
  const bits = traits.is[at + 1] as number;
  return next.name === 1
    ? !(bits & is.calendar)
    : Boolean(bits & is.particle && next.pos !== "ADP");
}

/** "Morning Call", "Golden Week": a word of the calendar that a name begins with. */
function opensName({ prose, traits, sentence }: Reading, at: number): boolean {
  const next = prose.tokens[at + 1];
  if (!next || at + 1 >= sentence.endToken || next.name !== 1 || !touches(prose, at)) return false;
  const bits = traits.is[at + 1] as number;
  return (
    (prose.tokens[at] as Token).name > 0 &&
    Boolean(
      bits & (is.bodyHead | is.work) ||
        !(bits & (is.calendar | is.small | is.monthName | is.title)),
    ) &&
    /[a-z]ing$|y$/.test((prose.tokens[at] as Token).lower) === true
  );
}

/** Does token `at` begin with a capital? */
export function isCapitalAt({ text, tokens }: Prose, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isCapital(text, token.start);
}

/** "spreading awareness is HUGE": capitals for stress, in a text that is written small. */
function isShout({ text }: Prose, { start, end }: Token): boolean {
  return end - start > 1 && isCapitals(text.slice(start, end));
}

/** A place, a people or a camp: such a word is a name by itself. */
export function isListed({ prose, traits }: Reading, at: number): boolean {
  const token = prose.tokens[at];
  return (
    token !== undefined && (token.name > 1 || Boolean((traits.is[at] as number) & is.adherent))
  );
}
