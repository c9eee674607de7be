/**
 * The words of the workbench, a part for each view, for whoever translates it. A text that holds
 * a number is a function of that number; formats of dates and numbers follow the locale by
 * themselves. The words of the user's documents and of the server's answers are not here.
 */
export const texts = {
  claims: {},
  draft: {},
  evidence: {},
  pileOns: {},
  reach: {},
  reader: {},
  report: {},
  setUp: {},
  spread: {},
} as const;
