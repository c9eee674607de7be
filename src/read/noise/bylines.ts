import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createOpening, hasFiniteVerb, isProse, type Line, partsOf } from "./lines.ts";
import type { Noise, NoiseKind } from "./noise.ts";

/** A byline with its place and date is at most this long (words). */
const longestByline = 32;
/** A note about the author is at most a short paragraph (words). */
const shortParagraph = 60;
/** Bylines and dates stand within this many lines of the head, and of the body's first line. */
const headLines = 12;
/** Signatures and contacts stand within this many lines of the foot. */
const footLines = 8;
/** A credit ("Photographs by …") has at most this many words. */
const longestCredit = 14;

/** Makes the finder of who wrote a text, where and when: at the head, at the foot, by wording. */
export function createBylineReader(
  lexicon: Lexicon,
): (lines: readonly Line[], index: number, marked: ReadonlySet<number>) => Noise | undefined {
  const opensCredit = createOpening(lexicon.furniture.byline);
  return (lines, index) => {
    const line = lines[index];
    if (!line) return undefined;
    if (isByline(line)) return mark(line, "byline", "by-name");
    if (isOutletLine(line, lexicon)) return mark(line, "byline", "outlet-line");
    const head = isHead(lines, index);
    const foot = lines.length - index <= footLines;
    if (head || foot) {
      const open = line.plain.replace(/^[(—–-]+ ?/, "");
      if (line.words <= longestCredit && !line.stopped && opensCredit(open))
        return mark(line, "byline", "credit-line");
    }
    if (head) {
      if (isDateLine(line.plain) || isPlaceAndDate(line) || isDatedParts(line))
        return mark(line, "byline", "date-line");
      if (isNameAndRole(line)) return mark(line, "byline", "name-and-role");
      if (isPostedLine(line)) return mark(line, "byline", "posted-line");
      if (isAgencyLine(line)) return mark(line, "byline", "dateline");
      if (index > 0 && isLetterhead(line, lexicon.references))
        return mark(line, "byline", "letterhead");
      if (index > 0 && !line.stopped && line.words <= 12 && isAuthorNote(line, lines))
        return mark(line, "boilerplate", "author-note");
      if (isBesideByline(lines, index)) return mark(line, "byline", "beside-byline");
    }
    if (foot) {
      if (isSignature(line)) return mark(line, "byline", "signature");
      if (isAuthorNote(line, lines)) return mark(line, "boilerplate", "author-note");
      if (saysChanged.test(line.plain) && isDateLine(line.plain))
        return mark(line, "byline", "date-line");
    }
    if (isContact(line.text)) return mark(line, "byline", "contact");
    return undefined;
  };
}

function mark({ start, end }: Line, kind: NoiseKind, rule: string): Noise {
  return { start, end, kind, rule: `noise/${rule}` };
}

const saysChanged = /^(?:page |last |first )*(?:published|posted|updated|modified|reviewed)\b/;

/** "By Ana Maron", "By | Ana Maron, Harbour Post staff", "By Ana Maron | Published 5 May 2020". */
function isByline(line: Line): boolean {
  if (line.words > longestByline || line.words < 2 || !/^by[ :|]+\S/.test(line.plain)) return false;
  if (line.stopped && !/\b(?:am|pm|a\.m|p\.m|jr|sr)\.$/.test(line.plain)) return false;
  const [name = "", ...others] = partsOf(line.text.replace(/^\W*by[\s:|]+/i, ""));
  const words = name.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (!/^\p{Lu}/u.test(name) || capitals * 2 <= words.length || words.length > 12) return false;
  if (others.length > 0) return others.every((part) => isDateLine(part) || isShort(part));
  return !hasFiniteVerb(line.tokens) || capitals === words.length;
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

/** Nothing of the body has come yet: at most one line before is a full paragraph. */
function isHead(lines: readonly Line[], index: number): boolean {
  if (index >= headLines) return false;
  let full = 0;
  for (let at = 0; at < index; at++) if (isProse(lines[at] as Line)) full++;
  return full <= 1;
}

const dateWord =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|today|yesterday|first|page|published|publication|updated|posted|modified|created|reviewed|last|date|time|of|on|at|am|pm|a|p|m|gmt|utc|est|edt|et|ct|cst|cdt|mst|mdt|pt|pst|pdt|cet|cest|eet|eest|bst|ist|msk|min|mins|minutes?|read|ago|hours?|hrs?|days?|weeks?|\d{1,4}(?:st|nd|rd|th|h)?)$/;

const monthWord = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** A line made of nothing but a date and what goes with it: "Updated 5 March 2021, 14:05 GMT". */
function isDateLine(plain: string): boolean {
  if (plain.length > 120 || !/\d/.test(plain)) return false;
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 2 || words.length > 18) return false;
  const dated = words.some(
    (word) => word === "ago" || /^(?:1[89]|20)\d\d$/.test(word) || monthWord.test(word),
  );
  return dated && words.every((word) => dateWord.test(word));
}

