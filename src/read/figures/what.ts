import type { Sense } from "../../lexicon/senses.ts";
import type { Token } from "../sentences/prose.ts";
import { asideEnd } from "./asides.ts";
import type { Place } from "./clause.ts";
import { isHitByShots, isLossOfLife, isSentToHospital, toHospital } from "./harm.ts";
import { fellowsEnd } from "./persons.ts";

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
  const event =
    eventAround(place, { counted, people }) ??
    namedBefore(place, counted, people) ??
    (isOfVictims(place, counted) ? "casualties" : null);
  return event !== null && befallsPeople.has(event) && !mayBePeople(place, counted, people)
    ? null
    : event;
}

/** The same from the words that govern those counted, or whose subject they are; nothing looser. */
export function eventAround(
  place: Place,
  { counted, people }: { counted: Counted; people: ReadonlySet<string> },
): string | null {
  const { tokens, phraseEnd } = place;
  const ownVerb = tokens[phraseEnd]?.pos === "AUX";
  return (
    headEvent(place, counted) ??
    ofNoun(place, counted, people) ??
    (ownVerb ? saidAfter(place, counted, people) : null) ??
    (isSentToHospital(place, people) ? "wounded" : null) ??
    governedBy(place, counted) ??
    saidAfter(place, counted, people)
  );
}

/** How far behind "victims of" it is told of what, in tokens. */
const victimReach = 7;

/** "four victims", "five victims of the shooting", but not "two victims of fraud" */
function isOfVictims({ tokens, head }: Place, counted: Counted): boolean {
  if (tokens[head]?.lower !== "victims") return false;
  if (tokens[head + 1]?.lower !== "of") return true;
  for (let at = head + 2; at < tokens.length && at < head + victimReach; at++)
    if (befallsPeople.has(counted.get(tokens[at]?.lower ?? "")?.as ?? "")) return true;
  return false;
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
    if (sense?.of === "noun")
      return isTried(tokens, head) || isNoCharge(tokens, head) ? null : sense.as;
    return sense && isParticiple(sense, tokens[at]) ? refined(tokens, at, sense.as) : null;
  }
  if (sense?.of !== "state" && sense?.of !== "done" && sense?.of !== "noun") return null;
  return takesObject(tokens, at) ? null : refined(tokens, at, sense.as);
}

/** "failed on two counts", but not "two counts of fraud" */
function isNoCharge(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "counts" && tokens[at + 1]?.lower !== "of";
}

/** "five attempted murders" */
function isTried(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === "attempted";
}

/** "55 wounded": a participle that stands for those it befell. */
function isParticiple(sense: Sense | undefined, token: Token | undefined): boolean {
  return sense?.of === "done" && /(?:ed|en|hurt|shot)$/.test(token?.lower ?? "");
}

const determiners = new Set(["the", "a", "an", "his", "her", "their", "at", "least"]);

/** "the deaths of four men", "the killing of a woman and her two sons": the noun says what befell. */
function ofNoun({ tokens, first }: Place, counted: Counted, people: ReadonlySet<string>) {
  let at = first - 1;
  for (let steps = 0; steps < reach && at > 0; steps++) {
    const token = tokens[at] as Token;
    if (token.lower === "of") {
      const noun = tokens[at - 1] as Token;
      const sense = counted.get(noun.lower);
      const names = sense?.of === "noun" || (sense?.of === "done" && noun.lower.endsWith("ing"));
      return sense && names && !isTried(tokens, at - 1) ? sense.as : null;
    }
    if (determiners.has(token.lower)) at--;
    else if (token.lower === "and" && people.has(tokens[at - 1]?.lower ?? "")) {
      at -= 2;
      while (at > 0 && !determiners.has((tokens[at] as Token).lower) && steps++ < reach) {
        if (tokens[at]?.pos === "VERB" || tokens[at]?.pos === "ADP") break;
        at--;
      }
    } else return null;
  }
  return null;
}

