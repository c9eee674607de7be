import type { Document, Problem } from "../document/document.ts";
import type { Place } from "../document/yaml.ts";
import { binaryKind, decode, zipKind } from "./decode.ts";
import { extractDocx } from "./docx/extract.ts";
import type { HtmlExtractor } from "./html/extractor.ts";
import { readHtmlSource } from "./html/source.ts";
import { declaredCharset, type FileBytes, ingest } from "./ingest.ts";
import { type DraftMark, readMarks, withoutMarked } from "./marks.ts";
import { createPlaces, linesOf, type SourcePage } from "./places.ts";

/** A draft as it is checked: a document, what is written in it for the check, and where all stands. */
export type DraftFile = {
  /** Its text has the length of the kept one; what is written for the check is blank in it. */
  readonly document: Document;
  readonly marks: readonly DraftMark[];
  /** Line and column in the file; of a Word document, paragraph and character. */
  readonly placeOf: (offset: number) => Place;
};

/** Reads a draft. `named` is how it is shown; `as` how its format is told, where its name does not. */
export async function ingestDraft(
  source: FileBytes,
  { named, as }: { readonly named: string; readonly as: string },
  tools: { readonly html: HtmlExtractor },
): Promise<{ readonly draft: DraftFile | null; readonly problems: readonly Problem[] }> {
  const { document, problems } = await ingest(source, { id: named, file: as }, tools);
  const shown = problems.map((problem) => ({ ...problem, file: named }));
  if (!document) return { draft: null, problems: shown };
  const { text, format } = document;
  const page = format === "html" ? pageOf(source.bytes, named, text) : null;
  const comments = format === "docx" ? ((await extractDocx(source.bytes))?.comments ?? []) : [];
  const placeOf = createPlaces(document, page);
  const marks = readMarks(
    document,
    [
      ...(page?.source.comments ?? []).map(({ comment, at, beside }) => ({
        comment,
        place: linesOf(page?.html ?? "")(at),
        beside,
      })),
      ...comments.map(({ comment, start }) => ({ comment, place: placeOf(start), beside: start })),
    ],
    placeOf,
  );
  return {
    draft: {
      document: { ...document, file: named, text: withoutMarked(document) },
      marks,
      placeOf,
    },
    problems: shown,
  };
}

/** How standard input is taken, as a file's name: by its first bytes, and else as Markdown. */
export function nameOfInput(bytes: Uint8Array): string {
  if (binaryKind(bytes) === zipKind) return "input.docx";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400));
  return /^\W{0,3}\s*<(?:!doctype html|html|\?xml|!--|head|body)\b/i.test(head)
    ? "input.html"
    : "input.md";
}

/** The HTML of a page whose text was kept, and where that text stands in it. */
export function pageOf(bytes: Uint8Array, file: string, text: string): SourcePage {
  const html = decode(bytes, file, declaredCharset(bytes)).text;
  return { html, source: readHtmlSource(html, text) };
}
