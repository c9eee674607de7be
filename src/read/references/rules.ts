import type { Rules } from "../explanation.ts";

/** The rules by which a text is said to lean on something. */
export const referencesRules: Rules = {
  "references/media-list": {
    says: "The name stands in the worldwide list of outlets; a name that may mean something else only where the text leans on it.",
    example: "The ferry sank at noon, Reuters reported.",
  },
  "references/media-suffix": {
    says: "A name of one word that ends like an outlet's.",
    example: "The ferry sank at noon, BrennaNews reported.",
  },
  "references/media-head": {
    says: "A name that begins or ends like an outlet's, where the text takes something from it.",
    example: "According to the Brenna Herald, the ferry sank at noon.",
  },
  "references/media-genre": {
    says: "A name before a word for an outlet: “newspaper”, “news agency”.",
    example: "He told the Marrish newspaper that the ferry sank at noon.",
  },
  "references/numbered": {
    says: "A resolution with its number.",
    example: "The council passed Resolution 1712 in the spring.",
  },
  "references/article": {
    says: "A numbered article of a named law or treaty.",
    example: "It is forbidden by Article 12 of the Brenna Convention.",
  },
  "references/named": {
    says: "A document of the list of widely known ones.",
    example: "It is forbidden by the Geneva Conventions.",
  },
  "references/named-act": {
    says: "A name of several words that begins or ends like that of a law, treaty or report.",
    example: "It is forbidden by the Brenna Harbour Act.",
  },
  "references/act-of-a-name": {
    says: "A name before a word for a law, treaty or report.",
    example: "It is forbidden by the Brenna treaty.",
  },
  "references/given-out": {
    says: "A paper that was given out, by its kind: “joint statement”, “open letter”.",
    example: "They signed an open letter in the spring.",
  },
  "references/work-of-a-body": {
    says: "A body's name before a word for what it publishes: “report”, “survey”.",
    example: "The Harbour Commission report found faults.",
  },
  "references/observer": {
    says: "A body whose work is to observe, measure or judge, from the list.",
    example: "The ferry sank at noon, Human Rights Watch said.",
  },
  "references/body-linked": {
    says: "A body whose name is the text of a link.",
    example: "Money goes to the [Harbour Fund](mailto:fund@harbour.example).",
  },
  "references/body-as-source": {
    says: "A body's name where the text takes something from it: a verb or words such as “according to” beside it.",
    example: "The ferry left late, the Brenna Harbour Union has said.",
  },
  "references/outside-expert": {
    says: "A person with a role of scholarship, comment or reporting, on whose word something is said.",
    example: "Ana Maron, a professor of law, said the ban was void.",
  },
  "references/post": {
    says: "A post, video or account with its platform, or with whose it is.",
    example: "It began with a Facebook post by Ana Maron.",
  },
  "references/post-address": {
    says: "The address of a post.",
    example: "It began at https://twitter.com/anamaron/status/12 in the spring.",
  },
  "references/link": {
    says: "An address, or the words of a link.",
    example: "It is told in [a report](https://harbour.example/2031/ferry.html).",
  },
  "references/cited-headline": {
    says: "A headline that the writer led in to, and whose link was lost.",
    example:
      "The ferry left the harbour at noon with 250 people on board, the harbour master said on Monday.\n\ni read this about it and could not believe it, look\n\nHarbour Master Says Ferry Left Too Late\n\nso there you are, nobody checks anything.",
  },
  "references/numbered-law": {
    says: "A law, directive or order with its number, written with a capital.",
    example: "It breaks Directive 2008/56/EC in three places.",
  },
  "references/title": {
    says: "The title of a book, report or study beside the word for such a work.",
    example: "In her book Salt and Empire she describes the road.",
  },
  "references/paper-by": {
    says: "A report, study, survey or letter whose author or carrier is named after it.",
    example: "A study by the Harbour Institute found that the bay loses a metre a year.",
  },
  "references/programme": {
    says: "The name of a programme after “episode of”, “appeared on” and the like.",
    example: "He spoke on Friday’s episode of “The Strait Morning Hour”.",
  },
};
