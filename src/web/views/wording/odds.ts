import * as inWords from "../../../document/odds-in-words.ts";
import { fixed } from "../../parts/numbers.ts";
import { texts } from "../../texts.ts";

const words: inWords.OddsWords = { ...texts.odds, number: fixed };

/** A ratio of odds as a reader says it: "3.4", "12", "0.4". */
export function timesInWords(logOdds: number): string {
  return inWords.timesInWords(logOdds, words);
}

/** "3.4 times the odds (1.2 to 9.6)" */
export function oddsInWords(word: Parameters<typeof inWords.oddsInWords>[0]): string {
  return inWords.oddsInWords(word, words);
}
