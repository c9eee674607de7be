import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Sentence, Token } from "../sentences/prose.ts";
import { createMention, createOpening, hintOf, isFiniteVerb, type Line } from "./lines.ts";
import type { Noise } from "./noise.ts";

/** A paragraph up to this many words is a caption as a whole; of a longer one only the sentence is. */
const wholeUpTo = 60;
/** A caption without a verb is at least this long (words); shorter ones are headings or asides. */
const verblessFrom = 6;

/** Makes the finder of captions and credits: by their wording, or by their form and place. */
export function createCaptionReader(
  lexicon: Lexicon,
): (lines: readonly Line[], index: number, usualGap: number) => Noise | undefined {
  const { caption, credit, picture } = lexicon.furniture;
  const opensCaption = createOpening(caption);
  const hasCredit = createMention(credit, hintOf.credit, "/(");
  return (lines, index, usualGap) => {
    const line = lines[index];
    if (!line) return undefined;
    const whole = (rule: string) => mark(line, rule);
    if (opensCaption(line.plain.replace(/^[([]/, "")))
      return line.words <= wholeUpTo ? whole("opening") : mark(firstSentence(line), "opening");
    if (
      line.words <= wholeUpTo &&
      (hasCredit(line) || endsInCredit(line.plain, picture) || isSlashCredit(line.text))
    )
      return whole("credit");
    if (/^\[\d{1,2}\/\d{1,2}\] ?\p{L}/u.test(line.text)) return whole("numbered");
    if (describesPicture(line.plain, picture))
      return line.words <= wholeUpTo / 2 ? whole("picture") : mark(firstSentence(line), "picture");
    if (isVerbless(lines, line, usualGap)) return whole("verbless");
    return undefined;
  };
}

function mark(span: { start: number; end: number }, rule: string): Noise {
  return { start: span.start, end: span.end, kind: "caption", rule: `noise/caption-${rule}` };
}

function firstSentence(line: Line): Sentence | Line {
  return line.sentences[0] ?? line;
}

/** "… at the old pier. Picture: Ana Maron/Harbour Press" */
function endsInCredit(plain: string, picture: ReadonlySet<string>): boolean {
  const credit = /(?:[.!?)"|—–-] ?|^)\(?([a-z]+)(?: credits?)?(?:: ?| by )[^!?:]{2,60}[).*_]{0,4}$/;
  if (!plain.includes(":") && !plain.includes(" by ")) return false;
  const found = credit.exec(plain);
  return found !== null && picture.has(found[1]?.replace(/s$/, "") ?? "");
}

const slashCredit =
  /(?:^\(?|[.!?"”)] ?[—–-]? ?|\()\p{Lu}[\p{L}\p{M}.'’,-]{0,20}(?: [\p{L}.'’-]{1,20}){0,4} ?\/ ?\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?: [\p{L}.'’-]{1,20}){0,4}[).]{0,3}$/u;

/** "… at the pier. Ana Maron/Harbour Press", "(Ana Maron / Harbour Post)", "Ana Maron/AP" alone. */
function isSlashCredit(text: string): boolean {
  if (!text.includes("/") || text.includes("://")) return false;
  return slashCredit.test(text);
}

/** "This image shows …", "The photograph above is …". */
function describesPicture(plain: string, picture: ReadonlySet<string>): boolean {
  const found =
    /^this ([a-z]+)(?: (?:above|below))?,? (?:shows|depicts|captures|illustrates|is an?|was taken|taken|provided|released)\b/.exec(
      plain,
    ) ??
    /^(?:the )?([a-z]+) (?:above|below) (?:shows|depicts|captures|illustrates|is|was)\b/.exec(
      plain,
    );
  return found !== null && picture.has(found[1] ?? "");
}

/**
 * A paragraph that stands apart and whose first sentence has no finite verb.
 *
 *     The mayor, holding the key of the harbour, at the gate, August 2019.
 */
function isVerbless(lines: readonly Line[], line: Line, usualGap: number): boolean {
  const first = line.sentences[0];
  if (line.index === 0 || !first || !line.stopped || line.words > wholeUpTo) return false;
  if (line.words < verblessFrom || (/^["“‘'\d•*-]/.test(line.text) && !endsInDate(line.plain)))
    return false;
  if (/[?:]$/.test(line.plain)) return false;
  const opening = line.tokens.slice(0, first.endToken - first.firstToken);
  const verbless = !mayTell(line.tokens);
  if (endsInDate(line.plain) && (verbless || isParticipial(line.tokens))) return true;
  if (!standsApart(lines, line, usualGap) || !opening.some((token) => token.pos === "PROPN"))
    return false;
  return (
    verbless || (!mayTell(opening) && opening.length >= verblessFrom && /\d{4}/.test(line.plain))
  );
}

/** A finite verb, or a past form that may be one: "dropped out", not "the dropped" or ", dropped". */
function mayTell(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (isFiniteVerb(tokens, at)) return true;
    const before = tokens[at - 1];
    const named = before?.pos === "PROPN" || before?.pos === "NOUN" || before?.pos === "PRON";
    return named && token.pos === "VERB" && !token.lower.endsWith("ing");
  });
}

/** The first verb is a participle after a comma, and the others may as well be plural nouns. */
function isParticipial(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex((token) => token.pos === "VERB" || token.pos === "AUX");
  if (first < 1 || !tokens[first]?.lower.endsWith("ing") || tokens[first - 1]?.lower !== ",")
    return false;
  return tokens.every(
    (token, at) =>
      !isFiniteVerb(tokens, at) ||
      (token.pos === "VERB" && token.lower.endsWith("s") && tokens[at - 1]?.pos === "NOUN"),
  );
}

/** "…, August 2020." */
function endsInDate(plain: string): boolean {
  let end = plain.length;
  while (end > 0 && ".)]".includes(plain.charAt(end - 1))) end--;
  if (!/\d/.test(plain.charAt(end - 1))) return false; // what almost every line fails, at once
  return /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? (?:\d{1,2},? )?\d{4}[.)\]]*$/.test(
    plain,
  );
}

/** How many empty lines usually stand between the text's paragraphs. */
export function usualGapOf(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line) => line.blankBefore)
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 0;
}

/** More empty lines around it than the text's paragraphs have. */
function standsApart(lines: readonly Line[], line: Line, usualGap: number): boolean {
  const after = lines[line.index + 1];
  return line.blankBefore > usualGap && (after === undefined || after.blankBefore > usualGap);
}
