import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import type { Place } from "./clause.ts";
import { fellowsEnd, personAfter } from "./persons.ts";
import { isReflexive } from "./reflexives.ts";
import { eventOf } from "./what.ts";

type Words = Pick<Lexicon, "people" | "counted" | "numerals">;

/** A place without a written number, and what befell those it tells of. */
export type Single = Place & {
  readonly what: string;
  readonly rule: "one-person" | "multiple" | "named" | "oneself";
};

/** What may befall one person so that the article counts as a number. */
export const casualties: ReadonlySet<string> = new Set(["killed", "wounded", "shot"]);

/**
 * For a sentence with a word of what may befall one: one person killed or hurt, told with an article instead of a number; and killings that say
 * themselves how many they befell.
 *
 *     A 25-year-old woman was killed and …        a triple murder
 *     ^^^^^^^^^^^^^^^^^^^ value 1                    ^^^^^^ value 3
 */
export function readSingles(tokens: readonly Token[], words: Words): Single[] {
  const found: Single[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { lower } = tokens[at] as Token;
    const told = lower === "a" || lower === "an" || lower === "another";
    const kin = lower === "his" || lower === "her" || lower === "their";
    const single =
      told || (kin && isOneOfSeveral(tokens, at, words)) || isHeadline(tokens, at, words)
        ? onePerson(tokens, at, told || kin ? at + 1 : at, words)
        : multiple(tokens, at, words);
    if (single) found.push(single);
  }
  return found;
}

/** "killed his wife and son": alone, "his wife" would be told again and again. */
function isOneOfSeveral(tokens: readonly Token[], at: number, { people }: Words): boolean {
  const person = personAfter(tokens, at + 1, people);
  if (person < 0) return false;
  if (fellowsEnd(tokens, person + 1, people) > person + 1) return true;
  // "killed his wife, then himself"
  return tokens.slice(person + 1).some((token) => isReflexive(token.lower));
}

/**
 * A person without an article beside what befell them.
 *
 *     Man killed in Ostra        Police: Bus driver shot        Man kills woman, her son
 *     ^^^                                ^^^^^^^^^^                       ^^^^^
 */
function isHeadline(tokens: readonly Token[], at: number, { people, counted }: Words): boolean {
  const { lower } = tokens[at] as Token;
  const before = tokens[at - 1];
  const governed =
    before !== undefined &&
    people.has(lower) &&
    isCasualty(before.lower, counted) &&
    !ofDeed.has(lower);
  if (at > 0 && before?.lower !== ":" && !governed) return false;
  const person = personAfter(tokens, at, people);
  if (governed) return person === at;
  if (person < 0) return false;
  // "Father, daughter found dead", "Woman and child killed"
  const end = fellowsEnd(tokens, person + 1, people);
  const next = tokens[end]?.lower ?? "";
  return isCasualty(next === "found" ? (tokens[end + 1]?.lower ?? "") : next, counted);
}

/** "murder suspect", "shooting victim": the word before is no verb. */
const ofDeed = new Set(
  "suspect suspects victim victims survivor survivors gunman gunmen shooter defendant".split(" "),
);

function onePerson(
  tokens: readonly Token[],
  at: number,
  from: number,
  words: Words,
): Single | undefined {
  const person = personAfter(tokens, from, words.people);
  if (person >= 0 && isModifier(tokens[person + 1], words)) return undefined;
  const another = tokens[at]?.lower === "another" && isFollowed(tokens, at + 1, words);
  if (person < 0 && !another) return undefined;
  const last = person < 0 ? at : person;
  // "a 9-month-old": the age stands for the person, and is no noun.
  const head = tokens[person]?.lower === "old" ? -1 : last;
  const place = placeFrom(tokens, at, last, 1, head);
  const what = eventOf({ ...place, head: person === last ? head : -1 }, words);
  return what !== null && casualties.has(what) ? { ...place, what, rule: "one-person" } : undefined;
}

/** "a local hospital", "a passenger train": the person's word only says which hospital and train. */
function isModifier(next: Token | undefined, { counted }: Words): boolean {
  return next?.pos === "NOUN" && !counted.has(next.lower) && !whenWords.has(next.lower);
}

const whenWords = new Set(["today", "yesterday", "tonight", "overnight", "early", "late"]);

/** "a double homicide", "the triple fatal shooting" */
function multiple(tokens: readonly Token[], at: number, words: Words): Single | undefined {
  const sense = words.numerals.get((tokens[at] as Token).lower);
  if (sense?.of !== "multiple") return undefined;
  // "a triple-homicide suspect"
  const next = tokens[at + 1]?.lower === "-" ? at + 2 : at + 1;
  const fatal = /^(?:fatal|deadly)$/.test(tokens[next]?.lower ?? "");
  const of = words.counted.get(tokens[fatal ? next + 1 : next]?.lower ?? "")?.as;
  if (of === undefined || !casualties.has(of)) return undefined;
  const place = placeFrom(tokens, at, at, Number(sense.as), -1);
  return { ...place, what: fatal ? "killed" : of, rule: "multiple" };
}

/** A place without a written number: the tokens from `first` to `last` stand for `value` people. */
export function placeFrom(
  tokens: readonly Token[],
  first: number,
  last: number,
  value: number,
  head: number,
): Place {
  const { start } = tokens[first] as Token;
  const { end } = tokens[last] as Token;
  const numeral = {
    start,
    end,
    value,
    range: null,
    sign: null,
    form: "words",
    scaled: false,
  } as const;
  return { numeral, tokens, first, next: last + 1, head, phraseEnd: last + 1 };
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
