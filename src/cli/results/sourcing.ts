import { z } from "zod";
import {
  count,
  documentId,
  evidence,
  form,
  id,
  list,
  passage,
  rule,
  share,
  side,
  sourceId,
  text,
} from "./parts.ts";

const kind = text.nullable().describe("As the case file has it");

const shareOf = form({
  count,
  low01: share.describe("Of the 95 % interval (Wilson), 0 to 1"),
  high01: share,
  evidence: list(passage).describe("The first attributions that are counted; none where none is"),
});
const open = count.describe("To a pronoun of which it was not read whom it means");

const quoted = form({
  name: text.nullable().describe("As first written; null where nobody is told"),
  naming: z
    .enum(["named", "unnamed", "open"])
    .describe("unnamed: a noun or nobody; open: a pronoun left open"),
  side,
  kind,
  count,
  distancing: count.describe("With a cue that keeps its distance"),
  cues: list(form({ cue: text, count })),
  evidence,
});

/** `sourcing.json`; `parallax sourcing --json` writes its lists one after the other, one a line. */
export const sourcing = form({
  rows: list(
    form({
      sourceId,
      attributions: count,
      unnamed: count.describe("To somebody without a name"),
      open,
      direct: count.describe("With the words in quotation marks"),
      copied: count.describe("In sentences copied from a text of another source"),
      quoted: list(quoted),
      contested: form({
        carried: count.describe("Contested claims that the source carries"),
        ownVoice: count.describe("Those of them that it asserts itself"),
      }),
    }),
  ),
  chains: list(
    form({
      id,
      documentId,
      links: list(text).describe("The publishing source first, the speaker last"),
      evidence,
      rule,
    }),
  ),
  sides: list(
    form({
      bySide: side,
      ofSide: side,
      count: count.describe("Attributions to somebody with a name: the shares are of these"),
      kinds: list(form({ kind, count })),
      families: form({
        say: shareOf,
        claim: shareOf,
        allege: shareOf,
        admit: shareOf,
        deny: shareOf,
        other: shareOf,
      }),
      evidence,
    }),
  ),
  anonymous: list(
    form({
      bySide: side,
      attributions: count,
      open,
      unnamed: shareOf.describe("Of the attributions that are not open"),
    }),
  ),
  citations: list(
    form({
      id,
      sourceId,
      name: text,
      citedSourceId: text.nullable().describe("The source of the case that is meant"),
      kind: z.enum(["through", "media", "organisation", "document"]),
      documents: count,
      evidence,
    }),
  ),
});
