import { firstEnding, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { SpeakerWords } from "../../lexicon/speakers.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";

/** Marks that part clauses. */
const marks = new Set([";", ":", "–", "—", "--"]);

/** A clause reaches so many tokens to either side at most, however long its sentence is. */
const mostTokens = 80;

/**
 * What happened at a date, in the text's own words: the clause that the date stands in, or the
 * least stretch of clauses around it that has a verb.
 *
 *     In 1994, a truce was signed, but the boats sailed on until 1996.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function clauseOf(
  { tokens }: Prose,
  sentence: Sentence,
  date: Span,
  { speakers }: Pick<Lexicon, "speakers">,
): Span {
  const nearest = firstEnding(tokens, date.start, sentence.firstToken, sentence.endToken);
  const start = Math.max(sentence.firstToken, nearest - mostTokens);
  const end = Math.min(sentence.endToken, nearest + mostTokens);
  let first = start;
  let verb = false;
  let last = first;
  let holds = false;
  // What has no verb is joined to the clause after it, or, with the date in it, to the one before.
  for (let at = first; at < end; at++) {
    const token = tokens[at] as Token;
    const isNext = at > first && parts(tokens, at, speakers);
    if (isNext && holds && (verb || first > start)) break;
    if (isNext && verb) {
      first = at;
      verb = false;
    }
    if (token.start < date.end && token.end > date.start) holds = true;
    if (token.pos === "VERB" || token.pos === "AUX") verb = true;
    last = at;
  }
  if (!verb) first = before(tokens, start, first, speakers);
  return trimmed(tokens, first, last, date);
}

/** Whether a clause can begin with the token: after a mark, or with a joining word after a comma. */
function parts(tokens: readonly Token[], at: number, speakers: SpeakerWords): boolean {
  const before = tokens[at - 1] as Token;
  if (marks.has(before.lower)) return true;
  if (before.lower !== ",") return false;
  const { lower, pos } = tokens[at] as Token;
  return pos === "CCONJ" || speakers.subordinators.has(lower) || speakers.relatives.has(lower);
}

/** Where the clause before begins: the last one of a sentence may have no verb of its own. */
function before(
  tokens: readonly Token[],
  start: number,
  first: number,
  speakers: SpeakerWords,
): number {
  for (let at = first - 1; at > start; at--) if (parts(tokens, at, speakers)) return at;
  return start;
}

/** Without marks at either end and the joining word at the start, and never without the date. */
function trimmed(tokens: readonly Token[], first: number, last: number, date: Span): Span {
  let from = first;
  let to = last;
  while (from < to && isLoose(tokens[from] as Token)) from++;
  while (to > from && !/[\p{L}\p{N}%)”"’']/u.test((tokens[to] as Token).lower)) to--;
  return {
    start: Math.min(date.start, tokens[from]?.start ?? date.start),
    end: Math.max(date.end, tokens[to]?.end ?? date.end),
  };
}

function isLoose({ lower }: Token): boolean {
  return !/[\p{L}\p{N}“"‘('$€£]/u.test(lower) || lower === "and" || lower === "but";
}
