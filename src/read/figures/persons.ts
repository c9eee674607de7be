import type { Token } from "../sentences/prose.ts";

/** How many tokens the phrase of a person may have before its noun ("an off-duty police officer"). */
const longestPhrase = 8;

const modifiers = new Set(["ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT", "SYM"]);

const breaks = new Set([",", ".", ";", ":", "(", ")", "–", "—", "--", "|"]);

/** Words for several people that do not end in s. */
const pluralForms = new Set(["men", "women", "people", "children", "ppl", "staff", "personnel"]);

/** Is this word of people, in lower case, one for several? */
export function isPlural(word: string): boolean {
  return word.endsWith("s") || word.endsWith("men") || pluralForms.has(word);
}

/**
 * The token that ends the phrase of one person that begins at `from`, or -1.
 *
 *     a 25-year-old off-duty guard        a 9-month-old was hurt
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^
 */
export function personAfter(
  tokens: readonly Token[],
  from: number,
  people: ReadonlySet<string>,
): number {
  let head = -1;
  let aged = -1;
  for (let at = from; at < tokens.length && at < from + longestPhrase; at++) {
    const token = tokens[at] as Token;
    const { lower } = token;
    if (breaks.has(lower)) break;
    if (people.has(lower) && (token.pos === "NOUN" || token.pos === "PROPN" || head < 0)) head = at;
    else if (head >= 0) break;
    else if (!modifiers.has(token.pos) && !/^(?:year|old|-|\d+)/.test(lower)) break;
    if (lower === "old" && isAgeUnit(tokens[at - 2])) aged = at;
  }
  if (head < 0) return aged >= 0 && !isNoun(tokens[aged + 1]) ? aged : -1;
  return isPlural((tokens[head] as Token).lower) ? -1 : head;
}

function isAgeUnit(token: Token | undefined): boolean {
  return token !== undefined && /^(?:year|month|week|day)s?$/.test(token.lower);
}

function isNoun(token: Token | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN" || token?.pos === "ADJ";
}

/** Longest noun phrase that a comma or "and" adds to a subject, in tokens. */
const longestFellow = 6;

/** So many are told together at most, one by one. */
export const mostFellows = 12;

const phraseParts = new Set(["NUM", "DET", "ADJ", "NOUN", "PROPN"]);
const possessives = new Set(["his", "her", "their", "its", "my", "our"]);

/**
 * The token after those who are told together with a subject that ends at `from`.
 *
 *     12 sailors and four pilots were killed        two children, woman shot
 *               ^^^^^^^^^^^^^^^^                                ^^^^^^^
 */
export function fellowsEnd(
  tokens: readonly Token[],
  from: number,
  people: ReadonlySet<string>,
): number {
  let end = from;
  for (let count = 0; count < mostFellows; count++) {
    let at = end;
    const comma = tokens[at]?.lower === ",";
    if (comma) at++;
    const and = tokens[at]?.pos === "CCONJ";
    if (and) at++;
    if (!comma && !and) return end;
    const next = fellowEnd(tokens, at, people, and && !comma);
    if (next < 0) return end;
    end = next;
    if (and) return end;
  }
  return end;
}

/** The token after one fellow subject that begins at `from`, or -1 where there is none. */
function fellowEnd(
  tokens: readonly Token[],
  from: number,
  people: ReadonlySet<string>,
  last: boolean,
): number {
  let at = from;
  if (possessives.has(tokens[at]?.lower ?? "")) at++;
  if (tokens[at]?.lower === "a" || tokens[at]?.lower === "an") {
    const one = personAfter(tokens, at + 1, people);
    if (one >= 0) return one + 1;
  }
  let person = -1;
  let spoken = false;
  while (at < tokens.length && at < from + longestFellow) {
    const token = tokens[at] as Token;
    // "four passengers dead", "a woman shot": the person ends the phrase, however the next is tagged.
    if (!phraseParts.has(token.pos) || (person === at - 1 && !people.has(token.lower))) break;
    if (people.has(token.lower)) person = at;
    spoken ||= token.pos !== "PROPN";
    at++;
  }
  if (person === at - 1 && person >= from) return at;
  // Whoever they are, "and" adds them where the verb of both follows.
  return last && spoken && at > from && tokens[at]?.pos === "AUX" ? at : -1;
}
