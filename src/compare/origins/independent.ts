import type { DocumentCard } from "../../document/case.ts";
import type { Span } from "../../document/span.ts";
import type { Cell } from "../claims/claims.ts";
import type { Text } from "./texts.ts";
import type { Origins } from "./trace.ts";

/** The document from whose text a passage was copied; null where it is the document's own. */
export type OriginTest = (documentId: string, passage: Span) => string | null;

/** A passage is a copy when at least this share of its words comes from another text. */
const copiedShare01 = 0.5;

export function createOriginTest(
  texts: readonly Text[],
  origins: readonly (Origins | null)[],
): OriginTest {
  const numbers = new Map(texts.map(({ card }, at) => [card.id, at]));
  return (documentId, { start, end }) => {
    const at = numbers.get(documentId) ?? -1;
    const [text, origin] = [texts[at], origins[at]];
    if (!text || !origin) return null;
    const counts = new Map<number, number>();
    let words = 0;
    for (
      let word = firstFrom(text.starts, start);
      word < text.words.length && (text.starts[word] as number) < end;
      word++
    ) {
      words++;
      const from = origin.text[word] as number;
      if (from >= 0) counts.set(from, (counts.get(from) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([x, a], [y, b]) => b - a || x - y);
    const copied = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return best && copied >= words * copiedShare01 ? (texts[best[0]]?.card.id ?? null) : null;
  };
}

/**
 * How many sources a claim has that do not merely repeat another's text: documents whose best
 * passages are copies of one text count as that text's source, once.
 */
export function independentSources(
  cells: readonly Cell[],
  documents: readonly DocumentCard[],
  originOf: OriginTest = () => null,
): number {
  const sourceOf = sourcesOf(documents);
  const sources = new Set<string>();
  for (const { documentId, stance, passages } of cells) {
    if (stance === "silent" || stance === "unknown") continue;
    const roots = passages.map((passage) => originOf(documentId, passage));
    const isOwn = roots.length === 0 || roots.includes(null);
    const root = isOwn ? documentId : (roots[0] ?? documentId);
    sources.add(sourceOf.get(root) ?? root);
  }
  return sources.size;
}

const known = new WeakMap<readonly DocumentCard[], ReadonlyMap<string, string>>();

/** Document → source: made once for a case, as every claim asks. */
function sourcesOf(documents: readonly DocumentCard[]): ReadonlyMap<string, string> {
  const before = known.get(documents);
  if (before) return before;
  const sources = new Map(documents.map(({ id, sourceId }) => [id, sourceId]));
  known.set(documents, sources);
  return sources;
}

function firstFrom(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
