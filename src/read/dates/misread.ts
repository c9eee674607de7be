import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Found } from "./resolve.ts";

export type MisreadWords = Pick<
  Lexicon,
  "people" | "measures" | "identifiers" | "streetWords" | "functionWords" | "calendar"
>;

const yearContext =
  /(?:^|[("“‘;,–—-]|\b(?:in|since|by|of|from|until|till|to|before|after|during|through|throughout|around|circa|between|and|or|as|on|for|than|below|above|the|this|that|its|their|our|his|her|s))\s{0,4}$/i;

/**
 * Looks like a date and is none: a count ("1500 people"), a number that names ("Resolution 1973"),
 * an address, a clock time, a verb ("would march", "may").
 */
export function isMisread(found: Found, words: MisreadWords): boolean {
  if (found.rule === "year" || found.rule === "year-range") return isOtherNumber(found, words);
  if (found.rule.startsWith("month") || found.rule.startsWith("day-month"))
    return isOtherWord(found, words);
  switch (found.rule) {
    case "day-near":
      // "today's", "even today", and the newspaper "Marrish Today"
      return (
        /^['’]s\b/.test(found.after) ||
        (/^today/i.test(found.text) && nowadays.test(found.before)) ||
        (/^\p{Lu}/u.test(found.text) && /\p{Lu}\p{L}*\s$/u.test(found.before))
      );
    case "year-short":
      return !/\b(?:in|of|since|by|until|from)\s{1,4}$/i.test(found.before);
    case "weekday":
      return isOtherWeekday(found, words);
    case "season-near":
      // "this fall in prices"
      return /fall$/i.test(found.text) && /^\s{1,4}(?:in|of|from|to)\b/.test(found.after);
    case "unit-near":
      // "for the last year", "over the next month" are spans of time, not dates.
      return /\b(?:the|every|each|past)\s{1,4}$/i.test(found.before);
    case "unit-told":
      return /^\s{1,4}(?:that|as|when)\b/i.test(found.after);
    case "unit-that":
      return /^\s{1,4}(?:that|when|of|in)\b/i.test(found.after);
    case "unit-beside":
      return !endsThere.test(found.after);
    case "unit-away":
      // "six weeks before the vote"
      return /before$/i.test(found.text.trim()) && !endsThere.test(found.after);
    case "overnight":
      return !nightEnds.test(found.after) || suddenly.test(found.before);
    case "weekend":
      return (
        /^the/i.test(found.text) &&
        (!/\b(?:at|over|during|on|for|through|throughout|until|before|after|into)\s{1,4}$/i.test(
          found.before,
        ) ||
          /^\s{1,4}(?:of|before|after)\b/i.test(found.after))
      );
    default:
      return false;
  }
}

const nowadays = /\b(?:even|still|until|till|to|of|like|as)\s{1,4}$/i;

/** What follows a moment that is told without its event. */
const endsThere =
  /^\s{0,4}(?:$|[,.;:!?)–—-]|(?:and|but|at|in|by|with|for|when|there|he|she|they|it|we|i)\b)/i;

/** "was shelled overnight", not "an overnight train", not "overnight on Sunday", which is Sunday's. */
const nightEnds =
  /^\s{0,4}(?:$|[,.;:!?)–—]|(?:and|but|as|at|in|by|with|after|before|across|near|into|to)\b)/i;
const suddenly = /\b(?:almost|virtually|practically|literally|famous|rich)\s{1,4}$/i;

/** "Saturday Night Live", "The Sunday Herald", "Black Friday", "every Tuesday", "on Tuesday mornings" */
function isOtherWeekday({ before, after, parts }: Found, { calendar }: MisreadWords): boolean {
  const classOf = (word: string | undefined) => calendar.get((word ?? "").toLowerCase())?.of;
  const next = /^\s(\p{Lu}\p{L}+)/u.exec(after)?.[1];
  if (next !== undefined) {
    if (classOf(next) === "after-weekday") return true;
    if (parts.near === undefined && !/\b(?:on|since|until|late|early)\s{1,4}$/i.test(before))
      return true;
  }
  if (/^\s{1,4}(?:mornings|afternoons|evenings|nights)\b/.test(after)) return true;
  const last = /(\p{L}+)\s{1,4}$/u.exec(before.slice(-30))?.[1];
  // “Harbour News Sunday”, a title
  if (/^[,.]?["”]/.test(after) && /^\p{Lu}/u.test(last ?? "")) return true;
  const kind = classOf(last);
  return kind === "each" || (kind === "before-weekday" && /^\p{Lu}/u.test(last ?? ""));
}

function isOtherNumber({ before, after, parts }: Found, words: MisreadWords): boolean {
  const next = /^[\s-]{1,4}(\p{L}+)/u.exec(after)?.[1] ?? "";
  const last = /(\p{L}+|[#№§$])\.?\s{0,4}$/u.exec(before.slice(-40))?.[1]?.toLowerCase() ?? "";
  if (words.identifiers.has(last) && last !== "year") return true;
  if (/\b(?:at|around)\s{1,4}$/i.test(before) && /^\s?(?:gmt|utc|hours|hrs|local)\b/i.test(after))
    return true;
  if (next === "block" || /^(?:\s{1,2}[\p{Lu}\d][\p{L}\d.]*){1,3}/u.test(after)) {
    const address =
      after
        .slice(0, 60)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    if (address.slice(0, 4).some((word) => words.streetWords.has(word) && word.length > 2))
      return true;
  }
  const counts =
    words.people.has(next) ||
    words.measures.has(next) ||
    (/^(?:and|or)$/.test(next) === false && isPlural(next, words));
  const opensSentence = /^\s*["“‘(]*in\s{1,4}$/i.test(before);
  if (words.people.has(next) || words.measures.has(next)) return !opensSentence;
  if (counts && !yearContext.test(before)) return true;
  return Number(parts.y) < 1400 && !/\b(?:in|since|by|of|from|until|year)\s{1,4}$/i.test(before);
}

function isPlural(word: string, words: MisreadWords): boolean {
  return (
    /^\p{Ll}{3,}s$/u.test(word) && !/(?:ss|us|is)$/.test(word) && !words.functionWords.has(word)
  );
}

const beforeMonth =
  /\b(?:in|since|by|until|till|through|during|of|last|this|next|from|to|before|after|and|between|early|late|mid|on|the)[\s-]{1,4}$/i;

function isOtherWord(found: Found, words: MisreadWords): boolean {
  const { parts, before, after, rule } = found;
  const word = parts.m ?? parts.m2 ?? "";
  const capital = /^\p{Lu}/u.test(word);
  const last = /(\p{L}+)\s{1,4}$/u.exec(before.slice(-30))?.[1]?.toLowerCase();
  if (parts.d === undefined && last !== undefined && words.calendar.get(last)?.of === "each")
    return true;
  const verb = /^(?:may|march|mar)$/i.test(word);
  if (rule !== "month" && rule !== "month-range") return verb && !capital;
  if (parts.y !== undefined || parts.told !== undefined) return false;
  if (rule === "month-range") return !capital || (verb && !beforeMonth.test(before));
  if (parts.part !== undefined || parts.edge !== undefined) return verb && !capital;
  if (!capital) return verb || !/\b(?:in|since|last|until)\s{1,4}$/.test(before);
  if (word.replace(".", "").length < 4 && word !== "May") return !beforeMonth.test(before);
  if (/^\s{1,4}\p{Lu}\p{Ll}/u.test(after))
    return !/\b(?:in|since|last|by|until)\s{1,4}$/i.test(before);
  if (/^['’]s\b/.test(after)) return verb;
  return verb
    ? !/\b(?:in|since|last|by|until|of|during|from|this|next|early|late)\s{1,4}$/i.test(before)
    : /^\s*$/.test(before) && !/^\s{1,4}\p{Ll}/u.test(after);
}
