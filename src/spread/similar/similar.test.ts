import { expect, test } from "vitest";
import { randomFrom } from "../random.ts";
import { clustersOf } from "./clusters.ts";
import { alikeShare01, bandsOf, likeness01, shinglesOf } from "./min-hash.ts";

const meet = (one: string, other: string) => {
  const others = bandsOf(shinglesOf(other));
  return bandsOf(shinglesOf(one)).some((hash, band) => hash === others[band]);
};

test.each([
  ["the ferry sailed without lights last night", "the ferry sailed without lights last night", 1],
  ["a b c d e f", "a b c d e x", 3 / 5],
  ["a b", "a b", 1],
  ["a b c d", "w x y z", 0],
])("%j and %j have %d of their runs in common", (one, other, share) => {
  expect(likeness01(shinglesOf(one), shinglesOf(other))).toBeCloseTo(share, 10);
});

test("texts of which one word in twenty is another meet, and other texts hardly ever do", () => {
  const random = randomFrom(3);
  const word = () => `w${Math.floor(random() * 5000)}`;
  let [met, alike, chance] = [0, 0, 0];
  for (let round = 0; round < 300; round++) {
    const words = Array.from({ length: 30 }, word);
    const edited = words.map((one, at) => (at === round % 30 ? word() : one));
    const [text, copy] = [words.join(" "), edited.join(" ")];
    if (likeness01(shinglesOf(text), shinglesOf(copy)) >= alikeShare01) {
      alike++;
      if (meet(text, copy)) met++;
    }
    if (meet(text, Array.from({ length: 30 }, word).join(" "))) chance++;
  }
  expect(alike).toBeGreaterThan(290);
  expect(met / alike).toBeGreaterThan(0.99);
  expect(chance).toBe(0);
});

test("joined texts are one cluster, named by the smallest number", () => {
  const clusters = clustersOf(6);
  clusters.join(4, 2);
  clusters.join(5, 4);
  clusters.join(1, 0);
  expect([0, 1, 2, 3, 4, 5].map(clusters.of)).toEqual([0, 0, 2, 3, 2, 2]);
});
