import type { Lexicon } from "../../lexicon/lexicon.ts";
import { contentKeys } from "./cohesion.ts";
import { type Line, opensWith } from "./lines.ts";
import type { Noise } from "./noise.ts";

/** A block must have this many content words for its topic to be told. */
const blockFrom = 20;
/** … and stand against a text of at least this many. */
const textFrom = 80;
/** Paragraphs of one text share more with the rest: 2 % of last blocks share less (PolNeAR, GVA). */
const sharedAtMost01 = 0.12;
/** With a programme's credits in it ("Hosted by: …") a block may share a little more. */
const sharedWithCredits01 = 0.2;
/** A name or two may recur by chance. */
const sharedNamesAtMost = 2;
/** Only this share of a text, from its end, is looked at. */
const tail01 = 0.5;

/**
 * Matter that was stuck to the end of a text: it begins at a heading or after a gap, and its words
 * share almost nothing with the text before it (lexical cohesion, Hearst 1997, TextTiling).
 */
export function createUnrelatedReader(
  lexicon: Lexicon,
): (lines: readonly Line[], marked: ReadonlySet<number>) => Noise[] {
  return (lines, marked) => {
    const keys = lines.map((line) => contentKeys(lexicon, line.tokens));
    const before = new Map<string, number>();
    for (const set of keys) for (const key of set) before.set(key, (before.get(key) ?? 0) + 1);
    const block = new Map<string, number>();
    const length = (lines.at(-1)?.end ?? 0) - (lines[0]?.start ?? 0);
    let shared = 0;
    let credits = false;
    let best: Line | undefined;
    let least = 1;
    for (let index = lines.length - 1; index > 0; index--) {
      const line = lines[index];
      if (!line || (lines.at(-1)?.end ?? 0) - line.start > length * tail01) break;
      for (const key of keys[index] ?? []) {
        const left = (before.get(key) ?? 1) - 1;
        if (left === 0) before.delete(key);
        else before.set(key, left);
        if (!block.has(key)) {
          block.set(key, 1);
          if (left > 0) shared++;
        } else if (left === 0) shared--;
      }
      credits ||= isCredit(lexicon, line);
      if (block.size < blockFrom || before.size < textFrom) continue;
      if (!opensBlock(lines, line, marked)) continue;
      const share = shared / block.size;
      if (share > (credits ? sharedWithCredits01 : sharedAtMost01) || share > least) continue;
      best = line;
      least = share;
    }
    if (!best || sharedNames(lines, best) > sharedNamesAtMost) return [];
    const end = lines.at(-1)?.end ?? best.end;
    return [{ start: best.start, end, kind: "unrelated", rule: "noise/topic-break" }];
  };
}

/** Names of the block that the text before it also has: people and places tie a text together. */
function sharedNames(lines: readonly Line[], block: Line): number {
  const names = (part: readonly Line[]) =>
    new Set(
      part
        .flatMap((line) =>
          line.tokens.filter((token) => token.pos === "PROPN" && token.lower.length > 2),
        )
        .map((token) => token.lower),
    );
  const before = names(lines.slice(0, block.index));
  return [...names(lines.slice(block.index))].filter((name) => before.has(name)).length;
}

/** A heading, a separator or a gap of two empty lines opens a block. */
function opensBlock(lines: readonly Line[], line: Line, marked: ReadonlySet<number>): boolean {
  if (line.blankBefore >= 2) return true;
  if (marked.has(line.index)) return false;
  if (/^[-*_=~—]{3,}$/.test(lines[line.index - 1]?.text ?? "")) return true;
  return !line.stopped && line.words <= 20 && line.words >= 2 && /^["“‘']?\p{Lu}/u.test(line.text);
}

/** "Hosted by: Ana Maron". */
function isCredit(lexicon: Lexicon, line: Line): boolean {
  return (
    line.words <= 20 &&
    !/[.!?]$/.test(line.text) &&
    opensWith(line.plain, lexicon.furniture.role) !== undefined
  );
}
