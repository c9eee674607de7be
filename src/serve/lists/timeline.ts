import { dateMark } from "../../compare/judgements/review-timeline.ts";
import type { EventEntry, TimelineEvent } from "../../compare/timeline/timeline.ts";
import { datedIn } from "../../document/time-stretch.ts";
import { type Lean, lean } from "../paged.ts";
import type { List } from "./list.ts";

/** A telling of an event; `words` are told for the first of each lane in which it can be drawn. */
export type EventRowEntry = Lean<EventEntry> & {
  /** Where its date begins. */
  readonly start: number;
  readonly words?: string;
};

export type EventRow = Omit<Lean<TimelineEvent>, "entries"> & {
  readonly entries: readonly EventRowEntry[];
};

export const timelineList: List<TimelineEvent, EventRow> = {
  items: ({ timeline }) => timeline,
  idOf: ({ id }) => id,
  row: ({ entries, ...event }, { card, sources, sideOf }) => {
    const hasLanesBySource = sources.length <= sourceLanes;
    const told = new Set<string>();
    return {
      ...lean(event),
      entries: entries.map((entry) => {
        const sourceId = card(entry.documentId)?.sourceId ?? entry.documentId;
        const lane = hasLanesBySource ? sourceId : sideOf(sourceId);
        const { text } = entry.evidence[0];
        const isCentral = text.endsWith(event.what);
        const { start } = dateMark(entry);
        if (told.has(lane) && !isCentral) return { ...lean(entry), start };
        told.add(lane);
        return { ...lean(entry), start, words: isCentral ? event.what : text };
      }),
    };
  },
  inTime: { test: datedIn },
  filters: {},
};

/** Where no sides are declared each source has its own lane, while there are few enough to tell apart. */
const sourceLanes = 12;
