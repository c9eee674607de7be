import { z } from "zod";
import type { ReportDocument } from "../html/context.ts";
import type { ReportManifest } from "../html/made.ts";

const hashed = z.object({ file: z.string(), sha256: z.string() });

/** What a report or a manifest was made from: what is the same for the same result. */
export const madeFromSchema = z.object({
  version: z.string(),
  versions: z.record(z.string(), z.string()),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  caseFile: hashed.nullable(),
  packs: z.array(hashed).readonly(),
});
export type MadeWith = z.infer<typeof madeFromSchema>;

/** What a page carries for `parallax verify`, beside what is read: its passages stand in the page itself. */
export const proofSchema = madeFromSchema.extend({
  schema: z.literal(1),
  /** `whole`: the same files give the same page, byte for byte; `chosen`: it holds a user's words. */
  page: z.enum(["whole", "chosen"]),
  documents: z.array(hashed.extend({ number: z.number(), id: z.string() })),
});
export type Proof = z.infer<typeof proofSchema>;

export function proofOf(
  page: Proof["page"],
  { version, versions, parameters, caseFile, packs }: ReportManifest,
  documents: readonly ReportDocument[],
  number: (id: string) => number,
): Proof {
  return {
    ...{ schema: 1, page, version, versions, parameters, caseFile },
    packs: packs.map(({ file, sha256 }) => ({ file, sha256 })),
    documents: documents.map(({ card: { id, file }, sha256 }) => ({
      ...{ number: number(id), id, file, sha256 },
    })),
  };
}
