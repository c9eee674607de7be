import type { Evidence } from "../../document/passage.ts";

/** One document's telling of a dated event. */
export type EventEntry = {
  readonly documentId: string;
  readonly kind: "absolute" | "relative";
  readonly published: string | null;
  readonly evidence: Evidence;
};

/** A dated occurrence as one or more documents tell it. */
export type TimelineEvent = {
  readonly id: string;
  readonly edtf: string;
  /** First and last day that the date can mean, ISO; null for an open end, both for no known year. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: "day" | "month" | "season" | "year" | "decade" | "interval";
  readonly approximate: boolean;
  /** What happened, in the words of the most central passage. */
  readonly what: string;
  readonly entries: readonly EventEntry[];
  /** Ids of events that seem the same occurrence under another date. */
  readonly disagreesWith: readonly string[];
  readonly rule: string;
};
