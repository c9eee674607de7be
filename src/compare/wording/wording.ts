import type { Evidence, Passage } from "../../document/passage.ts";

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
  /** A pack's name for it; of a found row its most used label and the most used other one. */
  readonly concept: string;
  /** From a wording pack, or found in the documents without one. */
  readonly origin: "pack" | "found";
  /** Null where it was found. */
  readonly pack: string | null;
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

/** What one side is in a contrast: what to divide its counts by. */
export type SideTotal = {
  readonly side: string;
  readonly documents: number;
  readonly sources: number;
  /** Words of this voice, without names, numbers and function words. */
  readonly words: number;
};

/** How often one side uses one word. */
export type SideUse = {
  readonly count: number;
  readonly documents: number;
  readonly sources: number;
  readonly evidence: readonly Passage[];
};

/** A word that one side uses more than the other, with what can be said of how much. */
export type ContrastWord = {
  /** Its most frequent form. */
  readonly word: string;
  readonly forms: readonly string[];
  /** Natural logarithm of the ratio of odds: above 0, the first side uses it more. */
  readonly logOdds: number;
  /** 95 % interval; it never holds 0. */
  readonly low: number;
  readonly high: number;
  /** Of the first side, of the second. */
  readonly uses: readonly [SideUse, SideUse];
};

/** Words of two declared sides held against each other. */
export type Contrast = {
  readonly id: string;
  /** Ids, in their order. */
  readonly sides: readonly [string, string];
  /** The writers' own words, or what they quote and report others as saying. */
  readonly voice: "own" | "others";
  readonly totals: readonly [SideTotal, SideTotal];
  /** Words that were used often and widely enough to be held against each other. */
  readonly tested: number;
  /** Those of the first side, then those of the second, each the surest first. */
  readonly words: readonly ContrastWord[];
  readonly rule: string;
};

/** In which words: labels of one thing, and words that one side uses more than another. */
export type Wording = {
  readonly rows: readonly WordingRow[];
  readonly contrasts: readonly Contrast[];
};
