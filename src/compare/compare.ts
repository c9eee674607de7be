import type { Reader } from "../read/read.ts";
import { createAsk } from "./claims/ask.ts";
import type { Claim } from "./claims/claims.ts";
import { findClaims } from "./claims/find.ts";
import { withoutListed } from "./claims/listed.ts";
import { indexPassages, type PassageIndex } from "./claims/passages.ts";
import { readTermsWith } from "./claims/statement.ts";
import { type TopicWords, withTopics } from "./claims/topics.ts";
import { eventOfDocuments, findEvents } from "./events/find-events.ts";
import { compareFigures } from "./figures/compare-figures.ts";
import type { Findings } from "./findings.ts";
import type { CompareInput } from "./input.ts";
import { readNoiseTest } from "./noise.ts";
import { compareOrigins } from "./origins/compare-origins.ts";
import { compareSilence } from "./silence/compare-silence.ts";
import { compareSourcing } from "./sourcing/compare-sourcing.ts";
import type { SourcingWords } from "./sourcing/sides.ts";
import { compareTimeline } from "./timeline/compare-timeline.ts";
import { compareWording, type WordingWords } from "./wording/compare-wording.ts";
import type { Places } from "./wording/places.ts";

/** The findings, and every place where a label is used of which they show the first. */
export type Compared = { readonly findings: Findings; readonly places: readonly Places[] };

/** The word lists with which a case is compared. */
export type CompareWords = WordingWords & SourcingWords & TopicWords;

/**
 * Puts every question to the case. The same input gives the same findings, in the same order. Without
 * word lists only the labels of wording packs are compared, and cues are told apart more coarsely.
 */
export async function compareCase(
  input: CompareInput,
  reader: Reader,
  lists: CompareWords | null = null,
): Promise<Findings> {
  return (await compareWithPlaces(input, reader, lists)).findings;
}

/** The same, with the places of the labels. */
export async function compareWithPlaces(
  input: CompareInput,
  reader: Reader,
  lists: CompareWords | null,
): Promise<Compared> {
  const index = await indexPassages(input, readTermsWith(reader));
  const { reused, originOf } = await compareOrigins(input, index);
  const events = await findEvents(input, index);
  const eventOf = eventOfDocuments(events);
  const several = events.length > 1 ? eventOf : undefined;
  const { checklist: lines, lagHours } = input.case;
  const deps = { index, reader, originOf, lagHours, eventOf: several, checklist: lines };
  const ask = createAsk(deps);
  const checklist = lines.map((statement) => ask(statement, "checklist"));
  const found = findClaims(deps);
  const claims = [...checklist, ...withoutListed(found, checklist, index)];
  const clusters = new Map<string, string>();
  for (const claim of found) {
    for (const { stance, passages } of claim.cells) {
      // Passages that only come near belong to no claim.
      if (stance === "silent" || stance === "unknown") continue;
      for (const { documentId, start } of passages)
        clusters.set(`${documentId}|${start}`, claim.id);
    }
  }
  const isNoise = await readNoiseTest(input);
  const { wording, places } = await compareWording(input, claims, isNoise, lists, originOf);
  const findings = {
    claims: lists ? await withTopics(claims, input, { index, reader, lists }) : claims,
    figures: await compareFigures(input, index, isNoise, eventOf),
    wording,
    silence: compareSilence(claims, input.documents, eventOf, originOf),
    sourcing: await compareSourcing(input, claims, isNoise, lists, originOf),
    origins: reused,
    timeline: await compareTimeline(
      input,
      index,
      (documentId, start) => clusters.get(`${documentId}|${start}`),
      isNoise,
    ),
    events,
  };
  return { findings, places };
}

/** Makes the function that looks up any statement in the case; `made` is its index, where it is there. */
export async function createAskCase(
  input: CompareInput,
  reader: Reader,
  made?: PassageIndex,
): Promise<(statement: string) => Claim> {
  const index = made ?? (await indexPassages(input, readTermsWith(reader)));
  const { originOf } = await compareOrigins(input, index);
  const events = await findEvents(input, index);
  const eventOf = events.length > 1 ? eventOfDocuments(events) : undefined;
  const { checklist, lagHours } = input.case;
  return createAsk({ index, reader, originOf, lagHours, eventOf, checklist });
}
