import type { Case, DocumentCard } from "../src/document/case.ts";
import type { Document } from "../src/document/document.ts";
import type { Readings } from "../src/read/readings.ts";

/** The seeds come without a case file: each document is its own source. */
export const noCase: Case = {
  title: "",
  language: null,
  sides: [],
  sources: [],
  actors: [],
  packs: [],
  checklist: [],
};

export function seedCard(document: Document, readings: Readings): DocumentCard {
  return {
    id: document.id,
    file: document.file,
    title: document.title,
    sourceId: document.id,
    sourceName: document.id,
    side: null,
    language: readings.language,
    published: document.published,
    completeness: document.completeness,
    words: document.text.split(/\s+/).length,
  };
}
