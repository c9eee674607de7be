import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../document/document.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import type { Noise } from "../noise/noise.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createReferencesReader } from "./references.ts";

const lexicon = loadLexicon(fileURLToPath(new URL("../../../lexicons", import.meta.url)));
const readProse = createProseReader(lexicon);
const readReferences = createReferencesReader(lexicon);
const document = {} as Document;

function read(text: string, noise: readonly Noise[] = []): string[] {
  return readReferences(readProse(text), { document, attributions: [], noise }).map(
    ({ kind, name }) => `${kind}: ${name}`,
  );
}

describe("what a text leans on", () => {
  test.each<[string, string[]]>([
    ["The ferry was late, Reuters reported.", ["media: Reuters"]],
    ["The owner told the New York Times that it was the fog.", ["media: New York Times"]],
    ["The Brenna Herald reported that the pier was closed.", ["media: Brenna Herald"]],
    ["The owner told Radio Brenna that it was the fog.", ["media: Radio Brenna"]],
    ["the reuters article says it was the fog", ["media: reuters"]],
    ["doctors without borders left the port last week", ["organisation: doctors without borders"]],
    ["Professor Ana Maron of Brenna University said the pier was old.", ["person: Ana Maron"]],
    ["Speaking to *Strait Radio*, she asked for calm.", ["media: Strait Radio"]],
    [
      "According to the Ministry of the Sea, nobody was hurt.",
      ["organisation: Ministry of the Sea"],
    ],
    ["The Harbour Union has said that the pier is unsafe.", ["organisation: Harbour Union"]],
    ["A visit by Human Rights Watch was put off.", ["organisation: Human Rights Watch"]],
    ["Ana Maron, a professor of law at Brenna, said the pier was old.", ["person: Ana Maron"]],
    [
      "The political analyst Luc Teren told reporters that nothing would change.",
      ["person: Luc Teren"],
    ],
    [
      "UN Security Council Resolutions 1712 and 1715 ask for it.",
      ["document: United Nations Resolution 1712", "document: United Nations Resolution 1715"],
    ],
    [
      "United Nations resolutions (including 41, 52 and 63) ask for it.",
      [
        "document: United Nations Resolution 41",
        "document: United Nations Resolution 52",
        "document: United Nations Resolution 63",
      ],
    ],
    ["Resolution 2231 (2015) is quoted.", ["document: Resolution 2231"]],
    ["The Treaty of Brenna closed the strait.", ["document: Treaty of Brenna"]],
    ["It breaks the Strait Convention.", ["document: Strait Convention"]],
    ["It breaks Law No. 44/2019 on dams.", ["document: Law No. 44/2019"]],
    ["It breaks Directive 2008/56/EC in places.", ["document: Directive 2008/56/EC"]],
    ["They cite Executive Order 13769 again.", ["document: Executive Order 13769"]],
    ["They cite the Harbour Act of 1993.", ["document: Harbour Act of 1993"]],
    ["In her book Salt and Empire she describes it.", ["document: Salt and Empire"]],
    ["The report, Rivers in a Warm Century, is long.", ["document: Rivers in a Warm Century"]],
    ["In Salt and Empire, a history of the road, it is told so.", ["document: Salt and Empire"]],
    [
      "A 2014 study by the Brenna Institute found it.",
      ["document: 2014 study by the Brenna Institute"],
    ],
    [
      "A study published in the Journal of Coasts found it.",
      ["document: study published in the Journal of Coasts"],
    ],
    ["She denied it in a Facebook post on Friday.", ["post: Facebook post"]],
    ["In a video posted on Telegram two men load crates.", ["post: video posted on Telegram"]],
    ["On Friday’s episode of “The Strait Hour” she denied it.", ["media: Strait Hour"]],
    [
      "According to the Sea Institute of Brenna, it rose.",
      ["organisation: Sea Institute of Brenna"],
    ],
    ["A survey of the polling firm Northline gave him a third.", ["organisation: Northline"]],
    ["The geologist Ana Maron told them so.", ["person: Ana Maron"]],
    ["It is against international law.", ["document: international law"]],
    ["Both unions gave out a joint statement.", ["document: joint statement"]],
    ["A tweet by Ana Maron says so.", ["post: tweet by Ana Maron"]],
    ["A recent Facebook post by Ana Maron says so.", ["post: Facebook post by Ana Maron"]],
    ["look at this video on twitter", ["post: video on twitter"]],
    ["https://twitter.com/anamaron/status/12345", ["post: tweet by anamaron"]],
    ["See [the inquiry](https://harbour.example/inquiry.pdf).", ["link: the inquiry"]],
    ["See https://www.harbour.example/inquiry.pdf, page 3.", ["link: harbour.example"]],
  ])("%s", (text, references) => {
    expect(read(text)).toEqual(references);
  });

  test.each([
    "The Harbour Union was founded in 1921.",
    "In order 66 people waited, and the bill 12 of them paid was high.",
    "The report of shots came at noon, Ana Maron said.",
    "His book is long. Ana Maron has read it.",
    "people of the independent port had time for the post",
    "Ana Maron, the mayor of Brenna, said the pier was old.",
    "They met at the Party Convention.",
    "She posted the tweet yesterday.",
    "The hill above the town was on fire, and the sun went down.",
    "He asked on Twitter whether the ferry was late.",
    "There were 1712 resolutions.",
    "[a word](#) with an empty link",
  ])("an actor or a thing, not a source: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

test("each source is named once, where it first stands", () => {
  expect(read("Reuters reported it. Later Reuters corrected it.")).toEqual(["media: Reuters"]);
});

test("furniture names nothing, but a title that was led in to does", () => {
  const text = "then this:\n\nOld Boats of Brenna\n\nReuters";
  const at = text.indexOf("Old");
  expect(
    read(text, [
      { start: at, end: at + 19, kind: "related", rule: "noise/headline-led-in" },
      { start: at + 21, end: text.length, kind: "navigation", rule: "noise/furniture-line" },
    ]),
  ).toEqual(["document: Old Boats of Brenna"]);
});

test("for any text, references are in order, apart, inside it, and the same each time", () => {
  const words = fc.array(
    fc.constantFrom(
      "The",
      "Brenna",
      "Union",
      "said",
      "Reuters",
      "Resolution",
      "1712",
      ",",
      "and",
      "of",
      "[",
      "](",
      "https://x.com/a/status/1",
      "tweet",
      "by",
      "(",
      ")",
      "“",
      "U.N.",
      "-",
      "\n",
      "report",
      "a",
      "book",
      "Law",
      "No.",
      "44",
      "/",
      "episode",
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(words, fc.string({ maxLength: 80 }), (list, rest) => {
      const text = `${list.join(" ")} ${rest}`;
      const first = readReferences(readProse(text), { document, attributions: [], noise: [] });
      let end = 0;
      for (const reference of first) {
        expect(reference.start).toBeGreaterThanOrEqual(end);
        expect(reference.end).toBeGreaterThan(reference.start);
        expect(reference.name.trim()).not.toBe("");
        end = reference.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      expect(readReferences(readProse(text), { document, attributions: [], noise: [] })).toEqual(
        first,
      );
    }),
    { numRuns: 60 },
  );
});