/** The active verb before the number, with nothing but its other objects between. */
function governedBy({ tokens, first, numeral, phraseEnd }: Place, counted: Counted): string | null {
  // "killed between 10 and 15"
  const opener = numeral.form === "range" ? tokens[first - 1]?.lower : undefined;
  const from = opener === "between" || opener === "from" ? first - 2 : first - 1;
  for (let at = from; at >= 0 && at >= first - reach; at--) {
    const token = tokens[at] as Token;
    const sense = counted.get(token.lower);
    // "shot" is often tagged as a noun, and is none before "his" or "two".
    const acts =
      token.pos === "VERB" ||
      token.pos === "ADJ" ||
      tokens[at + 1]?.lower === "of" ||
      (token.lower === "shot" && objectOpeners.has(tokens[at + 1]?.pos ?? ""));
    if (sense?.of === "done" && (acts || at === from)) {
      if (isPassive(tokens, at) || isAimedAt(tokens, at) || isIntended(tokens, at)) return null;
      return sense.as === "shot" && isDeadAfter(tokens, phraseEnd)
        ? "killed"
        : refined(tokens, at, sense.as);
    }
    if (sense?.of === "noun" && (token.lower === "lives" || token.lower === "life"))
      return sense.as;
    if (token.pos === "VERB" || token.pos === "AUX" || token.pos === "SCONJ") return null;
    if (token.lower === "when" || token.lower === "where") return null;
    if (token.pos === "ADP" && !objectPrepositions.has(token.lower)) return null;
    // "released the names of four people": the names.
    if (token.lower === "of" && isOtherNoun(tokens[at - 1], counted)) return null;
    if (token.pos === "PUNCT" && token.lower !== "," && token.lower !== "-") return null;
    if (token.lower === "," && tokens[at - 1]?.pos === "VERB") return null;
  }
  return null;
}

/** "shooting at five people" hits nobody yet; "killed at least five" does. */
function isAimedAt(tokens: readonly Token[], verb: number): boolean {
  const bound = tokens[verb + 2]?.lower;
  return tokens[verb + 1]?.lower === "at" && bound !== "least" && bound !== "most";
}

const intents = new Set(
  "want wants wanted wanting going plan plans planned planning plot plots plotted plotting threaten threatens threatened threatening try tries tried trying attempt attempts attempted attempting intend intends intended intending vow vows vowed hope hopes hoped conspired conspiring refuse refuses refused".split(
    " ",
  ),
);

/** "threatened to kill two guards": nobody is killed yet. */
function isIntended(tokens: readonly Token[], verb: number): boolean {
  if (tokens[verb - 1]?.lower !== "to") return false;
  return intents.has(tokens[verb - 2]?.lower ?? "") || intents.has(tokens[verb - 3]?.lower ?? "");
}

/** "shot his two sons dead", "beat two men to death" */
function isDeadAfter(tokens: readonly Token[], phraseEnd: number): boolean {
  const { lower } = tokens[phraseEnd] ?? { lower: "" };
  return lower === "dead" || (lower === "to" && tokens[phraseEnd + 1]?.lower === "death");
}

/** Are those counted the object of a verb: was it done by somebody who is told? */
export function isGoverned(place: Place, counted: Counted): boolean {
  return governedBy(place, counted) !== null;
}

const objectOpeners = new Set(["DET", "PRON", "NUM"]);

