import type { Change, SharedPassage } from "../../../serve/types.ts";

/** A stretch of a passage: the same in both texts, or only in one of them, into which it is an offset. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly of: "both" | "origin" | "copy";
};

/** The changes that lie within a passage. */
export function changesIn({ origin, copy }: SharedPassage, changes: readonly Change[]): Change[] {
  return changes.filter(
    ({ at }) =>
      at.origin >= origin.start &&
      at.origin <= origin.end &&
      at.copy >= copy.start &&
      at.copy <= copy.end,
  );
}

/** One side of a passage, cut at what is not the same on the other side. The pieces tile it. */
export function piecesOf(
  passage: SharedPassage,
  changes: readonly Change[],
  side: "origin" | "copy",
): Piece[] {
  const { start, end } = passage[side];
  const pieces: Piece[] = [];
  let at = start;
  for (const change of changesIn(passage, changes)) {
    const place = change[side];
    if (!place || place.start < at) continue;
    if (place.start > at) pieces.push({ start: at, end: place.start, of: "both" });
    pieces.push({ start: place.start, end: place.end, of: side });
    at = place.end;
  }
  if (at < end) pieces.push({ start: at, end, of: "both" });
  return pieces;
}

/** Both sides as one text: the copy's words, and at each change first what the other text has there. */
export function mergedPieces(passage: SharedPassage, changes: readonly Change[]): Piece[] {
  const { start, end } = passage.copy;
  const pieces: Piece[] = [];
  let at = start;
  for (const { origin, copy, at: place } of changesIn(passage, changes)) {
    if (place.copy > at) pieces.push({ start: at, end: place.copy, of: "both" });
    if (origin) pieces.push({ start: origin.start, end: origin.end, of: "origin" });
    if (copy) pieces.push({ start: copy.start, end: copy.end, of: "copy" });
    at = Math.max(at, copy ? copy.end : place.copy);
  }
  if (at < end) pieces.push({ start: at, end, of: "both" });
  return pieces;
}
