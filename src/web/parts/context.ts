/** How much of the text around a passage is shown, in UTF-16 code units on each side. */
const contextUnits = 240;

/** The passage with the text before and after it, cut at white space. */
export function contextOf(text: string, span: { start: number; end: number }) {
  const from = cutAfterSpace(text, Math.max(0, span.start - contextUnits), span.start);
  const to = cutBeforeSpace(text, Math.min(text.length, span.end + contextUnits), span.end);
  return {
    from,
    to,
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

/** A stretch of text; `roles` tells what its words were to a rule, and is empty for all other words. */
export type CuePiece = { readonly start: number; readonly end: number; readonly roles: string[] };

/** Cuts a stretch of text at the cues in it: the pieces tile it, the roles of cues over each other are joined. */
export function cuesIn(
  cues: readonly { readonly start: number; readonly end: number; readonly role: string }[],
  { start, end }: { start: number; end: number },
): CuePiece[] {
  const inside = cues.filter((cue) => cue.start < end && start < cue.end);
  const cuts = new Set([start, end]);
  for (const cue of inside) for (const cut of [cue.start, cue.end]) cuts.add(cut);
  const sorted = [...cuts].filter((cut) => cut >= start && cut <= end).sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? from;
    const roles = inside.filter((cue) => cue.start <= from && to <= cue.end).map((cue) => cue.role);
    return { start: from, end: to, roles: [...new Set(roles)] };
  });
}
