import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import type { Attribution } from "../attribution/attribution.ts";
import { createDatesReader } from "../dates/dates.ts";
import type { Prose } from "../sentences/prose.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createFiguresReader, type Figure } from "./figures.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const readDates = createDatesReader(lexicon);
const readFigures = createFiguresReader(lexicon);

function figuresOf(text: string, attributions: readonly Attribution[] = []): Figure[] {
  const prose = readProse(text);
  const dates = readDates(prose, { published: "2020-10-14", noise: [] });
  return readFigures(prose, { dates, attributions, noise: [] });
}

describe("values", () => {
  test.each<[string, string, Figure["value"] | readonly [number, number]]>([
    ["It cost $1,250,000.", "$1,250,000", 1250000],
    ["It cost $1.5bn.", "$1.5bn", 1.5e9],
    ["It cost \\$1 million.", "$1 million", 1e6],
    ["It cost €20m.", "€20m", 2e7],
    ["The loss was estimated at $4.5 million, he wrote.", "$4.5 million", 4.5e6],
    ["The ministry put the toll at eight.", "eight", 8],
    ["Forty-one sailors drowned and were killed.", "Forty-one", 41],
    ["One hundred and five sailors were killed.", "One hundred and five", 105],
    ["A dozen sailors were killed.", "A dozen", 12],
    ["Half a million people fled.", "Half a million", 500000],
    ["Two and a half million people fled.", "Two and a half million", 2500000],
    ["A quarter of a million people fled.", "A quarter of a million", 250000],
    ["Dozens of people were hurt.", "Dozens", [24, 99]],
    ["Scores of people were hurt.", "Scores", [20, 99]],
    ["Hundreds of thousands of people fled.", "Hundreds of thousands", [200000, 999999]],
    ["Several hundred people fled.", "Several hundred", [300, 900]],
    ["Between 20 and 30 rockets were fired.", "20 and 30", [20, 30]],
    ["Ten to twelve rockets were fired.", "Ten to twelve", [10, 12]],
    ["Some 10-12 rockets were fired.", "10-12", [10, 12]],
    ["About 1 to 2 million people fled.", "1 to 2 million", [1e6, 2e6]],
    ["Turnout was 7.5%.", "7.5%", 7.5],
    ["Two-thirds of the voters stayed away.", "Two-thirds", 66.7],
    ["In all 27 000 people fled.", "27 000", 27000],
    ["In all 1.234.567 people fled.", "1.234.567", 1234567],
    ["In all 12,34,567 people fled.", "12,34,567", 1234567],
  ])("%s", (text, words, value) => {
    const [figure, ...rest] = figuresOf(text);
    expect(rest).toEqual([]);
    expect(text.slice(figure?.start, figure?.end).replace("\\", "")).toBe(words);
    expect(figure?.value ?? figure?.range).toEqual(value);
  });
});

describe("qualifiers", () => {
  test.each([
    ["At least 16 people were killed.", "at least"],
    ["No fewer than 16 people were killed.", "at least"],
    ["More than 16 people were killed.", "more than"],
    ["Over 16 people were killed.", "more than"],
    ["Nearly 16 people were killed.", "nearly"],
    ["Some 16 people were killed.", "around"],
    ["About 16 people were killed.", "around"],
    ["Up to 16 people were killed.", "up to"],
    ["As many as 16 people were killed.", "up to"],
    ["Fewer than 16 people were killed.", "fewer than"],
    ["Just over 16 people were killed.", "just over"],
    ["Only 16 people were killed.", "only"],
    ["For 40 or so years it stood.", "around"],
    ["16 people or more were killed.", "at least"],
    ["16 people were killed.", null],
  ])("%s → %s", (text, qualifier) => {
    expect(figuresOf(text).map((figure) => figure.qualifier)).toEqual([qualifier]);
  });
});

