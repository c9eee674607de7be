import { z } from "zod";
import { judgedQuestions, verdicts } from "../../document/judgement.ts";
import { count, documentId, form, text } from "./parts.ts";

/** One judgement that was not undone, as `judgements.json` and `parallax judgements` have it. */
export const judgement = form({
  id: text,
  at: text.describe("Instant in UTC"),
  author: text.describe("As they signed"),
  act: z.enum(verdicts),
  note: text.nullable(),
  question: z.enum(judgedQuestions),
  about: text.describe("Statement, what is counted, label, or kind of reading"),
  says: text.describe("What the mark said when it was judged: stance, number, voice"),
  rule: text.describe("The rule that had made the mark"),
  documentId,
  sha256: text.describe("Of the document's bytes when it was judged"),
  anchor: form({
    exact: text,
    prefix: text,
    suffix: text,
    start: count.describe("UTF-16 code units into the text as it was then"),
  })
    .nullable()
    .describe("The words judged, with those around them; null for a document as a whole"),
  state: z
    .enum(["placed", "changed", "lost"])
    .describe(
      "placed: the mark is there; changed: it is read otherwise now; lost: its words are gone",
    ),
  mark: text.nullable().describe("The same for judgements of one mark; null unless placed"),
  place: form({ documentId, start: count, end: count })
    .nullable()
    .describe("Where the words are now"),
});
