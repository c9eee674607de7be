import type { Case, DocumentCard, Source } from "../document/case.ts";
import { ownSource } from "../ingest/case/assign.ts";
import type { StoredDocument } from "../store/store.ts";

/**
 * The case with a source for every document, and each document's card, ordered by id. Where no file
 * name told the source, `ofUrl` may tell it from the address, else the document is its own.
 */
export function placeDocuments(
  declared: Case,
  documents: readonly StoredDocument[],
  ofUrl: (url: string | null) => string | undefined = () => undefined,
): { readonly case: Case; readonly documents: readonly DocumentCard[] } {
  const sources = new Map<string, Source>(declared.sources.map((source) => [source.id, source]));
  const cards = documents.map((document): DocumentCard => {
    let source = sources.get(document.sourceId) ?? sources.get(ofUrl(document.url) ?? "");
    if (!source) {
      source = ownSource(document);
      sources.set(source.id, source);
    }
    return {
      id: document.id,
      file: document.file,
      title: document.title,
      sourceId: source.id,
      sourceName: source.name,
      side: source.side,
      language: document.readLanguage ?? document.language,
      published: document.published,
      completeness: document.completeness,
      words: document.words,
      ...(document.author === null ? {} : { author: document.author }),
    };
  });
  return { case: { ...declared, sources: [...sources.values()] }, documents: cards };
}
