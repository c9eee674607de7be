import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import type { Draft } from "./draft.ts";
import { isPlural, mostFellows, personAfter } from "./persons.ts";
import { befallsPeople, isGoverned } from "./what.ts";

/** Those who are told together in one phrase, and how many they are. */
export type Together = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly qualifier: string | null;
  /** The first draft of the phrase: where and when it was is true of all. */
  readonly first: Draft;
};

const links =
  /^\s?(?:,|(?:,\s?)?(?:and|plus|as well as|along with))\s(?:(?:his|her|their|its|the|another)\s)?$/i;
const lastLink = /(?:and|plus|as well as|along with)\s(?:\p{L}+\s)?$/iu;
const partOpener = /\b(?:including|among (?:them|those)|of (?:whom|them|those|these))[^.;:]*$/i;

/** How far before a phrase it is asked whether it is a part of another number, in characters. */
const reach = 60;

/**
 * Adds up those of one sentence whom the same befell and who are told in one phrase; nobody writes
 * the sum, and other texts give nothing else.
 *
 *     Four adults and two children were killed.        It killed his wife and three children.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 6                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 4
 */
export function addTogether(
  plain: string,
  tokens: readonly Token[],
  drafts: readonly Draft[],
  words: Pick<Lexicon, "people" | "counted">,
): Together[] {
  const found: Together[] = [];
  for (let from = 0; from < drafts.length; from++) {
    const first = drafts[from] as Draft;
    if (!isCountOfPeople(first) || first.rule === "oneself") continue;
    let to = from;
    let end = phraseEndOf(first);
    let closed = false;
    while (to + 1 < drafts.length) {
      const next = drafts[to + 1] as Draft;
      const between = plain.slice(end, next.start);
      // "kills woman, her son, himself"
      if (next.rule === "oneself") closed = to > from && next.what === first.what;
      if (next.rule === "oneself") break;
      if (next.what !== first.what || !isCountOfPeople(next) || !links.test(between)) break;
      to++;
      end = phraseEndOf(next);
      closed = lastLink.test(between);
      if (closed) break;
    }
    const chain = drafts.slice(from, to + 1);
    const before = personsBefore(tokens, first, words.people);
    const after = closed ? nobody : personsAfter(tokens, chain.at(-1) as Draft, words);
    from = to;
    const counts = chain.map(({ place }) => place.numeral.value ?? 0);
    const sum = counts.reduce((total, count) => total + count, 0);
    const others = before.count + after.count;
    if (others === 0 && chain.length < 2) continue;
    if (
      chain.length > 1 &&
      !closed &&
      after.count === 0 &&
      !isHeadline(tokens, chain.at(-1) as Draft)
    )
      continue;
    // "12 people, five men and seven women, died": told in full after the number.
    if (counts.length > 2 && (counts[0] ?? 0) * 2 === sum) continue;
    const start = before.count > 0 ? before.start : first.start;
    if (isCutOff(tokens, first.place.first, start, words.counted)) continue;
    if (partOpener.test(plain.slice(Math.max(0, start - reach), start))) continue;
    found.push({
      start,
      end: Math.max(end, after.end),
      value: sum + others,
      qualifier: chain.find(({ qualifier }) => qualifier !== null)?.qualifier ?? null,
      first,
    });
  }
  for (const [at, draft] of drafts.entries()) {
    if (draft.rule !== "oneself") continue;
    const all =
      withOneself(tokens, drafts, at, found, words.counted) ?? oneselfAnd(plain, drafts, at, found);
    if (all === undefined) continue;
    // One figure begins with `first`: the sum of all stands for that of the others.
    const others = found.findIndex(({ first }) => first === all.first);
    if (others >= 0) found[others] = all;
    else found.push(all);
  }
  return found.sort((a, b) => drafts.indexOf(a.first) - drafts.indexOf(b.first));
}

/** How far before "himself" the others are told, in tokens. */
const selfReach = 30;

/** A verb this close behind those counted is their own ("Four shot to death, then …"). */
const ownVerbReach = 3;

