import type { Rules } from "../explanation.ts";

/** The forms in which a date is read. */
export const datesRules: Rules = {
  iso: {
    says: "A date as in ISO 8601: year, month, day.",
    example: "The log of 1994-05-12 is lost.",
  },
  numeric: {
    says: "Day, month and year in digits; where day and month cannot be told apart, only the year.",
    example: "The log of 23.5.1994 is lost.",
  },
  "day-month": {
    says: "A day and a month, with or without its year.",
    example: "The ferry sank on 12 May 1994.",
  },
  "month-day": {
    says: "A month and a day, with or without its year.",
    example: "The ferry sank on May 12, 1994.",
  },
  "day-month-range": {
    says: "Days from and to, before their month.",
    example: "The strike lasted from 12 to 15 May 1994.",
  },
  "month-day-range": {
    says: "Days from and to, after their month.",
    example: "The strike lasted May 12–15, 1994.",
  },
  month: { says: "A month, with or without its year.", example: "The pier opened in May 1994." },
  "month-range": {
    says: "Months from and to.",
    example: "The pier was closed from May to July 1994.",
  },
  year: { says: "A year in digits.", example: "The pier opened in 1994." },
  "year-range": { says: "Years from and to.", example: "The pier was built 1988–1994." },
  "year-short": {
    says: "A year in two digits with an apostrophe, after a word like “in”.",
    example: "The mill burned in ’92.",
  },
  "year-piece": {
    says: "A quarter or half of a year.",
    example: "The pier was built in the first half of 2019.",
  },
  fiscal: {
    says: "A fiscal year; where it begins is not known, so it is about that year.",
    example: "The pier was paid for in fiscal year 2019.",
  },
  decade: { says: "A decade in digits.", example: "The pier was built in the late 1980s." },
  "decade-short": {
    says: "A decade in two digits; it is taken to be of the 20th century.",
    example: "The pier was built in the ’80s.",
  },
  "decade-word": {
    says: "A decade in words; it is taken to be of the 20th century.",
    example: "The pier was built in the eighties.",
  },
  century: {
    says: "A century by its number.",
    example: "The lighthouse is of the early 19th century.",
  },
  "century-near": {
    says: "This, the last or the next century, reckoned from the day of publication.",
    example: "The lighthouse was built in the last century.",
  },
  turn: {
    says: "The turn of a century or of the millennium: a year on either side.",
    example: "The pier was built at the turn of the millennium.",
  },
  "season-year": { says: "A season with its year.", example: "The pier opened in spring 1994." },
  "season-told": {
    says: "A season of a year that was told before, or of this, last or next year.",
    example: "The pier opened in 1994. It burned in the spring of the following year.",
  },
  "season-near": {
    says: "The last, this or the next season, reckoned from the day of publication.",
    example: "The pier opened last spring.",
  },
  "unit-near": {
    says: "This, the last or the next week, month or year, reckoned from the day of publication.",
    example: "The pier opened last year.",
  },
  "unit-edge": {
    says: "The beginning, middle or end of a month or year that is named by “this”, “last”, “next” or “that”.",
    example: "The gate broke in 1999. By the end of that year it was mended.",
  },
  "unit-that": {
    says: "That day, month or year, or earlier or later in it: the last date told.",
    example: "The gate broke in 1999. Later that year it was mended.",
  },
  "unit-time": {
    says: "In so many days, weeks, months or years’ time, reckoned from the day of publication.",
    example: "The gate will open in two weeks’ time.",
  },
  "unit-told": {
    says: "The following, the same or the previous day, month or year, reckoned from the last date told.",
    example: "The pier opened in 1994. It burned in the following year.",
  },
  "unit-beside": {
    says: "The day, month or year before or after, reckoned from the last date told.",
    example: "The pier opened on 12 May 1994. The lamps were tested the day before.",
  },
  "unit-away": {
    says: "So many days, months or years ago (from the day of publication), earlier or later (from the last date told).",
    example: "The pier burned three years ago.",
  },
  "day-near": {
    says: "Yesterday, today, tonight and the like, reckoned from the day of publication.",
    example: "The ferry sank yesterday.",
  },
  overnight: {
    says: "Overnight: the day of publication or the day before.",
    example: "The gate broke overnight.",
  },
  weekend: {
    says: "This, the last or the next weekend, reckoned from the day of publication.",
    example: "The gate broke last weekend.",
  },
  weekday: {
    says: "A day of the week: the last one before publication, or the next one where it is still to come.",
    example: "The ferry sank on Saturday.",
  },
};
