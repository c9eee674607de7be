import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import { isFiniteVerb, type Line } from "./lines.ts";
import type { Noise } from "./noise.ts";

/** Length of a headline in words. */
const shortest = 4;
const longest = 24;
/** Share of capitalised words (of four letters or more) from which a line is in headline case. */
const headlineCase01 = 0.75;
/** A heading shares more than this with the paragraph under it; a stray headline does not. */
const sharedAtMost01 = 0.25;
/** Words of more than this share of the paragraphs are the text's subject and tell nothing. */
const subject01 = 0.3;

/**
 * Headlines of other texts that a page or a copied post leaves between the paragraphs.
 *
 *     The ferry left at noon, the harbour master said.
 *     Island Council Rejects Plan for New Lighthouse        <- related
 *     Passengers had waited since the morning.
 *
 * A heading of the text itself has no finite verb ("New Round of Talks"), is in sentence case, or
 * shares its words with the paragraph under it.
 */
export function readHeadlines(
  lexicon: Lexicon,
  lines: readonly Line[],
  marked: ReadonlySet<number>,
): { index: number; noise: Noise }[] {
  const found: { index: number; noise: Noise }[] = [];
  const body = lines.filter((line) => !marked.has(line.index));
  let subject: ReadonlySet<string> | undefined;
  let bodySeen = false;
  body.forEach((line, at) => {
    const previous = body[at - 1];
    let rule: string | undefined;
    if (bodySeen && previous && isHeadline(line)) {
      if (isLedIn(previous, line)) rule = "noise/headline-led-in";
      else if (inHeadlineCase(line) && hasVerb(line)) {
        subject ??= subjectKeys(lexicon, body);
        if (isStray(lexicon, line, body[at + 1], subject)) rule = "noise/headline-between";
      }
    }
    if (rule !== undefined) {
      const { start, end, index } = line;
      found.push({ index, noise: { start, end, kind: "related", rule } });
    } else if (line.stopped && line.words >= 12) bodySeen = true;
  });
  return found;
}

function isHeadline(line: Line): boolean {
  if (line.stopped || line.words < shortest || line.words > longest) return false;
  return /^["“‘']?\p{Lu}/u.test(line.text);
}

/** A writer in lower case breaks off, and a capitalised title follows: what a link leaves behind. */
function isLedIn(previous: Line, line: Line): boolean {
  if (/[.!?…]["'”’)]*$/.test(previous.text)) return false;
  const opening = previous.text.replace(/^[\d\s.)•*-]+/, "");
  return /^\p{Ll}/u.test(opening) && (line.text.match(/(?:^|\s)["“‘']?\p{Lu}/gu)?.length ?? 0) >= 2;
}

function inHeadlineCase(line: Line): boolean {
  const long = line.text.match(/[\p{L}’']{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length >= 3 && capitals >= long.length * headlineCase01;
}

/** Headlines tell in the present: "Says", "Shares", "Tell", "Should End". */
function hasVerb(line: Line): boolean {
  return line.tokens.some((_, at) => at > 0 && isFiniteVerb(line.tokens, at));
}

function isStray(
  lexicon: Lexicon,
  line: Line,
  next: Line | undefined,
  subject: ReadonlySet<string>,
): boolean {
  if (!next) return false;
  const own = [...contentKeys(lexicon, line.tokens)].filter((key) => !subject.has(key));
  const below = contentKeys(lexicon, next.tokens);
  return (
    own.length >= 2 && own.filter((key) => below.has(key)).length <= own.length * sharedAtMost01
  );
}

/** The words that the whole text is about. */
function subjectKeys(lexicon: Lexicon, body: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of body)
    for (const key of contentKeys(lexicon, line.tokens))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const from = Math.max(2, body.length * subject01);
  return new Set([...counts].filter(([, count]) => count >= from).map(([key]) => key));
}

/** Letters by which two words count as the same. */
const keyLength = 6;

/** The content words of some tokens, cut to their first letters. */
function contentKeys(lexicon: Lexicon, tokens: readonly Token[]): Set<string> {
  const keys = new Set<string>();
  for (const { lower } of tokens) {
    if (lower.length > 2 && /^\p{L}/u.test(lower) && !lexicon.functionWords.has(lower))
      keys.add(lower.slice(0, keyLength));
  }
  return keys;
}
