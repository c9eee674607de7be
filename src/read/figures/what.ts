import type { Sense } from "../../lexicon/senses.ts";
import type { Token } from "../sentences/prose.ts";
import type { Place } from "./clause.ts";

export type Counted = ReadonlyMap<string, Sense>;

/** How far a word that says what is counted may stand from the number, in tokens. */
const reach = 12;

/** The same for a number that stands alone ("41 were hurt"). */
const bareReach = 4;

/**
 * What befell those that are counted, from the clause, or null.
 *
 *     The blast killed 16 people and wounded 41 more.     Three others were found dead.
 *               ^^^^^^               ^^^^^^^                                     ^^^^
 */
export function eventOf(
  place: Place,
  { counted, people }: { counted: Counted; people: ReadonlySet<string> },
): string | null {
  const { tokens, phraseEnd } = place;
  const ownVerb = tokens[phraseEnd]?.pos === "AUX";
  const event =
    headEvent(place, counted) ??
    (ownVerb ? saidAfter(place, counted) : null) ??
    governedBy(place, counted) ??
    saidAfter(place, counted) ??
    namedBefore(place, counted);
  return event !== null && befallsPeople.has(event) && !mayBePeople(place, counted, people)
    ? null
    : event;
}

/** What befalls people, so that a number alone ("killing two") counts people. */
export const befallsPeople: ReadonlySet<string> = new Set([
  "killed",
  "wounded",
  "shot",
  "casualties",
  "displaced",
  "arrested",
  "missing",
  "rescued",
  "infected",
  "attended",
]);

/** "two counts of murder" and "12 bullets" are not killed; "16 Marrish", "12 guardsmen" may be. */
function mayBePeople(
  { tokens, head, numeral }: Place,
  counted: Counted,
  people: ReadonlySet<string>,
): boolean {
  const token = tokens[head];
  if (token === undefined || numeral.form === "vague") return true;
  if (token.pos === "PROPN" || people.has(token.lower)) return true;
  return (
    counted.get(token.lower)?.of === "noun" ||
    /(?:ers|ors|ists|ians|men|ees|ants)$/.test(token.lower)
  );
}

/** "16 deaths", "the 41 wounded" */
function headEvent({ tokens, head, next }: Place, counted: Counted): string | null {
  const at = head >= 0 ? head : next;
  const sense = counted.get(tokens[at]?.lower ?? "");
  if (head >= 0) {
    for (const token of tokens.slice(next, head)) {
      const modifier = counted.get(token.lower);
      if (modifier?.of === "state" || (modifier && isParticiple(modifier, token)))
        return modifier.as;
    }
    if (sense?.of === "noun") return sense.as;
    return sense && isParticiple(sense, tokens[at]) ? refined(tokens, at, sense.as) : null;
  }
  if (sense?.of !== "state" && sense?.of !== "done" && sense?.of !== "noun") return null;
  return takesObject(tokens, at) ? null : refined(tokens, at, sense.as);
}

/** "55 wounded": a participle that stands for those it befell. */
function isParticiple(sense: Sense | undefined, token: Token | undefined): boolean {
  return sense?.of === "done" && /(?:ed|en|hurt|shot)$/.test(token?.lower ?? "");
}

/** The active verb before the number, with nothing but its other objects between. */
function governedBy({ tokens, first }: Place, counted: Counted): string | null {
  for (let at = first - 1; at >= 0 && at >= first - reach; at--) {
    const token = tokens[at] as Token;
    const sense = counted.get(token.lower);
    if (sense?.of === "done" && (token.pos === "VERB" || token.pos === "ADJ" || at === first - 1)) {
      if (isPassive(tokens, at)) return null;
      return refined(tokens, at, sense.as);
    }
    if (sense?.of === "noun" && (token.lower === "lives" || token.lower === "life"))
      return sense.as;
    if (token.pos === "VERB" || token.pos === "AUX" || token.pos === "SCONJ") return null;
    if (token.lower === "when" || token.lower === "where") return null;
    if (token.pos === "ADP" && !objectPrepositions.has(token.lower)) return null;
    if (token.pos === "PUNCT" && token.lower !== "," && token.lower !== "-") return null;
    if (token.lower === "," && tokens[at - 1]?.pos === "VERB") return null;
  }
  return null;
}

const objectPrepositions = new Set([
  "of",
  "at",
  "as",
  "over",
  "up",
  "to",
  "about",
  "around",
  "than",
  "under",
  "nearly",
]);