describe("what is counted", () => {
  test.each<[string, [number, string | null, string | null][]]>([
    [
      "The blast killed 16 people and wounded 41 more.",
      [
        [16, "people", "killed"],
        [41, "people", "wounded"],
      ],
    ],
    [
      "Twelve sailors and four pilots were killed and more than 60 wounded.",
      [
        [12, "sailors", "killed"],
        [16, "people", "killed"],
        [4, "pilots", "killed"],
        [60, "people", "wounded"],
      ],
    ],
    [
      "Six soldiers lost their lives and eleven were wounded.",
      [
        [6, "soldiers", "killed"],
        [11, "people", "wounded"],
      ],
    ],
    ["At least 23 were injured when a passenger ferry sank.", [[23, "people", "wounded"]]],
    ["The union put the toll at 58 saying that it may rise.", [[58, "people", "killed"]]],
    ["Witnesses put the number of dead at 300.", [[300, "people", "killed"]]],
    ["The ferry made 18 knots.", [[18, "knots", "speed"]]],
    [
      "Killing two and injuring three, the blast shook Ostra.",
      [
        [2, "people", "killed"],
        [3, "people", "wounded"],
      ],
    ],
    [
      "Two soldiers were killed and three others wounded.",
      [
        [2, "soldiers", "killed"],
        [3, "people", "wounded"],
      ],
    ],
    [
      "The war took 20,000 lives and displaced 1.4 million people.",
      [
        [20000, "people", "killed"],
        [1400000, "people", "displaced"],
      ],
    ],
    ["The death toll rose to 41.", [[41, "people", "killed"]]],
    ["Four were found shot dead.", [[4, "people", "killed"]]],
    ["Three sailors died.", [[3, "sailors", "killed"]]],
    ["Two gunmen killed five people.", [[5, "people", "killed"]]],
    ["Twelve sailors are missing.", [[12, "sailors", "missing"]]],
    ["Police arrested 40 protesters.", [[40, "protesters", "arrested"]]],
    ["The site removed 35 Marrish-linked accounts.", [[35, "accounts", "removed"]]],
    ["She has 58 million followers.", [[58000000, "followers", "followers"]]],
    ["Turnout was 95 percent.", [[95, "percent", "share"]]],
    ["They walked 30 km.", [[30, "km", "distance"]]],
    ["It has lasted for 30 years.", [[30, "years", "duration"]]],
    ["A brief 70-year rule ended.", [[70, "years", "duration"]]],
    [
      "A soldier was killed and another wounded.",
      [
        [1, "soldier", "killed"],
        [1, "people", "wounded"],
      ],
    ],
    ["A 25-year-old woman died.", [[1, "woman", "killed"]]],
  ])("%s", (text, expected) => {
    expect(figuresOf(text).map(({ value, unit, what }) => [value, unit, what])).toEqual(expected);
  });
});

describe("parts and wholes", () => {
  test.each<[string, [number, number | null][]]>([
    [
      "Of the village, 412 of 6,000 residents were killed.",
      [
        [412, 6000],
        [6000, null],
      ],
    ],
    [
      "It killed at least 16 people, including four pupils.",
      [
        [16, null],
        [4, 16],
      ],
    ],
    [
      "It displaced 1.4 million people, 900,000 of whom were farmers.",
      [
        [1400000, null],
        [900000, 1400000],
      ],
    ],
    [
      "Of 420 accounts, 260 had ties to Vell.",
      [
        [420, null],
        [260, 420],
      ],
    ],
    [
      "Forty-one fishermen, including nine children, are missing.",
      [
        [41, null],
        [9, 41],
      ],
    ],
  ])("%s", (text, expected) => {
    expect(figuresOf(text).map(({ value, partOf }) => [value, partOf])).toEqual(expected);
  });
});

test('what is told "of these" is a part of the number before', () => {
  const text =
    "On Monday 2,340 residents were evacuated. Of these, 1,900 are in Ostra and 440 in Marr.";
  expect(figuresOf(text).map(({ value, unit, partOf }) => [value, unit, partOf])).toEqual([
    [2340, "residents", null],
    [1900, "residents", 2340],
    [440, "residents", 2340],
  ]);
});

describe("where and when", () => {
  test("not where those are who count", () => {
    const text = "According to a group based in Marr, 26 sailors were killed.";
    expect(figuresOf(text).map(({ place }) => place)).toEqual([null]);
  });

  test("from the same sentence", () => {
    const [figure] = figuresOf("On 3 May 2019 at least 16 people were killed in Ostra Bay.");
    expect(figure).toMatchObject({ place: "Ostra Bay", edtf: "2019-05-03" });
  });
});

test("from the sentence before, where the attack is taken up again", () => {
  expect(figuresOf("Shells fell in Ostra. The attack killed two people.")[0]?.place).toBe("Ostra");
  expect(figuresOf("Shells fell in Ostra. He killed two people.")[0]?.place).toBeNull();
  expect(
    figuresOf("Shells fell in Ostra and at Vell. The attack killed two people.")[0]?.place,
  ).toBeNull();
});

test("a figure inside attributed content is its source's", () => {
  const text = "The Harbour Office said 16 sailors were killed. Another 20 sailors were hurt.";
  const said: Attribution = {
    kind: "indirect",
    attitude: "states",
    source: [{ start: 0, end: 18 }],
    cue: [{ start: 19, end: 23 }],
    content: [{ start: 24, end: 46 }],
    via: [],
    sourceName: null,
    sourceInferred: false,
    distancing: false,
    negated: false,
    rule: "test",
    score01: null,
  };
  expect(figuresOf(text, [said]).map(({ attributedTo }) => attributedTo)).toEqual([
    "The Harbour Office",
    null,
  ]);
});

test("a figure mentioned again with an article is told once", () => {
  const text =
    "The site removed 35 accounts. The 35 accounts were new. At least 35 accounts returned.";
  expect(figuresOf(text).map(({ qualifier }) => qualifier)).toEqual([null, "at least"]);
});

