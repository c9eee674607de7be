import type { Rules } from "../explanation.ts";

/** The rules by which another writer begins. */
export const voicesRules: Rules = {
  "voices/first": {
    says: "The first writer of a text that has several.",
    example:
      "nobody told us the ferry was late lol\n\nand then the bar was closed\n\n\n\nsame here, we waited for hours bc of the fog",
  },
  "voices/named": {
    says: "A line gives somebody the word: a handle, “… wrote:”, “Posted by …”.",
    example: "ana-m wrote:\nThe ferry was late.\n\nluc-t replied:\nIt was the fog.",
  },
  "voices/gap": {
    says: "In a text written as in a chat, two or more empty lines part two writers.",
    example:
      "nobody told us the ferry was late lol\n\nand then the bar was closed\n\n\n\nsame here, we waited for hours bc of the fog",
  },
  "voices/register": {
    says: "In a text written as in a chat, sentences begin with capitals where those before did not, or the reverse.",
    example:
      "the ferry was late again lol, idk why\n\nthey never say anything tbh\n\nI work on that ferry, and it was the fog.\n\nand also, the pier was closed.",
  },
  "voices/label": {
    says: "The line begins with a name and a colon, a time and a name, or a name and a dash, as others of the text do.",
    example: "Q: Was the ferry late?\n\nA: It was.\n\nQ: Why?\n\nA: The fog.",
  },
  "voices/quoted": {
    says: "Quoted lines (“>”) begin or end, in a thread that answers them.",
    example:
      "The ferry was late because of the fog.\n\n> The ferry was late because of the fog.\n\nThere was no fog that night.",
  },
  "voices/letter": {
    says: "A letter to a paper begins with its salutation, one of several in the text.",
    example:
      "Sir — The ferry was late.\n\nAna Maron, Brenna\n\nSir — There was no fog.\n\nLuc Teren, Brenna",
  },
};
