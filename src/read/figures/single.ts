import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import type { Place } from "./clause.ts";
import { eventOf } from "./what.ts";

/** What may befall one person so that the article counts as a number. */
const casualties = new Set(["killed", "wounded", "shot"]);

const modifiers = new Set(["ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT", "SYM"]);

/**
 * One person killed or hurt, told with an article instead of a number.
 *
 *     A 25-year-old woman was killed and …
 *     ^^^^^^^^^^^^^^^^^^^ figure, value 1
 */
export function readSingles(
  tokens: readonly Token[],
  words: Pick<Lexicon, "people" | "counted">,
): (Place & { readonly what: string })[] {
  const found: (Place & { readonly what: string })[] = [];
  if (!tokens.some(({ lower }) => isCasualty(lower, words.counted))) return found;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.lower !== "a" && token.lower !== "an" && token.lower !== "another") continue;
    const person = personAfter(tokens, at + 1, words.people);
    if (person < 0 && !(token.lower === "another" && isFollowed(tokens, at + 1, words))) continue;
    const head = person < 0 ? at : person;
    const numeral = {
      start: token.start,
      end: (tokens[head] as Token).end,
      value: 1,
      range: null,
      sign: null,
      form: "words",
      scaled: false,
    } as const;
    const place: Place = { numeral, tokens, first: at, next: head, head, phraseEnd: head + 1 };
    const end = endOfPair(tokens, head + 1, words.people);
    const what = eventOf({ ...place, phraseEnd: end, next: end, head: person }, words);
    if (what !== null && casualties.has(what)) found.push({ ...place, what });
  }
  return found;
}

/** Is this a word, in lower case, of what may befall one person? */
export function isCasualty(word: string, counted: Lexicon["counted"]): boolean {
  return casualties.has(counted.get(word)?.as ?? "");
}

/** "killed two and injured another", "another was hurt" */
function isFollowed(
  tokens: readonly Token[],
  at: number,
  { counted }: Pick<Lexicon, "counted">,
): boolean {
  const next = tokens[at];
  return (
    next === undefined ||
    next.pos === "AUX" ||
    next.pos === "PUNCT" ||
    next.pos === "ADP" ||
    counted.has(next.lower)
  );
}

/** The last person noun of the phrase that begins at `from`, or -1. */
function personAfter(tokens: readonly Token[], from: number, people: ReadonlySet<string>): number {
  let head = -1;
  for (let at = from; at < tokens.length && at < from + 8; at++) {
    const token = tokens[at] as Token;
    if (token.lower === "," || token.lower === "." || token.lower === ";") break;
    if (people.has(token.lower) && (token.pos === "NOUN" || token.pos === "PROPN" || head < 0))
      head = at;
    else if (head >= 0) break;
    else if (!modifiers.has(token.pos) && !/^(?:year|old|-|\d+)/.test(token.lower)) break;
  }
  return head >= 0 && !tokens[head]?.lower.endsWith("ren") && !isPlural(tokens[head]?.lower ?? "")
    ? head
    : -1;
}

/** "a boy and a man were killed": the token after the last of the persons that stand together. */
function endOfPair(tokens: readonly Token[], from: number, people: ReadonlySet<string>): number {
  const [link, article] = [tokens[from]?.lower, tokens[from + 1]?.lower];
  if (link !== "and" || (article !== "a" && article !== "an" && article !== "another")) return from;
  const other = personAfter(tokens, from + 2, people);
  return other < 0 ? from : other + 1;
}

function isPlural(word: string): boolean {
  return word.endsWith("s") || word === "men" || word === "women" || word === "people";
}
