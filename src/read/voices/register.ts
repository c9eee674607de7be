import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Prose } from "../sentences/prose.ts";

/** How a paragraph is written, as far as it tells one writer from another. */
export type Register = {
  /** Begins its sentences in lower case; null where nothing tells (it begins with a number). */
  readonly opensLower: boolean | null;
  /** Lower case, or the spellings of a chat. */
  readonly chat: boolean;
  /** How many spellings of a chat it has ("lol", "ppl", a lower-case "i"). */
  readonly informal: number;
  /** Opens with a word that goes on from what was said. */
  readonly goesOn: boolean;
};

/** The first letter stands within so many characters. */
const openingLength = 20;

/** Makes the function that reads the registers of paragraphs, given by their indices. */
export function createRegisterReader(
  lexicon: Lexicon,
): (prose: Prose, indices: readonly number[]) => Register[] {
  const read = createOneReader(lexicon);
  return (prose, indices) => {
    if (indices.length === 0) return [];
    const traits = read.traits(prose.tokens);
    return indices.map((index) => read.one(prose, index, traits));
  };
}

function createOneReader(lexicon: Lexicon): {
  readonly traits: (tokens: Prose["tokens"]) => Uint16Array;
  readonly one: (prose: Prose, index: number, traits: Uint16Array) => Register;
} {
  const { informal } = lexicon.threads;
  const readTraits = createTraits([(word) => informal.has(word), (word) => word === "i"]);
  const goesOn = lexicon.threads["goes-on"];
  const one = (
    { text, paragraphs, sentences, tokens }: Prose,
    index: number,
    traits: Uint16Array,
  ): Register => {
    const span = paragraphs[index];
    if (!span) return { opensLower: null, chat: false, informal: 0, goesOn: false };
    const first = sentences[lowerBound(sentences, index)];
    const words = first ? tokens.slice(first.firstToken, first.firstToken + 3) : [];
    const slice = text.slice(span.start, Math.min(span.end, span.start + openingLength));
    const letter = /^[\s"“'‘*_(]*(\p{L})/u.exec(slice)?.[1];
    const opensLower = letter === undefined ? null : letter !== letter.toUpperCase();
    let count = 0;
    for (let at = first?.firstToken ?? 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token || token.start >= span.end) break;
      const bits = traits[at] as number;
      if (bits === 0) continue;
      if ((bits & 1) !== 0 || text[token.start] === "i") count++;
    }
    const opening = words.map((token) => token.lower);
    return {
      opensLower,
      chat: opensLower === true || count > 0,
      informal: count,
      goesOn: goesOn.has(opening[0] ?? "") || goesOn.has(opening.slice(0, 2).join(" ")),
    };
  };
  return { traits: readTraits, one };
}

/** Index of the first sentence of paragraph `index`; sentences are sorted by paragraph. */
function lowerBound(sentences: Prose["sentences"], index: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.paragraph ?? index) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
