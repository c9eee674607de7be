import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createCodes } from "../../lexicon/traits.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import { createBlocks, type LineKeys } from "./cohesion.ts";
import { isProse, type Line } from "./lines.ts";
import type { Noise } from "./noise.ts";

/** A block must have so many content words for its topic to be told. */
const blockFrom = 14;
/** … and stand against a text of at least so many, and of no fewer than its own. */
const textFrom = 60;
/** … and of so many, where nothing opens the block. */
const textFromPlain = 100;
/** Share of a block's words that may stand elsewhere in the text, where a heading, a gap or a line opens it. */
const sharedOpened01 = 0.19;
/** … and where nothing does. 98 of 100 stretches of 166 clean articles share more (PolNeAR). */
const sharedPlain01 = 0.08;
/** Longer texts share more by chance: so much more for each of their content words. */
const sharedPerWord01 = 0.0001;
/** Where something opens the block a name may recur by chance, or two where there are many. */
const sharedNamesAtMost = 1;
const manyNames = 12;
/** A block of so many words that shares so much will not come to share little. */
const hopelessFrom = 24;
const hopeless01 = 0.4;
/** Longest block, in lines; where something opens it, and elsewhere. */
const longestOpened = 40;
const longestPlain = 12;
/** So many blocks with no bond to the rest: the text is a digest, and each is part of it. */
const digestFrom = 3;
/** Blocks count for a digest from this share of the best one's weight. */
const digestWeight01 = 0.2;
/** A headline has at least so many words; the heading of a section may have fewer. */
const headlineFrom = 4;
/** A new text does not begin by going on; so many words at its start are looked at. */
const openingWords = 4;

type Block = { readonly from: number; readonly to: number; readonly weight: number };

/**
 * Matter of another text, at the end or in the middle: lines whose words and names almost never
 * stand in the rest of the text, and which do not begin by going on from it (lexical cohesion,
 * Hearst 1997, TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages). Linear in the
 * text: each line begins at most one block of limited length.
 */
export function createUnrelatedReader(
  lexicon: Lexicon,
): (lines: readonly Line[], marked: ReadonlySet<number>, prose: Prose) => Noise[] {
  const { everyday } = lexicon.furniture;
  const keys = new Map<string, number>();
  const readCodes = createCodes((word) => {
    if (word.length < 3 || !/^\p{L}/u.test(word)) return -1;
    if (lexicon.functionWords.has(word) || everyday.has(word)) return -1;
    const key = word.slice(0, keyLength);
    if (keys.size >= keysKept) keys.clear();
    const known = keys.get(key);
    if (known !== undefined) return known;
    nextKey++;
    keys.set(key, nextKey);
    return nextKey;
  });
  let nextKey = 0;
  const goesOn = lexicon.threads["goes-on"];
  return (lines, marked, prose) => {
    if (lines.length < 3) return [];
    const codes = readCodes(prose.tokens);
    const blocks = createBlocks(
      lines.map((line) => (marked.has(line.index) ? noKeys : keysOf(prose.tokens, codes, line))),
    );
    if (blocks.size < textFrom + blockFrom) return [];
    const found: Block[] = [];
    for (let from = 1; from < lines.length; from++) {
      const opened = opensBlock(lines, from, marked);
      if (!isFresh(lines, from, opened, goesOn)) continue;
      const best = bestBlock(lines, from, opened, blocks);
      if (best) found.push(best);
    }
    const best = heaviest(found);
    if (!best) return [];
    const { start } = lines[best.from] as Line;
    const { end } = lines[best.to - 1] as Line;
    return [{ start, end, kind: "unrelated", rule: "noise/topic-break" }];
  };
}

/** Letters by which two words count as the same: crude, quick, and enough to see a change of topic. */
const keyLength = 6;
/** So many keys are remembered; then the memory starts afresh. */
const keysKept = 200_000;
const noKeys: LineKeys = { words: [], named: [] };

