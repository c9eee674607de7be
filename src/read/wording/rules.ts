import type { Rules } from "../explanation.ts";

/** The rule by which a label is found; its id ends in the pack's name. */
export const wordingRules: Rules = {
  "wording/*": {
    says: "A wording pack lists these words, in this or another inflection, as a way to name a contested thing; the longest label that begins at a word wins.",
    example: "The harbour was liberated in the spring.",
  },
};