/**
 * Whoever killed or shot others and himself is added to them.
 *
 *     He killed his wife and two sons before turning the gun on himself.
 *               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 4
 */
function withOneself(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  at: number,
  sums: readonly Together[],
  counted: Lexicon["counted"],
): Together | undefined {
  const self = drafts[at] as Draft;
  const before = drafts
    .slice(0, at)
    .filter((one) => one.start < self.start)
    .at(-1);
  if (!before || before.what !== self.what || !isCountOfPeople(before)) return undefined;
  if (self.place.first - before.place.phraseEnd > selfReach) return undefined;
  let verbs = 0;
  const of = sums.findLast(({ end }) => end >= before.end && end < self.start);
  let then = isGoverned((of?.first ?? before).place, counted);
  for (let token = before.place.phraseEnd; token < self.place.first; token++) {
    const { lower } = tokens[token] as Token;
    if (lower === ";" || lower === "including" || lower === "among") return undefined;
    then ||= lower === "then";
    const isOwn = token < before.place.phraseEnd + ownVerbReach;
    if (!isOwn && token < self.place.first - 2 && counted.get(lower)?.of === "done") verbs++;
  }
  if (verbs > 0 || !then) return undefined;
  const { value, qualifier, start, first } = of ?? {
    value: before.place.numeral.value ?? 0,
    qualifier: before.qualifier,
    start: before.start,
    first: before,
  };
  return { start, end: self.end, value: value + 1, qualifier, first };
}

/** "shot himself and a woman": the others are told behind. */
function oneselfAnd(
  plain: string,
  drafts: readonly Draft[],
  at: number,
  sums: readonly Together[],
): Together | undefined {
  const self = drafts[at] as Draft;
  const next = drafts[at + 1];
  if (!next || next.what !== self.what || !isCountOfPeople(next)) return undefined;
  if (next.rule === "oneself" || !links.test(plain.slice(self.end, next.start))) return undefined;
  const sum = sums.find(({ first }) => first === next);
  const value = sum?.value ?? next.place.numeral.value ?? 0;
  const end = sum?.end ?? phraseEndOf(next);
  return { start: self.start, end, value: value + 1, qualifier: null, first: self };
}

/**
 * Is somebody told before those that were added up, whom no rule counts?
 *
 *     It killed the skipper, his wife and three children.
 *               ^^^^^^^^^^^
 */
function isCutOff(
  tokens: readonly Token[],
  from: number,
  start: number,
  counted: Lexicon["counted"],
): boolean {
  let at = from - 1;
  while (at >= 0 && (tokens[at] as Token).start >= start) at--;
  if (tokens[at]?.lower !== ",") return false;
  for (let steps = 0; steps < longestBefore && --at >= 0; steps++) {
    const { lower, pos } = tokens[at] as Token;
    if (counted.get(lower)?.of === "done") return true;
    if (pos === "PUNCT" || pos === "ADP" || pos === "AUX" || pos === "VERB") return false;
    if (at === 0) return determiners.has(lower) || pos === "PROPN";
  }
  return false;
}

/** Longest phrase of somebody who is told before, in tokens. */
const longestBefore = 8;

const nobody = { count: 0, end: 0 };

function isCountOfPeople({ what, measure, place, rule }: Draft): boolean {
  const { value, scaled } = place.numeral;
  return (
    what !== null &&
    befallsPeople.has(what) &&
    measure === null &&
    value !== null &&
    !scaled &&
    rule !== "multiple"
  );
}

/** Where the noun phrase of a draft ends, in characters. */
function phraseEndOf({ place, end }: Draft): number {
  return Math.max(end, place.tokens[place.phraseEnd - 1]?.end ?? end);
}

/** "two children, woman shot": without "and" only where a headline goes on with what befell them. */
function isHeadline(tokens: readonly Token[], { place }: Draft): boolean {
  return tokens[place.phraseEnd]?.lower !== "," && tokens.at(-1)?.lower !== ".";
}

const determiners = new Set(["a", "an", "the", "his", "her", "their", "my", "our"]);

const possessives = new Set(["his", "her", "their"]);

