import type { Rules } from "../explanation.ts";

/** The rules by which a label is found; the star stands for the pack's name. */
export const wordingRules: Rules = {
  "wording/*/names": {
    says: "A name that stands beside a phrase of the pack (“the war over …”), or that the text gives as another name of such a one; then every mention of it.",
    example: "The dispute over Norra Bank began in spring.",
  },
  "wording/*": {
    says: "A wording pack lists these words, in this or another inflection, as a way to name a contested thing; the longest label that begins at a word wins.",
    example: "The harbour was liberated in the spring.",
  },
};
