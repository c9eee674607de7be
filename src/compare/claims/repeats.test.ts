import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { createRepeatFinder } from "./repeats.ts";
import { readTermsWith } from "./statement.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const readTerms = readTermsWith(createReader(lexicon));
const find = createRepeatFinder(
  [
    {
      id: "lights",
      texts: ["The Grey Heron sailed without lights.", "The ferry had no lights on."],
    },
    { id: "siren", texts: ["Nobody sounded the siren in Tolby."] },
    { id: "treaty", texts: ["The strait is covered by the treaty of 1974."] },
  ],
  readTerms,
);

test.each([
  ["so the #GreyHeron had NO lights??? pic.tolby.com/x9", "lights"],
  ["@HarbourPost why was no siren heard in #Tolby", "siren"],
  ["Read the 1974 treaty, people", "treaty"],
])("%j repeats the claim %j", (post, claim) => {
  expect(find(post, 3)[0]?.claimId).toBe(claim);
});

test("the score is the sum of its words' weights, best first, and no more than asked", () => {
  const [best] = find("The ferry without lights and the siren", 1);
  const sum = best?.terms.reduce((total, { weight }) => total + weight, 0);
  expect(best?.score).toBeCloseTo(sum ?? 0);
  expect(best?.terms.map(({ weight }) => weight)).toEqual(
    best?.terms.map(({ weight }) => weight).sort((a, b) => b - a),
  );
  expect(find("ferry siren treaty", 2)).toHaveLength(2);
});

test("a text without a common word repeats nothing", () => {
  expect(find("Bakers knead dough", 5)).toEqual([]);
});
