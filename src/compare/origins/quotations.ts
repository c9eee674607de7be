import type { Span } from "../../document/span.ts";

const opening = new Set([..."“„‟«"]);
const closing = new Set([..."”»"]);

/**
 * Stretches of a paragraph that stand in quotation marks, with the marks. What is never closed goes
 * on to the end of the paragraph. A single mark opens only before a word and closes only after one,
 * so that apostrophes are none.
 *
 *     “We stay,” she said, and ‘we hope’.
 *     ^^^^^^^^^^               ^^^^^^^^^
 */
export function quotationsIn(paragraph: string): Span[] {
  const found: Span[] = [];
  let from = -1;
  let isSingle = false;
  for (let at = 0; at < paragraph.length; at++) {
    const sign = paragraph[at] as string;
    const opens = opening.has(sign);
    const closes = closing.has(sign);
    if (opens || closes || sign === '"') {
      if (from < 0 && !closes) {
        from = at;
        isSingle = false;
      } else if (from >= 0 && !isSingle && !opens) {
        found.push({ start: from, end: at + 1 });
        from = -1;
      }
    } else if (sign === "‘" || sign === "’" || sign === "'") {
      const before = isLetter(paragraph[at - 1]);
      const after = isLetter(paragraph[at + 1]);
      if (from < 0 && sign !== "’" && !before && after) {
        from = at;
        isSingle = true;
      } else if (from >= 0 && isSingle && sign !== "‘" && !after) {
        found.push({ start: from, end: at + 1 });
        from = -1;
      }
    }
  }
  // A lone single mark is an apostrophe ("’tis") more often than a quotation that nobody closed.
  if (from >= 0 && !isSingle) found.push({ start: from, end: paragraph.length });
  return found;
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}
