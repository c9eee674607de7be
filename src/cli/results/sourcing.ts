import { z } from "zod";
import {
  count,
  documentId,
  evidence,
  form,
  id,
  list,
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
});

const quoted = form({
  name: text.nullable().describe("Null for unnamed and implicit speakers"),
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
      unnamed: count,
      direct: count.describe("With the words in quotation marks"),
      quoted: list(quoted),
      contested: form({ carried: count, ownVoice: count }),
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
      count,
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
  anonymous: list(form({ bySide: side, attributions: count, unnamed: shareOf })),
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
