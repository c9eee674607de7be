import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysOf } from "../../document/edtf.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import type { Prose } from "../sentences/prose.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createDatesReader } from "./dates.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const readDates = createDatesReader(lexicon);

function datesOf(text: string, published: string | null = "2020-10-14"): [string, string][] {
  return readDates(readProse(text), { published, noise: [] }).map(({ start, end, edtf }) => [
    text.slice(start, end),
    edtf,
  ]);
}

describe("written dates", () => {
  test.each([
    ["The bridge fell on 23 March 1994.", "23 March 1994", "1994-03-23"],
    ["The bridge fell on March 23, 1994, at dawn.", "March 23, 1994", "1994-03-23"],
    ["The bridge fell on the 2nd of September 1991.", "2nd of September 1991", "1991-09-02"],
    ["The bridge fell on Sept. 2, 1991.", "Sept. 2, 1991", "1991-09-02"],
    ["The bridge fell on Friday, May 8, 2020.", "Friday, May 8, 2020", "2020-05-08"],
    ["The log says 1991-09-02.", "1991-09-02", "1991-09-02"],
    ["The log says 23.03.1994.", "23.03.1994", "1994-03-23"],
    ["The log says 02/03/1992.", "02/03/1992", "1992"],
    ["One night in March 1987 Ostra fell.", "March 1987", "1987-03"],
    ["In 1994, a truce was signed.", "1994", "1994"],
    ["The 2017 film about Ostra won.", "2017", "2017"],
    ["Fighting went on since 1994.", "1994", "1994/.."],
    ["Between 1988 and 1994 they fought.", "1988 and 1994", "1988/1994"],
    ["They fought in 1988–94.", "1988–94", "1988/1994"],
    [
      "From 27 September to 10 November 2019 they fought.",
      "27 September to 10 November 2019",
      "2019-09-27/2019-11-10",
    ],
    ["On the night of 22-23 March 1994 they came.", "22-23 March 1994", "1994-03-22/1994-03-23"],
    ["In the 1980s they left.", "1980s", "198X"],
    ["It began in the late 1980s.", "late 1980s", "1986/1989~"],
    ["It began in the early 1920s.", "early 1920s", "1920/1923~"],
    ["It began in the mid-1990s.", "mid-1990s", "1994/1996~"],
    ["In the 19th century it grew.", "19th century", "18XX"],
    ["In the spring of 1993 it thawed.", "spring of 1993", "1993-21"],
    ["It was banned in late 2020.", "late 2020", "2020-23/2020-24~"],
  ])("%s", (text, words, edtf) => {
    expect(datesOf(text)).toEqual([[words, edtf]]);
  });
});

describe("dates told from publication on 14 October 2020", () => {
  test.each([
    ["The attack came on 27 September.", "27 September", "2020-09-27"],
    ["The attack came on 27 December.", "27 December", "2019-12-27"],
    ["The vote will be held on 27 December.", "27 December", "2020-12-27"],
    ["The September fighting was fierce.", "September", "2020-09"],
    ["Earlier this month, a truce was signed.", "Earlier this month", "2020-10"],
    ["It was signed last year.", "last year", "2019"],
    ["It was signed two years ago.", "two years ago", "2018"],
    ["It was signed yesterday.", "yesterday", "2020-10-13"],
    ["They were told to leave by 20 November.", "20 November", "2020-11-20"],
    ["It was signed on Friday.", "Friday", "2020-10-09"],
    ["It was signed on Friday, the day before the vote.", "Friday", "2020-10-09"],
    ["It will be signed on Friday.", "Friday", "2020-10-16"],
    ["It was signed in late May.", "late May", "2020-05-21/2020-05-31~"],
    ["It was signed in September last year.", "September last year", "2019-09"],
  ])("%s", (text, words, edtf) => {
    expect(datesOf(text)).toEqual([[words, edtf]]);
  });

  test("weekdays and days need a publication day", () => {
    expect(datesOf("It was signed on Friday, or yesterday.", "2020-10")).toEqual([]);
  });
});

describe("dates told from the narrative", () => {
  test.each([
    ["In 1986 war came. In the autumn of the following year, Vell fell.", ["1986", "1987-23"]],
    ["It opened on 3 May 1999. The next day it burned.", ["1999-05-03", "1999-05-04"]],
    ["War came in 1994. On 23 March, Ostra fell.", ["1994", "1994-03-23"]],
    ["War came in 1992. Ostra fell on Tuesday, 6 October.", ["1992", "2020-10-06"]],
    ["They met in 1990. Three years later they parted.", ["1990", "1993"]],
  ])("%s", (text, edtf) => {
    expect(datesOf(text).map(([, date]) => date)).toEqual(edtf);
  });
});

describe("a text that came without a date", () => {
  test("takes its own dateline", () => {
    const text = "Bridge falls\n\nFebruary 24, 2021\n\nThe bridge fell on 2 January and on Monday.";
    expect(datesOf(text, null).map(([, date]) => date)).toEqual([
      "2021-02-24",
      "2021-01-02",
      "2021-02-22",
    ]);
  });
  test("leaves an unwritten year open", () => {
    expect(datesOf("The bridge fell on 2 January.", null)).toEqual([["2 January", "XXXX-01-02"]]);
  });
});

