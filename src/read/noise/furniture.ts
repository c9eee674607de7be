import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createMention, createOpening, hasFiniteVerb, type Line } from "./lines.ts";
import type { Noise, NoiseKind } from "./noise.ts";

/** A line of sharing or moving about is short; longer ones are prose (words). */
const shortLine = 16;
/** A notice, credit or caption is at most a short paragraph (words). */
const shortParagraph = 60;
/** Bylines, dates and section names stand within this many lines of the head. */
const headLines = 8;
/** Signatures and contacts stand within this many lines of the foot. */
const footLines = 6;

type Finder = (
  lines: readonly Line[],
  index: number,
  marked: ReadonlySet<number>,
) => Noise | undefined;

/** Makes the function that knows a line of page furniture by its wording and place. */
export function createFurnitureReader(lexicon: Lexicon): Finder {
  const words = lexicon.furniture;
  const opensNavigation = createOpening(words.opening);
  const opensRelated = createOpening(words.related);
  const opensAgency = createOpening(words.agency);
  const hasNotice = createMention(words.boilerplate);
  const sets = [words.line, words.leads, words.sharing, words.section];
  const longest = Math.max(...sets.flatMap((set) => [...set]).map((text) => text.length));
  return (lines, index, marked) => {
    const line = lines[index];
    if (!line) return undefined;
    if (isAddress(line.text)) return mark(line, "navigation", "address-line");
    if (isPictureLink(line.text)) return mark(line, "caption", "picture-link");
    const bare = line.plain.length > longest + mostTrimmed ? "" : bareLine(line.plain);
    if (words.line.has(bare) || words.leads.has(bare))
      return mark(line, "navigation", "furniture-line");
    if (isListedUnder(lines, line, marked, words.leads) && !hasNotice(line.plain))
      return mark(line, "related", "related-list");
    if (words.sharing.has(bare) && besideAnother(lines, index, words.sharing))
      return mark(line, "navigation", "sharing-line");
    const onlyHeadBefore =
      index < headLines && lines.slice(0, index).every((one) => marked.has(one.index));
    if (onlyHeadBefore && words.section.has(bare) && isTitleOver(line, lines[index + 1]))
      return mark(line, "navigation", "section-name");
    if (line.words <= shortLine && opensNavigation(line.plain))
      return mark(line, "navigation", "furniture-opening");
    if (
      line.words <= shortLine * 2 &&
      (!line.stopped || line.text.endsWith("?")) &&
      opensRelated(line.plain)
    )
      return mark(line, "related", "related-opening");
    if (isByline(line)) return mark(line, "byline", "by-name");
    if (isOutletLine(line, lexicon)) return mark(line, "byline", "outlet-line");
    if (isHead(lines, index)) {
      if (isDateLine(line.plain) || isPlaceAndDate(line)) return mark(line, "byline", "date-line");
      if (index > 0 && isLetterhead(line, lexicon.references))
        return mark(line, "byline", "letterhead");
      if (isBesideByline(lines, index)) return mark(line, "byline", "beside-byline");
    }
    if (lines.length - index <= footLines) {
      if (isSignature(line)) return mark(line, "byline", "signature");
      if (isAuthorNote(line, lines)) return mark(line, "boilerplate", "author-note");
    }
    if (isContact(line.text)) return mark(line, "byline", "contact");
    const open = line.plain.replace(/^[(—–-]+ ?/, "");
    if (line.words <= shortParagraph && opensAgency(open) && !hasSentence(line))
      return mark(line, "boilerplate", "who-worked-on-it");
    if (line.words <= shortParagraph && hasNotice(line.plain))
      return mark(line, "boilerplate", "notice");
    return undefined;
  };
}

function mark({ start, end }: Line, kind: NoiseKind, rule: string): Noise {
  return { start, end, kind, rule: `noise/${rule}` };
}

/** A title without a final stop, in the list of titles under "Related" or "Most read". */
function isListedUnder(
  lines: readonly Line[],
  line: Line,
  marked: ReadonlySet<number>,
  leads: ReadonlySet<string>,
): boolean {
  if (line.words > shortLine * 2 || (line.stopped && !line.text.endsWith("?"))) return false;
  for (let at = line.index - 1; at >= Math.max(0, line.index - longestList); at--) {
    const before = lines[at] as Line;
    if (leads.has(bareLine(before.plain))) return true;
    if (!marked.has(at)) return false;
  }
  return false;
}

/** A list of other texts has at most so many lines. */
const longestList = 12;

/** Of so many marks at its ends, at most, a line is bared. */
const mostTrimmed = 40;

function bareLine(plain: string): string {
  return plain.replace(/^[[(<"'|*_]+|[\])>"'|.:…»›→*_ ]+$/g, "");
}

/** The line before or after is of the same set. */
function besideAnother(lines: readonly Line[], index: number, set: ReadonlySet<string>): boolean {
  return [lines[index - 1], lines[index + 1]].some((line) => line && set.has(bareLine(line.plain)));
}

/** A line that is nothing but an address: what an embedded post leaves in a text. */
function isAddress(text: string): boolean {
  return /^[<([]?(https?:\/\/|www\.|pic\.twitter\.com\/)\S{3,}$/i.test(text.trim());
}

/** "World" over a headline; not a heading over its own section. */
function isTitleOver(line: Line, next: Line | undefined): boolean {
  return !line.stopped && next !== undefined && next.words > line.words + 2;
}

/** A picture as Markdown writes it, alone on its line: "![Boats](boats.jpg)". */
function isPictureLink(text: string): boolean {
  return /^!\[[^\]]{0,400}\]\([^)\s]{1,400}\)$/.test(text.trim());
}

/** "By Ana Maron", "By | Ana Maron, Harbour Post staff", "By Ana Maron | Published 5 May 2020". */
function isByline(line: Line): boolean {
  if (line.stopped || line.words > shortLine * 2 || line.words < 2) return false;
  if (!/^by[ :|]+\S/.test(line.plain)) return false;
  const [name = "", ...others] = partsOf(line.text.replace(/^\W*by[\s:|]+/i, ""));
  const words = name.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (!/^\p{Lu}/u.test(name) || capitals * 2 <= words.length || words.length > 12) return false;
  if (others.length > 0) return others.every((part) => isDateLine(part) || isShort(part));
  return !hasFiniteVerb(line.tokens);
}

/** What bars and dots part in a line of bylines, dates and places. */
function partsOf(text: string): string[] {
  return text
    .split(/\s[|·•—–]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function isShort(part: string): boolean {
  return (part.match(/\s+/g)?.length ?? 0) < 5;
}

/** An outlet's name alone on a line, with or without a date. */
function isOutletLine(line: Line, lexicon: Lexicon): boolean {
  if (line.index === 0 || line.words > 5 || line.stopped || !/^\p{Lu}/u.test(line.text))
    return false;
  const name = line.plain
    .replace(/^the /, "")
    .replace(/[^\p{L}\p{N}& .-]/gu, "")
    .trim();
  return lexicon.references.media.has(name) || lexicon.references.media.has(`the ${name}`);
}

/** Nothing of the body has come yet: no line before is a full paragraph. */
function isHead(lines: readonly Line[], index: number): boolean {
  if (index >= headLines) return false;
  return lines.slice(0, index).filter((line) => line.stopped && line.words >= 12).length <= 1;
}

const dateWord =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|published|publication|updated|posted|modified|created|last|date|time|of|on|at|am|pm|a|p|m|gmt|utc|est|edt|cet|cest|bst|ist|min|minutes?|read|ago|hours?|days?|\d{1,4}(?:st|nd|rd|th)?)$/;

const monthWord = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** A line made of nothing but a date and what goes with it: "Updated 5 March 2021, 14:05 GMT". */
function isDateLine(plain: string): boolean {
  if (!/\d/.test(plain)) return false;
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 2 || words.length > 16) return false;
  const dated = words.some((word) => /^(?:1[89]|20)\d\d$/.test(word) || monthWord.test(word));
  return dated && words.every((word) => dateWord.test(word));
}

/** "Brenna, 5 May 2020": where and when a report or release was written, alone on its line. */
function isPlaceAndDate({ text, stopped, words }: Line): boolean {
  if (stopped || words > 10) return false;
  const place = /^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}[,:] ?/u.exec(text)?.[0];
  return place !== undefined && isDateLine(text.slice(place.length));
}

/** "Ana Maron" or "Strait" between the title and the date or the "By …". */
function isBesideByline(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || line.stopped || line.words > 3) return false;
  if (!/^(?:\p{Lu}[\p{L}\p{M}'’.-]* ?)+$/u.test(line.text)) return false;
  const titled = lines.slice(0, index).some(({ words }) => words > line.words);
  return titled && (isDateLine(next.plain) || isByline(next));
}

/** "MINISTRY OF WORKS": the body that gives a text out, alone on its line in capitals. */
function isLetterhead(
  { text, plain, stopped, words }: Line,
  names: Lexicon["references"],
): boolean {
  if (stopped || words > 12 || words < 2 || text !== text.toUpperCase()) return false;
  const [first = "", ...rest] = plain.match(/[\p{L}\p{M}'-]+/gu) ?? [];
  return names.opensorg.has(first) || names.orghead.has(rest.at(-1) ?? "");
}

/** "— Ana Maron" at the foot. */
function isSignature(line: Line): boolean {
  return (
    line.words <= 5 &&
    /^[—–-]{1,2}\s*(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:,? |$)|(?:of|de|la|van|von|and) )+$/u.test(
      line.text,
    )
  );
}

/** "Ana Maron is a writer in Brenna." at the foot of a text with "By Ana Maron" at its head. */
function isAuthorNote(line: Line, lines: readonly Line[]): boolean {
  const opening =
    /^[*_]{0,2}(\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]+){1,3}) (?:is|was|writes|covers|reports|works|teaches|lives) /u;
  const name = opening.exec(line.text)?.[1]?.toLowerCase();
  if (name === undefined || line.words > shortParagraph) return false;
  return lines
    .slice(0, headLines)
    .some(({ plain }) => /^by[ :|]/.test(plain) && plain.includes(name));
}

/** Nothing but an e-mail address, a telephone number or an account. */
function isContact(text: string): boolean {
  const bare = text.replace(
    /^(?:twitter|x|instagram|facebook|follow|e-?mail|phone|tel)\b[:\s]*/i,
    "",
  );
  return (
    /^[\w.+-]{1,64}@[\w.-]{3,64}$/.test(bare) ||
    /^@\w{2,30}$/.test(bare) ||
    (/^\+?[\d\s().-]{8,20}$/.test(bare) && (bare.match(/\d/g)?.length ?? 0) >= 8)
  );
}

/** A credit line names people; a sentence has its own finite verb. */
function hasSentence(line: Line): boolean {
  return line.stopped && hasFiniteVerb(line.tokens) && line.words > 12;
}
