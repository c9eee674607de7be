import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span } from "../../../document/span.ts";
import { loadLexicon } from "../../../lexicon/lexicon.ts";
import { readQuotes } from "../../quotes/quotes.ts";
import { createProseReader } from "../../sentences/tokens.ts";
import { createAttributionReader } from "../attribution.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const withTagger = createAttributionReader(lexicon);
const rulesAlone = createAttributionReader({ ...lexicon, attributions: null });

function read(text: string, reader = withTagger) {
  const prose = readProse(text);
  return reader(prose, { quotes: readQuotes(prose), noise: [], voices: [] });
}

function shown(text: string, reader = withTagger): string[] {
  const words = (spans: readonly Span[]) =>
    spans.map((s) => text.slice(s.start, s.end)).join(" … ");
  return read(text, reader).map((one) =>
    [one.source, one.cue, one.content].map((spans) => words(spans)).join(" | "),
  );
}

test("it finds what no rule knows, and says that it did", () => {
  const text =
    "The number of people killed in the collision has risen to 15, the governments of Oro and Vell said in a joint update on Monday.";
  expect(shown(text, rulesAlone)).toEqual([]);
  expect(shown(text)).toEqual([
    "the governments of Oro and Vell | said | The number of people killed in the collision has risen to 15",
  ]);
  expect(read(text)[0]).toMatchObject({ rule: "tagger", attitude: "states", kind: "indirect" });
  expect(read(text)[0]?.score01).toBeGreaterThanOrEqual(0.5);
});

test("what rules find keeps its words, with how likely the cue is", () => {
  const text = "Ana Maron said the ferry had left the harbour of Tolby at noon.";
  const [one] = read(text);
  expect(shown(text)).toEqual(shown(text, rulesAlone));
  expect(one?.rule).toBe("verb-before-content");
  expect(one?.score01).toBeGreaterThan(0.9);
  expect(read(text, rulesAlone)[0]?.score01).toBeNull();
});

test.each([
  "Norda attacked the harbour of Vell with two boats on Monday.",
  "Nobody asked how the ferry had left the harbour.",
  "We believe the ferry had left the harbour before noon.",
])("deeds, nobody and the writer say nothing: %s", (text) => {
  expect(read(text).filter(({ rule }) => rule === "tagger")).toEqual([]);
});

test("whose name stands in a sentence does not matter, nor how long it is", () => {
  const frame = (name: string) =>
    `The council met on Monday. Officials close to ${name} described the offer of ${name} as a step that would open the harbour.`;
  const masked = (name: string) => shown(frame(name)).map((line) => line.replaceAll(name, "NAME"));
  const expected = masked("Tolby");
  expect(expected.length).toBeGreaterThan(0);
  for (const name of ["Harrowick", "Ana Maron", "Ana Maron Tarsk"])
    expect(masked(name)).toEqual(expected);
});

test("spans lie in the text, in order, whatever the text is", () => {
  const words = fc.constantFrom(
    ...["“", "”", '"', "said", "he", "Oro", "that", ",", ".", ":", "\n\n", "claims", "the", "of"],
    ...["according to", "was told", "—", "not", "reportedly", "Ana Maron", "19", "?", "wants to"],
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (list) => {
      const text = list.join(" ");
      for (const { source, cue, content } of read(text))
        for (const { start, end } of [...source, ...cue, ...content]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      expect(read(text)).toEqual(read(text));
    }),
    { numRuns: 60 },
  );
});
