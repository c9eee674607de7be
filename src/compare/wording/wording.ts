import type { Evidence } from "../../document/passage.ts";

/** How often one source uses one label. */
export type LabelUse = {
  readonly sourceId: string;
  readonly own: number;
  /** Inside quotation marks. */
  readonly quoted: number;
  /** In what somebody is reported to say, without quotation marks. */
  readonly attributed: number;
  readonly scare: number;
  /** Of all these, how many stand under a negation. */
  readonly negated: number;
  readonly documents: number;
  readonly evidence: Evidence;
};

export type LabelRow = { readonly label: string; readonly uses: readonly LabelUse[] };

/** One contested thing and the labels that each source uses for it. */
export type WordingRow = {
  readonly id: string;
  readonly concept: string;
  readonly pack: string;
  /** Most used first. */
  readonly labels: readonly LabelRow[];
  /** Per source: all mentions of the concept by any label (the denominator), and words read. */
  readonly totals: readonly {
    readonly sourceId: string;
    readonly mentions: number;
    readonly words: number;
  }[];
  readonly rule: string;
};
