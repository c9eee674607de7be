import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createBylineReader } from "./bylines.ts";
import {
  bareLine,
  createMention,
  createOpening,
  hasFiniteVerb,
  hintOf,
  isProse,
  type Line,
  partsOf,
} from "./lines.ts";
import type { Noise, NoiseKind } from "./noise.ts";

/** A line of sharing or moving about is short; longer ones are prose (words). */
const shortLine = 16;
/** A notice, credit or caption is at most a short paragraph (words). */
const shortParagraph = 60;
/** Section names stand within this many lines of the head. */
const headLines = 8;
/** So many words of a list of other texts stand in one line at most. */
const longestTitle = 32;

type Finder = (
  lines: readonly Line[],
  index: number,
  marked: ReadonlySet<number>,
) => Noise | undefined;

/** Makes the function that knows a line of page furniture by its wording and place. */
export function createFurnitureReader(lexicon: Lexicon): Finder {
  const words = lexicon.furniture;
  const readByline = createBylineReader(lexicon);
  const opensNavigation = createOpening(words.opening);
  const opensRelated = createOpening(words.related);
  const opensAgency = createOpening(words.agency);
  const opensMatter = createOpening(words.matter);
  const hasNotice = createMention(words.boilerplate, hintOf.notice, "©@");
  const hasAppeal = createMention(words.appeal, hintOf.appeal);
  const sets = [words.line, words.leads, words.sharing, words.section];
  const longest = Math.max(...sets.flatMap((set) => [...set]).map((text) => text.length));
  const isKnown = (bare: string) =>
    words.line.has(bare) || words.leads.has(bare) || words.sharing.has(bare);
  return (lines, index, marked) => {
    const line = lines[index];
    if (!line || line.words > shortParagraph) return undefined;
    if (isAddress(line.text)) return mark(line, "navigation", "address-line");
    if (isPost(line.text)) return mark(line, "navigation", "embedded-post");
    if (isPictureLink(line.text)) return mark(line, "caption", "picture-link");
    if (line.plain.length <= longest + mostTrimmed) {
      const bare = bareLine(line.plain);
      if (words.line.has(bare) || words.leads.has(bare) || words.line.has(withoutCount(bare)))
        return mark(line, "navigation", "furniture-line");
      if (words.sharing.has(bare) && besideAnother(lines, index, words.sharing))
        return mark(line, "navigation", "sharing-line");
      if (index < headLines && words.section.has(bare) && isTitleOver(lines, index, marked))
        return mark(line, "navigation", "section-name");
    }
    if (line.words <= shortLine && isTrail(line.plain, isKnown, words.section))
      return mark(line, "navigation", "trail");
    const opened = /^\p{Ll}/u.test(line.text) ? "" : line.plain.replace(/^\(+ ?/, "");
    if (isListedUnder(lines, line, marked, words.leads) && !hasNotice(line))
      return mark(line, "related", "related-list");
    if (line.words <= shortLine && opensNavigation(opened))
      return mark(line, "navigation", "furniture-opening");
    if (
      index > 0 &&
      line.words <= longestTitle &&
      (!line.stopped || /[?\])]$/.test(line.text)) &&
      (opensRelated(opened) || isArrowed(line))
    )
      return mark(line, "related", "related-opening");
    const byline = readByline(lines, index, marked);
    if (byline) return byline;
    const open = line.plain.replace(/^[(—–-]+ ?/, "");
    if (opensAgency(open) && !hasSentence(line))
      return mark(line, "boilerplate", "who-worked-on-it");
    if (hasNotice(line) || (line.words <= shortLine && /\bcontributed\.$/.test(line.plain)))
      return mark(line, "boilerplate", "notice");
    if (isAppeal(line, hasAppeal) || isContactNote(line.plain))
      return mark(line, "boilerplate", "appeal");
    if (isBracketed(line.text) && opensMatter(opened.replace(/^\[ ?/, "")))
      return mark(line, "related", "bracketed");
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
  if (line.words > longestTitle || (line.stopped && !line.text.endsWith("?"))) return false;
  for (let at = line.index - 1; at >= Math.max(0, line.index - longestList); at--) {
    if (leads.has(bareLine((lines[at] as Line).plain))) return true;
    if (!marked.has(at)) return false;
  }
  return false;
}

/** A list of other texts has at most so many lines. */
const longestList = 12;

/** Of so many marks at its ends, at most, a line is bared. */
const mostTrimmed = 40;

/** "12 comments", "Post a comment (0)", "1.2k shares": the words without the number. */
function withoutCount(bare: string): string {
  return bare.replace(/^\d[\d.,]*[km]? | ?\(?\d[\d.,]*[km]?\)?$/g, "");
}

/** The line before or after is of the same set. */
function besideAnother(lines: readonly Line[], index: number, set: ReadonlySet<string>): boolean {
  return [lines[index - 1], lines[index + 1]].some((line) => line && set.has(bareLine(line.plain)));
}

/** A line that is nothing but an address: what an embedded post leaves in a text. */
function isAddress(text: string): boolean {
  return /^[<([]?(https?:\/\/|www\.|pic\.twitter\.com\/)\S{3,}$/i.test(text.trim());
}

/** "… on the pier pic.twitter.com/4j2ZC", "— Ana Maron (@anamaron) May 5, 2020". */
function isPost(text: string): boolean {
  if (!text.includes("@") && !text.includes(".com/")) return false;
  return (
    /\bpic\.(?:twitter|x)\.com\/\w/.test(text) ||
    /(?:^|\s)[—–-] ?[^—–]{2,60}\(@\w{1,30}\)(?: \p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4})?$/u.test(text)
  );
}

/** "Home » News", "Unsubscribe | Preferences": mostly names of other pages. */
function isTrail(
  plain: string,
  isKnown: (bare: string) => boolean,
  section: ReadonlySet<string>,
): boolean {
  if (!/[|»›>/·•]/.test(plain)) return false;
  const parts = partsOf(plain, /\s*[|»›>·•]\s*|\s\/\s/).map(bareLine);
  if (parts.length < 2) return false;
  const known = parts.filter((part) => isKnown(part) || section.has(part)).length;
  return known * 2 >= parts.length && (isKnown(parts[0] ?? "") || known * 3 >= parts.length * 2);
}

/** "World" over a headline, before anything else; not a heading over its own section. */
function isTitleOver(lines: readonly Line[], index: number, marked: ReadonlySet<number>): boolean {
  const line = lines[index];
  if (!line || line.stopped) return false;
  for (let at = 0; at < index; at++) if (!marked.has(at)) return false;
  // The title may come after a byline or two; then it is the first line with more words.
  for (let at = index + 1; at <= index + 4; at++) {
    const next = lines[at];
    if (!next) return false;
    if (next.words > line.words + 2) return true;
    if (isProse(next)) return true;
  }
  return false;
}

/** A picture as Markdown writes it, alone on its line: "![Boats](boats.jpg)". */
function isPictureLink(text: string): boolean {
  return /^!\[[^\]]{0,400}\]\([^)\s]{1,400}\)$/.test(text.trim());
}

/** "→ Inside the last night shift", ">> Photos". A quoted mail has one ">" only. */
function isArrowed({ text, words }: Line): boolean {
  return words <= shortLine && /^(?:→|►|▶|»|>>)\s*\p{L}/u.test(text);
}

/** "[Read our full account of the day.]" */
function isBracketed(text: string): boolean {
  return /^[[(]/.test(text) && /[\])]$/.test(text);
}

/**
 * Asks the reader to subscribe, to give, to write in: a word of such requests, and either an opening
 * that tells the reader to do something, or "you" and "our" without anybody who says it.
 */
function isAppeal(line: Line, hasAppeal: (line: Line) => boolean): boolean {
  const { plain, text } = line;
  // Listed words are looked for last: that takes longest.
  const asks = opensAppeal.test(plain)
    ? !/\b(?:said|says|told|according)\b/.test(plain)
    : plain.includes("you") &&
      /\b(?:you|your|you're)\b/.test(plain) &&
      !/\b(?:i|he|she|they|said|says|told|according|was|were|had|my)\b/.test(plain);
  return asks && !/["“”]|''/.test(text) && hasAppeal(line);
}

const opensAppeal =
  /^(?:please |to |if you )?(?:for the latest|enjoying|got a|allow|get more|for more|support us|donate|join (?:us|our|the|over)|try|get (?:the|our|all|in touch|breaking|daily|news|a)|stay (?:with|up|tuned|connected|informed)|send us|submit|download|subscribe|sign up|become an?|we value|we and our|we use|we are|we've|our |since you|independent|do you|did you|have you|are you|like this|listen to|want (?:to|more)|enjoy|thank|thanks|help us|this (?:site|website|page|content|email)|by (?:signing|subscribing|continuing|clicking|using|submitting)|you(?:r| can| may| are| have|'re| must| will)?|news, weather|for the latest news|read more|click|tap|follow)\b/;

/** "Contact reporter Ana Maron at …@… or 555-0142." */
function isContactNote(plain: string): boolean {
  return (
    plain.includes("@") &&
    /^(?:to |please |do you .{0,40}\? )?(?:contact|reach|e-?mail|write to|send|call|tips|questions|have|got|for|respond|comment|reply)\b/.test(
      plain,
    ) &&
    /\w@[\w-]+\.\w/.test(plain)
  );
}

/** A credit line names people; a sentence has its own finite verb. */
function hasSentence(line: Line): boolean {
  return line.stopped && hasFiniteVerb(line.tokens) && line.words > 12;
}
