import type { DocumentCard } from "../../document/case.ts";
import type { Document } from "../../document/document.ts";
import type { Readings } from "../../read/readings.ts";
import {
  type CompareInput,
  compareText,
  memoryInput,
  type ReadingKind,
  sortKeys,
} from "../input.ts";

/** The id of the draft beside the documents of a case: it comes after every path. */
export const draftId = "\uffff";

/**
 * The case with the draft as its last document, for as long as the draft is looked at: it is not
 * kept, and the findings of the case stay those without it.
 */
export function withDraft(
  input: CompareInput,
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
  const own = memoryInput(input.case, [{ card, text, readings: draft.readings }]);
  return {
    ...input,
    documents: [...input.documents, card],
    rows: (kind) => merged(input, own, kind),
  };
}

/** The rows of two inputs in the order of one; of equals those of the case come first. */
async function* merged<K extends ReadingKind>(a: CompareInput, b: CompareInput, kind: K) {
  const key = sortKeys[kind];
  const later = b.rows(kind)[Symbol.asyncIterator]();
  let next = await later.next();
  for await (const row of a.rows(kind)) {
    while (!next.done && compareText(key(next.value.reading), key(row.reading)) < 0) {
      yield next.value;
      next = await later.next();
    }
    yield row;
  }
  for (; !next.done; next = await later.next()) yield next.value;
}
