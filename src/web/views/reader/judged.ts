import { markKey, type PlacedJudgement } from "../../../document/judgement.ts";
import { nameOf } from "./evidence.tsx";
import type { Piece } from "./marks.ts";

/** The stretches of marks, those of judged ones with a look of their own. */
export function judgedPieces(
  pieces: readonly Piece[],
  judged: ReadonlyMap<string, readonly PlacedJudgement[]>,
  documentId: string,
): readonly Piece[] {
  if (judged.size === 0) return pieces;
  return pieces.map((piece) =>
    judged.has(markKey(nameOf(piece.mark, documentId)))
      ? { ...piece, look: `${piece.look} judged-piece` }
      : piece,
  );
}
