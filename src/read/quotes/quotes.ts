import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import { type Mark, readMarks } from "./marks.ts";

/** Words between quotation marks; the span holds the words without the marks. */
export type Quote = Span & {
  /** The same with the marks. */
  readonly outer: Span;
  /** 0 outermost, 1 inside another quote, … */
  readonly depth: number;
  /** False when the closing mark is missing (a quote that runs on into the next paragraph). */
  readonly closed: boolean;
};

/** Words in quotation marks without a named speaker; the span holds the words without the marks. */
export type ScareQuote = Span & { readonly rule: string };

type Open = Mark & { inside: Quote[] };

/**
 * Finds all quotes of a text, sorted by start. Marks pair inside one paragraph; straight, curly
 * and mismatched ones may meet. A mark that is never closed opens a quote up to the end of its
 * paragraph where it begins the paragraph or where the next paragraph begins with a mark too.
 *
 *     “He said ‘no’ to us", she went on.
 *      ^^^^^^^^^^^^^^^^^^ depth 0
 *               ^^ depth 1
 */
export function readQuotes(prose: Prose): Quote[] {
  const { text, paragraphs } = prose;
  const quotes: Quote[] = [];
  paragraphs.forEach((paragraph, index) => {
    const marks = readMarks(text, paragraph);
    if (marks.length === 0) return;
    const next = paragraphs[index + 1];
    const runsOn =
      next !== undefined && /^["“„«‘]|^''|^``/.test(text.slice(next.start, next.start + 2));
    for (const quote of pair(marks, paragraph, runsOn)) quotes.push(quote);
  });
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

function pair(marks: readonly Mark[], paragraph: Span, runsOn: boolean): Quote[] {
  const found: Quote[] = [];
  const open: Open[] = [];
  const settle = (quotes: readonly Quote[]) => {
    const into = open.at(-1)?.inside ?? found;
    for (const quote of quotes) into.push(quote);
  };
  for (const mark of marks) {
    const partner = mark.closes ? partnerOf(open, mark) : -1;
    if (partner >= 0) {
      while (open.length > partner + 1) {
        const stray = open.pop() as Open;
        settle(stray.inside);
      }
      const from = open.pop() as Open;
      settle([
        {
          start: from.end,
          end: mark.start,
          outer: { start: from.start, end: mark.end },
          depth: 0,
          closed: true,
        },
        ...from.inside.map(deeper),
      ]);
    } else if (mark.opens) {
      const { start, end, single, shape, opens, closes } = mark;
      open.push({ start, end, single, shape, opens, closes, inside: [] });
    }
  }
  while (open.length > 0) {
    const last = open.pop() as Open;
    const real =
      !last.single &&
      open.length === 0 &&
      (last.start === paragraph.start || runsOn) &&
      last.end < paragraph.end;
    if (!real) {
      settle(last.inside);
      continue;
    }
    settle([
      {
        start: last.end,
        end: paragraph.end,
        outer: { start: last.start, end: paragraph.end },
        depth: 0,
        closed: false,
      },
      ...last.inside.map(deeper),
    ]);
  }
  return found.filter((quote) => quote.start < quote.end);
}

/** Spelled out, so that all quotes are objects of one shape: all readers ask for them. */
function deeper({ start, end, outer, depth, closed }: Quote): Quote {
  return { start, end, outer, depth: depth + 1, closed };
}

/** The open mark that this one closes: the nearest of its own shape, else the nearest of its width. */
function partnerOf(open: readonly Open[], mark: Mark): number {
  let fallback = -1;
  const from = Math.max(0, open.length - 6);
  for (let at = open.length - 1; at >= from; at--) {
    const candidate = open[at] as Open;
    if (candidate.single !== mark.single) {
      if (mark.single) break;
      continue;
    }
    if (candidate.shape === mark.shape) return at;
    if (fallback < 0) fallback = at;
  }
  return mark.opens && fallback < 0 ? -1 : fallback;
}

/** A label in quotation marks is at most this many words long. */
const longestLabel = 5;

/** Makes the function that picks the quotes without a named speaker. */
export function createScareQuoteReader(
  lexicon: Lexicon,
): (
  prose: Prose,
  read: { quotes: readonly Quote[]; attributions: readonly Attribution[] },
) => ScareQuote[] {
  return (prose, { quotes, attributions }) => {
    const spoken = attributions
      .filter((attribution) => attribution.source.length > 0)
      .flatMap((attribution) => attribution.content)
      .sort((a, b) => a.start - b.start);
    let past = 0;
    let spokenUntil = 0;
    const found: ScareQuote[] = [];
    let cursor = 0;
    for (const quote of quotes) {
      while (cursor < prose.tokens.length && (prose.tokens[cursor] as Token).end <= quote.start)
        cursor++;
      for (; past < spoken.length && (spoken[past] as Span).start < quote.end; past++)
        spokenUntil = Math.max(spokenUntil, (spoken[past] as Span).end);
      const words: Token[] = [];
      for (let at = cursor; at < prose.tokens.length; at++) {
        const token = prose.tokens[at] as Token;
        if (token.start >= quote.end) break;
        if (/[\p{L}\p{N}]/u.test(token.lower)) words.push(token);
        if (words.length > longestLabel + 1) break;
      }
      if (quote.depth > 0 || !quote.closed || words.length === 0 || words.length > longestLabel)
        continue;
      const inner = prose.text.slice(quote.start, quote.end);
      if (/[#@]|https?:/.test(inner) || /[!?]$/.test(inner)) continue;
      if (isTitle(prose, quote, words, cursor, lexicon)) continue;
      const { speakers } = lexicon;
      const declared = isDeclared(prose.tokens, cursor, words, speakers.declaring);
      if (!declared && quote.start < spokenUntil) continue;
      if (!declared && isBlame(prose.tokens, cursor, speakers.naming)) continue;
      if (isIdea(prose.tokens, cursor, quote, speakers.ideas)) continue;
      const rule = declared ? "declared" : "label";
      found.push({ start: quote.start, end: trimmedEnd(inner, quote), rule });
    }
    return found;
  };
}

/** At most this many words of a quote are a thing declared rather than a speech about it. */
const longestDeclared = 2;

/**
 * The quote is the object of an act done by saying it: that it was declared is told, and what it is
 * called is kept at a distance.
 *
 *     The council declared the “independence” of the islets.
 *                 ~~~~~~~~     ^^^^^^^^^^^^
 */
function isDeclared(
  tokens: readonly Token[],
  first: number,
  words: readonly Token[],
  declaring: ReadonlySet<string>,
): boolean {
  if (words.length > longestDeclared) return false;
  for (let at = first - 1; at >= first - 4; at--) {
    const token = tokens[at];
    if (!token) return false;
    if (declaring.has(token.lower)) return true;
    if (token.pos !== "DET" && token.pos !== "PRON" && token.pos !== "PUNCT") return false;
  }
  return false;
}

/** How many tokens before "of", "for" or "as" the word that blames or names may stand. */
const blameReach = 8;
const blamePrepositions = new Set(["of", "for", "as", "over"]);

/**
 * The quote is what somebody is called or blamed for, in the words of whoever does so.
 *
 *     The skipper was criticised for “sleeping on watch”.
 *                     ~~~~~~~~~~ ~~~
 */
function isBlame(tokens: readonly Token[], first: number, naming: ReadonlySet<string>): boolean {
  let at = first - 1;
  while (isLead(tokens[at])) at--;
  const lead = tokens[at]?.lower ?? "";
  // "so-called" keeps its distance itself.
  if (naming.has(lead)) return tokens[at - 1]?.lower !== "-";
  if (!blamePrepositions.has(lead)) return false;
  for (let back = at - 1; back >= Math.max(0, at - blameReach); back--) {
    const { lower } = tokens[back] as Token;
    if (/^[.;:!?]$/.test(lower)) return false;
    if (naming.has(lower)) return true;
  }
  return false;
}

/** What may stand between "as" and the quoted words: the mark, "a", "being". */
function isLead(token: Token | undefined): boolean {
  return token !== undefined && (leadMarks.has(token.lower) || leads.has(token.lower));
}

const leadMarks = new Set([...`"“”‘’'«„`, "''", "``"]);
const leads = new Set(["a", "an", "the", "being", "his", "her", "their", "its"]);

/** The quoted words name the thesis, rule or slogan that follows them. */
function isIdea(
  tokens: readonly Token[],
  first: number,
  quote: Quote,
  ideas: ReadonlySet<string>,
): boolean {
  let at = first;
  while ((tokens[at]?.start ?? quote.outer.end) < quote.outer.end) at++;
  return ideas.has(tokens[at]?.lower ?? "");
}

/** American style puts a comma or full stop before the closing mark: it is none of the words. */
function trimmedEnd(inner: string, quote: Quote): number {
  return /[,.;]$/.test(inner) ? quote.end - 1 : quote.end;
}

/**
 * Titles are capitalised throughout ("The Silent Shore") or named as such before the mark
 * ("the film “Shore”").
 */
function isTitle(
  prose: Prose,
  quote: Quote,
  words: readonly Token[],
  firstToken: number,
  lexicon: Lexicon,
): boolean {
  for (let back = 1; back <= 3; back++) {
    const before = prose.tokens[firstToken - back];
    if (!before) break;
    if (lexicon.speakers.works.has(before.lower)) return true;
  }
  const written = words.map((word) => prose.text.slice(word.start, word.end));
  const content = written.filter((word) => !lexicon.functionWords.has(word.toLowerCase()));
  const capital = content.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
  if (!capital || content.length === 0) return false;
  const opensText = /^\p{Lu}/u.test(written[0] ?? "");
  return opensText && (written.length > 1 || quote.outer.start > 0);
}
