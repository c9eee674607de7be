/** Something that a user chose for a report: a place of the workbench, and what they say of it. */
export type ChosenItem = {
  /** As the workbench has it: `#/claims/ID`. */
  readonly address: string;
  /** What stood there when it was chosen, so that it has a name if it is no longer found. */
  readonly label: string;
  /** The user's words; may be empty. */
  readonly note: string;
};

/** The report that a user puts together, in their order. */
export type Chosen = {
  /** Empty: the case's own title. */
  readonly title: string;
  readonly introduction: string;
  /** How it opens: with all that was found, or without the marks that were rejected. */
  readonly as: "found" | "reviewed";
  readonly items: readonly ChosenItem[];
};

export const nothingChosen: Chosen = {
  title: "",
  introduction: "",
  as: "found",
  items: [],
};
