import type { DocumentCard } from "../../document/case.ts";
import { copyMark, markKey } from "../../document/judgement.ts";
import type { ReusedText } from "../origins/origins.ts";
import type { Rejected } from "./review.ts";

/** Repeated texts without the copies that were rejected; a text that nobody repeats any more is left out. */
export function reviewOrigins(
  texts: readonly ReusedText[],
  rejected: Rejected,
  documents: readonly DocumentCard[],
): ReusedText[] {
  const sourceOf = new Map(documents.map(({ id, sourceId }) => [id, sourceId]));
  return texts.flatMap((text): ReusedText[] => {
    const [first, ...others] = text.copies.filter(
      (copy) => !rejected.has(markKey(copyMark(text.documentId, copy))),
    );
    if (!first) return [];
    const copies = [first, ...others] as const;
    if (copies.length === text.copies.length) return [text];
    const ids = [text.documentId, ...copies.map(({ documentId }) => documentId)];
    return [{ ...text, copies, sources: new Set(ids.map((id) => sourceOf.get(id))).size }];
  });
}
