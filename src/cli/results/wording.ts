import { z } from "zod";
import { count, evidence, form, id, list, pair, passage, rule, sourceId, text } from "./parts.ts";

const use = form({
  sourceId,
  own: count.describe("In the source's own voice"),
  quoted: count.describe("Inside quotation marks"),
  attributed: count.describe("In what somebody is reported to say"),
  scare: count.describe("In quotation marks without a speaker"),
  negated: count.describe("Of all these, under a negation"),
  documents: count,
  evidence,
});

const row = form({
  id,
  concept: text,
  origin: z.enum(["pack", "found"]),
  pack: text.nullable().describe("Null where it was found without one"),
  labels: list(form({ label: text, uses: list(use) })).describe("Most used first"),
  totals: list(form({ sourceId, mentions: count, words: count })).describe(
    "What to divide by: mentions under any label, and words read",
  ),
  rule,
});

const total = form({
  side: text,
  documents: count,
  sources: count,
  words: count.describe("Of this voice, without names, numbers and function words"),
});

const sideUse = form({
  count,
  documents: count,
  sources: count,
  evidence: list(passage),
});

const contrast = form({
  id,
  sides: pair(text),
  voice: z.enum(["own", "others"]),
  totals: pair(total),
  tested: count.describe("Words that were used often and widely enough"),
  words: list(
    form({
      word: text,
      forms: list(text),
      logOdds: z
        .number()
        .describe("Natural logarithm of the ratio of odds; above 0, the first side uses it more"),
      low: z.number().describe("Of the 95 % interval"),
      high: z.number(),
      uses: pair(sideUse),
    }),
  ),
  rule,
});

/** `wording.json`; `parallax wording --json` writes its rows, then its contrasts, one a line. */
export const wording = form({ rows: list(row), contrasts: list(contrast) });