/** "were killed", "have been wounded", "died", "found dead" after the phrase. */
function saidAfter({ tokens, phraseEnd, numeral, head }: Place, counted: Counted): string | null {
  const limit = Math.min(tokens.length, phraseEnd + (head < 0 ? bareReach : reach));
  let aside = false;
  for (let at = phraseEnd; at < limit; at++) {
    const token = tokens[at] as Token;
    if (token.start < numeral.end) continue;
    if (isLossOfLife(tokens, at)) return "killed";
    const sense = counted.get(token.lower);
    if (sense && sense.of !== "noun") {
      if (sense.of === "undergone" || sense.of === "state") return refined(tokens, at, sense.as);
      if (isPassive(tokens, at)) return refined(tokens, at, sense.as);
      if (takesObject(tokens, at) || token.lower.endsWith("ing")) return null;
      if (at === phraseEnd || at === phraseEnd + 1) return refined(tokens, at, sense.as);
    }
    if (token.lower === ";" || token.lower === ":" || token.lower === "." || token.lower === "—")
      return null;
    if (aside) {
      // "41 sailors, including nine cadets, are missing": on at the verb of the whole.
      aside = token.pos !== "AUX";
      continue;
    }
    aside = token.lower === "including" || token.lower === "among";
    if (token.lower === "," && !isRelative(tokens[at + 1])) return null;
    if (token.pos === "NUM" && at > phraseEnd) return null;
    if (token.pos === "PRON" && !isRelative(token) && at > phraseEnd + 1) return null;
    if ((token.pos === "SCONJ" && token.lower !== "that") || token.lower === "when") return null;
    const fellow = token.pos === "CCONJ" ? otherSubject(tokens, at + 1) : -1;
    if (fellow > 0) {
      // "12 sailors and four pilots were killed": on at the verb of both.
      at = fellow - 1;
      continue;
    }
    if (
      token.pos === "CCONJ" &&
      counted.get(tokens[at + 1]?.lower ?? "") === undefined &&
      counted.get(tokens[at + 2]?.lower ?? "") === undefined
    )
      return null;
  }
  return null;
}

/** "lost their lives" */
function isLossOfLife(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:lost|lose|losing)$/.test(tokens[at]?.lower ?? "") &&
    /^(?:their|his|her)$/.test(tokens[at + 1]?.lower ?? "") &&
    /^(?:lives|life)$/.test(tokens[at + 2]?.lower ?? "")
  );
}

/** Longest noun phrase that "and" adds to a subject, in tokens. */
const longestFellow = 6;

/** The verb after a second subject that begins at `from`, or -1. */
function otherSubject(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + longestFellow && /^(?:NUM|DET|ADJ|NOUN|PROPN)$/.test(tokens[at]?.pos ?? ""))
    at++;
  return at > from && tokens[at]?.pos === "AUX" ? at : -1;
}

const relatives = new Set(["who", "which", "that", "whom", "including", "among"]);

function isRelative(token: Token | undefined): boolean {
  return token !== undefined && relatives.has(token.lower);
}

/** "The death toll rose to 16", "deaths: 16", "injuries to 12 people" */
function namedBefore({ tokens, first }: Place, counted: Counted): string | null {
  for (let at = first - 1; at >= 0 && at >= first - 9; at--) {
    const token = tokens[at] as Token;
    const sense = counted.get(token.lower);
    if (sense?.of === "noun") return sense.as;
    // "the number of dead"
    if (sense?.of === "state" && tokens[at - 1]?.lower === "of") return sense.as;
    if (token.pos === "NUM" || token.lower === "," || token.lower === ";" || token.lower === "and")
      return null;
  }
  return null;
}

const beForms = new Set([
  "was",
  "were",
  "is",
  "are",
  "be",
  "been",
  "being",
  "got",
  "get",
  "'s",
  "'re",
]);

/** A form of "be" before the participle, adverbs and coordinated participles skipped. */
function isPassive(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 5; back--) {
    const token = tokens[back] as Token;
    if (beForms.has(token.lower)) return true;
    if (
      token.pos !== "ADV" &&
      token.pos !== "PART" &&
      token.lower !== "and" &&
      token.lower !== "or" &&
      !/(?:ed|shot|hurt|found|left)$/.test(token.lower)
    )
      return false;
  }
  return false;
}

/** "Two gunmen killed five": the verb has its own object. */
function takesObject(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (hedges.has(tokens[next]?.lower ?? "")) next++;
  const after = tokens[next];
  if (after === undefined) return false;
  if (next > at + 1) return after.pos === "NUM" || after.pos === "NOUN";
  return objects.has(after.pos) && !notObject.test(after.lower);
}

const objects = new Set(["DET", "PRON", "NUM", "PROPN", "NOUN", "ADJ"]);
const notObject =
  /^(?:dead|last|early|late|overnight|today|yesterday|\p{L}*(?:day|morning|night|evening|afternoon))$/u;

/** Words of a qualifier between a verb and its object ("killed at least 16"). */
const hedges = new Set(
  "at least most more than over up to as many nearly almost about around some fewer less only just".split(
    " ",
  ),
);

const toDeath = new Set(["dead", "death", "killed", "killing", "fatally", "mortally"]);

/** "shot dead", "fatally wounded", "stabbed to death" are killings. */
function refined(tokens: readonly Token[], at: number, as: string): string {
  if (as !== "shot" && as !== "wounded") return as;
  const near = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  return near.some((token) => toDeath.has(token?.lower ?? "")) && !startsNew(tokens, at)
    ? "killed"
    : as;
}

/** "wounded and killed" may count two things; "shot and killed" counts one. */
function startsNew(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "wounded" && tokens[at + 1]?.lower === "and";
}
