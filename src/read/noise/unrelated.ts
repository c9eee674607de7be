import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import { contentKeys, createTail } from "./cohesion.ts";
import { createOpening, type Line } from "./lines.ts";
import type { Noise } from "./noise.ts";

/** A block must have this many content words for its topic to be told. */
const blockFrom = 20;
/** … and stand against a text of at least this many, and of no fewer than its own. */
const textFrom = 65;
/** Paragraphs of one text share more with the rest: 2 % of last blocks share less (PolNeAR, GVA). */
const sharedAtMost01 = 0.12;
/** A block with names of its own, or with a programme's credits ("Hosted by: …"), may share more. */
const sharedWithNames01 = 0.2;
/** A name or two may recur by chance … */
const sharedNamesAtMost = 2;
/** … and in a block with at least so many names, this share of them. */
const namesFrom = 10;
const sharedNamesAtMost01 = 0.1;
/** Only this share of a text, from its end, is looked at. */
const tail01 = 0.5;

/**
 * Matter that was stuck to the end of a text: it begins at a heading or after a gap, and its words
 * and names are almost never those of the text before it (lexical cohesion, Hearst 1997,
 * TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages).
 */
export function createUnrelatedReader(
  lexicon: Lexicon,
): (lines: readonly Line[], marked: ReadonlySet<number>) => Noise[] {
  const opensRole = createOpening(lexicon.furniture.role);
  return (lines, marked) => {
    const last = lines.at(-1);
    if (!last) return [];
    const from = last.end - (last.end - (lines[0]?.start ?? 0)) * tail01;
    const opens = (line: Line) =>
      line.index > 0 && line.start >= from && opensBlock(lines, line, marked);
    if (!lines.some(opens)) return [];
    const text = (line: Line) => (marked.has(line.index) ? [] : line.tokens);
    const words = createTail(lines.map((line) => contentKeys(lexicon, text(line))));
    const names = createTail(lines.map((line) => nameKeys(text(line))));
    let credits = false;
    let best: Line | undefined;
    let least = 1;
    for (let index = lines.length - 1; index > 0; index--) {
      const line = lines[index];
      if (!line || line.start < from) break;
      const tail = words.take(index);
      const named = names.take(index);
      credits ||= isCredit(line, opensRole);
      if (tail.size < blockFrom || tail.before < Math.max(textFrom, tail.size)) continue;
      if (!opens(line)) continue;
      const share = tail.shared / tail.size;
      const own = named.size >= namesFrom && named.shared <= named.size * sharedNamesAtMost01;
      if (!own && named.shared > sharedNamesAtMost) continue;
      if (share > (own || credits ? sharedWithNames01 : sharedAtMost01) || share > least) continue;
      best = line;
      least = share;
    }
    return best
      ? [{ start: best.start, end: last.end, kind: "unrelated", rule: "noise/topic-break" }]
      : [];
  };
}

function nameKeys(tokens: readonly Token[]): Set<string> {
  const names = tokens.filter((token) => token.pos === "PROPN" && token.lower.length > 2);
  return new Set(names.map((token) => token.lower));
}

/** A heading, a separator or a gap of two empty lines opens a block. */
function opensBlock(lines: readonly Line[], line: Line, marked: ReadonlySet<number>): boolean {
  if (line.blankBefore >= 2) return true;
  if (marked.has(line.index)) return false;
  if (/^[-*_=~—]{3,}$/.test(lines[line.index - 1]?.text ?? "")) return true;
  return !line.stopped && line.words <= 20 && line.words >= 2 && /^["“‘']?\p{Lu}/u.test(line.text);
}

/** "Hosted by: Ana Maron". */
function isCredit(line: Line, opensRole: (text: string) => boolean): boolean {
  if (line.words > 20 || /[.!?]$/.test(line.text)) return false;
  return opensRole(line.plain);
}
