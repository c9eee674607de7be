import { contains, overlaps, type Span } from "../../document/span.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Quote, ScareQuote } from "../quotes/quotes.ts";

/** Whose words a label is. */
export type Voice = "own" | "quoted" | "attributed" | "scare";

/** Whose words a span is, and whether those who are reported deny it. */
export type Told = { readonly voice: Voice; readonly denied: boolean };

/** Tells of spans, asked in the order of the text, whose words they are; each list is walked once. */
export function createTold(read: {
  readonly quotes: readonly Quote[];
  readonly attributions: readonly Attribution[];
  readonly scareQuotes: readonly ScareQuote[];
}): (span: Span) => Told {
  const inScare = createInside(read.scareQuotes, contains);
  const inQuote = createInside(read.quotes, contains);
  const inContent = createInside(
    read.attributions.flatMap(({ content }) => content),
    overlaps,
  );
  const inDenial = createInside(
    read.attributions.flatMap(({ attitude, content }) => (attitude === "denies" ? content : [])),
    contains,
  );
  return (span) => {
    // All are asked: each walks on with every question.
    const scare = inScare(span);
    const quoted = inQuote(span);
    const content = inContent(span);
    const denied = inDenial(span);
    const voice = scare ? "scare" : quoted ? "quoted" : content ? "attributed" : "own";
    return { voice, denied };
  };
}

/**
 * Tells of spans, asked in order, whether some item holds or touches them: a walk with the items
 * that are still open, linear in both lists.
 */
function createInside(
  items: readonly Span[],
  test: (item: Span, span: Span) => boolean,
): (span: Span) => boolean {
  const sorted = [...items].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: Span[] = [];
  return (span) => {
    while (next < sorted.length && (sorted[next]?.start ?? 0) < span.end)
      open.push(sorted[next++] as Span);
    if (open.length === 0) return false;
    open = open.filter((item) => item.end > span.start);
    return open.some((item) => test(item, span));
  };
}