/** Persons without a number before "and": "his wife and three children", "Ada Brook and two others". */
function personsBefore(
  tokens: readonly Token[],
  { place, rule }: Draft,
  people: ReadonlySet<string>,
): { readonly count: number; readonly start: number } {
  const none = { count: 0, start: 0 };
  let at = place.first - 1;
  if (rule !== "one-person" && determiners.has(tokens[at]?.lower ?? "")) at--;
  const comma = tokens[at]?.lower === ",";
  if (tokens[at]?.lower !== "and" && !comma) return none;
  at--;
  const last = tokens[at];
  if (last === undefined) return none;
  // "Mother, two children found dead"
  if (at === 0 && people.has(last.lower) && !isPlural(last.lower))
    return { count: 1, start: last.start };
  if (comma) return none;
  if (people.has(last.lower) && last.pos !== "PROPN") {
    let first = at;
    while (first > 0 && at - first < 5 && !determiners.has((tokens[first] as Token).lower)) first--;
    const opener = tokens[first] as Token;
    // "a man and two boys": the article is a figure of its own.
    if (opener.lower === "a" || opener.lower === "an" || !determiners.has(opener.lower))
      return none;
    if (personAfter(tokens, first + 1, people) !== at) return none;
    return tokens[first - 1]?.pos === "ADP" ? none : { count: 1, start: opener.start };
  }
  // "Ada Brook and two others", "Ada Brook and her two sons"
  const kin = possessives.has(tokens[place.first - 1]?.lower ?? "");
  if (!kin && place.tokens[place.head]?.lower !== "others" && tokens[place.next]?.lower !== "other")
    return none;
  return namesBefore(tokens, at);
}

/** "Ada Brook, 25, Bo Lind and two others": the names that end at `last`. */
function namesBefore(
  tokens: readonly Token[],
  last: number,
): { readonly count: number; readonly start: number } {
  let count = 0;
  let start = 0;
  let at = last;
  while (count < mostFellows) {
    if (tokens[at]?.lower === ",") at--;
    if (tokens[at]?.pos === "NUM" && tokens[at - 1]?.lower === ",") at -= 2;
    const end = at;
    while (at >= 0 && tokens[at]?.pos === "PROPN") at--;
    if (at === end || tokens[at]?.pos === "ADP") break;
    count++;
    start = (tokens[at + 1] as Token).start;
    if (tokens[at]?.lower !== ",") break;
  }
  return { count, start };
}

const singulars = new Set(["who", "was", "is", "has", "―", "—"]);

function isArticle(token: Token | undefined): boolean {
  return token?.lower === "a" || token?.lower === "an";
}

/** Persons without a number behind the phrase: "two children and their mother", "a man, son and girl". */
function personsAfter(
  tokens: readonly Token[],
  { place, rule }: Draft,
  { people, counted }: Pick<Lexicon, "people" | "counted">,
): { readonly count: number; readonly end: number } {
  let found = nobody;
  let closed = false;
  let at = place.phraseEnd;
  while (!closed && found.count < mostFellows) {
    const comma = tokens[at]?.lower === ",";
    if (comma) at++;
    closed = tokens[at]?.lower === "and";
    if (closed) at++;
    if (!comma && !closed) break;
    // "Storm kills man, injures child"
    if (counted.get(tokens[at]?.lower ?? "")?.of === "done") break;
    const determined = determiners.has(tokens[at]?.lower ?? "");
    const person = personAfter(tokens, determined ? at + 1 : at, people);
    if (person < 0 || (!determined && person > at + 1)) break;
    // "a father and student who sang" is one, "a father and son were hurt" are two.
    const isOne = rule === "one-person" && !determined && !comma && found.count === 0;
    if (isOne && isArticle(tokens[place.first]) && singulars.has(tokens[person + 1]?.lower ?? ""))
      return nobody;
    found = { count: found.count + 1, end: (tokens[person] as Token).end };
    at = person + 1;
  }
  // Without "and" it must be a headline that says at once what befell them.
  return closed || (tokens.at(-1)?.lower !== "." && at < tokens.length) ? found : nobody;
}
