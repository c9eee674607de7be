import { firstEnding } from "../../document/span.ts";
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
 *     more than 450,000 recently uprooted villagers fled
 *               ^^^^^^^ numeral           ^^^^^^^^^ head
 */
export function placeOf(
  numeral: Numeral,
  tokens: readonly Token[],
  following: Numeral | undefined,
  { counted, people }: { counted: ReadonlyMap<string, Sense>; people: ReadonlySet<string> },
): Place {
  const first = firstEnding(tokens, numeral.start);
  let next = first;
  while (next < tokens.length && (tokens[next] as Token).start < numeral.end) next++;
  let head = -1;
  let at = next;
  const limit = Math.min(tokens.length, next + longestPhrase);
  for (; at < limit; at++) {
    const token = tokens[at] as Token;
    if (following && following.start < token.end) break;
    // "8 dead", "four found dead", "three others wounded" are tagged as nouns now and then.
    if (found.has(token.lower)) break;
    const event = counted.get(token.lower)?.of;
    if (event !== undefined && event !== "noun" && (head >= 0 || !leadsToNoun(tokens, at, limit)))
      break;
    if (token.pos === "NOUN" || token.pos === "PROPN") {
      // "32 people Marrish radio said", "900 civilians hostage": a plural head ends the phrase.
      if (head >= 0 && isPlural(tokens[head] as Token) && !isPlural(token)) break;
      head = at;
      continue;
    }
    // "35 Marrish-linked accounts"
    const glued = isHyphen(token) ? at : at - 1;
    if (head >= 0 && !(isHyphen(tokens[glued] as Token) && isGlued(tokens, glued))) break;
    if (modifiers.has(token.pos) || isHyphen(token)) continue;
    if (isParticiple(token) && leadsToNoun(tokens, at, limit)) continue;
    const few = token.lower === "of" && isFew(numeral) && !isOfPeople(tokens, at, people);
    if (bridges.has(token.lower) && at - next < 3 && !few) continue;
    if (token.lower === "%" || token.pos === "SYM") continue;
    break;
  }
  return { numeral, tokens, first, next, head, phraseEnd: head >= 0 ? head + 1 : next };
}

/** "two of those men" */
function isOfPeople(tokens: readonly Token[], of: number, people: ReadonlySet<string>): boolean {
  for (let at = of + 2; at < of + 5; at++) if (people.has(tokens[at]?.lower ?? "")) return true;
  return false;
}

/** "two of the boats" counts no boats of its own; "nearly 700 of the leading firms" may. */
function isFew({ value }: Numeral): boolean {
  return value !== null && value < 10;
}

function isPlural({ pos, lower }: Token): boolean {
  return pos === "NOUN" && (/[^s]s$/.test(lower) || irregular.has(lower));
}

/** Words that link those counted with the state they were in, or with who says so. */
const found = new Set(
  "found left feared believed confirmed reported pronounced presumed declared saying adding".split(
    " ",
  ),
);

const irregular = new Set(["people", "men", "women", "children"]);

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
  return (
    at + 1 < limit && (after?.pos === "NOUN" || after?.pos === "PROPN") && !found.has(after.lower)
  );
}
