import type { Document } from "./document.ts";

/**
 * A text by itself as a document: plain, English, read in full, undated, of nobody. `known` is what is
 * known of it besides; the file is called as the document is.
 */
export function documentOf(text: string, known: Partial<Document> = {}): Document {
  const id = known.id ?? "text.txt";
  return {
    id,
    file: id,
    format: "text",
    sha256: "",
    sizeBytes: text.length,
    text,
    title: null,
    author: null,
    url: null,
    language: "en",
    published: null,
    publishedFrom: null,
    completeness: "full",
    ...known,
  };
}