function isOtherNoun(token: Token | undefined, counted: Counted): boolean {
  return token?.pos === "NOUN" && !counted.has(token.lower);
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
function saidAfter(
  { tokens, phraseEnd, numeral, head }: Place,
  counted: Counted,
  people: ReadonlySet<string>,
): string | null {
  // "two children, woman shot", "12 sailors and four pilots were killed": the verb is of all.
  const fellows = fellowsEnd(tokens, phraseEnd, people);
  // "12 people, five men and seven women, were killed"
  const from = asideEnd(tokens, fellows, (numeral.value ?? 2) > 1);
  const limit = Math.min(tokens.length, from + (head < 0 ? bareReach : reach));
  let aside = false;
  let passed = false;
  let aged = false;
  for (let at = from; at < limit; at++) {
    const token = tokens[at] as Token;
    if (token.start < numeral.end) continue;
    if (isLossOfLife(tokens, at)) return "killed";
    const taken = toHospital(tokens, at);
    if (taken !== null) return taken;
    if (isHitByShots(tokens, at)) return "shot";
    // "suffered gunshot wounds"
    if (token.pos === "NOUN" && /^wounds?$/.test(token.lower)) return "wounded";
    const sense = counted.get(token.lower);
    if (sense && sense.of !== "noun") {
      // "a man fatally shot a boy", "a suspect in the raid that left a boy dead": of the boy.
      if (sense.of === "state" && (passed || isManner(tokens, at))) return null;
      if (sense.of === "undergone" || sense.of === "state") return refined(tokens, at, sense.as);
      if (isPassive(tokens, at)) return refined(tokens, at, sense.as);
      // "all four people involved in a shooting have died"
      if (token.lower.endsWith("ing") && nouns.has(tokens[at - 1]?.pos ?? "") && at > from)
        continue;
      if (takesObject(tokens, at) || token.lower.endsWith("ing")) return null;
      const behindAges = aged && tokens[at - 1]?.lower === ",";
      if (at === from || at === from + 1 || behindAges) return refined(tokens, at, sense.as);
    }
    if (token.lower === ";" || token.lower === ":" || token.lower === "." || token.lower === "—")
      return null;
    passed ||= token.pos === "VERB" && isObject(tokens[at + 1]);
    if (aside) {
      // "41 sailors, including nine cadets, are missing": on at the verb of the whole.
      if (token.lower === "who") return null;
      aside = token.pos !== "AUX";
      continue;
    }
    aside = token.lower === "including" || token.lower === "among";
    if (token.lower === "," && !aged && !opensAside(tokens[at + 1])) return null;
    // "four boys between ages 12 and 16 were wounded", "two girls, ages 8 and 9, died"
    aged ||= ages.has(token.lower);
    if (token.pos === "NUM" && at > phraseEnd && !aged) return null;
    if (token.pos === "PRON" && !isRelative(token) && at > phraseEnd + 1) return null;
    if (opensOther(tokens, at, from)) return null;
    if ((token.pos === "SCONJ" && token.lower !== "that") || token.lower === "when") return null;
    if (
      token.pos === "CCONJ" &&
      !aged &&
      counted.get(tokens[at + 1]?.lower ?? "") === undefined &&
      counted.get(tokens[at + 2]?.lower ?? "") === undefined
    )
      return null;
  }
  return null;
}

/** What stands before "shooting" where it is a noun. */
const nouns = new Set(["DET", "ADJ", "NOUN", "PROPN", "ADP"]);

/** "a woman told Vell Radio that …", "two people whom friends …": what follows is said of others. */
function opensOther(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  if (tokens[at]?.lower === "whom") return before?.lower !== "of";
  return at > from && tokens[at]?.lower === "that" && before?.pos !== "NOUN";
}

const ages = new Set(["age", "ages", "aged"]);

/** "fatally shot a boy": a word of manner before a verb that has its own object. */
function isManner(tokens: readonly Token[], at: number): boolean {
  const { pos, lower } = tokens[at] as Token;
  if (pos !== "ADV" && !lower.endsWith("ly")) return false;
  return takesObject(tokens, at + 1) && !isPassive(tokens, at);
}

function isObject(token: Token | undefined): boolean {
  return token?.pos === "DET" || token?.pos === "NUM";
}

const relatives = new Set(["who", "which", "that", "whom", "including", "among"]);

function opensAside(token: Token | undefined): boolean {
  return isRelative(token) || ages.has(token?.lower ?? "");
}

function isRelative(token: Token | undefined): boolean {
  return token !== undefined && relatives.has(token.lower);
}

const attackers = new Set(
  "gunman gunmen shooter shooters attacker attackers assailant assailants suspect suspects".split(
    " ",
  ),
);

/** "The death toll rose to 16", "deaths: 16", "injuries to 12 people" */
function namedBefore(
  { tokens, first, head }: Place,
  counted: Counted,
  people: ReadonlySet<string>,
): string | null {
  let joined = false;
  // "shooting: two gunmen sought"
  if (attackers.has(tokens[head]?.lower ?? "")) return null;
  // "Killed: 9"
  if (tokens[first - 1]?.lower === ":" && first <= 3)
    return counted.get(tokens[first - 2]?.lower ?? "")?.as ?? null;
  for (let at = first - 1; at >= 0 && at >= first - 9; at--) {
    const token = tokens[at] as Token;
    const sense = counted.get(token.lower);
    if (sense?.of === "noun") return isTried(tokens, at) ? null : sense.as;
    // "the number of dead"
    if (sense?.of === "state" && tokens[at - 1]?.lower === "of") return sense.as;
    const link = token.lower === "," || token.lower === "and";
    // "the deaths of a mother and her two children"
    if (link && people.has(tokens[at - 1]?.lower ?? "")) joined = true;
    else if (
      link ||
      token.lower === ";" ||
      (token.pos === "NUM" && !joined && tokens[at - 1]?.lower !== "from")
    )
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
  if (tokens[at]?.lower.endsWith("ing")) return false;
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
  if (tokens[next]?.lower === "to" && toDeath.has(tokens[next + 1]?.lower ?? "")) return false;
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
