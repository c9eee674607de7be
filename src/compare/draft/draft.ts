import type { Passage } from "../../document/passage.ts";
import type { Span } from "../../document/span.ts";
import type { DraftRule } from "./rules.ts";

/** A passage of the case behind a note, and what it does there ("denies it, reporting Ruvan Stell"). */
export type Backing = Passage & { readonly role: string };

/** Of how much of the case it is said that something is not there. */
export type Absence = { readonly documents: number; readonly sources: number };

/** One note in the margin of a draft. Nothing is said of the draft as a whole, and nothing is scored. */
export type DraftNote = {
  /** Depends on the rule and on what is noted, not on where it stands. */
  readonly id: string;
  readonly rule: DraftRule;
  /** The words in the draft; null where the note is about what the whole draft lacks. */
  readonly span: Span | null;
  /** What is noted: the words in the draft, or a claim, or a side, in the case's words. */
  readonly subject: string;
  /** Why, in plain sentences for an editor, with counts. */
  readonly reason: string;
  /** Passages of the case; empty only where `absence` is told. */
  readonly backing: readonly Backing[];
  readonly absence: Absence | null;
};

/** Whom of one declared side the draft quotes; an empty list is shown, too. */
export type SideQuoted = {
  readonly side: string;
  readonly attributions: number;
  readonly names: readonly { readonly name: string; readonly count: number }[];
};

/** What a draft quotes: by declared side, then of none. Sides in the order of the case. */
export type DraftQuotes = {
  readonly sides: readonly SideQuoted[];
  readonly others: { readonly named: number; readonly unnamed: number };
};

/** A draft held against a case. Notes stand in the order of the draft, those on the whole last. */
export type DraftCheck = { readonly notes: readonly DraftNote[]; readonly quotes: DraftQuotes };
