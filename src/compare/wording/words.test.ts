import fc from "fast-check";
import { expect, test } from "vitest";
import { wordReader } from "./words.ts";

const readWords = wordReader({ functionWords: new Set(["the", "of"]) });

test.each([
  ["The fleet’s hull", ["The", "fleet", "’s", "hull"]],
  ["well-known, since 1,200 a.m.", ["well-known", ",", "since", "1", ",", "200", "a.m", "."]],
  ["U.S.’s “no”", ["U.S.", "’s", "“", "no", "”"]],
  ["'s and S's", ["'", "s", "and", "S", "'s"]],
])("%s", (text, words) => {
  expect(readWords(text, 7).map(({ start, end }) => text.slice(start - 7, end - 7))).toEqual(words);
});

test("tells words from marks, articles and function words", () => {
  const kinds = readWords("The end of “his” İ’S", 0).map(({ kind }) => kind);
  expect(kinds.map(({ lower }) => lower)).toEqual(["the", "end", "of", "“", "his", "”", "i̇", "'s"]);
  expect(kinds.map(({ isWord }) => isWord)).toEqual([
    true,
    true,
    true,
    false,
    true,
    false,
    true,
    true,
  ]);
  expect(kinds.filter(({ isFunction }) => isFunction).map(({ lower }) => lower)).toEqual([
    "the",
    "of",
  ]);
  expect(kinds.filter(({ isArticle }) => isArticle).map(({ lower }) => lower)).toEqual([
    "the",
    "his",
    "'s",
  ]);
});

/** The same in one expression, slower. */
const form = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.’'-]*[\p{L}\p{M}\p{N}])?|[^\s\p{L}\p{N}]/gu;

test("any text is cut as the expression cuts it", () => {
  const signs = fc.constantFrom(..."aSs.’'- ,1é\u0301𝒜\ud835“\n");
  const texts = fc.string({ unit: fc.oneof(signs, fc.string({ maxLength: 1, unit: "binary" })) });
  fc.assert(
    fc.property(texts, (text) => {
      const expected = [...text.matchAll(form)].flatMap(({ 0: own, index }) => {
        const cut = /['’]s$/i.test(own) ? own.length - 2 : own.length;
        const whole = { start: index, end: index + cut };
        return cut < own.length ? [whole, { start: whole.end, end: index + own.length }] : [whole];
      });
      expect(readWords(text, 0).map(({ start, end }) => ({ start, end }))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
