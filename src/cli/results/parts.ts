import { z } from "zod";

/** Pieces that the forms of several results share. */

export const count = z.int().nonnegative();
export const share = z.number().min(0).max(1);
export const text = z.string();
export const id = z.string().describe("The same for the same finding in each run");
export const documentId = z.string().describe("Path from the folder of the case");
export const sourceId = z.string().describe("Id of the source in the case file, else the document");
export const side = z
  .string()
  .nullable()
  .describe("Id of a side of the case file; null for the unaligned");
export const published = z
  .string()
  .nullable()
  .describe("EDTF day, month or year, or an instant in UTC; null where it is not known");
export const reason = z.string().describe("Why, in a sentence for the reader");
export const rule = z.string().describe("The rule that made the finding");

export const span = z
  .strictObject({ start: count, end: count })
  .readonly()
  .describe("UTF-16 code units into the kept text, [start, end)");
const words = { documentId, start: count, end: count, text };
export const passage = z
  .strictObject(words)
  .readonly()
  .describe("The exact words of a document; offsets are UTF-16 code units into its kept text")
  .meta({ id: "passage" });
export const scoredPassage = z
  .strictObject({ ...words, score: share.describe("How well it matches, 0 to 1") })
  .readonly();
/** A finding without a passage cannot be represented. */
export const evidence = z
  .tuple([passage], passage)
  .readonly()
  .describe("At least one passage")
  .meta({ id: "evidence" });

/** An object whose fields nobody changes, as all findings are. */
export const form = <T extends z.core.$ZodLooseShape>(shape: T) => z.strictObject(shape).readonly();
export const list = <T extends z.core.SomeType>(item: T) => z.array(item).readonly();
export const pair = <T extends z.core.SomeType>(item: T) => z.tuple([item, item]).readonly();
