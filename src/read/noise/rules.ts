import type { Rules } from "../explanation.ts";

const body =
  "The ferry left the harbour at noon with 250 people on board, the harbour master said on Monday.";

/** The rules by which a passage is not part of the text. */
export const noiseRules: Rules = {
  "noise/furniture-line": {
    says: "The whole line is one of the listed words for moving about a site, talking or sharing.",
    example: `${body}\n\nSkip to content\n\n${body}`,
  },
  "noise/furniture-opening": {
    says: "A short line opens with listed words for moving about a site.",
    example: `${body}\n\nClick here to see the map\n\n${body}`,
  },
  "noise/sharing-line": {
    says: "A name of a sharing button stands alone on its line, beside another one.",
    example: `${body}\n\nFacebook\n\nWhatsApp\n\n${body}`,
  },
  "noise/section-name": {
    says: "A paper's section stands alone on its line over the title.",
    example: `World\n\nFerry leaves harbour with hundreds on board\n\n${body}`,
  },
  "noise/trail": {
    says: "A line of parts with bars or arrows between them, most of them names of other pages.",
    example: `Home » News\n\nFerry leaves harbour with hundreds on board\n\n${body}`,
  },
  "noise/address-line": {
    says: "The line is nothing but an address, as an embedded post leaves it.",
    example: `${body}\n\nhttps://harbour.example/2031/ferry.html\n\n${body}`,
  },
  "noise/embedded-post": {
    says: "The line ends like an embedded post: with its picture's address or its account and day.",
    example: `${body}\n\nFog on the pier tonight pic.twitter.com/4j2ZCab\n\n${body}`,
  },
  "noise/picture-link": {
    says: "A picture as Markdown writes it, alone on its line.",
    example: `${body}\n\n![Boats](https://harbour.example/boats.jpg)\n\n${body}`,
  },
  "noise/related-opening": {
    says: "A line opens with listed words that lead to other texts, or with an arrow.",
    example: `${body}\n\nRead more: the last night on the pier\n\n${body}`,
  },
  "noise/related-list": {
    says: "A title in the list under a line like “Related” or “Most read”.",
    example: `${body}\n\nMost read\nLighthouse to Close in Autumn\nFog Bank Moves South\n`,
  },
  "noise/bracketed": {
    says: "A line in brackets that turns to other matter or to the reader.",
    example: `${body}\n\n[Watch the ferry leave]\n\n${body}`,
  },
  "noise/by-name": {
    says: "The line begins with “By” and a name.",
    example: `Ferry leaves harbour with hundreds on board\n\nBy Ana Maron\n\n${body}`,
  },
  "noise/outlet-line": {
    says: "The name of a listed outlet stands alone on its line.",
    example: `Ferry leaves harbour with hundreds on board\n\nReuters\n\n${body}`,
  },
  "noise/credit-line": {
    says: "A short line at the head or foot opens with listed words for who did what.",
    example: `Ferry leaves harbour with hundreds on board\n\nWords by Ana Maron\n\n${body}`,
  },
  "noise/date-line": {
    says: "A line at the head or foot is nothing but a date and what goes with it.",
    example: `Ferry leaves harbour with hundreds on board\n\n5 May 2031, 14:05 GMT\n\n${body}`,
  },
  "noise/posted-line": {
    says: "A line at the head says when or by whom the text was put up.",
    example: `Ferry leaves harbour with hundreds on board\n\nFiled: Harbour news, 5 May 2031\n\n${body}`,
  },
  "noise/dateline": {
    says: "An agency's place and name, alone on its line at the head.",
    example: `Ferry leaves harbour with hundreds on board\n\nKESTREL BAY (Northwire) –\n\n${body}`,
  },
  "noise/letterhead": {
    says: "The body that gives a text out, alone on its line in capitals.",
    example: `Statement on the ferry\n\nMINISTRY OF WORKS\n\n${body}`,
  },
  "noise/beside-byline": {
    says: "A name alone on its line, before a byline or a date.",
    example: `Ferry leaves harbour with hundreds on board\n\nAna Maron\n\n5 May 2031, 14:05 GMT\n\n${body}`,
  },
  "noise/signature": {
    says: "A dash and a name, alone on their line at the foot.",
    example: `${body}\n\n— Ana Maron`,
  },
  "noise/author-note": {
    says: "A line at the foot says who the writer named at the head is.",
    example: `By Ana Maron\n\n${body}\n\nAna Maron is a writer in Brenna.`,
  },
  "noise/contact": {
    says: "The line is nothing but an e-mail address, a telephone number or an account.",
    example: `${body}\n\nnews@harbour.example`,
  },
  "noise/who-worked-on-it": {
    says: "The line opens with listed words for who worked on a report.",
    example: `${body}\n\nSource: Northwire`,
  },
  "noise/notice": {
    says: "A short paragraph holds listed words of rights, disclaimers and notices.",
    example: `${body}\n\nAll rights reserved.`,
  },
  "noise/appeal": {
    says: "A short paragraph asks the reader to subscribe, give or write in, in listed words.",
    example: `${body}\n\nYou can have the news of the strait in our newsletter every morning.`,
  },
  "noise/caption-opening": {
    says: "A paragraph opens with listed words of captions.",
    example: `${body}\n\nFile photo: the ferry at the old pier.\n\n${body}`,
  },
  "noise/caption-credit": {
    says: "A short paragraph holds or ends with a picture's credit.",
    example: `${body}\n\nThe ferry at the old pier. Picture: Ana Maron/Harbour Press\n\n${body}`,
  },
  "noise/caption-picture": {
    says: "A paragraph says what the picture beside it shows.",
    example: `${body}\n\nThis image shows the ferry at the old pier.\n\n${body}`,
  },
  "noise/caption-verbless": {
    says: "A paragraph that stands apart, names somebody or something, and has no finite verb.",
    example: `${body}\n\nThe mayor of Brenna, holding the key of the harbour, at the gate, August 2029.\n\n${body}`,
  },
  "noise/caption-numbered": {
    says: "A paragraph begins with its number in a row of pictures.",
    example: `${body}\n\n[2/7] Boats wait in the strait on Sunday.\n\n${body}`,
  },
  "noise/headline-led-in": {
    says: "A title in capitals follows a writer in lower case who breaks off: what a link leaves behind.",
    example: `${body}\n\ni read this about it and could not believe it, look\n\nHarbour Master Says Ferry Left Too Late\n\nso there you are, nobody checks anything.`,
  },
  "noise/headline-between": {
    says: "A title in headline case stands between paragraphs and shares hardly a word with the one under it.",
    example: `${body}\n\nIsland Council Rejects Plan for New Lighthouse\n\nPassengers had waited since the morning, and the fog was thick when they were let on board.`,
  },
  "noise/repeated": {
    says: "A line of six words or more stands twice, with at most one other line between.",
    example: `${body}\n\nThe boats of the island at the old pier\n\nThe boats of the island at the old pier\n\n${body}`,
  },
  "noise/number": {
    says: "A count alone on its line at the head, as a button or a slide show leaves it.",
    example: `Ferry leaves harbour with hundreds on board\n\n97\n\n${body}`,
  },
  "noise/between-furniture": {
    says: "A short line stands between two lines of page furniture.",
    example: `Ferry leaves harbour with hundreds on board\n\n${body}\n\nShare this\n\nMore for you\n\nShare on Facebook\n\n${body}`,
  },
  "noise/after-furniture": {
    says: "A short line without a full stop follows page furniture after the last paragraph.",
    example: `Ferry leaves harbour with hundreds on board\n\n${body}\n\n${body}\n\nShare this\n\nThe old pier by night`,
  },
  "noise/after-the-end": {
    says: "What stands after the mark that ends a release: “ENDS”, “###”, “Notes to editors”.",
    example: `Ferry leaves harbour with hundreds on board\n\n${body}\n\n${body}\n\n-ENDS-\n\nThe ministry keeps the piers of the island.`,
  },
  "noise/topic-break": {
    says: "What stands at the end, behind a heading or a gap, shares hardly a word or name with the text before it.",
    example: "",
  },
  "noise/front-matter": {
    says: "The fields between two lines of dashes at the head of a Markdown file.",
    example: `---\ntitle: Ferry leaves harbour\n---\n${body}`,
  },
  "noise/name-and-role": {
    says: "A name and a role of the press stand alone on a line near the head.",
    example: `Ferry leaves harbour with hundreds on board\n\nAna Maron, Harbour Correspondent\n\n${body}`,
  },
};
