import type { CopyKind, Standing } from "../../document/copied-in-words.ts";
import type { Evidence, Passage } from "../../document/passage.ts";
import type { Span } from "../../document/span.ts";

/** Words that a copy has otherwise than the text it copies; null where one of them has nothing. */
export type Change = {
  readonly kind: "replaced" | "left out" | "added";
  readonly origin: Passage | null;
  readonly copy: Passage | null;
  /** Where it stands in each text: also where that text has nothing. */
  readonly at: { readonly origin: number; readonly copy: number };
};

/** A stretch of the copied text and the stretch of the copy that repeats it. */
export type SharedPassage = {
  readonly origin: Span;
  readonly copy: Span;
  /** Words outside quotations that are the same in both. */
  readonly words: number;
};

/** Where a copy names the source it has its words from. */
export type Credit = {
  readonly words: string;
  /** Null where the words are the author as the page's own data names them. */
  readonly passage: Passage | null;
};

/** A document that repeats passages of a text. Shares count words outside quotations. */
export type Copy = {
  readonly documentId: string;
  readonly kind: CopyKind;
  /** Words outside quotations that are the same in both. */
  readonly words: number;
  /** Of the copy's words, the share that it has from the other text. */
  readonly share01: number;
  /** Of the other text's words, the share that it took. */
  readonly originShare01: number;
  /** The document through which the passages came, where the copy is nearer to that one. */
  readonly via: string | null;
  /** Where the copy names the source of the text or of `via`; null where it does not. */
  readonly credit: Credit | null;
  readonly passages: readonly [SharedPassage, ...SharedPassage[]];
  /** Words within the passages that were changed; `changes` lists the first of them. */
  readonly changed: {
    readonly replaced: number;
    readonly leftOut: number;
    readonly added: number;
  };
  readonly changes: readonly Change[];
  /** The first words of each passage, in the copy. */
  readonly evidence: Evidence;
};

/** A text of which documents of other sources repeat passages, with all that do. */
export type ReusedText = {
  readonly id: string;
  /** The text that the copies are compared with: the earliest known, as `standing` says. */
  readonly documentId: string;
  readonly standing: Standing;
  /** Earliest first, undated last. */
  readonly copies: readonly [Copy, ...Copy[]];
  /** Different sources among the text and its copies. */
  readonly sources: number;
  /** Where the passages stand in the text. */
  readonly evidence: Evidence;
  readonly reason: string;
  readonly rule: string;
};
