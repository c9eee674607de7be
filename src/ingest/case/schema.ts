import { z } from "zod";
import { didYouMean } from "../../document/nearest.ts";
import { postFormatNames } from "../posts/format.ts";

const text = z
  .union([z.string(), z.number()], "must be a text")
  .transform((value) => String(value).trim());
const filled = text.refine((value) => value !== "", "must not be empty");
const texts = z.union(
  [filled.transform((one) => [one]), z.array(filled)],
  "must be a text or a list of texts",
);
const language = z.string().regex(/^[a-z]{2}$/, 'must be a two-letter language code such as "en"');
/** EDTF year, month or day, or an instant in UTC. */
const published = text.refine(
  (value) => /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?)?)?$/.test(value),
  "must be a year, month or day such as 2031-05-04, or an instant such as 2031-05-04T08:30:00Z",
);
const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "must be made of letters, digits, dots and hyphens");

/** "6h", "2d", as hours. */
const lag = z
  .string("must be a number of hours or days such as 24h or 2d")
  .regex(/^[1-9]\d{0,3}[hd]$/, "must be a number of hours or days such as 24h or 2d")
  .transform((value) => Number.parseInt(value, 10) * (value.endsWith("d") ? 24 : 1));

const oneHost = "must be a host in small letters, such as marltimes.example, or a list of hosts";
/** `marltimes.example`, also for its subdomains. */
const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, oneHost);

const source = z.strictObject({
  name: filled.optional(),
  kind: filled.nullish(),
  side: filled.nullish(),
  /** Glob patterns from the case folder; without them, its files are told by how they are called. */
  files: texts.optional(),
  /** Where its pages are; the address that a page gives of itself is held against it. */
  hosts: z.union([host.transform((one) => [one]), z.array(host)], oneHost).optional(),
  aliases: texts.optional(),
  language: language.optional(),
});

const actor = z.strictObject({
  names: texts.optional(),
  side: filled.nullish(),
  kind: filled.nullish(),
});

const declared = z.strictObject({
  title: filled.optional(),
  author: filled.optional(),
  url: filled.optional(),
  language: language.optional(),
  published: published.optional(),
  completeness: z.enum(["full", "excerpt"]).optional(),
});

const posts = z.strictObject({
  format: z.enum(postFormatNames, `must be one of ${postFormatNames.join(", ")}`).optional(),
  /** Which column of a table tells what: `{ id: nr, account: who }`. */
  columns: z.record(z.string(), filled).optional(),
});

/** `case.yaml`: everything is optional. */
export const caseSchema = z
  .strictObject({
    title: filled.optional(),
    language: language.nullish(),
    sides: z.record(id, filled.nullable()).nullish(),
    sources: z.record(id, source).nullish(),
    actors: z.record(id, actor).nullish(),
    /** What is known of single documents, by their path from the case folder. */
    documents: z.record(z.string(), declared).nullish(),
    /** How files of posts are to be read, by glob patterns from the case folder. */
    posts: z.record(z.string(), posts).nullish(),
    packs: texts.nullish(),
    checklist: texts.nullish(),
    silence: z.strictObject({ lag: lag.optional() }).nullish(),
  })
  .nullable()
  .transform((value) => value ?? {})
  .superRefine((value, context) => {
    const sides = Object.keys(value.sides ?? {});
    for (const group of ["sources", "actors"] as const) {
      for (const [key, { side }] of Object.entries(value[group] ?? {})) {
        if (!side || sides.includes(side)) continue;
        context.addIssue({
          code: "custom",
          path: [group, key, "side"],
          message: `there is no side "${side}"${didYouMean(side, sides) || ` (declared: ${sides.join(", ") || "none"})`}`,
        });
      }
    }
  });

export type CaseFile = z.output<typeof caseSchema>;
