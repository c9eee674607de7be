import { expect, test } from "vitest";
import { createTraits } from "./traits.ts";

test("each test a word passes is one bit", () => {
  const traits = createTraits([(word) => word.length > 3, (word) => word.startsWith("b")]);
  expect(["pier", "bay", "boat", "sea"].map(traits)).toEqual([1, 2, 3, 0]);
});

test("a word is tested once", () => {
  const asked: string[] = [];
  const traits = createTraits([(word) => asked.push(word) > 0]);
  expect([traits("pier"), traits("pier"), traits("boat")]).toEqual([1, 1, 1]);
  expect(asked).toEqual(["pier", "boat"]);
});

test("answers stay right when more words come than are remembered", () => {
  const traits = createTraits([(word) => word.endsWith("7")]);
  const words = Array.from({ length: 45_000 }, (_, index) => `w${index}`);
  expect(words.filter((word) => traits(word) !== (word.endsWith("7") ? 1 : 0))).toEqual([]);
});
