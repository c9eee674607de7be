/** Two actions of two accounts on one object within the window: what an edge is made of. */
export type Meeting = {
  /** Place of the edge in the list that was asked for. */
  readonly edge: number;
  readonly object: number;
  /** The posts of the edge's two accounts and their times, in seconds since 1970. */
  readonly postA: number;
  readonly postB: number;
  readonly secondsA: number;
  readonly secondsB: number;
};

/** The times of an edge's meetings that lie in one hour. */
export type Spell = {
  /** The earliest and the latest action of them, in seconds since 1970. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly meetings: number;
};

export type Evidence = {
  /** Meetings of all edges, and how many of them were handed over. */
  readonly meetings: number;
  readonly told: number;
  /** Each edge's first so many were handed over, in the order of objects and times; null for all. */
  readonly mostPerEdge: number | null;
  /** For every edge its hours with meetings, by time; of all meetings, told or not. */
  readonly spells: readonly (readonly Spell[])[];
};

/** As many rows as a spreadsheet takes (1,048,576), with room for the first row and for notes. */
export const mostEvidence = 1_000_000;

/** Edges whose spells are held in memory at once (some hundred bytes each and more). */
export const mostEdges = 500_000;
