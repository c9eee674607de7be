import type { Because, Cue, Setting } from "../explanation.ts";
import type { ScareQuote } from "./quotes.ts";

const marks = /["“”„«»‘’'`]/;

/** Why words in quotation marks are taken for a label: the marks, and that nobody speaks them. */
export function explainScareQuote({ start, end, rule }: ScareQuote, { text }: Setting): Because {
  const inside = text.slice(start, end);
  const count = inside.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  const written = count === 1 ? "One word stands" : `${count} words stand`;
  const cues: Cue[] = [{ start, end, role: "label" }];
  if (marks.test(text.charAt(start - 1))) cues.push({ start: start - 1, end: start, role: "mark" });
  for (let at = end; at <= end + 1; at++)
    if (marks.test(text.charAt(at))) cues.push({ start: at, end: at + 1, role: "mark" });
  return {
    because:
      rule === "declared"
        ? `${written} in quotation marks after a verb of declaring: what was declared, kept at a distance.`
        : `${written} in quotation marks, and no attribution with a named source holds ${count === 1 ? "it" : "them"}.`,
    cues,
  };
}
