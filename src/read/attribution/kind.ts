import type { Span } from "../../document/span.ts";
import type { Attribution } from "./attribution.ts";
import { firstEndingAfter } from "./tagger/signs.ts";

/** As much of the content as this in quotation marks leaves nothing of the writer's but marks. */
const wholly01 = 0.97;

/** Less of the content than this in quotation marks is a label, not speech. */
const leastQuoted01 = 0.15;

/**
 * Direct where nothing but quotes is in the content, mixed where some is. `outer` are the spans
 * of the outermost quotes, sorted.
 */
export function kindOf(content: readonly Span[], outer: readonly Span[]): Attribution["kind"] {
  let total = 0;
  let covered = 0;
  for (const span of content) {
    total += span.end - span.start;
    for (let at = firstEndingAfter(outer, span.start); at < outer.length; at++) {
      const quote = outer[at] as Span;
      if (quote.start >= span.end) break;
      covered += Math.min(quote.end, span.end) - Math.max(quote.start, span.start);
    }
  }
  if (covered >= total * wholly01) return "direct";
  return covered >= total * leastQuoted01 ? "mixed" : "indirect";
}
