import { z } from "zod";
import {
  count,
  documentId,
  evidence,
  form,
  id,
  list,
  passage,
  reason,
  rule,
  share,
  span,
  text,
} from "./parts.ts";

const change = form({
  kind: z.enum(["replaced", "left out", "added"]),
  origin: passage.nullable(),
  copy: passage.nullable(),
  at: form({ origin: count, copy: count }).describe("Where it stands in each text"),
});

const shared = form({
  origin: span,
  copy: span,
  words: count.describe("The same in both, outside quotations"),
});

const copy = form({
  documentId,
  kind: z.enum(["same", "reprint", "passages"]),
  words: count.describe("The same in both, outside quotations"),
  share01: share.describe("Of the copy's words"),
  originShare01: share.describe("Of the other text's words"),
  via: text.nullable().describe("The document through which the passages came"),
  credit: form({ words: text, passage: passage.nullable() })
    .nullable()
    .describe("Where it names the source that it has them from"),
  passages: z.tuple([shared], shared).readonly(),
  changed: form({ replaced: count, leftOut: count, added: count }).describe("Words"),
  changes: list(change).describe("The first of them"),
  evidence,
});

/** A text that others repeat, as `origins.json` has it. */
export const reusedText = form({
  id,
  documentId,
  standing: z
    .enum(["earliest", "credited", "tied", "undated"])
    .describe("How well it is known that it was first"),
  copies: z.tuple([copy], copy).readonly(),
  sources: count,
  evidence,
  reason,
  rule,
});
