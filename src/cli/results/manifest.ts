import { z } from "zod";
import { count, form, list, text } from "./parts.ts";

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("Of the bytes");

/** `manifest.json`: what a run was made from, enough to repeat it. */
export const manifest = form({
  tool: z.literal("parallax"),
  version: text,
  schema: z.literal(1),
  title: text,
  versions: z.record(text, text).readonly(),
  parameters: z.record(text, z.union([text, z.number(), z.boolean()])).readonly(),
  caseFile: form({ file: text, sha256 }).nullable().describe("Null where there is none"),
  packs: list(form({ pack: text, file: text, sha256 })).describe(
    "The wording packs that were read",
  ),
  inputs: list(form({ file: text, sha256, sizeBytes: count })).describe(
    "Every document, and every file of posts",
  ),
  counts: z.record(text, z.number()).readonly(),
  problems: list(form({ file: text, line: count.nullable(), message: text, mend: text })).describe(
    "What was left out or read with a loss, and why",
  ),
  outputs: list(text).describe("Files written beside it"),
});
