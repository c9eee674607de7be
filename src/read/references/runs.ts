import type { Span } from "../../document/span.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";

/** Consecutive capitalised words that read as one name: tokens `[from, to)`. */
export type Run = { readonly from: number; readonly to: number };

/** Small words that stand inside names ("Ministry of Works and Roads"). */
const inside = new Set([
  "of",
  "for",
  "on",
  "and",
  "the",
  "&",
  "-",
  "–",
  "de",
  "del",
  "al",
  "und",
  ".",
]);
/** A name has at most this many tokens; longer runs are headlines. */
const longestRun = 12;

export function isCapital(text: string, token: Token): boolean {
  if (token.pos === "PRON") return false;
  const code = text.charCodeAt(token.start);
  // Most words begin with a letter of ASCII, which needs no regular expression.
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
}

/**
 * The names of one sentence, left to right.
 *
 *     The Ministry of Works said that Ana Maron had left.
 *         ^^^^^^^^^^^^^^^^^           ^^^^^^^^^
 */
export function readRuns(
  prose: Prose,
  sentence: Sentence,
  functionWords: ReadonlySet<string>,
): Run[] {
  const { text, tokens } = prose;
  const runs: Run[] = [];
  let at = sentence.firstToken;
  while (at < sentence.endToken) {
    if (!startsName(text, tokens[at], functionWords)) {
      at++;
      continue;
    }
    const from = at;
    let to = at + 1;
    while (to < sentence.endToken && to - from < longestRun) {
      if (startsName(text, tokens[to], functionWords) || goesOn(tokens[to - 1], tokens[to])) {
        to++;
        continue;
      }
      let next = to;
      while (next < sentence.endToken && next - to < 2 && inside.has(tokens[next]?.lower ?? ""))
        next++;
      if (
        next === to ||
        next >= sentence.endToken ||
        !startsName(text, tokens[next], functionWords)
      )
        break;
      if (joinsTwoNames(prose, from, to, next)) break;
      to = next + 1;
    }
    runs.push({ from, to });
    at = to;
  }
  return runs;
}

function startsName(
  text: string,
  token: Token | undefined,
  functionWords: ReadonlySet<string>,
): boolean {
  return (
    token !== undefined &&
    isCapital(text, token) &&
    (isListed(token) || !functionWords.has(token.lower))
  );
}

/** A place or a people that is widely known: "the US" is no pronoun. */
function isListed(token: Token): boolean {
  return token.name > 1;
}

/** A small word inside such a name ("Dar es Salaam"). */
function goesOn(before: Token | undefined, token: Token | undefined): boolean {
  return (
    before !== undefined && token !== undefined && isListed(token) && token.name === before.name
  );
}

/** "Ana Maron and Brenna" are two names; "Institute for Works and Roads" is one: it has a head noun. */
function joinsTwoNames({ tokens }: Prose, from: number, to: number, next: number): boolean {
  const link = tokens[to]?.lower;
  if (link === "and" || link === "&")
    return !tokens.slice(from, to).some(({ lower }) => lower === "of" || lower === "for");
  if (link === "on" || link === "the") return true;
  return link === "." && (tokens[to - 1]?.end ?? 0) - (tokens[to - 1]?.start ?? 0) > 2 && next > to;
}

/** A sentence of several words without a capital: names are written small there too. */
export function isLowerCase({ text }: Prose, { start, end }: Sentence): boolean {
  // Nearly every sentence ends the question with its first letter.
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x41 && code <= 0x5a) return false;
    if (code >= 0x80) break;
  }
  const written = text.slice(start, end);
  return written === written.toLowerCase() && / \p{L}+ \p{L}+ /u.test(written);
}

export function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to - 1]?.end ?? start };
}

export function wordsOf({ text, tokens }: Prose, from: number, to: number): string {
  const { start, end } = spanOf(tokens, from, to);
  return text.slice(start, end).replace(/\s+/g, " ");
}

/** Is one of the tokens `[from, to)` in one of the runs? */
export function isClaimed(claimed: readonly Run[], from: number, to: number): boolean {
  for (const run of claimed) if (run.from < to && from < run.to) return true;
  return false;
}
