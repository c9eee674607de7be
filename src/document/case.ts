/** A declared perspective; ordered by id wherever sides are listed. */
export type Side = { readonly id: string; readonly name: string };

/** An outlet, institution or account that publishes. `side: null` is unaligned. */
export type Source = {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly side: string | null;
  readonly aliases: readonly string[];
};

/** Somebody in the event, whether or not they publish. */
export type Actor = {
  readonly id: string;
  readonly names: readonly string[];
  readonly side: string | null;
  readonly kind: string | null;
};

/** The user's project: what was declared about a folder of documents. */
export type Case = {
  readonly title: string;
  readonly language: string | null;
  readonly sides: readonly Side[];
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
  /** Ids of the wording packs to read with. */
  readonly packs: readonly string[];
  /** Statements to look for in every document. */
  readonly checklist: readonly string[];
  /** So many hours after a claim's first appearance a document could have known it; absent for the usual. */
  readonly lagHours?: number;
};

/** A document's place in the case: enough to label and order every finding, without its text. */
export type DocumentCard = {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly side: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly completeness: "full" | "excerpt";
  readonly words: number;
  /** As the page or the file names them; absent where nobody is named. */
  readonly author?: string;
  /** Id of the event that it reports, told by comparing; absent where the case holds one only. */
  readonly event?: string;
};
