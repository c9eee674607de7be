import type { Evidence } from "../../document/passage.ts";

/** One source that does not carry a claim, and what may be said of that. */
export type Absence = {
  readonly sourceId: string;
  /** The silent documents; where none is, those of which it cannot be said. */
  readonly documentIds: readonly string[];
  /** `source`: at least `minOpportunity` of its documents are silent; else no more than these documents are. */
  readonly scope: "source" | "document";
  /** `silent`: read in full, published late enough; `unknown`: that cannot be said. */
  readonly state: "silent" | "unknown";
  readonly reason: string;
};

/** A claim that several sources of one side carry and no source of another does. */
export type SilenceRow = {
  readonly id: string;
  readonly claimId: string;
  readonly statement: string;
  /** The side that carries it; null for unaligned sources. */
  readonly carriedBySide: string | null;
  readonly carriedBy: readonly string[];
  /** Sources behind them where copies of one text count once. */
  readonly independent: number;
  /** The side none of whose sources carries it; null for unaligned sources. */
  readonly absentSide: string | null;
  readonly absences: readonly Absence[];
  readonly evidence: Evidence;
  readonly reason: string;
  readonly rule: string;
};
