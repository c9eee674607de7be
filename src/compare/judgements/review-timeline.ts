import { daysOf } from "../../document/edtf.ts";
import { markKey, readingMark } from "../../document/judgement.ts";
import { byDate, finestDate, precisionOf } from "../timeline/compare-timeline.ts";
import type { EventEntry, TimelineEvent } from "../timeline/timeline.ts";
import type { Rejected } from "./review.ts";

/** The dates that were read in a document. */
export type DatesIn = (
  documentId: string,
) => Promise<readonly { readonly start: number; readonly edtf: string }[]>;

/**
 * Events without the dates that were rejected. What is left of an event is dated anew by what its
 * other tellings say; it is told in its words while one of them holds these, else in the first one's.
 */
export async function reviewTimeline(
  events: readonly TimelineEvent[],
  rejected: Rejected,
  datesIn: DatesIn,
): Promise<TimelineEvent[]> {
  const left: TimelineEvent[] = [];
  let isChanged = false;
  for (const event of events) {
    const entries = event.entries.filter((entry) => !rejected.has(markKey(dateMark(entry))));
    if (entries.length === event.entries.length) left.push(event);
    else {
      isChanged = true;
      if (entries.length > 0) left.push(await toldBy(event, entries, datesIn));
    }
  }
  if (!isChanged) return [...events];
  const ids = new Set(left.map(({ id }) => id));
  return left
    .map((event) =>
      event.disagreesWith.every((id) => ids.has(id))
        ? event
        : { ...event, disagreesWith: event.disagreesWith.filter((id) => ids.has(id)) },
    )
    .sort(byDate);
}

/** The reading behind a telling: the date within its sentence, its last passage. */
export function dateMark({ documentId, evidence }: Pick<EventEntry, "documentId" | "evidence">) {
  const { start, end } = evidence.at(-1) ?? evidence[0];
  return readingMark("dates", documentId, { start, end });
}

async function toldBy(
  event: TimelineEvent,
  entries: readonly EventEntry[],
  datesIn: DatesIn,
): Promise<TimelineEvent> {
  const dates: string[] = [];
  for (const entry of entries) {
    const { start } = dateMark(entry);
    const read = (await datesIn(entry.documentId)).find((date) => date.start === start);
    if (read) dates.push(read.edtf);
  }
  const edtf = dates.length > 0 ? finestDate(dates) : event.edtf;
  const days = daysOf(edtf) ?? { from: null, to: null };
  const words = event.what.replace(/^… | …$/g, "");
  const isHeld = entries.some(({ evidence: [sentence] }) => sentence.text.includes(words));
  return {
    ...event,
    ...{ edtf, from: days.from, to: days.to, entries },
    precision: precisionOf(edtf),
    approximate: /[~?%]/.test(edtf),
    what: isHeld ? event.what : (entries[0]?.evidence[0].text ?? event.what),
  };
}
