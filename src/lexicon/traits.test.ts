import { expect, test } from "vitest";
import { createTraits } from "./traits.ts";

const words = (text: string) => text.split(" ").map((lower) => ({ lower }));

test("each test a word passes is one bit", () => {
  const traits = createTraits([(word) => word.length > 3, (word) => word.startsWith("b")]);
  expect([...traits(words("pier bay boat sea"))]).toEqual([1, 2, 3, 0]);
});

test("a word is tested once, in whichever document it stands", () => {
  const asked: string[] = [];
  const traits = createTraits([(word) => asked.push(word) > 0]);
  expect([...traits(words("pier pier boat"))]).toEqual([1, 1, 1]);
  expect([...traits(words("boat gull pier"))]).toEqual([1, 1, 1]);
  expect(asked).toEqual(["pier", "boat", "gull"]);
});

test("two readers of the same words keep their answers apart", () => {
  const list = words("pier bay");
  expect([...createTraits([(word) => word === "pier"])(list)]).toEqual([1, 0]);
  expect([...createTraits([(word) => word === "bay"])(list)]).toEqual([0, 1]);
});

test("answers stay right when more words come than are remembered", () => {
  const traits = createTraits([(word) => word.endsWith("7")]);
  const old = words("w17 w18");
  expect([...traits(old)]).toEqual([1, 0]);
  for (let part = 0; part < 9; part++) {
    const list = Array.from({ length: 5000 }, (_, index) => ({ lower: `w${part * 5000 + index}` }));
    const wrong = [...traits(list)].filter((bits, at) => (bits === 1) !== (at % 10 === 7));
    expect(wrong).toEqual([]);
  }
  expect([...traits(old)]).toEqual([1, 0]);
});
