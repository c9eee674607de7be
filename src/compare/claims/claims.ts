import type { Passage, ScoredPassage } from "../../document/passage.ts";

/**
 * What a document does with a claim (after Emergent's for, against, observing). `silent` is only
 * said where the full text was read and the document could already have known; else `unknown`.
 */
export type Stance = "asserts" | "attributes" | "denies" | "silent" | "unknown";

/** One document's part in a claim. */
export type Cell = {
  readonly documentId: string;
  readonly stance: Stance;
  /** Other stances that other passages of the same document take: shown, never averaged. */
  readonly also: readonly Stance[];
  /** Whose word it is, where the stance is `attributes` or a reported denial. */
  readonly attributedTo: string | null;
  /** The attribution's cue keeps its distance ("claims", "alleges"). */
  readonly distancing: boolean;
  /** `denies`: true where the document reports somebody's denial, false where it denies itself. */
  readonly reported: boolean;
  /** Best first. For silent and unknown: the nearest passages, below the bar; may be empty. */
  readonly passages: readonly ScoredPassage[];
  /** Why this stance, in one sentence for the user. */
  readonly reason: string;
  readonly rule: string;
};

/** A checkable proposition as a cluster of passages of several documents, or a statement looked up. */
export type Claim = {
  readonly id: string;
  /** `found` in the documents, from the `checklist` of the case file, or `asked` by the user. */
  readonly origin: "found" | "checklist" | "asked";
  /** The most central passage's words, or the statement as given. */
  readonly statement: string;
  /** The most central passage; null only for a statement that no document carries. */
  readonly central: Passage | null;
  /**
   * A cell for every document that carries the claim or comes near to it, ordered by document id.
   * Of the others `absenceOf` tells whether they are silent, so that a claim does not grow with the
   * case; `cellsOf` gives all.
   */
  readonly cells: readonly Cell[];
  /** Documents, and distinct sources, that assert, attribute or deny it. */
  readonly documents: number;
  readonly sources: number;
  /** Sources of those that do not merely repeat the text of another: copies of one text count once. */
  readonly independent: number;
  /** Sources disagree in stance: one asserts what another denies or only attributes. */
  readonly contested: boolean;
  /** The words by which the passages were joined, most telling first. */
  readonly terms: readonly string[];
  /** What it is about, as the case writes it, the most shared first; absent for an asked statement. */
  readonly topics?: readonly string[] | undefined;
  /** Earliest publication date among the documents that carry it, EDTF; null when unknown. */
  readonly firstPublished: string | null;
  /** So many hours after it a document could have known; absent for the usual `knowableAfterHours`. */
  readonly lagHours?: number | undefined;
  /** Ids of the events that the documents carrying it report; absent where the case holds one only. */
  readonly events?: readonly string[] | undefined;
};
