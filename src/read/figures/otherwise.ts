import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import type { Place } from "./clause.ts";
import type { Measure } from "./measures.ts";
import type { Numeral } from "./numbers.ts";

export type OtherwiseWords = Pick<
  Lexicon,
  "identifiers" | "streetWords" | "people" | "measures" | "counted"
>;

/**
 * Why a number counts nothing, or null where it may count: dates, ages, clock times, numbers that
 * name ("Resolution 1712"), addresses, telephone numbers, scores, list numbers, versions.
 */
export function readOtherwise(
  plain: string,
  place: Place,
  measure: Measure | null,
  context: { sentence: Span; words: OtherwiseWords },
): string | null {
  const { numeral } = place;
  const before = plain.slice(Math.max(context.sentence.start, numeral.start - 60), numeral.start);
  const after = plain.slice(numeral.end, Math.min(context.sentence.end, numeral.end + 60));
  if (isAge(before, after, place)) return "age";
  if (numeral.sign === null && isClock(before, after)) return "clock";
  if (numeral.sign !== null) return null;
  if (
    numeral.value === 1 &&
    /\b(?:no|every|each|any|last|this|that|which|the)[\s-]{1,3}$/i.test(before)
  )
    return "pronoun";
  // "(323) 555-0100"
  if (/^\)\s?\d{3}[-.\s]\d/.test(after) && before.endsWith("(")) return "code";
  if (/^°\s?(?:\d|[NSEW]\b)/.test(after)) return "coordinates";
  if (isOrdinal(after, numeral)) return "ordinal";
  if (measure?.of === "duration" && isAway(after.slice(measure.end))) return "date";
  if (measure !== null)
    return isNamed(before, context.words) && measure.of === "duration" ? "name" : null;
  if (/^\s?[.)\]](?:\s|$)/.test(after) && /^[\s"“(]*$/.test(before)) return "list";
  if (/^\s*[("“]?$/.test(before) && /^\s*$/.test(after)) return "list";
  if (/^[-‑–]\s?[\p{L}\d]/u.test(after) || /^\/\d/.test(after) || /\d[-–/]$/.test(before))
    return "compound";
  if (/^['’]?s(?!\p{L})/u.test(after) || /^\p{L}/u.test(after)) return "compound";
  if (numeral.form === "digits" && isNamed(before, context.words)) return "name";
  if (isAddress(after, place, context.words)) return "address";
  if (isNameNumber(place, context.words)) return "name";
  if (isBareYear(place, context.words)) return "year";
  if (/^(?:\s?[-–]\s?|\.)\d/.test(after)) return "code";
  return null;
}

function isAge(before: string, after: string, { tokens, first, next, numeral }: Place): boolean {
  if (/^[-\s]{1,2}(?:years?|months?|weeks?|days?)[-\s]{1,2}old/i.test(after)) return true;
  if (/^\s?years?\s+of\s+age/i.test(after)) return true;
  if (/\b(?:aged?|ages)\s+(?:of\s+|between\s+|from\s+)?$/i.test(before)) return true;
  if (
    /\b(?:under|over)\s+(?:the\s+age\s+of\s+)?$/i.test(before) &&
    /\b(?:children|people|men|boys|girls|those|anyone)\s+(?:under|over)\s+$/i.test(before)
  )
    return true;
  if (numeral.value === null || numeral.value > 120 || numeral.scaled) return false;
  // "Ada Brook and Bo Lind, both 16, were", "because he was 17 when"
  if (/\b(?:both|all)\s$/i.test(before) && /^\s?[,.;)]/.test(after)) return true;
  if (/\b(?:was|is)\s(?:only |just )?$/i.test(before) && /^\s(?:when|at the time)\b/i.test(after))
    return true;
  // "Ada Brook, 25, said", "a man, 41, was", "Ada Brook (25)"
  const opener = tokens[first - 1]?.lower;
  const closer = tokens[next]?.lower;
  // "Ada Brook Jr., 25, said"
  const person = tokens[tokens[first - 2]?.lower === "." ? first - 3 : first - 2];
  const ofPlace = (closer === "of" || closer === "from") && tokens[next + 1]?.pos === "PROPN";
  const enclosed =
    (opener === "," && (closer === undefined || closers.has(closer) || ofPlace)) ||
    (opener === "(" && closer === ")");
  if (enclosed && (person?.pos === "PROPN" || person?.pos === "NOUN")) return true;
  // "Ada Brook, 61 has been"
  const named = person?.pos === "PROPN" && tokens[first - 3]?.pos === "PROPN";
  return opener === "," && named && /^(?:has|was|is|had|who)$/.test(closer ?? "");
}

const closers = new Set([",", ".", ";", ")", "–", "—", "-"]);

/** What is set "at" a number, which is then no time of day. */
const valued =
  /\b(?:tolls?|numbers?|figures?|counts?|totals?|costs?|prices?|rates?|puts?|putting|stands?|stood|set|fixed|valued|priced|estimat(?:ed|es?|ing)|remain(?:s|ed)?)\b[^,;:]*\bat\s$/i;

function isClock(before: string, after: string): boolean {
  if (/^\s?(?:[ap]\.?\s?m\b|o['’]?\s?clock|gmt|utc|hrs\b|:\d{2})/i.test(after)) return true;
  return (
    /\d:$/.test(before) ||
    (/\bat\s$/i.test(before) &&
      !valued.test(before) &&
      /^\s?(?:[,.;]|$|on\b|in the (?:morning|afternoon|evening))/i.test(after))
  );
}

/** "the twenty-second raid", which is no length of 20 seconds */
function isOrdinal(after: string, { value, form }: Numeral): boolean {
  if (form !== "words" || value === null || value < 20 || value % 10 !== 0) return false;
  return /^[-‑](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b/i.test(after);
}

/** "30 years ago", "two days later": an instant, not a length. */
function isAway(after: string): boolean {
  return /^\s{1,3}(?:ago|later|earlier|before|after|prior|hence)\b/i.test(after);
}

/** How far before a number its noun begins at most, with what stands between, in characters. */
const longestName = 32;

/** "1712, 1715 and ": numbers of a list before its last one. */
const numbersBefore =
  /(?:(?:\s*(?:,|and|or|to|&|-|–))?(?:\s*\d[\d.]*(?![\d.])\s*(?:,|and|or|to|&|-|–)(?:\s*(?:,|and|or|to|&|-|–))*)+\s*)?$/u;

/** A noun before the number that is numbered: "Resolution 1712", "Resolutions (1712, 1715 and 1731)". */
function isNamed(before: string, words: OtherwiseWords): boolean {
  const list = /\d/.test(before) ? before.replace(numbersBefore, " ") : `${before} `;
  const last =
    /([\p{L}]+|[#№§])[.:]?\s{0,3}(?:(?:\(\s?)?(?:including|and|nos?\.?)?\s{0,3}[(#]?\s{0,2})$/u.exec(
      list.slice(-longestName),
    )?.[1];
  if (last === undefined) return false;
  return (
    words.identifiers.has(last.toLowerCase()) &&
    !/\b(?:the|of|in)\s+(?:last|past|first)\s+$/i.test(list)
  );
}

function isAddress(after: string, { numeral }: Place, words: OtherwiseWords): boolean {
  if (numeral.form !== "digits") return false;
  if (/^[-\s]block\b/i.test(after)) return true;
  const name = /^\s{1,2}(?:[NSEW]\.?\s{1,2})?(?:[\p{Lu}\d][\p{L}\d.'’]*\s{1,2}){1,3}/u.exec(
    after,
  )?.[0];
  if (name === undefined) return false;
  const rest = `${name}${/^\p{L}*/u.exec(after.slice(name.length))?.[0] ?? ""}`;
  return (rest.match(/\p{L}+/gu) ?? []).some((word) => words.streetWords.has(word.toLowerCase()));
}

/** "Boeing 737", "Apollo 11", "Harbour OS 4.0": a name, the number, and nothing that is counted. */
function isNameNumber(
  { tokens, first, head, next, numeral }: Place,
  { people, counted }: OtherwiseWords,
): boolean {
  if (numeral.form !== "digits" || numeral.scaled) return false;
  const before = tokens[first - 1];
  if (before?.pos !== "PROPN") return false;
  // "Ostra Blast Kills 4 Boys": the capitals are the headline's.
  if (counted.has(before.lower) || people.has(tokens[next]?.lower ?? "")) return false;
  if (before.end < numeral.start - 1) return false;
  return head < 0 || tokens[next]?.pos === "PROPN";
}

function isBareYear({ numeral, tokens, next }: Place, words: OtherwiseWords): boolean {
  const { value, form, scaled } = numeral;
  if (form !== "digits" || scaled || value === null || value < 1800 || value > 2099) return false;
  if (!Number.isInteger(value)) return false;
  const noun = tokens[next]?.lower ?? "";
  return !(words.people.has(noun) || (tokens[next] as Token | undefined)?.pos === "NOUN");
}
