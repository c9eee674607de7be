import type { Evidence, Passage } from "../../document/passage.ts";

/** One source's number for a quantity. */
export type FigureEntry = {
  readonly documentId: string;
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly qualifier: string | null;
  readonly unit: string | null;
  readonly attributedTo: string | null;
  readonly published: string | null;
  /** A text calls it an earlier number, or whose number it is gave another one later. */
  readonly superseded: boolean;
  /** The sentence that the number stands in: what it counts, in the source's words. */
  readonly sentence: Passage;
  readonly evidence: Evidence;
};

/**
 * `agree`: all the same; `compatible`: can all hold ("at least 13" and 15); `update`: they cannot,
 * but those that cannot have been replaced; `conflict`: they cannot.
 */
export type FigureRelation = "single" | "agree" | "compatible" | "update" | "conflict";

/** Whether stated parts add up to a stated whole. */
export type PartsCheck = {
  readonly documentId: string;
  readonly whole: number;
  readonly parts: readonly number[];
  readonly sum: number;
  /** `whole` = sum; `less`: parts leave a remainder; `more`: parts exceed the whole. */
  readonly outcome: "equal" | "less" | "more";
  readonly evidence: Evidence;
};

/** One quantity (what, where, when) with every source's number. Entries ordered by document. */
export type FigureGroup = {
  readonly id: string;
  readonly what: string;
  readonly unit: string | null;
  readonly place: string | null;
  readonly edtf: string | null;
  readonly entries: readonly FigureEntry[];
  readonly relation: FigureRelation;
  /** Pairs of indices into `entries` that cannot both hold. */
  readonly conflicts: readonly (readonly [number, number])[];
  /** Pairs that cannot both hold, of which one has been replaced. */
  readonly updates: readonly (readonly [number, number])[];
  /** Id of the event that all its documents report; null where they report several. */
  readonly event: string | null;
  readonly parts: readonly PartsCheck[];
  readonly documents: number;
  readonly reason: string;
  readonly rule: string;
};
