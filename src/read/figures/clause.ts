import type { Sense } from "../../lexicon/senses.ts";
import type { Token } from "../sentences/prose.ts";
import type { Numeral } from "./numbers.ts";

/** A number in its sentence: the tokens around it, and the noun phrase it opens. */
export type Place = {
  readonly numeral: Numeral;
  readonly tokens: readonly Token[];
  /** First token of the number, and the token after it. */
  readonly first: number;
  readonly next: number;
  /** The token after the counted noun phrase; `next` where there is none. */
  readonly phraseEnd: number;
  /** Index of the head noun, or -1. */
  readonly head: number;
};

/** How far a noun phrase reaches past its number, in tokens. */
const longestPhrase = 8;

const modifiers = new Set(["ADJ", "NOUN", "PROPN", "ADV"]);
const bridges = new Set([
  "of",
  "the",
  "these",
  "those",
  "its",
  "their",
  "more",
  "other",
  "or",
  "so",
]);

/**
 * Sets a number among the tokens of its sentence.
 *
 *     more than 600,000 ethnically cleansed villagers fled
 *               ^^^^^^^ numeral             ^^^^^^^^^ head
 */
export function placeOf(
  numeral: Numeral,
  tokens: readonly Token[],
  numerals: readonly Numeral[],
  { opensUnit, events }: { opensUnit: boolean; events: ReadonlyMap<string, Sense> },
): Place {
  let first = tokens.findIndex((token) => token.end > numeral.start);
  if (first < 0) first = tokens.length;
  let next = first;
  while (next < tokens.length && (tokens[next] as Token).start < numeral.end) next++;
  let head = -1;
  let at = next;
  const limit = Math.min(tokens.length, next + longestPhrase);
  for (; at < limit; at++) {
    const token = tokens[at] as Token;
    if (numerals.some(({ start, end }) => start < token.end && token.start < end)) break;
    if (token.pos === "NOUN" || token.pos === "PROPN") {
      // "three others wounded": participles are tagged as nouns now and then.
      if (head >= 0 && events.has(token.lower) && events.get(token.lower)?.of !== "noun") break;
      if (head >= 0 && isPluralNoun(tokens[head] as Token) && token.pos === "PROPN") break;
      head = at;
      continue;
    }
    if (head >= 0 && !(isHyphen(token) && isGlued(tokens, at))) break;
    if (modifiers.has(token.pos) || isHyphen(token)) continue;
    if (isParticiple(token) && leadsToNoun(tokens, at, limit)) continue;
    if (bridges.has(token.lower) && at - next < 3 && (opensUnit || token.lower !== "of")) continue;
    if (token.lower === "%" || token.pos === "SYM") continue;
    break;
  }
  return { numeral, tokens, first, next, head, phraseEnd: head >= 0 ? head + 1 : next };
}

function isPluralNoun(token: Token): boolean {
  return token.pos === "NOUN" && token.lower.endsWith("s");
}

function isHyphen(token: Token): boolean {
  return token.lower === "-" || token.lower === "‑" || token.lower === "–";
}

/** Is the hyphen at `at` written without spaces on both sides? */
function isGlued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
}

function isParticiple(token: Token): boolean {
  return token.pos === "VERB" && /(?:ed|ing|en|wn)$/.test(token.lower);
}

/** "cleansed villagers", not "wounded in the attack". */
function leadsToNoun(tokens: readonly Token[], at: number, limit: number): boolean {
  const after = tokens[at + 1];
  return at + 1 < limit && (after?.pos === "NOUN" || after?.pos === "PROPN");
}
