import { z } from "zod";
import { type DraftRule, draftRuleIds } from "../compare/draft/rules.ts";

/** Raised when a field is removed or changes its meaning; new fields may come at any time. */
export const checkSchemaVersion = 1;

const count = z.int().nonnegative();
const position = z.int().positive();
const span = {
  start: count.describe("UTF-16 code units into the kept text"),
  end: count,
  line: position.describe("From 1; in a Word document the paragraph"),
  column: position.describe("From 1; in a Word document the character in its paragraph"),
  text: z.string(),
};
const passage = z
  .strictObject({
    ...span,
    documentId: z.string(),
    file: z.string().describe("Path from the folder of the case"),
    source: z.string().describe("Name of the source that published it"),
    side: z.string().nullable().describe("Id of its declared side; null for the unaligned"),
    role: z.string().describe("What it does with what is noted"),
  })
  .describe("A passage of the case behind a note");
const note = {
  id: z.string().describe("The same for the same finding, wherever it stands in the draft"),
  rule: z.enum(draftRuleIds as [DraftRule, ...DraftRule[]]),
  place: z
    .strictObject({ ...span, endLine: position, endColumn: position })
    .nullable()
    .describe("The words in the draft; null where the note is about what the whole draft lacks"),
  subject: z.string().describe("What is noted: words of the draft, a claim of the case, or a side"),
  reason: z.string(),
  passages: z.array(passage).describe("Empty only where absence is told"),
  absence: z
    .strictObject({ documents: count, sources: count })
    .nullable()
    .describe("Of how many documents and sources of the case none has it"),
};

/** What `parallax check --format json` writes. Published as docs/check.schema.json. */
export const checkSchema = z
  .strictObject({
    draft: z.strictObject({
      file: z.string().describe("As given on the command line; stdin for standard input"),
      format: z.enum(["text", "markdown", "html", "docx"]),
      places: z
        .enum(["lines", "paragraphs"])
        .describe("What line and column count: lines and characters, or paragraphs and characters"),
    }),
    case: z.strictObject({ title: z.string(), documents: count, sources: count }),
    notes: z.array(z.strictObject(note)).describe("In the order of the draft"),
    kept: z
      .array(z.strictObject({ ...note, keptBecause: z.string() }))
      .describe("Notes that the writer keeps, with the reason given in the draft"),
    marks: z
      .array(
        z.strictObject({
          line: position,
          column: position,
          rule: z.string(),
          reason: z.string(),
          notes: z.array(z.string()).describe("Ids of the notes that it keeps"),
          problem: z.string().nullable().describe("Why it keeps nothing; null where it does"),
        }),
      )
      .describe("What the writer wrote in the draft for the check"),
    quoted: z.strictObject({
      sides: z.array(
        z.strictObject({
          side: z.string(),
          name: z.string(),
          attributions: count,
          names: z.array(z.strictObject({ name: z.string(), count })),
        }),
      ),
      others: z.strictObject({ named: count, unnamed: count }),
    }),
  })
  .describe(
    "What parallax check --format json writes for one draft. Nothing in it scores a draft, a source or a side.",
  );

export type CheckResult = z.infer<typeof checkSchema>;
export type CheckNote = CheckResult["notes"][number];

/** The JSON Schema as published. */
export function checkJsonSchema(): object {
  return {
    $id: `parallax-check-${checkSchemaVersion}`,
    title: `Parallax notes on a draft, version ${checkSchemaVersion}`,
    ...z.toJSONSchema(checkSchema, { target: "draft-2020-12" }),
  };
}
