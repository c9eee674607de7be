import { isSpace, type Span } from "../../../document/span.ts";
import type { Cues } from "../../../lexicon/cues.ts";
import { type Numbered, numbersOf } from "../../../lexicon/traits.ts";
import type { Quote } from "../../quotes/quotes.ts";
import type { Prose, Token } from "../../sentences/prose.ts";
import type { Found } from "../found.ts";
import { hashOf, pair } from "./feature.ts";

/**
 * What the tagger sees of a text: units, each a word, a mark or a whole name of however many words,
 * and one number a unit and sign. No name is among the signs: names are told apart by class alone.
 */
export type Signs = {
  readonly units: readonly Span[];
  readonly sentences: readonly UnitSentence[];
  /** Hashes of the word, of its first five and of its last three letters; of a name, its class. */
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly ending: Int32Array;
  /** Number of the part of speech. */
  readonly pos: Uint8Array;
  /** Hash of how the list of cues reads the word; 0 where it is none. */
  readonly cue: Int32Array;
  /** Around quotes: 0 outside, 1 inside, 2 the opening and 3 the closing mark. */
  readonly quote: Uint8Array;
  /** How long the quote is, in four steps. */
  readonly quoteLength: Uint8Array;
  /** What the rules say: 0 nothing, 1–2 cue, 3–4 source, 5–6 content; odd where it begins. */
  readonly rule: Uint8Array;
  /** Of a cue, hash of the rule that found it. */
  readonly ruleId: Int32Array;
  /** Of a cue, one more than the index of what the rules found with it. */
  readonly ruleOf: Int32Array;
  readonly capital: Uint8Array;
  /** Index of the sentence. */
  readonly sentence: Int32Array;
};

/** A sentence: units[from … to). */
export type UnitSentence = Span & {
  readonly from: number;
  readonly to: number;
  /** Index of the paragraph. */
  readonly paragraph: number;
};

const partsOfSpeech = [
  "",
  "NOUN",
  "VERB",
  "PROPN",
  "PRON",
  "DET",
  "ADJ",
  "ADV",
  "ADP",
  "AUX",
  "PART",
  "CCONJ",
  "SCONJ",
  "NUM",
  "PUNCT",
  "SYM",
  "INTJ",
  "X",
];

const posNumbers = new Map(partsOfSpeech.map((pos, index) => [pos, index]));

export const adjective = partsOfSpeech.indexOf("ADJ");
export const noun = partsOfSpeech.indexOf("NOUN");
export const verb = partsOfSpeech.indexOf("VERB");
export const properNoun = partsOfSpeech.indexOf("PROPN");
export const pronoun = partsOfSpeech.indexOf("PRON");
export const auxiliary = partsOfSpeech.indexOf("AUX");
export const punctuation = partsOfSpeech.indexOf("PUNCT");

type WordSigns = {
  readonly word: number;
  readonly stem: number;
  readonly ending: number;
  readonly cue: number;
};

const numberHash = 7;
const stemLetters = 5;
const endingLetters = 3;
/** Words of a quote up to which it is of the first, second, third length. */
const lengthSteps = [3, 7, 14];

/** Makes the function that gives the signs of a text's tokens. Linear in the text. */
export function createSignsReader(
  cues: Cues,
): (prose: Prose, quotes: readonly Quote[], found: readonly Found[]) => Signs {
  let vocabulary: Numbered["vocabulary"] | undefined;
  let known: WordSigns[] = [];
  return (prose, quotes, found) => {
    const { tokens, text } = prose;
    const { units, firsts, sentences } = readUnits(prose);
    const signs = emptySigns(units, sentences);
    const numbered = numbersOf(tokens);
    if (numbered.vocabulary !== vocabulary) {
      vocabulary = numbered.vocabulary;
      known = [];
    }
    for (let at = 0; at < units.length; at++) {
      const first = firsts[at] as number;
      const token = tokens[first] as Token;
      signs.pos[at] = posNumbers.get(token.pos) ?? 0;
      const code = text.charCodeAt(token.start);
      signs.capital[at] = code >= 0x41 && code <= 0x5a ? 1 : 0;
      if (token.name > 0) {
        signs.word[at] = -token.name;
        signs.stem[at] = -1;
        signs.ending[at] = -1;
        continue;
      }
      const number = numbered.numbers[first] as number;
      known[number] ??= signsOfWord(token.lower, cues);
      const { word, stem, ending, cue } = known[number];
      signs.word[at] = word;
      signs.stem[at] = stem;
      signs.ending[at] = ending;
      signs.cue[at] = cue;
    }
    sentences.forEach(({ from, to }, sentence) => {
      signs.sentence.fill(sentence, from, to);
    });
    for (const quote of quotes) if (quote.depth === 0) markQuote(signs, quote);
    for (const one of found) {
      markSpans(signs, one.content, 5);
      markSpans(signs, one.source, 3);
    }
    found.forEach((one, index) => {
      markCue(signs, one, index);
    });
    return signs;
  };
}

