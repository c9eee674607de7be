import { contains, type Span } from "../../document/span.ts";
import { createSweep } from "../../document/sweep.ts";
import type { Quote } from "../quotes/quotes.ts";
import type { NameClass, Prose, Token } from "../sentences/prose.ts";

/** A word or mark of a stretch; or a whole quote, where speech may stand. */
export type Unit = Span & {
  /** As the token's; of a quote, its opening mark and last character. */
  readonly lower: string;
  /** As the token's; QUOTE for speech, NOUN for a short label in marks. */
  readonly pos: string;
  readonly quote: Quote | null;
  /** Begins with a capital letter; of speech, as each of its first longer words does: a title, or shouted. */
  readonly capital: boolean;
  /** May be a cue, or open one. */
  readonly cue: boolean;
  /** The token's; 0 for speech. */
  readonly name: NameClass;
};

/**
 * A sentence in which every outermost quote is one unit, however many sentences stand inside it.
 *
 *     “I saw it. I did,” she said.
 *     ^^^^^^^^^^^^^^^^^^           one unit
 */
export type Stretch = Span & {
  readonly units: readonly Unit[];
  readonly paragraph: number;
  /** No full stop at its end and mostly capitals, or alone in its paragraph without a mark. */
  readonly headline: boolean;
};

/** Longest quote, in words, that can be a label inside a sentence rather than speech. */
const longestLabel = 5;

/** Titles have a capital in front of every word of so many letters. */
const shortestTitled = 4;

/** No sentence is longer, in words; what runs on is cut, so that reading stays linear. */
const longestStretch = 300;

/**
 * Cuts the text into stretches; passages of `skip` are left out. Tokens that may be cues are not 0
 * in `cues`. Linear in the text.
 */
export function readStretches(
  prose: Prose,
  quotes: readonly Quote[],
  skip: readonly Span[],
  cues: Uint16Array,
): Stretch[] {
  const outer = quotes.filter((quote) => quote.depth === 0);
  const skipAt = createSweep(skip);
  const stretches: Stretch[] = [];
  let units: Unit[] = [];
  let paragraph = -1;
  let at = 0;
  const flush = () => {
    if (units.some((unit) => unit.quote || hasLetter(unit.lower)))
      stretches.push(stretch(prose.text, units, paragraph));
    units = [];
  };
  for (const sentence of prose.sentences) {
    if (sentence.paragraph !== paragraph) {
      flush();
      paragraph = sentence.paragraph;
    }
    if (skipAt(sentence).some((span) => contains(span, sentence))) continue;
    for (let index = sentence.firstToken; index < sentence.endToken; index++) {
      const token = prose.tokens[index] as Token;
      while (at < outer.length && (outer[at] as Quote).outer.end <= token.start) at++;
      const quote = outer[at];
      if (quote && token.start >= quote.outer.start) {
        if (units.at(-1)?.quote !== quote) units.push(quoteUnit(prose, quote, index, units.at(-1)));
        continue;
      }
      if (units.length >= longestStretch) flush();
      // "The United States closes the lock": a listed name says nothing.
      units.push(wordUnit(prose.text, token, cues[index] !== 0 && token.name < 2));
    }
    const inside = outer[at];
    if (inside && inside.outer.start < sentence.end && sentence.end < inside.outer.end) continue;
    flush();
  }
  flush();
  return stretches;
}

/** A letter or a digit; most words begin with one of ASCII. */
function hasLetter(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return (code >= 0x61 && code <= 0x7a) || /[\p{L}\p{N}]/u.test(lower);
}

/** "couldnt": an auxiliary whose apostrophe the writer left out. */
const unmarkedNegation = /^(?:do|does|did|is|are|was|were|has|have|had|could|would|should)nt$/;

function wordUnit(text: string, token: Token, cue: boolean): Unit {
  const { lower } = token;
  return {
    start: token.start,
    end: token.end,
    lower,
    pos: lower.endsWith("nt") && unmarkedNegation.test(lower) ? "AUX" : token.pos,
    quote: null,
    capital: isCapital(text, token.start),
    name: token.name,
    cue,
  };
}

/** Most letters are of ASCII, where the code tells; others have a lower case that differs. */
function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const first = text.charAt(at);
  return first !== first.toLowerCase();
}

function opensWithLetter(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return code < 0x80 ? code >= 0x61 && code <= 0x7a : /^\p{L}/u.test(lower);
}

/** "*" or "_", once or more: emphasis in Markdown. */
function isEmphasis(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return (code === 0x2a || code === 0x5f) && /^[*_]+$/.test(lower);
}

