/** A ratio of odds as a reader says it: "3.4", "12", "0.4". */
export function timesInWords(logOdds: number): string {
  const times = Math.exp(logOdds);
  return times >= 10 ? Math.round(times).toLocaleString("en-GB") : times.toFixed(1);
}

/** Of intervals that hold in 95 of 100 cases, about so many of `tested` do not. */
export function expectedByChance(tested: number): number {
  return Math.round(tested * 0.05);
}

/**
 * How much more one side uses a word, with what that is known within; `logOdds` above 0 is the first
 * side's. "3.4 times the odds (1.2 to 9.6)"
 */
export function oddsInWords(word: {
  readonly logOdds: number;
  readonly low: number;
  readonly high: number;
}): string {
  const sign = word.logOdds < 0 ? -1 : 1;
  const [low, high] = sign > 0 ? [word.low, word.high] : [-word.high, -word.low];
  return `${timesInWords(sign * word.logOdds)} times the odds (${timesInWords(low)} to ${timesInWords(high)})`;
}
