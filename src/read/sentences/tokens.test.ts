import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createProseReader } from "./tokens.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const names = [
  "The Harbour Post",
  "Ministry of the Sea",
  "St Orla’s Hospital",
  "Velm",
  "Two Kings",
];
const read = createProseReader(lexicon, names);

function tagged(text: string): string {
  const { tokens } = read(text);
  return tokens.map(({ start, end, pos }) => `${text.slice(start, end)}/${pos}`).join(" ");
}

describe("a declared name is a run of names", () => {
  test.each([
    [
      "over its small words",
      "the Ministry of the Sea fell",
      "Ministry/PROPN of/PROPN the/PROPN Sea/PROPN",
    ],
    ["over its possessive", "at St Orla’s Hospital", "St/PROPN Orla/PROPN ’s/PROPN Hospital/PROPN"],
    [
      "not over its article",
      "The Harbour Post said so",
      "The/DET Harbour/PROPN Post/PROPN said/VERB",
    ],
    ["in a chat too", "the harbour post said so", "the/DET harbour/PROPN post/PROPN said/VERB"],
    ["before a possessive", "the Ministry of the Sea’s cutter", "Sea/PROPN ’s/PART cutter/NOUN"],
    ["even where it begins with a number", "Two Kings sank", "Two/PROPN Kings/PROPN sank/VERB"],
    ["as one word", "Velm said so", "Velm/PROPN said/VERB"],
  ])("%s: %s", (_, text, tags) => {
    expect(tagged(text)).toContain(tags);
  });

  test.each([
    ["a part of it", "Two ships sank", "Two/NUM ships/NOUN"],
    ["a longer word", "the Velmontane ferry", "Velmontane"],
    ["other words in its place", "the sea is rough", "sea/NOUN"],
  ])("but not %s: %s", (_, text, tags) => {
    expect(tagged(text)).toContain(tags);
  });
});

test.each([
  ["A Velm-born pilot of the Ministry of the Sea left."],
  ["Velm–Velm talks, “Velm”, Velm’s and St Orla’s Hospital’s."],
  ["The Harbour Post, the Harbour Post and The Harbour Posts."],
])("tokens stand where their words stand: %s", (text) => {
  const { tokens } = read(text);
  expect(tokens.map(({ start, end }) => text.slice(start, end)).join("")).toBe(
    text.replace(/\s/g, ""),
  );
});

test.each([
  ["the gardener's.", "the gardener's roof"],
  ["the baker’s, so", "the baker’s roof"],
  ["of Ulm's: no", "in Ulm's streets"],
  ["the miller's- and", "the miller's roof"],
])("what was read before (%s) does not change %s", (before, text) => {
  const fresh = tagged(text);
  expect(tagged(before)).toMatch(/ ['’]s\/PART [.,:-]\/PUNCT/);
  expect(tagged(text)).toBe(fresh);
});

describe("tokens tell names by class", () => {
  test.each([
    ["a declared name of several words", "the Ministry of the Sea fell", "Ministry of the Sea", 1],
    ["a word with a capital inside a sentence", "Then Orlo left.", "Orlo", 1],
    ["a country", "He left Tuvalu early.", "Tuvalu", 2],
    ["a people", "Then Tuvaluans left.", "Tuvaluans", 3],
    ["a people as an adjective", "The Tuvaluan mayor left.", "Tuvaluan", 3],
    ["a country of several words", "Costa Rica said so.", "Costa Rica", 2],
    ["a city with small words", "They left Dar es Salaam.", "Dar es Salaam", 2],
    ["a country in initials", "The U.S. said so.", "U.S.", 2],
    ["a people before a hyphen", "A Bhutanese-led group left.", "Bhutanese", 3],
    ["a people after a prefix", "Anti-Costa Rican slogans hurt.", "Costa Rican", 3],
    [
      "a word of no language at a sentence's start",
      "Okwuosa left. The mayor stayed.",
      "Okwuosa",
      1,
    ],
    ["a country in a chat", "so turkey left again", "turkey", 2],
    ["a country of several words in a chat", "so costa rica left", "costa rica", 2],
    ["a country that is a pronoun in a chat", "so the us left", "us", 0],
    ["a bird", "The mayor ate a turkey.", "turkey", 0],
    ["a city that is a word, inside a sentence", "He left Reading early.", "Reading", 2],
    ["a word at a sentence's start", "Reading calms him.", "Reading", 0],
    ["a surname with a hyphen", "The teacher Ana Bat-Orsk left.", "Ana Bat", 1],
    ["no name", "The mayor left.", "mayor", 0],
  ])("%s: %s", (_, text, name, expected) => {
    const at = text.indexOf(name);
    const inside = read(text).tokens.filter(
      ({ start, end }) => at <= start && end <= at + name.length,
    );
    expect(new Set(inside.map((token) => token.name))).toEqual(new Set([expected]));
  });
});
