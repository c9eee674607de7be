import type { DraftAnswer, DraftNoteView } from "../../../serve/types.ts";

/** Longest reason that a mark in brackets can carry with its rule. */
export const longestReason = 300;

/** A change to the text: what stands from `start` to `end` becomes `words`. */
export type Change = { readonly start: number; readonly end: number; readonly words: string };

/** The mark that keeps a note, where `parallax check` looks for it. */
export function keepMark(
  text: string,
  { keep, span }: Pick<DraftNoteView, "keep" | "span">,
  reason: string,
  format: "markdown" | "text",
): Change {
  const words = `parallax: keep ${keep.rule} ${plain(reason)}`;
  const mark = format === "markdown" ? `<!-- ${words} -->` : `[${words}]`;
  const at = Math.min(keep.at, text.length);
  return { start: at, end: at, words: `${span ? " " : "\n\n"}${mark}` };
}

/** Takes a mark out, with the white space before it. */
export function withoutMark(
  text: string,
  { at }: Pick<DraftAnswer["marks"][number], "at">,
): Change | null {
  if (!at) return null;
  const before = text.slice(0, at.start);
  return { start: before.trimEnd().length, end: at.end, words: "" };
}

/** What would end the mark before its reason ends. */
function plain(reason: string): string {
  return reason
    .replace(/[[\]\s]+/g, " ")
    .replace(/-{2,}>?/g, "–")
    .trim()
    .slice(0, longestReason);
}
