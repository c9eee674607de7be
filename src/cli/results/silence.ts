import { z } from "zod";
import {
  count,
  documentId,
  evidence,
  form,
  id,
  list,
  reason,
  rule,
  side,
  sourceId,
  text,
} from "./parts.ts";

/** A claim that one side carries and another does not, as `silence.json` has it. */
export const silenceRow = form({
  id,
  claimId: text.describe("Id in claims.json"),
  statement: text,
  carriedBySide: side,
  carriedBy: list(sourceId),
  independent: count.describe("Sources behind them where copies of one text count once"),
  absentSide: side,
  absences: list(
    form({
      sourceId,
      documentIds: list(documentId),
      scope: z
        .enum(["source", "document"])
        .describe("source: several of its documents are silent; else no more than these are"),
      state: z.enum(["silent", "unknown"]),
      reason,
    }),
  ),
  evidence,
  reason,
  rule,
});
