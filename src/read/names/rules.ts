import type { Rules } from "../explanation.ts";

/** The rules by which a name is taken for one of its kind, and a noun for a name. */
export const namesRules: Rules = {
  "names/declared": {
    says: "The case file declares the name and of what kind its bearer is.",
    example: "The Grey Heron left Brenna.",
  },
  "names/listed": {
    says: "The name stands in the worldwide lists of places, peoples, bodies and outlets.",
    example: "The ferry left for Tuvalu.",
  },
  "names/title": {
    says: "A title or an office stands before the name.",
    example: "Then Mayor Oro left.",
  },
  "names/role": {
    says: "A word for a person by work, office or kin, an age, or “who” stands beside the name.",
    example: "Then the teacher Ada Oro left.",
  },
  "names/initials": {
    says: "An initial or “Jr.” stands in the name.",
    example: "Then A. B. Brennock left the harbour.",
  },
  "names/two-words": {
    says: "Two to four words with capitals, no article before them and no word for a body or a place among them.",
    example: "Then Sabbel Brennock left.",
  },
  "names/speaks": {
    says: "One word without an article that is said to speak.",
    example: "Then Sabbel said that the ferry had left.",
  },
  "names/head": {
    says: "The name begins or ends with a word for a body (“Ministry”), a place (“River”) or a law, an event or a work (“Treaty”).",
    example: "Then the Ministry of Weirs spoke.",
  },
  "names/place": {
    says: "A preposition or a noun that stands beside places stands beside the name.",
    example: "The ferry sank near Sabbel.",
  },
  "names/acronym": {
    says: "A word in capitals alone.",
    example: "Then the BWX spoke.",
  },
  "names/camp": {
    says: "A word for the members of a party or a camp, written large.",
    example: "Then the Republicans left.",
  },
  "names/people": {
    says: "A word for a people that is built on another name of the text, which is then a place.",
    example: "Then Sabbel sent the Sabbelian ferry.",
  },
  "names/short-form": {
    says: "A part of a longer name of the text, or its first letters, that can be short for no other.",
    example: "Ada Brennock came. Then Brennock left.",
  },
  "names/name": {
    says: "A name of which the text does not say what bears it.",
    example: "Then Sabbel left.",
  },
  "names/noun": {
    says: "A noun with “the” that fits one name before it and no other that is near.",
    example: "Mayor Ada Oro came. Then the mayor left.",
  },
};
