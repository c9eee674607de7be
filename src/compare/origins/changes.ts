import type { Passage } from "../../document/passage.ts";
import type { Span } from "../../document/span.ts";
import type { Block } from "./align.ts";
import type { Change, Copy } from "./origins.ts";
import type { Text } from "./texts.ts";

/** Changes listed of one copy; all are counted. */
const mostChanges = 200;

type Changes = Pick<Copy, "changed" | "changes">;

/** What stands otherwise between the first and the last word of each passage. */
export function changesOf(origin: Text, copy: Text, blocks: readonly Block[]): Changes {
  const changed = { replaced: 0, leftOut: 0, added: 0 };
  const changes: Change[] = [];
  for (const { a, b } of blocks)
    for (let at = 1; at < a.length; at++) {
      const from = wordsBetween(a, at);
      const to = wordsBetween(b, at);
      const both = Math.min(from.count, to.count);
      if (from.count + to.count === 0) continue;
      changed.replaced += both;
      changed.leftOut += from.count - both;
      changed.added += to.count - both;
      if (changes.length >= mostChanges) continue;
      const behind = {
        origin: origin.ends[a[at - 1] as number] as number,
        copy: copy.ends[b[at - 1] as number] as number,
      };
      changes.push(...pairUp(passagesAt(origin, from), passagesAt(copy, to), behind));
    }
  return { changed, changes: changes.slice(0, mostChanges) };
}

/** The words behind pair `at - 1` and before pair `at`. */
function wordsBetween(words: readonly number[], at: number): { from: number; count: number } {
  const from = (words[at - 1] as number) + 1;
  return { from, count: (words[at] as number) - from };
}

/** Left-out and added words side by side, sentence by sentence. */
function pairUp(
  origin: readonly Passage[],
  copy: readonly Passage[],
  behind: Change["at"],
): Change[] {
  let at = behind;
  return Array.from({ length: Math.max(origin.length, copy.length) }, (_, index): Change => {
    const [one = null, other = null] = [origin[index], copy[index]];
    const place = { origin: one?.start ?? at.origin, copy: other?.start ?? at.copy };
    at = { origin: one?.end ?? at.origin, copy: other?.end ?? at.copy };
    return {
      kind: one && other ? "replaced" : one ? "left out" : "added",
      origin: one,
      copy: other,
      at: place,
    };
  });
}

/** The exact words of a stretch, one passage for each sentence that it touches. */
export function passagesAt(
  text: Text,
  { from, count }: { readonly from: number; readonly count: number },
): Passage[] {
  if (count <= 0) return [];
  const span = spanOf(text, from, from + count - 1);
  const found: Passage[] = [];
  for (let at = sentenceAt(text, from); at < text.sentences.length; at++) {
    const sentence = text.sentences[at] as Passage;
    if (sentence.start >= span.end) break;
    const [start, end] = [Math.max(span.start, sentence.start), Math.min(span.end, sentence.end)];
    if (start >= end) continue;
    const words = sentence.text.slice(start - sentence.start, end - sentence.start);
    found.push({ documentId: text.card.id, start, end, text: words });
  }
  return found;
}

/** Where a row of words stands: from the start of the first to the end of the last. */
export function spanOf(text: Text, first: number, last: number): Span {
  return { start: text.starts[first] as number, end: text.ends[last] as number };
}

/** Index of the sentence that holds a word. */
function sentenceAt({ firstWords }: Text, word: number): number {
  let low = 0;
  let high = firstWords.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firstWords[middle] as number) <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}
