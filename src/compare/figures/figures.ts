import type { Evidence } from "../../document/passage.ts";

/** One source's number for a quantity. */
export type FigureEntry = {
  readonly documentId: string;
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly qualifier: string | null;
  readonly unit: string | null;
  readonly attributedTo: string | null;
  readonly published: string | null;
  readonly evidence: Evidence;
};

/** `agree`: all the same; `compatible`: can all hold ("at least 13" and 15); `conflict`: cannot. */
export type FigureRelation = "single" | "agree" | "compatible" | "conflict";

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
  readonly parts: readonly PartsCheck[];
  readonly documents: number;
  readonly reason: string;
  readonly rule: string;
};
