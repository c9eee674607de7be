import type { Span } from "../../document/span.ts";
import { unpackParts } from "./archive.ts";
import { mainPartOf, readBody, readComments } from "./document-xml.ts";

/** A comment in the margin, at the words it hangs on. */
export type DocxComment = Span & { readonly comment: string };

/** A Word document's text proper, its title where a style says which it is, and its comments. */
export type ExtractedDocx = {
  /** Paragraphs, parted by an empty line. */
  readonly text: string;
  readonly title: string | null;
  readonly comments: readonly DocxComment[];
};

/** Where the package says which part holds the body. */
const relationships = "_rels/.rels";

/**
 * Reads the body of a Word document. Headers, footers, footnotes, pictures and fields are not read.
 * @throws ArchiveError for what is no such document, is damaged, or passes a limit.
 */
export async function extractDocx(bytes: Uint8Array): Promise<ExtractedDocx | null> {
  const first = await unpackParts(bytes, (name) => name === relationships);
  const main = mainPartOf(first.get(relationships) ?? "");
  const margin = main.replace(/[^/]*$/, "comments.xml");
  const parts = await unpackParts(bytes, (name) => name === main || name === margin);
  const xml = parts.get(main);
  if (xml === undefined) return null;
  const { text, title, comments } = readBody(xml);
  const words = readComments(parts.get(margin) ?? "");
  return {
    text,
    title,
    comments: [...comments].flatMap(([id, span]) => {
      const comment = words.get(id);
      return comment === undefined ? [] : [{ ...span, comment }];
    }),
  };
}
