import type { Rules } from "../explanation.ts";

/** The rules by which words in quotation marks are nobody's. */
export const quotesRules: Rules = {
  label: {
    says: "One to five words in quotation marks that no named speaker says, and that are no title, tag or address.",
    example: "The harbour has a new “safety zone” since the spring.",
  },
};
