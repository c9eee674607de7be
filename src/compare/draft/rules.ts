import type { Rule } from "../../read/explanation.ts";

/** What may be noted of a draft, in the order of the help. `example` is the draft's sentence. */
export const draftRules = {
  "contested-word": {
    says: "A word at home in the telling of one side stands in the draft's own voice, and in the case it is not everybody's word for the thing.",
    example: "The residents were expelled on Saturday.",
  },
  "own-voice": {
    says: "The draft says in its own voice what no source of the case says in its own: they give it as somebody's word, or deny it.",
    example: "The watch officer had been on duty for 19 hours.",
  },
  "disputed-claim": {
    says: "The draft says in its own voice what some sources say in theirs and others deny, or what sources of one side alone say in theirs and others give as somebody's word.",
    example: "The cutter rammed the ferry.",
  },
  "figure-conflict": {
    says: "A number of the draft cannot hold beside what sources of the case give for the same quantity.",
    example: "Seventeen people were killed.",
  },
  "figure-single-origin": {
    says: "A number stands in the draft's own voice, and in the case all who give it have it from one and the same source.",
    example: "The lifeboats waited for 50 minutes.",
  },
  "side-not-quoted": {
    says: "A declared side has no word of its own in the draft, and has in the case.",
    example: "",
  },
  "missing-claim": {
    says: "A claim that several sources of the case carry, and to which no sentence of the draft comes near.",
    example: "",
  },
  "altered-quotation": {
    says: "Words stand in quotation marks that no text of the case has, and a text quotes nearly the same.",
    example: "“Every light on that ship was burning when she left the quay,” Ada Oro said.",
  },
  "unattributed-quote": {
    says: "Words stand in quotation marks, and nobody is said to have said them.",
    example: "“Every lamp on the ship was burning when she left the quay.” The night was clear.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type DraftRule = keyof typeof draftRules;

export const draftRuleIds = Object.keys(draftRules) as readonly DraftRule[];
