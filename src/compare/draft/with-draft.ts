import type { Case, DocumentCard } from "../../document/case.ts";
import type { Document } from "../../document/document.ts";
import type { Readings } from "../../read/readings.ts";
import { type CompareInput, memoryInput } from "../input.ts";

/** The id of the draft beside the documents of a case: it comes after every path. */
export const draftId = "\uffff";

/** A draft as the one document of an input: it is looked at beside the case, and not kept. */
export function draftInput(
  declared: Case,
  draft: { readonly document: Document; readonly readings: Readings },
): CompareInput {
  const { text, title, published } = draft.document;
  const card: DocumentCard = {
    id: draftId,
    file: draft.document.file,
    title,
    sourceId: draftId,
    sourceName: "the draft",
    side: null,
    language: draft.readings.language,
    published,
    completeness: "full",
    words: 0,
  };
  return memoryInput(declared, [{ card, text, readings: draft.readings }]);
}
