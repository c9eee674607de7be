import { z } from "zod";
import { documentId, evidence, form, id, list, published, reason, rule, text } from "./parts.ts";

const day = text.nullable().describe("ISO day; null for an open end");

/** A dated occurrence, as `timeline.json` has it. */
export const timelineEvent = form({
  id,
  edtf: text,
  from: day,
  to: day,
  precision: z.enum(["day", "month", "season", "year", "decade", "interval"]),
  approximate: z.boolean(),
  what: text.describe("In the words of the most central passage"),
  entries: list(
    form({
      documentId,
      kind: z.enum(["absolute", "relative"]).describe("Written, or reckoned from another date"),
      published,
      evidence,
    }),
  ),
  disagreesWith: list(text).describe("Ids of events that seem the same under another date"),
  rule,
});

/** Documents that report one event, as `events.json` has them. */
export const eventGroup = form({
  id,
  documents: list(documentId),
  from: published.describe("First publication known of them"),
  to: published,
  centre: documentId.describe("The document that is most like the others"),
  evidence,
  reason,
  rule,
});
