import type { Evidence } from "../../document/passage.ts";

/** Documents that report one event. Every document of a case stands in exactly one. */
export type EventGroup = {
  readonly id: string;
  /** Ids of its documents, ordered. */
  readonly documents: readonly string[];
  /** First and last publication known of them, as the documents have it; null where none is. */
  readonly from: string | null;
  readonly to: string | null;
  /** The document that is most like the others. */
  readonly centre: string;
  /** The rarest words that the centre shares with the others, where it first says them. */
  readonly evidence: Evidence;
  readonly reason: string;
  readonly rule: string;
};
