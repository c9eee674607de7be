import type { Document } from "../../document/document.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Prose } from "../sentences/prose.ts";
import { createCaptionReader, usualGapOf } from "./captions.ts";
import { createFurnitureReader } from "./furniture.ts";
import { readHeadlines } from "./headlines.ts";
import { type Line, readLines, tellingWords } from "./lines.ts";
import { createUnrelatedReader } from "./unrelated.ts";
import { readZones } from "./zones.ts";

export type NoiseKind =
  | "navigation"
  | "byline"
  | "caption"
  | "related"
  | "boilerplate"
  | "unrelated";

/** A passage that is not part of the text proper: marked, left out of comparison, never deleted. */
export type Noise = Span & { readonly kind: NoiseKind; readonly rule: string };

/** Makes the function that finds what is not the text proper. */
export function createNoiseReader(
  lexicon: Lexicon,
): (prose: Prose, document?: Document) => Noise[] {
  const readFurniture = createFurnitureReader(lexicon);
  const readCaption = createCaptionReader(lexicon);
  const readUnrelated = createUnrelatedReader(lexicon);
  const { boilerplate, appeal, credit } = lexicon.furniture;
  // In the order of the bits of `hintOf`.
  const telling = [boilerplate, appeal, credit].map(tellingWords);
  const readHints = createTraits(telling.map((words) => (word) => words.has(word)));
  return (prose) => {
    const lines = readLines(prose, readHints(prose.tokens));
    const usualGap = usualGapOf(lines);
    const found: Noise[] = [];
    const marked = new Set<number>();
    const kinds = new Map<number, NoiseKind>();
    const front = frontMatterEnd(lines);
    for (const line of lines) {
      const noise =
        frontMatter(line, front) ??
        readFurniture(lines, line.index, marked) ??
        readCaption(lines, line.index, usualGap);
      if (!noise) continue;
      found.push(noise);
      if (noise.start !== line.start || noise.end !== line.end) continue;
      marked.add(line.index);
      kinds.set(line.index, noise.kind);
    }
    for (const { index, noise } of readZones(lines, kinds)) {
      found.push(noise);
      marked.add(index);
    }
    for (const headline of readHeadlines(lexicon, lines, marked)) {
      found.push(headline.noise);
      marked.add(headline.index);
    }
    const unrelated = readUnrelated(lines, marked, prose);
    return [
      ...found.filter((noise) => !unrelated.some((block) => overlaps(block, noise))),
      ...unrelated,
    ].sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

/** Front matter has at most so many lines. */
const longestFrontMatter = 60;

/**
 * The index after the front matter of a Markdown file, 0 where there is none.
 *
 *     ---
 *     title: The lock opens
 *     ---
 */
function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trim() !== "---") return 0;
  const last = Math.min(lines.length, longestFrontMatter);
  let fields = 0;
  for (let at = 1; at < last; at++) {
    const text = lines[at]?.text.trim() ?? "";
    if (text === "---") return fields * 2 >= at - 1 ? at + 1 : 0;
    if (/^(?:[\w-]{1,40}:|- |#)/.test(text)) fields++;
  }
  return 0;
}

function frontMatter({ index, start, end }: Line, before: number): Noise | undefined {
  if (index >= before) return undefined;
  return { start, end, kind: "boilerplate", rule: "noise/front-matter" };
}