/** The different content words and names of a line, as numbers. */
function keysOf(tokens: readonly Token[], codes: Int32Array, line: Line): LineKeys {
  const from = line.sentences[0]?.firstToken ?? 0;
  const to = line.sentences.at(-1)?.endToken ?? 0;
  const words: number[] = [];
  const named: boolean[] = [];
  for (let at = from; at < to; at++) {
    const code = codes[at] as number;
    if (code < 0) continue;
    words.push(code);
    named.push((tokens[at] as Token).pos === "PROPN");
  }
  return { words, named };
}

/** The weightiest block that begins at a line: many words, few of them shared. */
function bestBlock(
  lines: readonly Line[],
  from: number,
  opened: boolean,
  blocks: ReturnType<typeof createBlocks>,
): Block | undefined {
  let best: Block | undefined;
  let full = 0;
  blocks.begin();
  const last = Math.min(lines.length, from + (opened ? longestOpened : longestPlain));
  const restFrom = opened ? textFrom : textFromPlain;
  const most01 = opened ? sharedOpened01 : sharedPlain01;
  for (let at = from; at < last; at++) {
    const { words, sharedWords, names, sharedNames } = blocks.take(at);
    if (isProse(lines[at] as Line)) full++;
    const rest = blocks.size - words + sharedWords;
    if (!opened && words >= hopelessFrom && sharedWords > words * hopeless01) break;
    if (words < blockFrom || rest < Math.max(restFrom, words)) continue;
    if (full < (opened ? 1 : 2) || names < 1) continue;
    const namesAtMost = opened ? sharedNamesAtMost + (names >= manyNames ? 1 : 0) : 0;
    if (sharedNames > namesAtMost) continue;
    const weight = words * (most01 + sharedPerWord01 * rest) - sharedWords;
    if (weight > 0 && (!best || weight > best.weight)) best = { from, to: at + 1, weight };
  }
  return best;
}

/** The best of the blocks; none where the text is a digest of many. */
function heaviest(found: readonly Block[]): Block | undefined {
  const sorted = [...found].sort((a, b) => b.weight - a.weight || a.from - b.from);
  const best = sorted[0];
  if (!best) return undefined;
  const apart: Block[] = [];
  for (const block of sorted) {
    if (block.weight < best.weight * digestWeight01 || apart.length >= digestFrom) break;
    if (apart.every(({ from, to }) => block.to <= from || block.from >= to)) apart.push(block);
  }
  return apart.length >= digestFrom ? undefined : best;
}

/** A heading, a separator or a gap of two empty lines opens a block. */
function opensBlock(lines: readonly Line[], at: number, marked: ReadonlySet<number>): boolean {
  const line = lines[at] as Line;
  if (line.blankBefore >= 2) return true;
  if (marked.has(at)) return false;
  if (/^[-*_=~—]{3,}$/.test(lines[at - 1]?.text ?? "")) return true;
  return (
    !line.stopped &&
    line.words <= 20 &&
    line.words >= headlineFrom &&
    /^["“‘'×[(]? ?[\p{Lu}\d]/u.test(line.text)
  );
}

/** The first paragraph of the block does not go on from what stands before it. */
function isFresh(
  lines: readonly Line[],
  from: number,
  opened: boolean,
  goesOn: ReadonlySet<string>,
): boolean {
  const next = lines[from + 1];
  const line = opened && next && !isProse(lines[from] as Line) ? next : (lines[from] as Line);
  // A text opens with what happened, seldom with somebody's words.
  if (!opened && /^['‘«•*–—-]|["“”]/.test(line.text)) return false;
  const looked = opened ? 1 : openingWords;
  for (let at = 0; at < Math.min(looked, line.tokens.length); at++) {
    const { lower, pos } = line.tokens[at] as Token;
    if (pos === "PRON" || backwards.has(lower)) return false;
    if (at === 0 && !opened && (goesOn.has(lower) || pos === "CCONJ" || pos === "SCONJ"))
      return false;
  }
  return true;
}

/** Words that point back to what was said. */
const backwards = new Set(["this", "that", "these", "those", "same", "such", "but", "and", "also"]);
