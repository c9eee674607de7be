import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createAttributionReader } from "../attribution/attribution.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createScareQuoteReader, readQuotes } from "./quotes.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const readAttributions = createAttributionReader(lexicon);
const readScareQuotes = createScareQuoteReader(lexicon);

function quotesOf(text: string): string[] {
  return readQuotes(readProse(text)).map(
    (quote) =>
      `${">".repeat(quote.depth)}${text.slice(quote.start, quote.end)}${quote.closed ? "" : " …"}`,
  );
}

describe("quotes", () => {
  test.each<[string, string, string[]]>([
    ["curly", "“We stay,” she said.", ["We stay,"]],
    ["straight", 'She said: "We stay."', ["We stay."]],
    ["mismatched", 'They are "experts” of nothing.', ["experts"]],
    ["two single marks", "''We stay,'' she said.", ["We stay,"]],
    ["angle", "«We stay», she said.", ["We stay"]],
    ["German", "„We stay“, she said.", ["We stay"]],
    ["nested", "“He told us ‘no’ twice,” she said.", ["He told us ‘no’ twice,", ">no"]],
    [
      "nested, both closing marks together",
      "\"They ask, ‘what can I do?'“ she said.",
      ["They ask, ‘what can I do?'", ">what can I do?"],
    ],
    [
      "a space between closing marks",
      "\"Call it 'ruin,' \" he said.",
      ["Call it 'ruin,' ", ">ruin,"],
    ],
    ["apostrophes are no marks", "Vell's boats aren’t the Orrans’ boats.", []],
    ["single marks", "They praised the 'friendship' of Vell.", ["friendship"]],
    ["apostrophe inside single marks", "He called it 'Vell's ruin' again.", ["Vell's ruin"]],
    ["years are no marks", "In the '90s the boys' club closed.", []],
    ["inside a link", "The “[old harbour](#)” burned.", ["[old harbour](#)"]],
    ["no space after the comma", "She said,“Look, we stay.”", ["Look, we stay."]],
    [
      "over several paragraphs",
      "“We stay.\n\n“We always did,” she said.",
      ["We stay. …", "We always did,"],
    ],
    ["a stray mark", 'The pipe is 5" wide.', []],
  ])("%s", (_, text, expected) => {
    expect(quotesOf(text)).toEqual(expected);
  });

  test("spans lie in the text, sorted, and inner quotes inside outer ones", () => {
    fc.assert(
      fc.property(text(), (written) => {
        const quotes = readQuotes(readProse(written));
        let last = 0;
        for (const { start, end, outer } of quotes) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(outer.start).toBeLessThan(start);
          expect(start).toBeLessThan(end);
          expect(outer.end).toBeLessThanOrEqual(written.length);
          last = start;
        }
        expect(readQuotes(readProse(written))).toEqual(quotes);
      }),
      { numRuns: 200 },
    );
  });
});

describe("scare quotes", () => {
  test.each<[string, string, string[]]>([
    ["a label", "The new “republic” of Vell has no roads.", ["republic"]],
    ["a comma inside the marks", 'These "experts," as ever, agreed.', ["experts"]],
    ["speech of a named speaker", "The mayor called the plan “mad”.", []],
    ["a thing declared", "The council declared the “independence” of Vell.", ["independence"]],
    ["what is declared of a thing", "The council declared the plan “dead”.", []],
    ["a blame without a speaker", "She faced a backlash for “helping Vell”.", []],
    ["what somebody is called", "He was described as a “wild man” in Vell.", []],
    ["the so-called", "The so-called “experts” left.", ["experts"]],
    ["a name of a thought", "They use the “two shores” theory.", []],
    ["a film", "She made the film “The Silent Shore” in Vell.", []],
    ["a title in capitals", "Her “The Silent Shore” was shown.", []],
    ["a hashtag", "The tag “#SaveVell” spread.", []],
    ["too long for a label", "A board with “no boats may land here after dark” hung there.", []],
  ])("%s", (_, written, expected) => {
    const prose = readProse(written);
    const quotes = readQuotes(prose);
    const attributions = readAttributions(prose, { quotes, noise: [], voices: [] });
    const found = readScareQuotes(prose, { quotes, attributions });
    expect(found.map(({ start, end }) => written.slice(start, end))).toEqual(expected);
  });
});

/** Texts made of marks, words and breaks in any order. */
function text(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    "“",
    "”",
    '"',
    "'",
    "’",
    "‘",
    "''",
    " ",
    "\n",
    ",",
    ".",
    "Oro",
    "said",
    "a",
    "\u00a0",
    "(",
    "*",
  );
  return fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
}
