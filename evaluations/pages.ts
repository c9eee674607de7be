import type { Span } from "../src/document/span.ts";

/** One own text with marked passages; `kind` is what stands in the braces that open a passage. */
export type Page = {
  readonly id: string;
  readonly text: string;
  /** Each line that holds something, in order; `kind` is null for the text proper. */
  readonly lines: readonly (Span & { readonly kind: string | null })[];
};

/**
 * Reads texts that were marked by hand. `=== id` begins a text, `=== id tight` one without empty
 * lines between its paragraphs; `{kind} ` at the start of a line marks it and is no part of it; `~` is one more empty line.
 */
export function readPages(marked: string): Page[] {
  return marked
    .split(/^=== /m)
    .slice(1)
    .map((page) => {
      const [head = "", ...rest] = page.split("\n");
      const [id = "", tight] = head.trim().split(" ");
      const between = tight === "tight" ? "\n" : "\n\n";
      let text = "";
      const lines: { start: number; end: number; kind: string | null }[] = [];
      for (const line of rest) {
        if (line.trim() === "~") text += "\n";
        if (line.trim() === "" || line.trim() === "~") continue;
        const [, kind = null, own = line] = /^\{([^{}]+)\} (.*)$/.exec(line) ?? [];
        if (text !== "") text += between;
        const start = text.length;
        text += own;
        lines.push({ start, end: text.length, kind });
      }
      return { id, text, lines };
    });
}