function quoteUnit(prose: Prose, quote: Quote, firstToken: number, before: Unit | undefined): Unit {
  let words = 0;
  let title = true;
  for (let index = firstToken; index < prose.tokens.length && words <= longestLabel; index++) {
    const token = prose.tokens[index] as Token;
    if (token.start >= quote.end) break;
    if (!hasLetter(token.lower)) continue;
    words++;
    if (token.lower.length >= shortestTitled && !isCapital(prose.text, token.start)) title = false;
  }
  const first = prose.tokens[firstToken + 1];
  // "said it “stands ready”": a quote that goes on as the verb of its clause is speech.
  const verbal =
    /^(VERB|AUX)$/.test(first?.pos ?? "") &&
    (before?.pos === "AUX" ||
      (/^(i|he|she|it|they|we|who)$/.test(before?.lower ?? "") &&
        !/(?:ing|ed|en)$/.test(first?.lower ?? "")));
  const last = prose.text[quote.end - 1] ?? "";
  const next = prose.text[quote.outer.end] ?? "";
  const label =
    words <= longestLabel &&
    !(verbal && words > 1) &&
    quote.closed &&
    !/[,.?!…]/.test(last) &&
    next !== "," &&
    before !== undefined &&
    before.lower !== ":" &&
    before.lower !== ",";
  return {
    start: quote.outer.start,
    end: quote.outer.end,
    lower: `“${last}`,
    pos: label ? "NOUN" : "QUOTE",
    quote,
    capital: title && !label,
    cue: false,
    name: 0,
  };
}

/** Longest address of a link that is left out, in characters. */
const longestAddress = 2000;

/** Leaves out marks of Markdown: emphasis, brackets and addresses of links. */
function withoutMarkup(text: string, units: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    if (isEmphasis(unit.lower) || unit.lower === "[") continue;
    if (unit.lower === "]") {
      if (text[unit.end] === "(") {
        const close = text.slice(unit.end, unit.end + longestAddress).indexOf(")");
        while (at + 1 < units.length && (units[at + 1] as Unit).start <= unit.end + close) at++;
      }
      continue;
    }
    kept.push(unit);
  }
  return kept;
}

/** "4. The union …", "# The union …": what marks a list entry or a heading is no word of the sentence. */
function withoutListNumber(units: readonly Unit[]): readonly Unit[] {
  const [first, second] = units;
  if (first && /^#{1,6}$/.test(first.lower)) return units.slice(1);
  const numbered = first && second && /^\d{1,3}$/.test(first.lower) && /^[.)]$/.test(second.lower);
  return numbered && units.length > 2 ? units.slice(2) : units;
}

/**
 *     BRENNA, 5 May 2020 (Harbour Agency) – The union said …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ where the report was written; no word of the sentence
 */
function withoutDateline(text: string, units: readonly Unit[]): readonly Unit[] {
  const [first] = units;
  if (!first?.capital || first.quote) return units;
  const opening = text.slice(first.start, first.start + longestDateline);
  // A dateline has its first word in capitals, or its agency in brackets.
  const second = text.charCodeAt(first.start + 1);
  if (second >= 0x61 && second <= 0x7a && !opening.includes("(")) return units;
  const found = dateline.exec(opening);
  if (!found) return units;
  const from = units.findIndex((unit) => unit.start >= first.start + found[0].length);
  return from > 0 ? units.slice(from) : units;
}

/** Longest dateline, in characters. */
const longestDateline = 90;
const dateline =
  /^(?:\p{Lu}{3,}[\p{Lu} .'’-]{0,30}(?:,[^()\n]{1,30})?(?:\([^()\n]{1,40}\) ?)?|\p{Lu}[\p{L} .'’-]{1,30}(?:,[^()\n]{1,30})?\([^()\n]{1,40}\) ?) ?(?:[–—-]|--) /u;

function stretch(text: string, raw: readonly Unit[], paragraph: number): Stretch {
  const marked = raw.some((unit) => unit.lower === "[" || isEmphasis(unit.lower));
  const plain = withoutDateline(text, withoutListNumber(marked ? withoutMarkup(text, raw) : raw));
  let words = 0;
  let capitals = 0;
  for (const unit of plain) {
    if (!opensWithLetter(unit.lower)) continue;
    words++;
    if (unit.capital) capitals++;
  }
  const start = (raw[0] as Unit).start;
  const end = (raw.at(-1) as Unit).end;
  const closed = /[.!?…:;,]["”’)\]*]*$/.test(text.slice(Math.max(start, end - 4), end));
  const headline = words > 2 && (capitals * 10 > words * 7 || (!closed && paragraph < 2));
  return {
    start,
    end,
    units: headline ? plain : plain.map(nameInside),
    paragraph,
    headline,
  };
}

/** A capitalised verb or adjective inside a sentence is a name ("Mr. Hedge said"). */
function nameInside(unit: Unit, index: number, units: readonly Unit[]): Unit {
  if (!unit.capital || index === 0 || !/^(VERB|ADJ|AUX|ADV)$/.test(unit.pos)) return unit;
  const before = units[index - 1] as Unit;
  if (/^[:“("—–-]/.test(before.lower) || unit.lower.length < 3) return unit;
  const { start, end, lower, quote, capital, cue, name } = unit;
  return { start, end, lower, pos: "PROPN", quote, capital, cue, name };
}
