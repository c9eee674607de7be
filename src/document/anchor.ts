import type { Span } from "./span.ts";

/**
 * Words of a text with those around them, so that they are found again when the text was edited
 * elsewhere (W3C Web Annotation, TextQuoteSelector and TextPositionSelector).
 */
export type Anchor = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where it began when it was made: decides between places that are otherwise alike. */
  readonly start: number;
};

/** UTF-16 code units kept before and after the words. */
const around = 40;

/** The anchor of a stretch of a text. */
export function anchorOf(text: string, { start, end }: Span): Anchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(end, end + around),
    start,
  };
}

/**
 * Where the anchored words stand in a text: of several places the one whose surroundings are most
 * alike, of equals the nearest to where it was. Where the words stand nowhere as they are, white
 * space counts as equal. Null where they are gone.
 *
 *     … killed in Marl. At least 14 people were killed in Norhaven. …
 *        prefix  ^^^^^^^^^^^^ exact       suffix
 */
export function findAnchor(text: string, anchor: Anchor): Span | null {
  if (anchor.exact === "") return null;
  const found = best(text, anchor);
  if (found !== null) return { start: found, end: found + anchor.exact.length };
  const flat = flatten(text);
  const words = flatten(anchor.exact).text.trim();
  if (words === "") return null;
  const at = best(flat.text, {
    exact: words,
    prefix: flatten(anchor.prefix).text,
    suffix: flatten(anchor.suffix).text,
    start: anchor.start,
  });
  if (at === null) return null;
  const last = flat.offsets[at + words.length - 1];
  const first = flat.offsets[at];
  return first === undefined || last === undefined ? null : { start: first, end: last + 1 };
}

function best(text: string, { exact, prefix, suffix, start }: Anchor): number | null {
  let chosen: { readonly at: number; readonly alike: number; readonly away: number } | null = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const alike = alikeBefore(text, at, prefix) + alikeAfter(text, at + exact.length, suffix);
    const away = Math.abs(at - start);
    if (!chosen || alike > chosen.alike || (alike === chosen.alike && away < chosen.away))
      chosen = { at, alike, away };
  }
  return chosen?.at ?? null;
}

function alikeBefore(text: string, at: number, prefix: string): number {
  let same = 0;
  while (
    same < prefix.length &&
    same < at &&
    text.charCodeAt(at - 1 - same) === prefix.charCodeAt(prefix.length - 1 - same)
  )
    same++;
  return same;
}

function alikeAfter(text: string, at: number, suffix: string): number {
  let same = 0;
  while (
    same < suffix.length &&
    at + same < text.length &&
    text.charCodeAt(at + same) === suffix.charCodeAt(same)
  )
    same++;
  return same;
}

/** The text with each run of white space as one blank, and where each of its units came from. */
function flatten(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let flat = "";
  let from = 0;
  for (const run of text.matchAll(/\s+/g)) {
    for (let at = from; at < run.index; at++) offsets.push(at);
    flat += `${text.slice(from, run.index)} `;
    offsets.push(run.index);
    from = run.index + run[0].length;
  }
  for (let at = from; at < text.length; at++) offsets.push(at);
  return { text: flat + text.slice(from), offsets };
}
