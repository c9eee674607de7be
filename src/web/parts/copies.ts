import * as inWords from "../../document/copied-in-words.ts";
import { texts } from "../texts.ts";
import { formatNumber } from "./numbers.ts";

const { copies } = texts.origins;
const words: inWords.CopyWords = {
  ...copies,
  number: formatNumber,
  percent: texts.shared.percent,
};

export const { kinds: kindInWords, standings: standingInWords } = copies;

type Copy = Parameters<typeof inWords.sharesInWords>[0] &
  Parameters<typeof inWords.changesInWords>[0];

/** "83 % of its own words (270), 71 % of the text". */
export function sharesInWords(copy: Copy): string {
  return inWords.sharesInWords(copy, words);
}

/** "14 words replaced, 45 left out, 1 added"; "word for word". */
export function changesInWords(copy: Copy): string {
  return inWords.changesInWords(copy, words);
}
