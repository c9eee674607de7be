import type { Rules } from "../explanation.ts";

/** The rules by which a number counts as a figure. */
export const figuresRules: Rules = {
  event: {
    says: "A number whose clause says what befell those it counts: killed, wounded, displaced, …",
    example: "At least 16 people were killed when the ferry sank.",
  },
  count: {
    says: "A number of ten or more before the noun that it counts.",
    example: "The ferry carried 250 passengers.",
  },
  "one-person": {
    says: "One person who was killed or hurt, told with an article instead of a number.",
    example: "A 40-year-old woman was killed on the pier.",
  },
  named: {
    says: "Two or more people told by name, joined by “and”, whom the same befell.",
    example: "Ada Brook, 25, and Bo Lind, 31, were killed on the pier.",
  },
  oneself: {
    says: "Somebody who killed or shot himself, whom no article counts.",
    example: "The skipper shot two sailors and then himself.",
  },
  multiple: {
    says: "A word like “double” or “triple” before a killing says how many it befell.",
    example: "Police are investigating a triple murder on the quay.",
  },
  together: {
    says: "People of one sentence whom the same befell, told in one phrase, are added up.",
    example: "Four adults and two children were killed on the ferry.",
  },
  money: {
    says: "A number with a currency.",
    example: "The new pier cost $1.5 million.",
  },
  share: {
    says: "A number with a sign or word for per cent, or a fraction.",
    example: "About 40 percent of the island lost its power.",
  },
  duration: {
    says: "A number with a unit of time.",
    example: "The crossing takes 45 minutes.",
  },
  distance: {
    says: "A number with a unit of length.",
    example: "The bank lies 12 kilometres off the coast.",
  },
  area: {
    says: "A number with a unit of area.",
    example: "The fire burned 300 hectares of heath.",
  },
  weight: {
    says: "A number with a unit of weight.",
    example: "The trawler carried 80 tonnes of fish.",
  },
  volume: {
    says: "A number with a unit of volume.",
    example: "The tank held 2,000 litres of oil.",
  },
  temperature: {
    says: "A number with a unit of temperature.",
    example: "The water was 4 degrees that night.",
  },
  speed: {
    says: "A number with a unit of speed.",
    example: "The ferry was making 18 knots.",
  },
  power: {
    says: "A number with a unit of power.",
    example: "The wind farm gives 90 megawatts.",
  },
};
