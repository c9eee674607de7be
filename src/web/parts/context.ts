/** How much of the text around a passage is shown, in UTF-16 code units on each side. */
const contextUnits = 240;

/** The passage with the text before and after it, cut at white space. */
export function contextOf(text: string, span: { start: number; end: number }) {
  const from = cutAfterSpace(text, Math.max(0, span.start - contextUnits), span.start);
  const to = cutBeforeSpace(text, Math.min(text.length, span.end + contextUnits), span.end);
  return {
    before: text.slice(from, span.start),
    exact: text.slice(span.start, span.end),
    after: text.slice(span.end, to),
    startsInside: from > 0,
    endsInside: to < text.length,
  };
}

/** The first offset at or after `from` that follows white space, at most `limit`. */
function cutAfterSpace(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  for (let at = from; at < limit; at++) if (/\s/.test(text.charAt(at))) return at + 1;
  return limit;
}

/** The last offset at or before `to` that white space follows, at least `limit`. */
function cutBeforeSpace(text: string, to: number, limit: number): number {
  if (to === text.length) return to;
  for (let at = to; at > limit; at--) if (/\s/.test(text.charAt(at))) return at;
  return limit;
}
