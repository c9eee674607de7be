import type { Evidence } from "../../document/passage.ts";

/** Somebody whom a source quotes. */
export type Quoted = {
  /** The name as first written in full; null for unnamed or implicit sources. */
  readonly name: string | null;
  /** From the case file only. */
  readonly side: string | null;
  readonly count: number;
  readonly distancing: number;
  readonly cues: readonly { readonly cue: string; readonly count: number }[];
  readonly evidence: Evidence;
};

/** Whom one source quotes, how, and how much of what is contested it says in its own voice. */
export type SourcingRow = {
  readonly sourceId: string;
  readonly attributions: number;
  /** Attributions without a name ("officials", "is said to"). */
  readonly unnamed: number;
  readonly direct: number;
  readonly quoted: readonly Quoted[];
  /** Contested claims that it carries, and those it asserts in its own voice. */
  readonly contested: { readonly carried: number; readonly ownVoice: number };
};

/** Through whom a content reached the reader: the publishing source first, the speaker last. */
export type Chain = {
  readonly id: string;
  readonly documentId: string;
  readonly links: readonly string[];
  readonly evidence: Evidence;
  readonly rule: string;
};

export type Sourcing = { readonly rows: readonly SourcingRow[]; readonly chains: readonly Chain[] };
