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
 * lines between its paragraphs; `{kind} ` at the start of a line marks it and is no part of it.
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
      const lines = rest
        .filter((line) => line.trim() !== "")
        .map((line) => {
          const [, kind = null, own = line] = /^\{([a-z]+)\} (.*)$/.exec(line) ?? [];
          const start = text === "" ? 0 : text.length + between.length;
          text += text === "" ? own : between + own;
          return { start, end: text.length, kind };
        });
      return { id, text, lines };
    });
}
