/** How a language says a ratio of odds; what is written to files says it like this. */
export const englishOdds = {
  number: (value: number, digits: number) =>
    value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  times: (times: string, low: string, high: string) =>
    `${times} times the odds (${low} to ${high})`,
};

export type OddsWords = typeof englishOdds;

/** A ratio of odds as a reader says it: "3.4", "12", "0.4". */
export function timesInWords(logOdds: number, words: OddsWords = englishOdds): string {
  const times = Math.exp(logOdds);
  return times >= 10 ? words.number(Math.round(times), 0) : words.number(times, 1);
}

/** Of intervals that hold in 95 of 100 cases, about so many of `tested` do not. */
export function expectedByChance(tested: number): number {
  return Math.round(tested * 0.05);
}

/**
 * How much more one side uses a word, with what that is known within; `logOdds` above 0 is the first
 * side's. "3.4 times the odds (1.2 to 9.6)"
 */
export function oddsInWords(
  word: {
    readonly logOdds: number;
    readonly low: number;
    readonly high: number;
  },
  words: OddsWords = englishOdds,
): string {
  const sign = word.logOdds < 0 ? -1 : 1;
  const [low, high] = sign > 0 ? [word.low, word.high] : [-word.high, -word.low];
  const times = (logOdds: number) => timesInWords(logOdds, words);
  return words.times(times(sign * word.logOdds), times(low), times(high));
}
