import type { Document } from "../document/document.ts";
import { firstStarting } from "../document/span.ts";
import type { Place } from "../document/yaml.ts";
import type { HtmlSource } from "./html/source.ts";

/** The HTML that a document's text was taken from, and where its words stand in it. */
export type SourcePage = { readonly html: string; readonly source: HtmlSource };

/**
 * Makes the function that gives the line and column, from 1, of a place in a document's kept text: in
 * the file of a text, a Markdown file or a page; of a Word document, which has no lines, the
 * paragraph and the character in it. Columns count UTF-16 code units, as editors do.
 */
export function createPlaces(
  { format, text }: Pick<Document, "format" | "text">,
  page: SourcePage | null = null,
): (offset: number) => Place {
  if (format === "docx") return startsToPlaces(paragraphStarts(text));
  if (!page) return startsToPlaces(lineStarts(text), text.startsWith("\ufeff") ? 1 : 0);
  const inHtml = startsToPlaces(lineStarts(page.html), page.html.startsWith("\ufeff") ? 1 : 0);
  return (offset) => inHtml(page.source.offsetOf(offset) ?? 0);
}

/** Makes the function that gives the line and column of a place in a file. */
export function linesOf(file: string): (offset: number) => Place {
  return startsToPlaces(lineStarts(file));
}

type Start = { readonly start: number; readonly end: number };

function startsToPlaces(starts: readonly Start[], markLength = 0): (offset: number) => Place {
  return (offset) => {
    const line = Math.max(1, firstStarting(starts, offset + 1));
    const { start } = starts[line - 1] as Start;
    const column = Math.max(0, offset - start - (line === 1 ? markLength : 0)) + 1;
    return { line, column };
  };
}

function lineStarts(text: string): Start[] {
  const starts: Start[] = [{ start: 0, end: 0 }];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r]/g))
    starts.push({ start: index + end.length, end: index + end.length });
  return starts;
}

function paragraphStarts(text: string): Start[] {
  const starts: Start[] = [{ start: 0, end: 0 }];
  for (const { index, 0: end } of text.matchAll(/\n{2,}/g))
    starts.push({ start: index + end.length, end: index + end.length });
  return starts;
}
