import { z } from "zod";

/** Raised when a field is removed or changes its meaning; new fields may come at any time. */
export const readingsSchemaVersion = 1;

const offset = z.int().nonnegative();
const pair = z.tuple([offset, offset]).describe("[start, end)");
const pairs = z.array(pair);
const rule = z.string().describe("The rule that made the reading");
const why = z
  .strictObject({
    because: z.string().describe("What the rule saw here, in plain English"),
    cues: z
      .array(z.strictObject({ start: offset, end: offset, role: z.string() }))
      .describe("The words that made the rule fire, and what they were to it"),
    model: z.string().nullable().describe("The trained model behind the reading, if any"),
    score01: z.number().nullable().describe("How sure the model is, 0 to 1; not of the content"),
  })
  .describe("Why the reading was made; docs/rules.md tells what each rule does");
const place = { start: offset, end: offset };
const text = z.string().nullable();
const number = z.number().nullable();

/** One line of `parallax read --json`. Published as docs/readings.schema.json. */
export const readingsSchema = z
  .strictObject({
    document: z.strictObject({
      id: z.string(),
      file: z.string().describe("As given on the command line"),
      title: text,
      language: text.describe(
        'ISO 639-1, or "und" for a text of another script; null where it could not be told',
      ),
      notRead: text.describe(
        "Why the text was not read; null where it was. Where it was not, empty lists say nothing",
      ),
      published: text.describe("EDTF day, month or year, or an instant in UTC; null when unknown"),
      completeness: z.enum(["full", "excerpt"]),
    }),
    sentences: z.array(z.strictObject(place)),
    noise: z
      .array(
        z.strictObject({
          ...place,
          kind: z.enum(["navigation", "byline", "caption", "related", "boilerplate", "unrelated"]),
          rule,
          why,
        }),
      )
      .describe("Passages that are not part of the text proper"),
    voices: z
      .array(z.strictObject({ ...place, name: text, rule, why }))
      .describe("The writers of a thread"),
    attributions: z
      .array(
        z.strictObject({
          kind: z.enum(["direct", "indirect", "mixed"]),
          attitude: z.enum(["states", "denies", "demands", "believes", "doubts", "asks"]),
          source: pairs.describe("Empty where the source is implicit"),
          cue: pairs,
          content: pairs,
          via: z
            .array(z.string())
            .describe("Sources behind which this source stands, outermost first"),
          sourceName: text.describe("The source with pronouns and short forms resolved"),
          sourceInferred: z.boolean().describe("sourceName was inferred from an earlier mention"),
          distancing: z.boolean().describe("The cue keeps its distance (claims, alleges)"),
          negated: z.boolean().describe("The cue itself is negated (did not say)"),
          rule,
          why,
        }),
      )
      .describe("Content that is said or thought by somebody other than the writer"),
    scareQuotes: z
      .array(z.strictObject({ ...place, rule, why }))
      .describe("Words in quotation marks without a named speaker, without the marks"),
    figures: z
      .array(
        z.strictObject({
          ...place,
          value: number.describe("Null where only a range or a vague word is given"),
          range: z.tuple([z.number(), z.number()]).nullable(),
          unit: text,
          qualifier: text,
          what: text.describe("What is counted"),
          place: text,
          edtf: text.describe("When it held"),
          attributedTo: text.describe("Whose figure it is; null for the writer's own voice"),
          partOf: number.describe("The whole of which this is a part"),
          rule,
          why,
        }),
      )
      .describe("Checkable quantities"),
    dates: z.array(
      z.strictObject({
        ...place,
        edtf: z.string().describe("EDTF, ISO 8601-2"),
        kind: z.enum(["absolute", "relative"]),
        what: pair.describe("What happened then: the clause that the date stands in"),
        rule,
        why,
      }),
    ),
    references: z
      .array(
        z.strictObject({
          ...place,
          name: z.string(),
          kind: z.enum(["media", "document", "organisation", "person", "post", "link"]),
          url: text,
          rule,
          why,
        }),
      )
      .describe("Outside sources, documents, people and posts that the text leans on"),
    mentions: z
      .array(
        z.strictObject({
          ...place,
          kind: z
            .enum(["person", "organisation", "place", "nationality"])
            .nullable()
            .describe("Null where the text does not tell, and for ships, laws, events and works"),
          name: z.string().describe("The same for all mentions of one in the document"),
          actor: text.describe("Id of the actor that the case file declares; null for others"),
          inferred: z.boolean().describe("A noun that stands for the name, not the name"),
          rule,
          why,
        }),
      )
      .describe("Who and what is named"),
    wording: z
      .array(
        z.strictObject({
          ...place,
          label: z.string(),
          concept: z.string(),
          voice: z.enum(["own", "quoted", "attributed", "scare"]),
          negated: z.boolean(),
          rule,
          why,
        }),
      )
      .describe("Labels of contested things"),
  })
  .describe(
    "What parallax read --json writes for one document. Offsets are UTF-16 code units, half-open, into the document's kept text: for a text file the decoded file itself.",
  );

/** The JSON Schema as published. */
export function readingsJsonSchema(): object {
  return {
    $id: `parallax-readings-${readingsSchemaVersion}`,
    title: `Parallax readings, version ${readingsSchemaVersion}`,
    ...z.toJSONSchema(readingsSchema, { target: "draft-2020-12" }),
  };
}