describe("no dates", () => {
  test.each([
    "They would march to Ostra.",
    "You may 5 times try, and may go.",
    "Resolution 1973 was adopted.",
    "Some 1500 soldiers came.",
    "He lives at 1200 Main Street.",
    "On the same night that they met, it rained.",
    "Prices rose for the last 14 years.",
    "It costs $1990.",
    "She hosts Saturday Night Live.",
    "February 30, 2020 does not exist.",
  ])("%s", (text) => {
    expect(datesOf(text)).toEqual([]);
  });
});

test.each([
  ["The treaty of 1974 ended it. On 28 September they were told.", "2020-09-28"],
  ["The treaty was signed in 1974. On 28 February the boats sailed.", "1974-02-28"],
])("a day of the last weeks is of this year, whatever was told before: %s", (text, edtf) => {
  expect(datesOf(text).at(-1)?.[1]).toBe(edtf);
});

test("links and emphasis do not cut a date apart", () => {
  expect(datesOf("On September 2, [1991](#), a vote was held.")).toEqual([
    ["September 2, [1991", "1991-09-02"],
  ]);
});

test("unrelated noise and navigation are left out, captions are read", () => {
  const text = "A tower in 1984.\nA programme from 1999.";
  const prose = readProse(text);
  const noise = [
    { start: 0, end: 16, kind: "caption", rule: "test" },
    { start: 17, end: text.length, kind: "unrelated", rule: "test" },
  ] as const;
  expect(readDates(prose, { published: null, noise }).map(({ edtf }) => edtf)).toEqual(["1984"]);
});

const pieces = [
  "in",
  "1992",
  "May",
  "5",
  "late",
  "the",
  "following year",
  "last",
  "Friday",
  ",",
  ".",
  "-",
  "/",
  "to",
  "and",
  "between",
  "since",
  "12",
  "4/3/2021",
  "2021-02-30",
  "[1991](#)",
  "’80s",
  "’92",
  "the end of",
  "a week",
  "ago",
  "later",
  "that night",
  "this weekend",
  "overnight",
  "20th century",
  "turn of the",
  "first quarter of",
  "fiscal",
  "\n",
];

/** Level 0 and 1 of EDTF as the reader writes it; each end is checked against the calendar. */
const edtfForm =
  /^(?:(?:\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-\d{2}(?:-\d{2})?)?~?)(?:\/(?:\.\.|(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?))?~?$/;

test("dates lie inside the text, in order, apart, valid, and twice the same", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
      fc.constantFrom("2020-10-14", "2020-10", "2020-02-29T23:10:00Z", null),
      (words, published) => {
        const text = words.join(" ");
        const prose = readProse(text);
        const dates = readDates(prose, { published, noise: [] });
        dates.forEach((date, index) => {
          expect(date.start).toBeGreaterThanOrEqual(dates[index - 1]?.end ?? 0);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(date.start, date.end)).toBe(text.slice(date.start, date.end).trim());
          expect(date.edtf).toMatch(edtfForm);
          if (date.edtf.includes("XXXX")) return;
          const days = daysOf(date.edtf);
          expect(days, date.edtf).not.toBeNull();
          if (days?.from && days.to) expect(days.from <= days.to, date.edtf).toBe(true);
        });
        expect(readDates(prose, { published, noise: [] })).toEqual(dates);
      },
    ),
  );
});

/** One sentence of words that are parted by spaces, as tokens. */
function proseOf(text: string): Prose {
  const tokens = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    lower: word.toLowerCase(),
    pos: "NOUN",
    name: 0 as const,
  }));
  const span = { start: 0, end: text.length };
  const sentence = { ...span, firstToken: 0, endToken: tokens.length, paragraph: 0 };
  return { text, paragraphs: [span], sentences: [sentence], tokens };
}

test.each([
  ["digits", `in 1992 ${"1".repeat(200_000)}`],
  ["digits apart", `in 1992 ${"1 ".repeat(50_000)}`],
  ["slashes", `in 1992 ${"1/".repeat(50_000)}`],
  ["years", "1992 ".repeat(20_000)],
  ["years and dashes", "1992 - ".repeat(20_000)],
  ["months", "May ".repeat(20_000)],
  ["days of months", "5 May ".repeat(20_000)],
  ["weekdays", "Friday ".repeat(20_000)],
  ["units", "a week ".repeat(20_000)],
  ["between", "between 1992 and ".repeat(10_000)],
  ["link marks", `in 1992 ${"](".repeat(50_000)}`],
  ["spaces", `in${" ".repeat(100_000)}1992`],
])("a long run of %s does not hang", (_, text) => {
  const prose = proseOf(text);
  const started = process.cpuUsage();
  readDates(prose, { published: "2020-10-14", noise: [] });
  const spentSeconds = process.cpuUsage(started).user / 1e6;
  expect(spentSeconds).toBeLessThan(10);
});
