import type { Rules } from "../explanation.ts";

/** The rules by which words in quotation marks are nobody's. */
export const quotesRules: Rules = {
  declared: {
    says: "One or two words in quotation marks that are the object of a verb of declaring: that it was declared is told, and what it is called is kept at a distance.",
    example: "The council declared the “independence” of the islets.",
  },
  label: {
    says: "One to five words in quotation marks that no named speaker says, and that are no title, tag, address or name of a thought, and not what somebody is called or blamed for.",
    example: "The harbour has a new “safety zone” since the spring.",
  },
};
