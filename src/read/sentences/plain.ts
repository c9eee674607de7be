/**
 * The text with Markdown marks, link targets, addresses and no-break spaces blanked out, character
 * for character, so that offsets stay and words that a link cuts apart stand together again.
 *
 *     On May 2, [1991](#), it rained in https://example.org/2020.
 *     On May 2,  1991    , it rained in ¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤
 */
export function plainText(text: string): string {
  if (last.text !== text) last = { text, plain: blanked(text) };
  return last.plain;
}

/** What was asked last: the readers of dates and of figures ask for the same text one after another. */
let last = { text: "", plain: "" };

function blanked(text: string): string {
  return text
    .replace(/\bhttps?:\/\/[^\s<>()[\]]+|\bwww\.[^\s<>()[\]]+/gi, (address) =>
      "¤".repeat(address.length),
    )
    .replace(/\]\([^()\s]{0,400}\)/g, (target) => " ".repeat(target.length))
    .replace(/[[\]*_\\\u00a0\u202f\u2009\u2007]/g, " ");
}
