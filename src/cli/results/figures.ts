import { z } from "zod";
import {
  count,
  documentId,
  evidence,
  form,
  id,
  list,
  pair,
  passage,
  published,
  reason,
  rule,
  text,
} from "./parts.ts";

const entry = form({
  documentId,
  value: z.number().nullable(),
  range: pair(z.number()).nullable().describe("Of “dozens”, “12 to 16”"),
  qualifier: text.nullable().describe("“at least”, “around”; null for a plain number"),
  unit: text.nullable(),
  attributedTo: text.nullable().describe("Whose number it is; null in the source's own voice"),
  published,
  superseded: z.boolean().describe("Called an earlier number, or replaced by whose number it is"),
  sentence: passage.describe("The sentence that the number stands in"),
  evidence,
});

const indices = pair(count).describe("Places in `entries`, from 0");

const parts = form({
  documentId,
  whole: z.number(),
  parts: list(z.number()),
  sum: z.number(),
  outcome: z.enum(["equal", "less", "more"]).describe("Whether the parts make the whole"),
  evidence,
});

/** One quantity, as `figures.json` and each line of `parallax figures --json` have it. */
export const figureGroup = form({
  id,
  what: text.describe("What is counted: killed, wounded, people, crowns, …"),
  unit: text.nullable(),
  place: text.nullable(),
  edtf: text.nullable().describe("When, as an EDTF date"),
  entries: list(entry).describe("By document"),
  relation: z
    .enum(["single", "agree", "compatible", "update", "conflict"])
    .describe("Whether the numbers of several documents can all hold"),
  conflicts: list(indices).describe(
    "Pairs that cannot both hold; of equal numbers the first stands for all",
  ),
  updates: list(indices).describe("Pairs that cannot both hold, of which one has been replaced"),
  event: text.nullable().describe("Id in events.json; null where its documents report several"),
  parts: list(parts),
  documents: count,
  reason,
  rule,
});
