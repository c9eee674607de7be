import type { Rules } from "../explanation.ts";

/** The rules by which somebody is said to say or think something. */
export const attributionRules: Rules = {
  "verb-before-content": {
    says: "A verb of saying stands between its subject and what is said.",
    example: "The harbour master said the ferry had left on time.",
  },
  "verb-after-quote": {
    says: "A speaker and a verb of saying follow a quotation.",
    example: "“The ferry left on time,” the harbour master said.",
  },
  "verb-after-content": {
    says: "A speaker and a verb of saying follow what is said, without quotation marks.",
    example: "The ferry left on time, the harbour master said.",
  },
  "verb-source-after-quote": {
    says: "A verb of saying and then its speaker follow a quotation.",
    example: "“The ferry left on time,” said Ana Maron.",
  },
  "verb-source-after-content": {
    says: "A verb of saying and then its speaker follow what is said, without quotation marks.",
    example: "The ferry left on time, said Ana Maron.",
  },
  "verb-opens-sentence": {
    says: "The sentence opens with a verb of saying and its speaker, and a quotation follows.",
    example: "Said Ana Maron: “The ferry left on time.”",
  },
  "verb-before-paragraph": {
    says: "A sentence with a speaker and a verb of saying ends in a colon, and what follows it is said.",
    example: "The harbour master said:\n“The ferry left on time and came back at noon.”",
  },
  "verb-before-sentence": {
    says: "A sentence ends with a speaker and a verb of saying, and the quotations after it belong to the speaker.",
    example: "The harbour master replied. “The ferry left on time,” and nothing more.",
  },
  "verb-shared-source": {
    says: "A second verb of saying has no subject of its own and takes that of the verb before.",
    example: "The harbour master said the ferry was late and added that the fog was thick.",
  },
  "relative-object": {
    says: "Words like “a charge” come first, and a relative clause says who denies or makes it.",
    example: "It was a charge that the harbour master denies.",
  },
  "passive-implicit": {
    says: "A verb of saying stands in the passive, and nobody is named who says so.",
    example: "The ferry is said to have left on time.",
  },
  "passive-by": {
    says: "A verb of saying stands in the passive, and “by” names who says so.",
    example: "The ferry was described by the harbour master as unsafe.",
  },
  "as-reported-by": {
    says: "“As reported by” names whose word the sentence is.",
    example: "The ferry left late, as was reported by the Brenna Gazette.",
  },
  "according-to": {
    says: "“According to” names whose word the sentence is.",
    example: "According to the harbour master, the ferry left on time.",
  },
  "as-said": {
    says: "“As” with a speaker and a verb of saying names whose word the sentence is.",
    example: "As the harbour master said, the ferry left on time.",
  },
  "put-at": {
    says: "Somebody puts a number at a value: the number is theirs.",
    example: "The harbour master put the number of passengers at 250.",
  },
  hearsay: {
    says: "An adverb like “reportedly” or “allegedly” says that it is told, and nobody is named.",
    example: "The ferry allegedly left without its lights.",
  },
  noun: {
    says: "A noun of saying with a content: “the claim that …”, “calls for …”.",
    example: "The harbour master's claim that the ferry left on time was disputed.",
  },
  state: {
    says: "Somebody is said to be of a mind: “is sure that”, “was afraid that”.",
    example: "The harbour master was confident that the ferry had left on time.",
  },
  "aside-quote": {
    says: "A quote between dashes stands behind the name of who says it.",
    example:
      "The plan had foes -- the poor, and Ann Oro -- “It is wrong to hide the books” -- and it fell.",
  },
  "title-end": {
    says: "A headline ends with who says so, after a dash or a colon, or with a verb of saying.",
    example:
      "Ferry left on time - harbour official\n\nThe ferry left at noon, and nobody was hurt.",
  },
  "title-colon": {
    says: "A headline begins with a name and a colon: what follows is that speaker's.",
    example: "Minister: ferry left on time\n\nThe ferry left at noon, and nobody was hurt.",
  },
  "signed-quote": {
    says: "A dash and a name stand after a quotation, as under a motto.",
    example: "“Nobody told us that the ferry was late.” — Ana Maron",
  },
  "colon-quote": {
    says: "A speaker and a colon stand before a quotation that no listed cue has claimed.",
    example: "Her answer was short: “The ferry left on time and came back.”",
  },
  "beside-quote": {
    says: "A speaker with any verb stands beside a quotation that no listed cue has claimed.",
    example: "“The ferry left on time,” the harbour master barked.",
  },
  turn: {
    says: "In an interview or a transcript, a label in front of the words names who says them.",
    example:
      "TOLBY POST: Did the ferry leave?\n\nMARON: It left on time.\n\nTOLBY POST: Who paid?\n\nMARON: The council did.",
  },
  tagger: {
    says: "The trained tagger found source, cue and content; no written rule found the same.",
    example: "",
  },
};