/** "Staff Reporter | 4 May 2020, 6:30 pm": parts of which one is a date. */
function isDatedParts(line: Line): boolean {
  if (line.stopped || line.words > longestByline) return false;
  const parts = partsOf(line.text);
  return (
    parts.length > 1 &&
    parts.some((part) => isDateLine(part) || /^By \p{Lu}/u.test(part)) &&
    parts.every((part) => isDateLine(part) || isShort(part))
  );
}

/** "Posted on May 9, 2029 by admin", "Submitted by newsdesk on Tue, 11/02/2032 - 09:15". */
function isPostedLine(line: Line): boolean {
  return (
    !line.stopped &&
    line.words <= longestCredit &&
    (/\d/.test(line.plain) || (line.words <= 5 && / by /.test(line.plain))) &&
    /^(?:first |last )?(?:posted|published|submitted|updated|written|filed|added)(?: by| on| at|:)/.test(
      line.plain,
    )
  );
}

/** "Brenna, 5 May 2020": where and when a report or release was written, alone on its line. */
function isPlaceAndDate({ text, stopped, words }: Line): boolean {
  if (stopped || words > 10) return false;
  const place = /^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}[,:] ?/u.exec(text)?.[0];
  return place !== undefined && isDateLine(text.slice(place.length));
}

/** "Ana Maron, Harbour Correspondent", "Harbour Post staff". */
function isNameAndRole({ text, stopped, words, index }: Line): boolean {
  if (stopped || index === 0 || words > 8) return false;
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}(?:,(?: \p{Lu}?[\p{L}&.'’-]+){0,3})? (?:correspondent|editor|reporter|writer|staff|columnist|contributor|producer)$/iu.test(
    text,
  );
}

/** "KESTREL BAY (Northwire) -": an agency's dateline that was cut from its paragraph. */
function isAgencyLine({ text, words }: Line): boolean {
  if (words > 10) return false;
  return /^\p{Lu}[\p{Lu}\p{M} .'’-]{2,40}(?:, [\p{L}\d. ]{2,30})? ?\([\p{L} ]{2,30}\) ?[-–—]{0,2}$/u.test(
    text,
  );
}

/** "Ana Maron" or "Strait" between the title and the date or the "By …". */
function isBesideByline(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || !(isName(line) || isBodyName(line))) return false;
  let titled = false;
  for (let at = 0; at < index; at++) titled ||= (lines[at] as Line).words > line.words;
  return titled && (isDateLine(next.plain) || isByline(next) || isDatedParts(next));
}

/** Two or three capitalised words, and nothing else. */
export function isName(line: Line): boolean {
  if (line.stopped || line.words > 3) return false;
  return /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*)* ?$/u.test(line.text);
}

/** "Ministry of Works": capitalised but for the small words of such names. */
function isBodyName({ text, stopped, words }: Line): boolean {
  if (stopped || words > 8 || words < 2) return false;
  return /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|of|for|the|and|&)){1,7}$/u.test(
    text,
  );
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
    !/[-–—]$/.test(line.text) &&
    /^[—–-]{1,2}\s*(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:,? |$)|(?:of|de|la|van|von|and) )+$/u.test(
      line.text,
    )
  );
}

/** "Ana Maron is a writer in Brenna." at the foot of a text with "By Ana Maron" at its head. */
function isAuthorNote(line: Line, lines: readonly Line[]): boolean {
  const opening =
    /^[*_•·—–\s-]{0,4}(\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]+){1,3}) (?:is|was|writes|covers|reports|works|teaches|lives|edits|has written|has covered|has reported|has worked) /u;
  const name = opening.exec(line.text)?.[1]?.toLowerCase();
  if (name === undefined || line.words > shortParagraph) return false;
  for (let at = 0; at < Math.min(headLines, lines.length); at++) {
    const { plain, words } = lines[at] as Line;
    if (plain.includes(name) && (/^by[ :|]/.test(plain) || words <= 5)) return true;
  }
  return false;
}

/** Nothing but an e-mail address, a telephone number or an account. */
function isContact(text: string): boolean {
  if (text.length > 80) return false;
  const bare = text.replace(
    /^(?:twitter|x|instagram|facebook|follow|e-?mail|phone|tel)\b[:\s]*/i,
    "",
  );
  return (
    /^[\w.+-]{1,64}@[\w.-]{3,64}$/.test(bare) ||
    /^@\w{2,30}$/.test(bare) ||
    /^[\d-]{7,14}@\w{2,30}$/.test(bare) ||
    (/^\+?[\d\s().-]{8,20}$/.test(bare) && (bare.match(/\d/g)?.length ?? 0) >= 8)
  );
}
