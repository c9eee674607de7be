import type { Evidence, Passage } from "../../document/passage.ts";

/**
 * Has the speaker a name? `unnamed`: a noun ("officials", "a spokesman for the ministry") or nobody
 * ("is said to"); `open`: a pronoun of which it was not read whom it means.
 */
export type Naming = "named" | "unnamed" | "open";

/** Somebody whom a source quotes. */
export type Quoted = {
  /** As first written; null where nobody is told. */
  readonly name: string | null;
  readonly naming: Naming;
  /** From the case file only. */
  readonly side: string | null;
  /** From the case file only: what the actor or source is. */
  readonly kind: string | null;
  readonly count: number;
  readonly distancing: number;
  readonly cues: readonly { readonly cue: string; readonly count: number }[];
  readonly evidence: Evidence;
};

/** Whom one source quotes, how, and how much of what is contested it says in its own voice. */
export type SourcingRow = {
  readonly sourceId: string;
  readonly attributions: number;
  /** Attributions to somebody without a name. */
  readonly unnamed: number;
  /** Attributions to a pronoun left open: neither named nor unnamed. */
  readonly open: number;
  readonly direct: number;
  /** Attributions in sentences that were copied from another source's text. */
  readonly copied: number;
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

/** What cues let the reader think of the speaker; `other` are demands, beliefs, doubts and questions. */
export type CueFamily = "say" | "claim" | "allege" | "admit" | "deny" | "other";

/** A share of attributions: `count` of the `of` beside it, with its 95 % Wilson interval. */
export type Share = { readonly count: number; readonly low01: number; readonly high01: number };

/** A share with the first attributions that it counts. */
export type ShownShare = Share & { readonly evidence: readonly Passage[] };

/** How the sources of one side quote the people and bodies of one side. `null` is unaligned or not declared. */
export type SideQuotes = {
  readonly bySide: string | null;
  readonly ofSide: string | null;
  /** Named sources only. */
  readonly count: number;
  /** What those quoted are, from the case file; most first. `null`: not declared. */
  readonly kinds: readonly { readonly kind: string | null; readonly count: number }[];
  readonly families: Readonly<Record<CueFamily, ShownShare>>;
  readonly evidence: Evidence;
};

/** How often the sources of one side give no name. */
export type Anonymous = {
  readonly bySide: string | null;
  readonly attributions: number;
  /** Attributions to a pronoun left open; `unnamed` is a share of the others. */
  readonly open: number;
  readonly unnamed: ShownShare;
};

/** An outside source that documents of a source lean on or take a content from. */
export type Citation = {
  readonly id: string;
  readonly sourceId: string;
  readonly name: string;
  /** The source of the case that is meant; null for outside ones. */
  readonly citedSourceId: string | null;
  /** `through`: a content came by way of it; else the kind of the reference. */
  readonly kind: "through" | "media" | "organisation" | "document";
  readonly documents: number;
  readonly evidence: Evidence;
};

export type Sourcing = {
  readonly rows: readonly SourcingRow[];
  readonly chains: readonly Chain[];
  /** Whom each side quotes, and with which cues; by quoting side, then by quoted side. */
  readonly sides: readonly SideQuotes[];
  readonly anonymous: readonly Anonymous[];
  /** Who leans on whom: the lines of a graph whose nodes are the sources and the names. */
  readonly citations: readonly Citation[];
};
