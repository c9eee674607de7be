import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";
import type { Finder } from "./finder.ts";
import type { Reference } from "./references.ts";
import { isCapital, isClaimed, type Run, spanOf, wordsOf } from "./runs.ts";

/** How far to the left the words before a paper reach ("a 46-page suicide analysis"), in tokens. */
const reachBefore = 6;
/** How far to the right its author or its paper is named, in tokens. */
const reachAfter = 7;
/** Small words that may stand within a title, so many in a row. */
const small = new Set(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"]);
const smallInARow = 2;
/** A title has at most so many tokens. */
const longestTitle = 12;

/**
 * Makes the finder of books, papers and studies: by a title beside the word for such a work, or by
 * the word itself where the author or the paper that carried it is named after it.
 *
 *     in her book Salt and Empire …          a 2014 study by the professor Ana Maron …
 *                 ^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function createWorkFinder(words: SourceWords): Finder {
  const find: Finder["find"] = ({ prose, sentence, runs }, starts) => {
    if (runs.length === 0) return [];
    const found: Reference[] = [];
    const claimed: Run[] = [];
    const add = (from: number, to: number, rule: string) => {
      if (isClaimed(claimed, from, to)) return;
      claimed.push({ from, to });
      const name = wordsOf(prose, from, to).replace(/^(?:an?|the) /i, "");
      const place = spanOf(prose.tokens, from, to);
      found.push({ ...place, name, kind: "document", url: null, rule: `references/${rule}` });
    };
    for (const at of starts) {
      const word = prose.tokens[at]?.lower ?? "";
      if (words.title.has(word)) {
        const title = titleAfter(prose, sentence, at) ?? titleBefore(prose, sentence, at);
        if (title) add(title.from, title.to, "title");
      }
      if (words.given.has(word)) {
        const to = authorAfter(prose, sentence, runs, at);
        const from = phraseStart(prose, sentence, at);
        if (to !== undefined && from !== undefined) add(from, to, "paper-by");
      }
    }
    return found;
  };
  return { opens: (word) => words.title.has(word) || words.given.has(word), find };
}

/** "her book Salt and Empire", "the report, Rivers in a Warm Century," */
function titleAfter(prose: Prose, sentence: Sentence, at: number): Run | undefined {
  const { text, tokens } = prose;
  let from = at + 1;
  if (/^(?:,|called|titled|entitled|:)$/.test(tokens[from]?.lower ?? "")) from++;
  while (isMark(tokens[from])) from++;
  const first = tokens[from];
  if (!first || from >= sentence.endToken || !isCapital(text, first) || from === at)
    return undefined;
  const owner = tokens[at - 1]?.lower ?? "";
  const led = from > at + 1 || /^(?:his|her|their|its|my|our|'s|new|latest|first)$/.test(owner);
  if (!led) return undefined;
  let to = from + 1;
  while (to < sentence.endToken && to - from < longestTitle) {
    let next = to;
    while (next - to < smallInARow && small.has(tokens[next]?.lower ?? "")) next++;
    const token = tokens[next];
    if (!token || next >= sentence.endToken || !isCapital(text, token)) break;
    to = next + 1;
  }
  // One word is too little, unless it is marked off; a comma must close what a comma opened.
  const closed = to >= sentence.endToken || isMark(tokens[to]) || tokens[to]?.lower === ",";
  if (tokens[at + 1]?.lower === "," && (!closed || to - from < 2)) return undefined;
  if (to - from < 2 && !isMark(tokens[from - 1])) return undefined;
  if (isPerson(tokens, from, to) && tokens[from - 1]?.lower === ",") return undefined;
  return { from, to };
}

/** "Debating the Dam, a book about …", "In Salt and Empire, a history of the road" */
function titleBefore({ text, tokens }: Prose, sentence: Sentence, at: number): Run | undefined {
  let left = at - 1;
  while (left > sentence.firstToken && at - left < 4 && tokens[left]?.lower !== ",") left--;
  if (
    tokens[left]?.lower !== "," ||
    !/^(?:an?|the|his|her|their)$/.test(tokens[left + 1]?.lower ?? "")
  )
    return undefined;
  let end = left;
  while (isMark(tokens[end - 1])) end--;
  let from = end;
  for (let to = end - 1; to >= sentence.firstToken && end - to <= longestTitle; to--) {
    const token = tokens[to] as Token;
    if (small.has(token.lower)) continue;
    if (!isCapital(text, token)) break;
    from = to;
  }
  if (end - from < 2) return undefined;
  const lead = tokens[from - 1];
  const led = lead !== undefined && (/^(?:in|of|from|to|see)$/.test(lead.lower) || isMark(lead));
  return led ? { from, to: end } : undefined;
}

/** The token after the author or paper that is named: "by the county's auditor", "in the Journal of …". */
function authorAfter(
  { text, tokens }: Prose,
  sentence: Sentence,
  runs: readonly Run[],
  at: number,
): number | undefined {
  let next = at + 1;
  if (
    /^(?:published|released|issued|conducted|commissioned|prepared|written|compiled|carried|signed)$/.test(
      tokens[next]?.lower ?? "",
    )
  ) {
    next++;
    if (tokens[next]?.lower === "out") next++;
  }
  const link = tokens[next]?.lower ?? "";
  const letter = /^(?:letter|petition|memo|statement)$/.test(tokens[at]?.lower ?? "");
  if (link !== "by" && !(letter && link === "to") && !(link === "in" && next > at + 1)) {
    if (link !== "from" || letter) return undefined;
  }
  const last = Math.min(sentence.endToken, next + 1 + reachAfter);
  for (let to = next + 1; to < last; to++) {
    const token = tokens[to];
    if (!token || (token.pos === "VERB" && !isCapital(text, token)) || token.lower === ",") break;
    const run = runs.find(({ from }) => from === to);
    if (run) return run.to;
    // An author without a name: "by the county's auditor".
    if (token.lower === "'s" && tokens[to + 1]?.pos === "NOUN") return to + 2;
  }
  return undefined;
}

/** Where the noun phrase of a paper begins, with its article or number; undefined without either. */
function phraseStart({ tokens }: Prose, sentence: Sentence, at: number): number | undefined {
  let from = at;
  while (from > sentence.firstToken && at - from < reachBefore && describes(tokens[from - 1]))
    from--;
  return /^(?:an?|the|another|this|one)$|^\d/.test(tokens[from]?.lower ?? "") ||
    from === sentence.firstToken
    ? from
    : undefined;
}

function describes(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.pos === "ADJ" ||
    token.pos === "NOUN" ||
    token.pos === "NUM" ||
    token.pos === "PROPN" ||
    token.lower === "-" ||
    /^(?:an?|the|another|this)$/.test(token.lower)
  );
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && /^[“"'‘*_«”’»]+$/.test(token.lower);
}

/** Two or three names in a row may as well be who wrote it. */
function isPerson(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at++) if (tokens[at]?.pos !== "PROPN") return false;
  return true;
}
