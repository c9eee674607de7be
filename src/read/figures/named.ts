import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import { mostFellows, personAfter } from "./persons.ts";
import { placeFrom, type Single } from "./single.ts";
import { befallsPeople, eventAround } from "./what.ts";

/** One of several people who are told by name. */
type Named = {
  /** The token after the phrase. */
  readonly end: number;
  /** Cannot be taken for a place or a company: two names or more, or an age. */
  readonly certain: boolean;
};

/**
 * Several people told by their names whom the same befell; nobody writes how many they are.
 *
 *     Ada Brook, 25, and Bo Lind, 31, were killed.        the deaths of Ada Brook and her son
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ value 2                            ^^^^^^^^^^^^^^^^^^^^^
 */
export function readNamed(
  tokens: readonly Token[],
  words: Pick<Lexicon, "people" | "counted">,
): Single[] {
  const found: Single[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!startsName(tokens, at)) continue;
    const list = listFrom(tokens, at, words.people);
    if (list === undefined) {
      while (isNamePart(tokens, at + 1)) at++;
      continue;
    }
    const { last, end, count } = list;
    const place = placeFrom(tokens, at, last, count, -1);
    const what = isOfCounted(tokens, at) ? null : eventAround({ ...place, phraseEnd: end }, words);
    if (what !== null && befallsPeople.has(what)) found.push({ ...place, what, rule: "named" });
    at = last;
  }
  return found;
}

function startsName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (tokens[at]?.pos !== "PROPN" || before?.pos === "PROPN" || before?.lower === "the")
    return false;
  // "Two shot - Vell News, Weather and Sports"
  if (dashes.has(before?.lower ?? "")) return false;
  // "taken to Vell Hospital and Medical Center"
  return before?.pos !== "ADP" || before.lower === "of";
}

const dashes = new Set(["-", "–", "—", "|"]);

const quoteMarks = new Set(['"', "“", "”", "'", "‘", "’"]);

/** Does the name go on here: another name, a hyphen, a by-name in quotation marks? */
function isNamePart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === "PROPN") return true;
  if (token.lower === "-") return tokens[at + 1]?.pos === "PROPN";
  return (
    quoteMarks.has(token.lower) &&
    (tokens[at + 1]?.pos === "PROPN" || tokens[at - 2]?.lower === token.lower)
  );
}

type List = { readonly last: number; readonly end: number; readonly count: number };

/** The people told by name from `at` on, at least two and joined by "and"; `end` is behind a comma. */
function listFrom(
  tokens: readonly Token[],
  at: number,
  people: ReadonlySet<string>,
): List | undefined {
  const first = namedFrom(tokens, at);
  if (first === undefined) return undefined;
  let { certain, end } = first;
  let count = 1;
  let closed = false;
  while (!closed && count < mostFellows) {
    let next: number = end;
    const comma = tokens[next]?.lower === "," || tokens[next]?.lower === ";";
    if (comma) next++;
    closed = tokens[next]?.lower === "and";
    if (closed) next++;
    if (!comma && !closed) return undefined;
    const other: Named | undefined = namedFrom(tokens, next) ?? kinFrom(tokens, next, people);
    if (other === undefined) return undefined;
    certain ||= other.certain;
    end = other.end;
    count++;
  }
  if (!closed || !certain) return undefined;
  const after = behindAges(tokens, end);
  const next = tokens[after];
  // "Ada Brook and Bo Lind Park", "Ada Brook and Bo Lind's car"
  if (next?.pos === "NOUN" || next?.lower === "'s" || next?.lower === "'") return undefined;
  return { last: end - 1, end: after, count };
}

/** "Ada Brook, 25", "Bo Lind (31)", "23-year-old Ada Brook", "Ada Brook, 25, of Vell" */
function namedFrom(tokens: readonly Token[], from: number): Named | undefined {
  let at = from;
  let aged = false;
  const age = ageEnd(tokens, at);
  if (age > at) {
    aged = true;
    at = age;
  }
  const first = at;
  if (tokens[at]?.pos !== "PROPN") return undefined;
  let ofPlace = true;
  while (isNamePart(tokens, at)) {
    // "New York", "the Danes": not one word that may be somebody's own.
    if ((tokens[at] as Token).name < 2) ofPlace &&= (tokens[at] as Token).pos !== "PROPN";
    at++;
  }
  if (ofPlace) return undefined;
  const several = at - first > 1;
  if (tokens[at]?.lower === "," && isAge(tokens[at + 1])) {
    at += 2;
    aged = true;
  } else if (tokens[at]?.lower === "(" && isAge(tokens[at + 1]) && tokens[at + 2]?.lower === ")") {
    at += 3;
    aged = true;
  }
  const comma = tokens[at]?.lower === "," ? at + 1 : at;
  const of = tokens[comma]?.lower;
  if ((of === "of" || of === "from") && tokens[comma + 1]?.pos === "PROPN") {
    at = comma + 1;
    while (tokens[at]?.pos === "PROPN") at++;
  }
  return { end: at, certain: several || aged };
}

const kin = new Set(["his", "her", "their"]);

/** "her son", "his wife, Ada Brook" after a name. */
function kinFrom(
  tokens: readonly Token[],
  from: number,
  people: ReadonlySet<string>,
): Named | undefined {
  if (!kin.has(tokens[from]?.lower ?? "")) return undefined;
  const person = personAfter(tokens, from + 1, people);
  if (person < 0) return undefined;
  const next = tokens[person + 1]?.lower === "," ? person + 2 : person + 1;
  const name = next === person + 1 ? undefined : namedFrom(tokens, next);
  return { end: name?.end ?? person + 1, certain: true };
}

/** The token after "23-year-old" or "24 year old" that begins at `at`, else `at`. */
function ageEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.pos !== "NUM") return at;
  for (let next = at + 1; next <= at + 4; next++)
    if (tokens[next]?.lower === "old") return next + 1;
  return at;
}

function isAge(token: Token | undefined): boolean {
  return token?.pos === "NUM" && token.lower.length <= 2;
}

/** "Ada Brook and Bo Lind, both 16, were": the token where the clause goes on. */
function behindAges(tokens: readonly Token[], from: number): number {
  let at = from;
  if (tokens[at]?.lower === "," && tokens[at + 1]?.lower === "both" && isAge(tokens[at + 2]))
    at += 3;
  const next = tokens[at + 1]?.pos;
  return tokens[at]?.lower === "," && (next === "AUX" || next === "VERB" || next === "ADV")
    ? at + 1
    : at;
}

/** How far before a list those are counted of whom it gives the names, in tokens. */
const countReach = 10;

/** "two men, Ada Brook and Bo Lind,": the names of those who were counted. */
function isOfCounted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.lower === "both") return true;
  if (before?.pos !== "PUNCT" && before?.pos !== "NOUN") return false;
  for (let back = at - 1; back >= 0 && back >= at - countReach; back--)
    if (tokens[back]?.pos === "NUM" || tokens[back]?.lower === "both") return true;
  return false;
}