/** Words of one name, side by side, are one unit. `firsts` are the first tokens of the units. */
function readUnits({ text, tokens, sentences }: Prose): {
  units: Span[];
  firsts: number[];
  sentences: UnitSentence[];
} {
  const units: Span[] = [];
  const firsts: number[] = [];
  const inUnits = sentences.map((sentence) => {
    const { start, end, paragraph, firstToken, endToken } = sentence;
    const from = units.length;
    for (let at = firstToken; at < endToken; at++) {
      const first = tokens[at] as Token;
      firsts.push(at);
      let last = first;
      for (let next = tokens[at + 1]; first.name > 0 && at + 1 < endToken; next = tokens[at + 1]) {
        if (!next || next.name !== first.name || !areSideBySide(text, last, next)) break;
        last = next;
        at++;
      }
      units.push(last === first ? first : { start: first.start, end: last.end });
    }
    return { start, end, paragraph, from, to: units.length };
  });
  return { units, firsts, sentences: inUnits };
}

function areSideBySide(text: string, { end }: Span, { start }: Span): boolean {
  return start === end || (start === end + 1 && isSpace(text.charCodeAt(end)));
}

function emptySigns(units: readonly Span[], sentences: readonly UnitSentence[]): Signs {
  const { length } = units;
  return {
    units,
    sentences,
    word: new Int32Array(length),
    stem: new Int32Array(length),
    ending: new Int32Array(length),
    pos: new Uint8Array(length),
    cue: new Int32Array(length),
    quote: new Uint8Array(length),
    quoteLength: new Uint8Array(length),
    rule: new Uint8Array(length),
    ruleId: new Int32Array(length),
    ruleOf: new Int32Array(length),
    capital: new Uint8Array(length),
    sentence: new Int32Array(length),
  };
}

const frameBits = { clause: 1, quote: 2, object: 4, infinitive: 8, hearer: 16, rest: 32 } as const;
const attitudeBits = {
  states: 64,
  denies: 128,
  demands: 256,
  believes: 512,
  doubts: 1024,
  asks: 2048,
} as const;
const formNumbers = { base: 0, present: 1, past: 2, ing: 3 } as const;

function signsOfWord(lower: string, cues: Cues): WordSigns {
  if (/^[\d.,]*\d/.test(lower))
    return { word: numberHash, stem: numberHash, ending: numberHash, cue: 0 };
  let cue = 0;
  for (const { form, options } of cues.get(lower) ?? []) {
    let bits = 0;
    for (const { takes, attitude } of options) {
      for (const frame of takes) bits |= frameBits[frame];
      bits |= attitudeBits[attitude];
    }
    cue = pair(cue, bits * 8 + formNumbers[form] * 2 + (options[0]?.part === "verb" ? 1 : 0));
  }
  return {
    word: hashOf(lower),
    stem: hashOf(lower.slice(0, stemLetters)),
    ending: hashOf(lower.slice(-endingLetters)),
    cue,
  };
}

function markQuote(signs: Signs, quote: Quote) {
  const { units } = signs;
  const [from, to] = unitsOf(units, quote.outer);
  const step = lengthSteps.findIndex((longest) => to - from <= longest);
  const length = step < 0 ? lengthSteps.length + 1 : step + 1;
  for (let at = from; at < to; at++) {
    const unit = units[at] as Span;
    signs.quote[at] = unit.start < quote.start ? 2 : unit.end > quote.end ? 3 : 1;
    signs.quoteLength[at] = length;
  }
}

/** The strongest says it: content inside a source is source, a cue is a cue (see `Signs.rule`). */
function markSpans(signs: Signs, spans: readonly Span[], first: number) {
  for (const span of spans) {
    const [from, to] = unitsOf(signs.units, span);
    for (let at = from; at < to; at++) {
      const before = signs.rule[at] as number;
      if (before === 0 || first + 1 < before) signs.rule[at] = at === from ? first : first + 1;
    }
  }
}

function markCue(signs: Signs, { cue, rule }: Found, index: number) {
  const id = hashOf(rule);
  for (const span of cue) {
    const [from, to] = unitsOf(signs.units, span);
    for (let at = from; at < to; at++) {
      signs.rule[at] = at === from ? 1 : 2;
      signs.ruleId[at] = id;
      if (signs.ruleOf[at] === 0) signs.ruleOf[at] = index + 1;
    }
  }
}

/** The units that a span touches: from, and the first behind it. */
export function unitsOf(units: readonly Span[], { start, end }: Span): [number, number] {
  const from = firstEndingAfter(units, start);
  let to = from;
  while (to < units.length && (units[to] as Span).start < end) to++;
  return [from, to];
}

/** Index of the first of the sorted spans that ends after `offset`. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