describe("no figures", () => {
  test.each([
    ["age", "The 25-year-old pilot spoke."],
    ["age after a name", "Ada Brook, 41, spoke."],
    ["age in years", "He is 41 years old."],
    ["clock", "They left at 5:30 p.m. and came at 11 a.m."],
    ["date", "They left on 23 March 1994."],
    ["year", "The 1992 treaty stands."],
    ["resolution", "Resolution 1712 stands, as do Resolutions (including 1715, 1720 and 1731)."],
    ["article", "Article 15 forbids it."],
    ["flight", "Flight 17 was late."],
    ["street", "He lives at 1200 Harbour Street."],
    ["list number", "12. The bridge fell."],
    ["score", "The team won 16-11."],
    ["telephone", "Call 555-1234."],
    ["version", "It runs on Harbour OS 4.0."],
    ["file name", "See num22.jpg and AK-47."],
    ["address of a page", "See https://example.org/status/131533938."],
    ["ordinal", "It was the 22nd day."],
    ["pronoun", "Not one of them came; one wonders, and no one was killed."],
    ["compound", "A two-way road met the 35-Marrish mark."],
    ["incidental", "Two sides met in three rooms."],
    ["ago", "They met 30 years ago."],
  ])("%s: %s", (_, text) => {
    expect(figuresOf(text)).toEqual([]);
  });
});

const pieces = [
  "12",
  "1,000",
  "million",
  "two",
  "half",
  "a",
  "of",
  "and",
  "$5",
  "%",
  "people",
  "killed",
  "were",
  "including",
  "at least",
  "-",
  ",",
  ".",
  "Ostra",
  "in",
  "wounded",
  "\n",
];

test("figures lie inside the text, in order, and twice the same", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
      const text = words.join(" ");
      const figures = figuresOf(text);
      figures.forEach((figure, index) => {
        expect(figure.start).toBeGreaterThanOrEqual(figures[index - 1]?.start ?? 0);
        expect(figure.end).toBeGreaterThan(figure.start);
        expect(figure.end).toBeLessThanOrEqual(text.length);
        const [low, high] = figure.range ?? [0, 1];
        expect(low).toBeLessThan(high);
        expect(figure.value === null).toBe(figure.range !== null);
      });
      expect(figuresOf(text)).toEqual(figures);
    }),
  );
});

/** One sentence without an end, cut into tokens as plainly as can be: what the room itself costs. */
function oneSentence(text: string): Prose {
  const tokens = [...text.matchAll(/\p{L}+|\d+|\S/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    lower: word.toLowerCase(),
    name: 0 as const,
    pos: /\d/.test(word) ? "NUM" : /\p{L}/u.test(word) ? "NOUN" : "PUNCT",
  }));
  const span = { start: 0, end: text.length };
  return {
    text,
    paragraphs: [span],
    sentences: [{ ...span, firstToken: 0, endToken: tokens.length, paragraph: 0 }],
    tokens,
  };
}

function spentSeconds(work: () => void): number {
  const started = process.cpuUsage();
  work();
  return process.cpuUsage(started).user / 1e6;
}

const runLength = 100_000;

test.each([
  ["digits", "1"],
  ["groups", "1,000"],
  ["groups of Indian style", "1,00,"],
  ["points", "1.000."],
  ["spaced groups", "1 000 "],
  ["commas", ","],
  ["currency signs", "$"],
  ["currency and digits", "$1 "],
  ["spaces", " "],
  ["digits and spaces", "1  "],
  ["hyphens", "1-"],
  ["clock times", "1:2 "],
  ["number words", "two hundred "],
  ["numbers in both ways", "two 12 "],
  ["articles", "a million a "],
  ["counts", "12 people "],
  ["those told together", "two men and "],
  ["persons", "a man, "],
  ["killings", "a man was killed and "],
  ["parts", "12 people, including "],
  ["qualifiers", "at least "],
  ["names before a number", "Resolution 12, "],
  ["shares", "one in "],
  ["links", "]("],
])("a long run of %s does not hang", (_, piece) => {
  const prose = oneSentence(piece.repeat(Math.ceil(runLength / piece.length)));
  const spent = spentSeconds(() => readFigures(prose, { dates: [], attributions: [], noise: [] }));
  expect(spent).toBeLessThan(5);
});

const marks = fc.constantFrom(
  ..."0 1 9 12 345 1,000 1.5 $ € £ ¥ % ° ½ , . : ; - – / ( ) + ~ # k m bn million two dozen half one in to or and between a at least people men was were killed of which".split(
    " ",
  ),
);

test("any run of digits, marks and number words gives figures inside the text, each once", () => {
  const gaps = fc.constantFrom("", " ", "  ", "\u00a0", "\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(marks, gaps), { maxLength: 60 }), (parts) => {
      const text = parts.map(([mark, gap]) => mark + gap).join("");
      const figures = readFigures(oneSentence(text), { dates: [], attributions: [], noise: [] });
      const places = figures.map(
        ({ start, end, rule }) => `${start} ${end} ${rule === "together"}`,
      );
      expect(new Set(places).size).toBe(places.length);
      for (const { start, end, value, range } of figures) {
        expect(text.slice(start, end).trim()).not.toBe("");
        expect(end).toBeLessThanOrEqual(text.length);
        expect(value === null).toBe(range !== null);
        expect(Number.isFinite(value ?? range?.[1])).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
