import type { PassageIndex } from "../claims/passages.ts";

/** Finds a sentence's terms by document and place. */
export type PassageLookup = (
  documentId: string,
  start: number,
) => PassageIndex["passages"][number] | undefined;

export function createPassageLookup(index: PassageIndex): PassageLookup {
  const at = new Map(
    index.passages.map((passage) => [`${passage.documentId}|${passage.start}`, passage]),
  );
  return (documentId, start) => at.get(`${documentId}|${start}`);
}
