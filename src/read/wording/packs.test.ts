import { expect, test } from "vitest";
import { lexicon } from "../../../tests/support/folder.ts";
import { documentOf } from "../../document/document-of.ts";
import { createReader } from "../read.ts";

const read = createReader(lexicon, { names: [], actors: [] });

test.each([
  ["They were asked to wait while burning fuel was cleared from the water in the zone.", []],
  ["The army cleared the village of rebels and held the territory.", ["cleared"]],
  ["The keeper disputed that in our studio; he had never been in the region.", []],
  ["The minister disputed the account of the border area.", []],
  ["The territory is disputed, and so is the border.", ["disputed"]],
  ["The elders say that the election was rigged.", ["sham election"]],
  ["The elders say that the vote was fair.", ["free and fair"]],
  ["The elders say that the vote was not fair.", []],
  ["The market was rigged.", []],
])("%s", (text, labels) => {
  const concepts = new Set(["control of territory", "how a vote was held"]);
  const { wording } = read(documentOf(text));
  expect(wording.filter(({ concept }) => concepts.has(concept)).map(({ label }) => label)).toEqual(
    labels,
  );
});
